/** Runs in checked mode over worlds, events and levers: the invariants M1–M5 and M8 must hold in every month, M6 exactly. */
import type { Dataset, Lever } from "../dataset/dataset.ts";
import { needsPartner } from "../scenario/scenario-file-inputs.ts";
import { compileModel } from "../model/compile-model.ts";
import { violationText } from "../model/invariants.ts";
import { createRun } from "../model/run.ts";
import { simulate } from "../model/simulate.ts";
import type { LeverSetting, OwnEvent, PresetEvent, ScenarioInputs } from "../scenario/scenario.ts";
import type { Check, CheckOutcome } from "./check.ts";

/** One check per world, event preset and lever, one for everything at once, and the status quo in disguise (M6). */
export function invariantChecks(dataset: Dataset): readonly Check[] {
  const world = dataset.worlds[0]!.id;
  const presets = dataset.events.map((event): PresetEvent => ({ event: event.id, start: dataset.levers[0]?.defaultStart ?? dataset.start }));
  const all = dataset.levers.flatMap((lever) => instances(dataset, lever, lever.max));
  return [
    ...dataset.worlds.map(({ id, label }) => holds(`status quo, ${label}`, { levers: [], world: id, events: [] })),
    ...presets.map((event, i) => holds(`event: ${dataset.events[i]!.name}`, { levers: [], world, events: [event] })),
    ...dataset.levers.map((lever) => holds(`${lever.name} at ${lever.max} ${lever.unit}`, { levers: instances(dataset, lever, lever.max), world, events: [] })),
    holds("every lever at its maximum, all events at once", { levers: all, world: dataset.worlds.at(-1)!.id, events: presets }),
    { id: "M6", title: "every lever at its default and every event at severity 0 is the status quo, bit for bit", run: defaultsAreStatusQuo },
  ];
}

function holds(title: string, inputs: ScenarioInputs): Check {
  return {
    id: "M1–M5",
    title,
    run: (dataset): CheckOutcome => {
      const model = compileModel(dataset);
      const violation = simulate(model, inputs, createRun(model), { checked: true });
      const found = violation === null ? 0 : 1;
      return { expected: 0, got: found, tolerance: 0, pass: violation === null, ...(violation === null ? {} : { note: violationText(violation) }) };
    },
  };
}

/** One instance of the lever; ally finance needs a partner, so it gets one instance per ally that some stage lists. */
export function instances(dataset: Dataset, lever: Lever, value: number): readonly LeverSetting[] {
  const setting: LeverSetting = { lever: lever.id, value, start: lever.defaultStart, ramp: lever.defaultRampMonths, minerals: "all" };
  if (!needsPartner(lever.id)) return [setting];
  const allies = [...new Set(dataset.suppliers.filter((row) => row.isAlly).map((row) => row.iso3))];
  const withPartner = (partner: string): LeverSetting => ({ ...setting, partner, value: value / allies.length });
  return allies.map(withPartner);
}

/** Every event preset as an event of one's own with severity 0. */
export function idleEvents(dataset: Dataset): readonly OwnEvent[] {
  return dataset.events.map((event) => ({
    minerals: event.minerals,
    stages: event.stages,
    suppliers: event.suppliers,
    scope: event.scope,
    severity: 0,
    start: dataset.start,
    duration: event.durationMonths,
    ramp_in: event.rampInMonths,
    recovery: event.recoveryMonths,
  }));
}

function defaultsAreStatusQuo(dataset: Dataset): CheckOutcome {
  const world = dataset.worlds[0]!.id;
  const model = compileModel(dataset);
  const [plain, disguised] = [createRun(model), createRun(model)];
  simulate(model, { levers: [], world, events: [] }, plain);
  const levers = dataset.levers.flatMap((lever) => instances(dataset, lever, lever.default));
  simulate(model, { levers, world, events: idleEvents(dataset) }, disguised);
  let differences = 0;
  const count = (a: Float64Array, b: Float64Array): void => a.forEach((value, i) => (differences += Object.is(value, b[i]) ? 0 : 1));
  count(plain.stageMonths, disguised.stageMonths);
  for (const level of ["stage", "mineral", "total"] as const) {
    const other = disguised.annual[level] as Readonly<Record<string, Float64Array>>;
    for (const [id, series] of Object.entries(plain.annual[level])) count(series, other[id]!);
  }
  return { expected: 0, got: differences, tolerance: 0, pass: differences === 0 };
}
