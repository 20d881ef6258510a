/** `planner ensemble`: many runs at drawn parameters; or a shard of them, written to a file. */
import { PART_FORMAT, PART_VERSION } from "../../shared/analysis/ensemble/ensemble-part.ts";
import { type StudyPlan, studyOf } from "../../shared/analysis/ensemble/ensemble-study.ts";
import { type SampledRuns, sampleRuns } from "../../shared/analysis/ensemble/ensemble.ts";
import { HEADLINE, type Outcome } from "../../shared/analysis/outcome.ts";
import type { Cancellable } from "../../shared/analysis/jobs/progress.ts";
import { MAX_RUNS } from "../../shared/analysis/ensemble/stratified.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { parseNumber } from "../../shared/dataset/row-reader.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { MAX_PART_VALUES } from "../analysis/ensemble-part-file.ts";
import { analysisCommand } from "./analysis-command.ts";
import { DEFAULT_YEAR, outcomeHelp, outcomeOptions, readOutcome, readSeed } from "./analysis-options.ts";
import { plannerInfo } from "./analysis-text.ts";
import { answerHelp, answerOptions } from "./answer.ts";
import { ensembleAnswer, type Findings, type FindingsAsked, findingsOf, readReportQuestion, writtenPart } from "./ensemble-findings.ts";
import { besideStatusQuo, packageOf, readScenarios, sourceHelp, sourceOptions } from "./sources.ts";
import { readStudyOptions, runStudy, type Study, studyHelp, studyOptions } from "./study.ts";

const MAX_FILES = 20;
const DEFAULT_RUNS = 2000;

const help = `planner ensemble [FILE.lodestone | ID | ID@N]... [options]

Runs status quo and the scenarios at drawn parameters, the same draws for all: bands (P5, P25, median, P75, P95), probabilities of
the target and of one scenario beating another, and how well the headline has settled. The same seed gives the same numbers on any machine.

  --runs N | A:B     how many runs (default ${DEFAULT_RUNS}), or the run numbers from A up to B (exclusive): a shard
  --seed N           default 1
  --year Y           year of the headline, default ${DEFAULT_YEAR}
  --target VALUE     probability of reaching it by year (0.4 or 40%)
  --tornado          which parameters move the headline of the last scenario
  --out FILE         write every value, for planner merge
${outcomeHelp}
                     (without them the minerals stand beside the composite)
${sourceHelp}
${studyHelp}
${answerHelp}
`;

const options = {
  ...sourceOptions,
  ...outcomeOptions,
  ...studyOptions,
  ...answerOptions,
  runs: { type: "string" },
  seed: { type: "string" },
  year: { type: "string" },
  target: { type: "string" },
  tornado: { type: "boolean" },
  out: { type: "string" },
} as const;

export const ensembleCommand = analysisCommand({
  name: "ensemble",
  help,
  options,
  most: MAX_FILES,
  answer: async ({ values, positionals, model, terminal }) => {
    const { dataset, years } = model;
    const read = await readScenarios("ensemble", model, positionals, values);
    if (!read.ok) return read;
    const outcome = readOutcome(values, dataset);
    if (!outcome.ok) return outcome;
    const question = readReportQuestion(values, model, outcome.value);
    if (!question.ok) return question;
    const runs = readRuns(values.runs);
    if (!runs.ok) return runs;
    const seed = readSeed(values.seed);
    if (!seed.ok) return seed;
    const study = readStudyOptions(values);
    if (!study.ok) return study;

    const scenarios = besideStatusQuo(model, read.value).map((scenario) => Object.assign({ title: scenario.title }, packageOf(scenario)));
    const plan: StudyPlan = { scenarios, outcomes: outcomesOf(dataset, outcome.value), years, seed: seed.value };
    const { from, to } = runs.value;
    const size = scenarios.length * plan.outcomes.length * years.length * (to - from);
    if (values.out !== undefined && size > MAX_PART_VALUES)
      return err(`ensemble: ${size} values are too many for one file; write smaller shards with --runs A:B.`);

    const asked = { ...question.value, from, withTornado: values.tornado === true };
    const found = await runStudy(model, study.value, terminal, (one) => sampledAndRead(one, plan, asked, to));
    if (found === "cancelled") return ok(found);
    const { sampled, ...findings } = found;
    const part = { format: PART_FORMAT, version: PART_VERSION, planner: plannerInfo(dataset), study: plan, from, to } as const;
    const columns = (): readonly Float64Array[] => Array.from({ length: sampled.series }, (_, s) => sampled.column(s));
    const wrote = writtenPart(values.out, part, columns);
    return wrote.ok ? ok(ensembleAnswer({ dataset, plan, question: question.value, from, ...findings }, wrote.value)) : wrote;
  },
});

async function sampledAndRead(
  study: Study,
  plan: StudyPlan,
  asked: FindingsAsked,
  to: number,
): Promise<Cancellable<Findings & { readonly sampled: SampledRuns }>> {
  const sampled = await sampleRuns(study.runner, studyOf(plan, asked.from, to), study.control("runs"));
  if (sampled === "cancelled") return sampled;
  const found = await findingsOf(study, plan, sampled, asked);
  return found === "cancelled" ? found : { sampled, ...found };
}

const outcomesOf = (dataset: Dataset, outcome: Outcome): readonly Outcome[] =>
  outcome.indicator === HEADLINE.indicator
    ? [outcome, ...dataset.minerals.map(({ id }) => ({ indicator: "dependence", mineral: id, stage: null }))]
    : [outcome];

/** "2000", or "0:500" for a shard. */
function readRuns(text: string | undefined): Result<{ readonly from: number; readonly to: number }, string> {
  const [first = "", second, ...rest] = (text ?? String(DEFAULT_RUNS)).split(":");
  const from = second === undefined ? 0 : parseNumber(first);
  const to = parseNumber(second ?? first);
  const isRange = from !== null && to !== null && Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= MAX_RUNS;
  if (isRange && rest.length === 0) return ok({ from, to });
  return err(`--runs ${text}: write a number of runs such as 2000, or run numbers such as 0:500 (below ${MAX_RUNS}).`);
}
