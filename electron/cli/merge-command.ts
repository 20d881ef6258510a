/** `planner merge`: shards of an ensemble put together; the result is that of the study in one piece, bit for bit. */
import { type EnsemblePart, mergeParts } from "../../shared/analysis/ensemble-part.ts";
import { checkOutcome } from "../../shared/analysis/outcome.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { readPart, writePart } from "../analysis/ensemble-part-file.ts";
import { DEFAULT_YEAR, readModel, readTarget, readYear } from "./analysis-options.ts";
import { answerHelp, answerOptions, give } from "./answer.ts";
import { errorLines, readArguments, refuse, type ThreadedCommand } from "./command.ts";
import { findingsOf } from "./ensemble-findings.ts";
import { ensembleJson, ensembleTable, ensembleText } from "./ensemble-report.ts";
import { all } from "./scenario-options.ts";
import { readStudyOptions, runStudy, stopped, studyHelp, studyOptions } from "./study.ts";

const MAX_PARTS = 10_000;

const help = `planner merge PART.json... [options]

Puts the shards together that planner ensemble --out wrote. They must be of one study and follow each other without gap or overlap;
their order on the command line does not matter.

  --year Y           year of the headline, default ${DEFAULT_YEAR}
  --target VALUE     probability of reaching it by year (0.4 or 40%)
  --tornado          which parameters move the headline of the last scenario
  --out FILE         write the merged values as one part
  --dataset DIR      the dataset that the study was made with, where it is not the shipped one
${studyHelp}
${answerHelp}
`;

const options = {
  ...studyOptions,
  ...answerOptions,
  dataset: { type: "string" },
  year: { type: "string" },
  target: { type: "string" },
  tornado: { type: "boolean" },
  out: { type: "string" },
} as const;

export const mergeCommand: ThreadedCommand = {
  help,
  run: async (args, terminal) => {
    const parsed = readArguments("merge", args, options, MAX_PARTS);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    if (positionals.length === 0) return refuse(terminal, "merge: name the parts that planner ensemble --out wrote.");
    const model = readModel(values.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const study = readStudyOptions(values);
    if (!study.ok) return refuse(terminal, study.error);
    const loaded = all(positionals.map(readPart));
    if (!loaded.ok) return refuse(terminal, loaded.error);
    const merged = mergeParts(loaded.value);
    if (!merged.ok) return refuse(terminal, merged.error);
    const { part, columns, sampled } = merged.value;
    const belongs = belongsTo(model.value, part);
    if (!belongs.ok) return refuse(terminal, belongs.error);
    const year = readYear(values.year, model.value);
    if (!year.ok) return refuse(terminal, year.error);
    const target = values.target === undefined ? ok(null) : readTarget(values.target, part.study.outcomes[0]!);
    if (!target.ok) return refuse(terminal, target.error);

    const question = { year: year.value, target: target.value };
    const asked = { ...question, from: part.from, withTornado: values.tornado === true };
    const found = await runStudy(model.value, study.value, terminal, (one) => findingsOf(one, part.study, sampled, asked));
    if (found === "cancelled") return stopped(terminal);
    if (values.out !== undefined) {
      const written = writePart(values.out, part, columns);
      if (!written.ok) return refuse(terminal, errorLines(written.error));
    }
    const findings = { dataset: model.value.dataset, plan: part.study, question, from: part.from, ...found };
    return give(terminal, values, {
      text: () => ensembleText(findings),
      json: () => ensembleJson(findings),
      table: () => ensembleTable(findings),
      wrote: values.out === undefined ? [] : [values.out],
    });
  },
};

/** The dataset, its years and its outcomes are those of the study. */
function belongsTo({ dataset, years }: Model, { planner, study }: Pick<EnsemblePart, "planner" | "study">): Result<null, string> {
  if (planner.data_vintage !== dataset.vintage)
    return err(`merge: the parts were computed on ${planner.data_vintage}, not on ${dataset.vintage}; name their dataset with --dataset.`);
  if (!sameValue(study.years, years)) return err("merge: the parts hold other years than the dataset.");
  for (const outcome of study.outcomes) {
    const known = checkOutcome(outcome, dataset);
    if (!known.ok) return err(`merge: ${known.error.wrong}; ${known.error.right}.`);
  }
  return ok(null);
}
