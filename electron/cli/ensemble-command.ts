/** `planner ensemble`: many runs at drawn parameters; or a shard of them, written to a file. */
import { type EnsembleReport, ensembleReport, type StudyPlan, studyOf } from "../../shared/analysis/ensemble-study.ts";
import { type EnsemblePart, PART_FORMAT, PART_VERSION } from "../../shared/analysis/ensemble-part.ts";
import { type SampledRuns, sampleRuns } from "../../shared/analysis/ensemble.ts";
import type { JobRunner } from "../../shared/analysis/job-runner.ts";
import { HEADLINE, type Outcome } from "../../shared/analysis/outcome.ts";
import { MAX_RUNS } from "../../shared/analysis/stratified.ts";
import { tornado, type Tornado } from "../../shared/analysis/tornado.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { parseNumber } from "../../shared/dataset/row-reader.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { MAX_PART_VALUES, writePart } from "../analysis/ensemble-part-file.ts";
import {
  besideStatusQuo,
  controlOf,
  datasetOption,
  outcomeHelp,
  outcomeOptions,
  readModel,
  readOutcome,
  readScenarios,
  readSeed,
  readTarget,
  readWorkers,
  readYear,
  scenarioHelp,
  scenarioOptions,
  withRunner,
  workerOptions,
} from "./analysis-options.ts";
import { jsonText, plannerInfo } from "./analysis-text.ts";
import { errorLines, exitCode, readArguments, refuse, type Terminal, type ThreadedCommand } from "./command.ts";
import { DEFAULT_REPORT_YEAR, ensembleJson, ensembleText, headlineSeries } from "./ensemble-report.ts";

const MAX_FILES = 20;
const DEFAULT_RUNS = 2000;

const help = `planner ensemble [FILE.lodestone...] [options]

Runs status quo and the scenarios of the files at drawn parameters, the same draws for all: bands (P5, P25, median, P75, P95),
probabilities, and how well the headline has settled. The same seed gives the same numbers on any machine.

  --runs N | A:B     how many runs (default ${DEFAULT_RUNS}), or the run numbers from A up to B (exclusive): a shard
  --seed N           default 1
  --year Y           year of the headline, default ${DEFAULT_REPORT_YEAR}
  --target VALUE     probability of reaching it by year (0.4 or 40%)
  --tornado          which parameters move the headline of the last scenario
  --out FILE         write every value, for planner merge
  --workers N        threads, 0 = none beside this one
${outcomeHelp}
                     (without them the minerals stand beside the composite)
${scenarioHelp}
`;

const options = {
  ...scenarioOptions,
  ...outcomeOptions,
  ...workerOptions,
  ...datasetOption,
  runs: { type: "string" },
  seed: { type: "string" },
  year: { type: "string" },
  target: { type: "string" },
  tornado: { type: "boolean" },
  out: { type: "string" },
  json: { type: "boolean" },
} as const;

export const ensembleCommand: ThreadedCommand = {
  help,
  run: async (args, terminal) => {
    const parsed = readArguments("ensemble", args, options, MAX_FILES);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const model = readModel(values.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const { dataset, years } = model.value;
    const read = readScenarios(model.value, positionals, values);
    if (!read.ok) return refuse(terminal, read.error);
    const outcome = readOutcome(values, dataset);
    if (!outcome.ok) return refuse(terminal, outcome.error);
    const year = readYear(values.year, DEFAULT_REPORT_YEAR, model.value);
    if (!year.ok) return refuse(terminal, year.error);
    const target = values.target === undefined ? ok(null) : readTarget(values.target, outcome.value);
    if (!target.ok) return refuse(terminal, target.error);
    const runs = readRuns(values.runs);
    if (!runs.ok) return refuse(terminal, runs.error);
    const seed = readSeed(values.seed);
    if (!seed.ok) return refuse(terminal, seed.error);
    const workers = readWorkers(values.workers);
    if (!workers.ok) return refuse(terminal, workers.error);

    const scenarios = besideStatusQuo(model.value, read.value).map(({ title, inputs, assumptions }) => ({ title, inputs, assumptions }));
    const plan: StudyPlan = { scenarios, outcomes: outcomesOf(dataset, outcome.value), years, seed: seed.value };
    const size = scenarios.length * plan.outcomes.length * years.length * (runs.value.to - runs.value.from);
    if (values.out !== undefined && size > MAX_PART_VALUES)
      return refuse(terminal, `ensemble: ${size} values are too many for one file; write smaller shards with --runs A:B.`);

    const question = { year: year.value, target: target.value };
    const found = await withRunner(model.value, workers.value, (runner) => study(runner, plan, runs.value, question, values.tornado === true, terminal));
    if (values.out !== undefined) {
      const part: Omit<EnsemblePart, "values"> = { format: PART_FORMAT, version: PART_VERSION, planner: plannerInfo(dataset), study: plan, ...runs.value };
      const columns = Array.from({ length: found.sampled.series }, (_, s) => found.sampled.column(s));
      const written = writePart(values.out, part, columns);
      if (!written.ok) return refuse(terminal, errorLines(written.error));
    }
    const report = { dataset, plan, question, from: runs.value.from, ...found };
    terminal.out(values.json === true ? jsonText(ensembleJson(report)) : ensembleText(report));
    if (values.out !== undefined && values.json !== true) terminal.out(`Wrote ${values.out}.\n`);
    return exitCode.done;
  },
};

interface Found {
  readonly sampled: SampledRuns;
  readonly report: EnsembleReport;
  readonly tornado: Tornado | null;
}

async function study(
  runner: JobRunner,
  plan: StudyPlan,
  { from, to }: { readonly from: number; readonly to: number },
  question: { readonly year: number; readonly target: number | null },
  withTornado: boolean,
  terminal: Terminal,
): Promise<Found> {
  const sampled = await sampleRuns(runner, studyOf(plan, from, to), controlOf(terminal, "runs"));
  if (sampled === "cancelled") throw new Error("nobody cancelled");
  const report = await ensembleReport(runner, plan, sampled, question);
  if (report === "cancelled") throw new Error("nobody cancelled");
  if (!withTornado) return { sampled, report, tornado: null };
  const last = plan.scenarios.length - 1;
  const found = await tornado(
    runner,
    {
      scenario: plan.scenarios[last]!,
      measure: { kind: "year", outcome: plan.outcomes[0]!, year: question.year },
      seed: plan.seed,
      from,
      values: headlineSeries(plan, sampled, last, question.year),
    },
    controlOf(terminal, "parameters"),
  );
  if (found === "cancelled") throw new Error("nobody cancelled");
  return { sampled, report, tornado: found };
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
