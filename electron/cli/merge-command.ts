/** `planner merge`: shards of an ensemble put together; the result is that of the study in one piece, bit for bit. */
import { mergeParts } from "../../shared/analysis/ensemble-part.ts";
import { ensembleReport } from "../../shared/analysis/ensemble-study.ts";
import { localRunner } from "../../shared/analysis/job-runner.ts";
import { ok } from "../../shared/result.ts";
import { readPart, writePart } from "../analysis/ensemble-part-file.ts";
import { datasetOption, readModel, readTarget, readYear } from "./analysis-options.ts";
import { jsonText } from "./analysis-text.ts";
import { errorLines, exitCode, readArguments, refuse, type ThreadedCommand } from "./command.ts";
import { DEFAULT_REPORT_YEAR, ensembleJson, ensembleText } from "./ensemble-report.ts";
import { all } from "./scenario-options.ts";

const MAX_PARTS = 10_000;

const help = `planner merge PART.json... [options]

Puts the shards together that planner ensemble --out wrote. They must be of one study and follow each other without gap or overlap;
their order on the command line does not matter.

  --year Y           year of the headline, default ${DEFAULT_REPORT_YEAR}
  --target VALUE     probability of reaching it by year
  --out FILE         write the merged values as one part
  --dataset DIR      the dataset that the study was made with, where it is not the shipped one
  --json             the same for machines
`;

const options = { ...datasetOption, year: { type: "string" }, target: { type: "string" }, out: { type: "string" }, json: { type: "boolean" } } as const;

export const mergeCommand: ThreadedCommand = {
  help,
  run: async (args, terminal) => {
    const parsed = readArguments("merge", args, options, MAX_PARTS);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    if (positionals.length === 0) return refuse(terminal, "merge: name the parts that planner ensemble --out wrote.");
    const model = readModel(values.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const { dataset } = model.value;
    const loaded = all(positionals.map(readPart));
    if (!loaded.ok) return refuse(terminal, loaded.error);
    const merged = mergeParts(loaded.value);
    if (!merged.ok) return refuse(terminal, merged.error);
    const { part, columns, sampled } = merged.value;
    if (part.planner.data_vintage !== dataset.vintage)
      return refuse(terminal, `merge: the parts were computed on ${part.planner.data_vintage}, not on ${dataset.vintage}; name their dataset with --dataset.`);
    const year = readYear(values.year, DEFAULT_REPORT_YEAR, model.value);
    if (!year.ok) return refuse(terminal, year.error);
    const target = values.target === undefined ? ok(null) : readTarget(values.target, part.study.outcomes[0]!);
    if (!target.ok) return refuse(terminal, target.error);

    const question = { year: year.value, target: target.value };
    const report = await ensembleReport(localRunner(model.value), part.study, sampled, question);
    if (report === "cancelled") throw new Error("nobody cancelled");
    if (values.out !== undefined) {
      const written = writePart(values.out, part, columns);
      if (!written.ok) return refuse(terminal, errorLines(written.error));
    }
    const findings = { dataset, plan: part.study, question, from: part.from, report, tornado: null };
    terminal.out(values.json === true ? jsonText(ensembleJson(findings)) : ensembleText(findings));
    if (values.out !== undefined && values.json !== true) terminal.out(`Wrote ${values.out}.\n`);
    return exitCode.done;
  },
};
