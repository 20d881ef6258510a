/** `planner stress`: scenarios under disruptions, one of them in detail, or scenarios in every world. */
import { stressDetail } from "../../shared/analysis/stress/stress-detail.ts";
import { firstStressStart, type StressEvent, stressMatrix, stressOfOwn, stressOfPreset } from "../../shared/analysis/stress/stress.ts";
import { worldChoice } from "../../shared/analysis/world-choice.ts";
import { inWorlds, type WorldsQuestion } from "../../shared/analysis/worlds.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { isPresetEvent, type OwnEvent } from "../../shared/scenario/scenario.ts";
import { isYearMonth, monthAt, monthIndex } from "../../shared/time.ts";
import { analysisCommand } from "./analysis-command.ts";
import { DEFAULT_YEAR, outcomeHelp, outcomeOptions, readOutcome, readTarget, readYear } from "./analysis-options.ts";
import { answerHelp, answerOptions } from "./answer.ts";
import { basisText } from "./basis.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { besideStatusQuo, packageOf, readScenarios, sourceHelp, sourceOptions } from "./sources.ts";
import { detailJson, detailReport, detailTable } from "./stress-detail-report.ts";
import { matrixJson, matrixReport, matrixTable } from "./stress-report.ts";
import { readStudyOptions, runStudy, studyHelp, studyOptions } from "./study.ts";
import { worldsJson, worldsReport, worldsTable } from "./worlds-report.ts";

const MAX_FILES = 20;

const help = `planner stress [FILE.lodestone | ID | ID@N]... [options]

Share of need lost (unmet and driven away by prices) by the minerals that a disruption touches, from its start to 24 months after its end.
Rows are status quo and the scenarios, columns the dataset's disruptions and the scenarios' own.

  --at YYYY-MM       month in which disruptions begin (default: five years into the run, as in the window)
  --disruption ID    one column; may be repeated (default: all)
  --open ID          one disruption in detail for each scenario: classes, days of cover, stock released, refill, months to recover
  --worlds           the scenarios in every world of the dataset, and worlds of the scenarios' own, in place of disruptions:
                     --year Y (default ${DEFAULT_YEAR}), --target VALUE say in which worlds a target is met, and what tells the others apart
${outcomeHelp}
                     (with --worlds)
${sourceHelp}
${studyHelp}
${answerHelp}
`;

const options = {
  ...sourceOptions,
  ...outcomeOptions,
  ...studyOptions,
  ...answerOptions,
  at: { type: "string" },
  disruption: { type: "string", multiple: true },
  open: { type: "string" },
  worlds: { type: "boolean" },
  year: { type: "string" },
  target: { type: "string" },
} as const;

export const stressCommand = analysisCommand({
  name: "stress",
  help,
  options,
  most: MAX_FILES,
  answer: async ({ values, positionals, model, terminal }) => {
    const wrong = misplaced(values);
    if (wrong !== null) return err(wrong);
    const read = await readScenarios("stress", model, positionals, values);
    if (!read.ok) return read;
    const study = readStudyOptions(values);
    if (!study.ok) return study;
    const { dataset } = model;
    const scenarios = besideStatusQuo(model, read.value);
    const packages = scenarios.map(packageOf);

    if (values.worlds === true) {
      const asked = readWorldsQuestion(model, scenarios, values);
      if (!asked.ok) return asked;
      const rows = scenarios.slice(1);
      const table = await runStudy(model, study.value, terminal, ({ runner, control }) => inWorlds(runner, packages.slice(1), asked.value, control("runs")));
      if (table === "cancelled") return ok(table);
      return ok({
        text: () => `${worldsReport(dataset, rows, table)}\n${basisText(dataset, rows)}`,
        json: () => worldsJson(dataset, rows, table),
        table: () => worldsTable(dataset, rows, table),
      });
    }
    const events = readEvents(model, scenarios, values.at, values.open === undefined ? values.disruption : [values.open]);
    if (!events.ok) return events;
    if (values.open !== undefined) {
      const details = packages.map((scenario) => stressDetail(model, scenario, events.value[0]!));
      return ok({
        text: () => `${detailReport(dataset, scenarios, details)}\n${basisText(dataset, scenarios)}`,
        json: () => detailJson(dataset, scenarios, details),
        table: () => detailTable(dataset, scenarios, details),
      });
    }
    const cells = await runStudy(model, study.value, terminal, ({ runner, control }) => stressMatrix(runner, packages, events.value, control("runs")));
    if (cells === "cancelled") return ok(cells);
    return ok({
      text: () => `${matrixReport(dataset, scenarios, events.value, cells)}\n${basisText(dataset, scenarios)}`,
      json: () => matrixJson(dataset, scenarios, events.value, cells),
      table: () => matrixTable(dataset, scenarios, events.value, cells),
    });
  },
});

interface Asked {
  readonly indicator?: string | undefined;
  readonly mineral?: string | undefined;
  readonly stage?: string | undefined;
  readonly year?: string | undefined;
  readonly target?: string | undefined;
  readonly at?: string | undefined;
  readonly disruption?: readonly string[] | undefined;
  readonly open?: string | undefined;
  readonly worlds?: boolean | undefined;
}

/** Options of the worlds beside those of disruptions would be passed over in silence. */
function misplaced(asked: Asked): string | null {
  const ofWorlds = (["year", "target", "indicator", "mineral", "stage"] as const).find((name) => asked[name] !== undefined);
  const ofEvents = (["at", "disruption", "open"] as const).find((name) => asked[name] !== undefined);
  if (asked.worlds === true) return ofEvents === undefined ? null : `stress: --${ofEvents} is about disruptions and does not go with --worlds.`;
  return ofWorlds === undefined ? null : `stress: --${ofWorlds} is about worlds; add --worlds.`;
}

function readWorldsQuestion(model: Model, scenarios: readonly NamedScenario[], asked: Asked): Result<WorldsQuestion, string> {
  const outcome = readOutcome(asked, model.dataset);
  if (!outcome.ok) return outcome;
  const year = readYear(asked.year, model);
  if (!year.ok) return year;
  const target = asked.target === undefined ? ok(null) : readTarget(asked.target, outcome.value);
  if (!target.ok) return target;
  return ok({ outcome: outcome.value, year: year.value, target: target.value, worlds: worldsOf(model, scenarios) });
}

/** The dataset's presets and the scenarios' own events, begun at one month; or those that were named. */
function readEvents(
  { dataset }: Model,
  scenarios: readonly NamedScenario[],
  at: string | undefined,
  named: readonly string[] | undefined,
): Result<readonly StressEvent[], string> {
  const start = at ?? firstStressStart(dataset);
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
