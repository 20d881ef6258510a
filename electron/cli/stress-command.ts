/** `planner stress`: scenarios under disruptions, one of them in detail, or scenarios in every world. */
import type { JobRunner } from "../../shared/analysis/job-runner.ts";
import { stressDetail } from "../../shared/analysis/stress-detail.ts";
import { type StressCell, type StressEvent, stressMatrix, stressOfOwn, stressOfPreset } from "../../shared/analysis/stress.ts";
import { worldChoice } from "../../shared/analysis/world-choice.ts";
import { inWorlds } from "../../shared/analysis/worlds.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { isPresetEvent, type OwnEvent } from "../../shared/scenario/scenario.ts";
import { isYearMonth, monthAt, monthIndex } from "../../shared/time.ts";
import {
  besideStatusQuo,
  controlOf,
  datasetOption,
  outcomeHelp,
  outcomeOptions,
  readModel,
  readOutcome,
  readScenarios,
  readTarget,
  readWorkers,
  readYear,
  scenarioHelp,
  scenarioOptions,
  withRunner,
  workerOptions,
} from "./analysis-options.ts";
import { jsonText } from "./analysis-text.ts";
import { exitCode, readArguments, refuse, type ThreadedCommand } from "./command.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { detailJson, detailReport, matrixJson, matrixReport } from "./stress-report.ts";
import { worldsJson, worldsReport } from "./worlds-report.ts";

const MAX_FILES = 20;
const DEFAULT_YEAR = 2035;
/** Years after the start of the run in which events begin unless --at says otherwise. */
const DEFAULT_START_MONTHS = 48;

const help = `planner stress [FILE.lodestone...] [options]

Share of need lost (unmet and driven away by prices) by the minerals that a disruption touches, from its start to 24 months after its end.
Rows are status quo and the scenarios of the files, columns the dataset's disruptions and the files' own.

  --at YYYY-MM       month in which disruptions begin (default: four years into the run)
  --disruption ID    one column; may be repeated (default: all)
  --open ID          one disruption in detail for each scenario: classes, days of cover, stock released, refill, months to recover
  --worlds           the scenarios in every world of the dataset, and worlds of the files' own, in place of disruptions:
                     --year Y, --target VALUE say in which worlds a target is met, and what tells the others apart
  --workers N        threads, 0 = none beside this one
${outcomeHelp}
                     (with --worlds)
${scenarioHelp}
`;

const options = {
  ...scenarioOptions,
  ...outcomeOptions,
  ...workerOptions,
  ...datasetOption,
  at: { type: "string" },
  disruption: { type: "string", multiple: true },
  open: { type: "string" },
  worlds: { type: "boolean" },
  year: { type: "string" },
  target: { type: "string" },
  json: { type: "boolean" },
} as const;

export const stressCommand: ThreadedCommand = {
  help,
  run: async (args, terminal) => {
    const parsed = readArguments("stress", args, options, MAX_FILES);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const model = readModel(values.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const read = readScenarios(model.value, positionals, values);
    if (!read.ok) return refuse(terminal, read.error);
    const workers = readWorkers(values.workers);
    if (!workers.ok) return refuse(terminal, workers.error);
    const { dataset } = model.value;
    const scenarios = besideStatusQuo(model.value, read.value);
    const events = readEvents(model.value, scenarios, values.at, values.open === undefined ? values.disruption : [values.open]);
    if (!events.ok) return refuse(terminal, events.error);

    if (values.worlds === true) {
      const outcome = readOutcome(values, dataset);
      if (!outcome.ok) return refuse(terminal, outcome.error);
      const year = readYear(values.year, DEFAULT_YEAR, model.value);
      if (!year.ok) return refuse(terminal, year.error);
      const target = values.target === undefined ? ok(null) : readTarget(values.target, outcome.value);
      if (!target.ok) return refuse(terminal, target.error);
      const asked = { outcome: outcome.value, year: year.value, target: target.value, worlds: worldsOf(model.value, scenarios) };
      const rows = scenarios.slice(1);
      const table = await withRunner(model.value, workers.value, (runner) => inWorlds(runner, rows, asked, controlOf(terminal, "runs")));
      if (table === "cancelled") throw new Error("nobody cancelled");
      terminal.out(values.json === true ? jsonText(worldsJson(dataset, rows, table)) : worldsReport(dataset, rows, table));
      return exitCode.done;
    }
    if (values.open !== undefined) {
      const [event] = events.value;
      const details = scenarios.map((scenario) => stressDetail(model.value, scenario, event!));
      terminal.out(values.json === true ? jsonText(detailJson(dataset, scenarios, details)) : detailReport(dataset, scenarios, details));
      return exitCode.done;
    }
    const cells = await withRunner(model.value, workers.value, (runner) => matrix(runner, scenarios, events.value, controlOf(terminal, "runs")));
    terminal.out(values.json === true ? jsonText(matrixJson(dataset, scenarios, events.value, cells)) : matrixReport(dataset, scenarios, events.value, cells));
    return exitCode.done;
  },
};

async function matrix(
  runner: JobRunner,
  scenarios: readonly NamedScenario[],
  events: readonly StressEvent[],
  control: ReturnType<typeof controlOf>,
): Promise<readonly (readonly StressCell[])[]> {
  const cells = await stressMatrix(runner, scenarios, events, control);
  if (cells === "cancelled") throw new Error("nobody cancelled");
  return cells;
}

/** The dataset's presets and the scenarios' own events, begun at one month; or those that were named. */
function readEvents(
  { dataset }: Model,
  scenarios: readonly NamedScenario[],
  at: string | undefined,
  named: readonly string[] | undefined,
): Result<readonly StressEvent[], string> {
  const start = at ?? monthAt(Math.min(DEFAULT_START_MONTHS, dataset.months - 1), dataset.start);
  const last = monthAt(dataset.months - 1, dataset.start);
  const month = isYearMonth(start) ? monthIndex(start, dataset.start) : -1;
  if (month < 0 || month >= dataset.months) return err(`--at ${start}: write a month of the run, from ${dataset.start} to ${last}.`);
  const own: OwnEvent[] = [];
  for (const event of scenarios.flatMap(({ inputs }) => inputs.events)) {
    if (!isPresetEvent(event) && !own.some((known) => sameValue(known, event))) own.push(event);
  }
  const known = [...dataset.events.map((preset) => stressOfPreset(dataset, preset, start)), ...own.map((event) => stressOfOwn(dataset, event, start))];
  if (named === undefined) return ok(known);
  const chosen: StressEvent[] = [];
  for (const id of named) {
    const event = known.find((one) => one.id === id);
    if (event === undefined) return err(`"${id}" is not a disruption; the disruptions are ${known.map((one) => one.id).join(", ")}.`);
    chosen.push(event);
  }
  return ok(chosen);
}

/** Worlds of the dataset, then those of the scenarios' own. */
function worldsOf({ dataset }: Model, scenarios: readonly NamedScenario[]) {
  const own = scenarios.map(({ inputs }) => worldChoice(inputs)).filter(({ own_world }) => own_world !== undefined);
  return [...dataset.worlds.map(({ id }) => ({ world: id })), ...own.filter((one, i) => own.findIndex((other) => sameValue(other, one)) === i)];
}
