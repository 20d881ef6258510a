/** `planner merge`: shards of an ensemble put together; the result is that of the study in one piece, bit for bit. */
import { type EnsemblePart, mergeParts } from "../../shared/analysis/ensemble/ensemble-part.ts";
import { checkOutcome } from "../../shared/analysis/outcome.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { readPart } from "../analysis/ensemble-part-file.ts";
import { analysisCommand } from "./analysis-command.ts";
import { DEFAULT_YEAR } from "./analysis-options.ts";
import { answerHelp, answerOptions } from "./answer.ts";
import { ensembleAnswer, findingsOf, readReportQuestion, writtenPart } from "./ensemble-findings.ts";
import { all } from "./scenario-options.ts";
import { readStudyOptions, runStudy, studyHelp, studyOptions } from "./study.ts";

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

export const mergeCommand = analysisCommand({
  name: "merge",
  help,
  options,
  most: MAX_PARTS,
  answer: async ({ values, positionals, model, terminal }) => {
    if (positionals.length === 0) return err("merge: name the parts that planner ensemble --out wrote.");
    const study = readStudyOptions(values);
    if (!study.ok) return study;
    const loaded = all(positionals.map(readPart));
    if (!loaded.ok) return loaded;
    const merged = mergeParts(loaded.value);
    if (!merged.ok) return merged;
    const { part, columns, sampled } = merged.value;
    const belongs = belongsTo(model, part);
    if (!belongs.ok) return belongs;
    const question = readReportQuestion(values, model, part.study.outcomes[0]!);
    if (!question.ok) return question;

    const asked = { ...question.value, from: part.from, withTornado: values.tornado === true };
    const found = await runStudy(model, study.value, terminal, (one) => findingsOf(one, part.study, sampled, asked));
    if (found === "cancelled") return ok(found);
    const wrote = writtenPart(values.out, part, () => columns);
    return wrote.ok
      ? ok(ensembleAnswer({ dataset: model.dataset, plan: part.study, question: question.value, from: part.from, ...found }, wrote.value))
      : wrote;
  },
});

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
