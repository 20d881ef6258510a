/**
 * Scenarios under disruption. A cell is the share of need lost, unmet plus price-destroyed, from the event's start to 24 months after its end,
 * over the minerals that the event touches; the same run by hand gives the same number.
 */
import type { Dataset, EventPreset } from "../../dataset/dataset.ts";
import { idList } from "../../model/schedule-events.ts";
import { isPresetEvent, type OwnEvent, type ScenarioEvent } from "../../scenario/scenario.ts";
import { monthAt, monthIndex, type YearMonth } from "../../time.ts";
import type { Package } from "../jobs/job.ts";
import { evaluatePackages, type JobRunner } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";

/** Losses are counted until so long after the event's end. */
export const AFTERMATH_MONTHS = 24;

/** Late enough for first effects of policy. */
const FIRST_START_MONTHS = 60;

/** Month in which disruptions begin unless another is chosen, the same in the window and on the command line. */
export const firstStressStart = ({ start, months }: Pick<Dataset, "start" | "months">): YearMonth => monthAt(Math.min(FIRST_START_MONTHS, months - 1), start);

/** An event at its date, with what its cells are counted over. */
export interface StressEvent {
  readonly id: string;
  readonly name: string;
  readonly event: ScenarioEvent;
  /** Minerals that it touches, in the dataset's order. */
  readonly minerals: readonly string[];
  /** First month in force, first month after its duration, first month after the count; months of the run. */
  readonly from: number;
  readonly end: number;
  readonly countedTo: number;
  /** The run ends before the count would. */
  readonly isCutShort: boolean;
}

/** A preset begun at `start`. It must begin inside the run. */
export const stressOfPreset = (dataset: Dataset, preset: EventPreset, start: YearMonth): StressEvent =>
  counted(dataset, preset.id, preset.name, { event: preset.id, start }, preset.minerals, start, preset.durationMonths);

/** An event of the user's own, moved to `start`. */
export const stressOfOwn = (dataset: Dataset, own: OwnEvent, start: YearMonth): StressEvent =>
  counted(dataset, own.name ?? "own event", own.name ?? "Own event", { ...own, start }, own.minerals, start, own.duration);

/** Any event of a scenario at its own date. Preset ids must be known. */
export function stressOf(dataset: Dataset, event: ScenarioEvent): StressEvent {
  if (!isPresetEvent(event)) return stressOfOwn(dataset, event, event.start);
  const preset = dataset.events.find(({ id }) => id === event.event);
  if (!preset) throw new Error(`no event ${event.event}`);
  return stressOfPreset(dataset, preset, event.start);
}

function counted(dataset: Dataset, id: string, name: string, event: ScenarioEvent, minerals: string, start: YearMonth, duration: number): StressEvent {
  const named = idList(minerals);
  const from = monthIndex(start, dataset.start);
  if (from < 0 || from >= dataset.months) throw new Error(`${start} is outside the run`);
  const last = from + duration + AFTERMATH_MONTHS;
  return {
    id,
    name,
    event,
    minerals: dataset.minerals.map((mineral) => mineral.id).filter((mineral) => named === null || named.includes(mineral)),
    from,
    end: Math.min(dataset.months, from + duration),
    countedTo: Math.min(dataset.months, last),
    isCutShort: last > dataset.months,
  };
}

export const withEvent = (scenario: Package, event: ScenarioEvent): Package => ({
  ...scenario,
  inputs: { ...scenario.inputs, events: [...scenario.inputs.events, event] },
});

/** Total demand loss, as a share of need, of an event's minerals over its months. */
export const lossMeasure = ({ minerals, from, countedTo }: StressEvent): Measure => ({ kind: "loss", minerals, from, to: countedTo });

export interface StressCell {
  /** Share of need lost with the event. */
  readonly loss: number;
  /** Over the same months and minerals without it. */
  readonly lossWithout: number;
}

/** Rows are scenarios, columns events. Progress counts runs. */
export async function stressMatrix(
  runner: JobRunner,
  scenarios: readonly Package[],
  events: readonly StressEvent[],
  control: Control = {},
): Promise<Cancellable<readonly (readonly StressCell[])[]>> {
  const packages = scenarios.flatMap((scenario) => [scenario, ...events.map(({ event }) => withEvent(scenario, event))]);
  const values = await evaluatePackages(runner, packages, events.map(lossMeasure), control);
  if (values === "cancelled") return values;
  const n = events.length;
  return scenarios.map((_, s) =>
    events.map((__, e): StressCell => {
      const first = s * (n + 1) * n;
      return { loss: values[first + (e + 1) * n + e]!, lossWithout: values[first + e]! };
    }),
  );
}
