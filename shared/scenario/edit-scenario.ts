/**
 * Every edit of a scenario document as a pure function (rules L1–L9). An edit that is not valid returns the document it was given.
 * A row of the lever list stands for the first instance of its lever that covers all minerals (and, where given, that partner).
 */
import type { Dataset, Lever } from "../dataset/dataset.ts";
import { isYearMonth } from "../time.ts";
import type { YearMonth } from "../time.ts";
import { MULTIPLIER, WORLD_NAME_MAX, inWorld } from "./own-world.ts";
import { sameValue } from "./same-value.ts";
import type { Assumption, LeverSetting, OwnWorld, ScenarioDocument, ScenarioEvent, Target } from "./scenario.ts";

/** The row of a lever; `partner` (supplier iso3) tells the rows of ally finance apart. */
export interface LeverRow {
  readonly lever: Lever;
  readonly partner?: string;
}

export const instancesOf = (document: ScenarioDocument, leverId: string): readonly LeverSetting[] =>
  document.inputs.levers.filter((setting) => setting.lever === leverId);

/** The instance that a row edits; undefined while the row is at status quo and untouched. */
export const rowInstance = (document: ScenarioDocument, row: LeverRow): LeverSetting | undefined => document.inputs.levers[rowIndex(document, row)];

/** Whether any instance of the lever differs from status quo. */
export const leverDiffers = (document: ScenarioDocument, lever: Lever): boolean =>
  document.inputs.levers.some((setting) => setting.lever === lever.id && setting.value !== lever.default);

export const changedLevers = (document: ScenarioDocument, levers: readonly Lever[]): readonly Lever[] =>
  levers.filter((lever) => leverDiffers(document, lever));

/** Settings of levers that the dataset does not have: no model run counts them, and the scenario keeps them until they are removed. */
export function unknownSettings({ inputs }: ScenarioDocument, levers: readonly Lever[]): readonly LeverSetting[] {
  const known = new Set(levers.map(({ id }) => id));
  return inputs.levers.filter(({ lever }) => !known.has(lever));
}

/** Sets a row's value exactly as given, on or off the slider's step. Out of bounds: no change. Back at status quo a plain instance is removed. */
export function setLever(document: ScenarioDocument, row: LeverRow, value: number): ScenarioDocument {
  if (!Number.isFinite(value) || value < row.lever.min || value > row.lever.max) return document;
  return editRow(document, row, (setting) => ({ ...setting, value }));
}

/** First month with the lever; not at or after its end. */
export function setLeverStart(document: ScenarioDocument, row: LeverRow, start: YearMonth): ScenarioDocument {
  const end = rowInstance(document, row)?.end;
  if (!isYearMonth(start) || (end !== undefined && start >= end)) return document;
  return editRow(document, row, (setting) => ({ ...setting, start }));
}

/** Months from start to full effect, a whole number from 0. */
export function setLeverRamp(document: ScenarioDocument, row: LeverRow, ramp: number): ScenarioDocument {
  if (!Number.isInteger(ramp) || ramp < 0) return document;
  return editRow(document, row, (setting) => ({ ...setting, ramp }));
}

/** First month without the lever, after its start; null = no end. */
export function setLeverEnd(document: ScenarioDocument, row: LeverRow, end: YearMonth | null): ScenarioDocument {
  if (end !== null && !isYearMonth(end)) return document;
  const start = rowInstance(document, row)?.start ?? row.lever.defaultStart;
  if (end !== null && end <= start) return document;
  return editRow(document, row, ({ end: _dropped, ...setting }) => (end === null ? setting : { ...setting, end }));
}

/** Replaces every instance of one lever, in place of the first one that stood there. */
export function replaceInstances(document: ScenarioDocument, leverId: string, instances: readonly LeverSetting[]): ScenarioDocument {
  const levers = document.inputs.levers;
  const first = levers.findIndex((setting) => setting.lever === leverId);
  const at = first === -1 ? levers.length : first;
  const others = (setting: LeverSetting): boolean => setting.lever !== leverId;
  return withLevers(document, [...levers.slice(0, at).filter(others), ...instances, ...levers.slice(at).filter(others)]);
}

/** Other lever settings in the place of all that there are. */
export const takeLevers = (document: ScenarioDocument, levers: readonly LeverSetting[]): ScenarioDocument => withLevers(document, levers);

/** Without the settings of levers that the dataset does not have. */
export function removeUnknownSettings(document: ScenarioDocument, levers: readonly Lever[]): ScenarioDocument {
  const unknown = unknownSettings(document, levers);
  return withLevers(
    document,
    document.inputs.levers.filter((setting) => !unknown.includes(setting)),
  );
}

/** One lever to status quo, with all its instances. */
export const resetLever = (document: ScenarioDocument, leverId: string): ScenarioDocument => replaceInstances(document, leverId, []);

/** Every lever of a group to status quo. */
export function resetGroup(document: ScenarioDocument, levers: readonly Lever[], group: string): ScenarioDocument {
  const ids = new Set(levers.filter((lever) => lever.group === group).map((lever) => lever.id));
  return withLevers(
    document,
    document.inputs.levers.filter((setting) => !ids.has(setting.lever)),
  );
}

/** Every lever to status quo; world, events, assumptions, target and budget stay, since policy did not set them. */
export const resetAll = (document: ScenarioDocument): ScenarioDocument => withLevers(document, []);

/** A world of the dataset as it stands there; an own world goes. */
export function setWorld(document: ScenarioDocument, worlds: Dataset["worlds"], world: string): ScenarioDocument {
  const { inputs } = document;
  if ((inputs.world === world && inputs.own_world === undefined) || !worlds.some(({ id }) => id === world)) return document;
  return { ...document, inputs: inWorld(inputs, world) };
}

/** An own world on `base`. A name that is empty or too long, or a multiplier out of bounds: no change. */
export function setOwnWorld(document: ScenarioDocument, worlds: Dataset["worlds"], base: string, own: OwnWorld): ScenarioDocument {
  const { inputs } = document;
  const isNamed = own.name.trim() !== "" && own.name.length <= WORLD_NAME_MAX;
  const isBounded = [own.demand, own.price].every((each) => Object.values(each).every((value) => value >= MULTIPLIER.min && value <= MULTIPLIER.max));
  if (!isNamed || !isBounded || !worlds.some(({ id }) => id === base)) return document;
  if (inputs.world === base && sameValue(inputs.own_world, own)) return document;
  return { ...document, inputs: { ...inputs, world: base, own_world: own } };
}

export const addEvent = (document: ScenarioDocument, event: ScenarioEvent): ScenarioDocument => withEvents(document, [...document.inputs.events, event]);

export const replaceEvent = (document: ScenarioDocument, index: number, event: ScenarioEvent): ScenarioDocument =>
  index in document.inputs.events ? withEvents(document, document.inputs.events.with(index, event)) : document;

export const removeEvent = (document: ScenarioDocument, index: number): ScenarioDocument =>
  index in document.inputs.events ? withEvents(document, document.inputs.events.toSpliced(index, 1)) : document;

export const setTarget = (document: ScenarioDocument, target: Target | null): ScenarioDocument =>
  sameValue(document.target, target) ? document : { ...document, target };

/** Mean public cost per year in million; null = none. Negative or not finite: no change. */
export function setBudget(document: ScenarioDocument, budget: number | null): ScenarioDocument {
  if (document.budget === budget || (budget !== null && !(Number.isFinite(budget) && budget >= 0))) return document;
  return { ...document, budget };
}

/** Replaces a parameter of the dataset; `value` null takes the dataset's own value again. */
export function setAssumption(document: ScenarioDocument, at: Pick<Assumption, "mineral" | "stage" | "key">, value: number | null): ScenarioDocument {
  if (value !== null && !Number.isFinite(value)) return document;
  const { mineral, stage, key } = at;
  const index = document.assumptions.findIndex((row) => row.mineral === mineral && row.stage === stage && row.key === key);
  if (value === null) return index === -1 ? document : { ...document, assumptions: document.assumptions.toSpliced(index, 1) };
  const row: Assumption = { mineral, stage, key, value };
  if (index === -1) return { ...document, assumptions: [...document.assumptions, row] };
  return document.assumptions[index]?.value === value ? document : { ...document, assumptions: document.assumptions.with(index, row) };
}

function rowIndex(document: ScenarioDocument, { lever, partner }: LeverRow): number {
  return document.inputs.levers.findIndex(
    (setting) => setting.lever === lever.id && setting.minerals === "all" && (partner === undefined || setting.partner === partner),
  );
}

function editRow(document: ScenarioDocument, row: LeverRow, change: (setting: LeverSetting) => LeverSetting): ScenarioDocument {
  const index = rowIndex(document, row);
  const old = document.inputs.levers[index];
  const changed = change(old ?? untouched(row));
  if (old ? sameValue(old, changed) : isRedundant(changed, row)) return document;
  const levers = document.inputs.levers;
  if (isRedundant(changed, row)) return withLevers(document, levers.toSpliced(index, 1));
  return withLevers(document, old ? levers.with(index, changed) : [...levers, changed]);
}

/** The instance that a row makes when it has none. */
function untouched({ lever, partner }: LeverRow): LeverSetting {
  const plain: LeverSetting = { lever: lever.id, value: lever.default, start: lever.defaultStart, ramp: lever.defaultRampMonths, minerals: "all" };
  return partner === undefined ? plain : { ...plain, partner };
}

/** At status quo and nothing else set: then no instance says the same, and zero levers is the status quo bit for bit. */
const isRedundant = (setting: LeverSetting, row: LeverRow): boolean =>
  sameValue(setting, setting.partner === undefined ? untouched({ lever: row.lever }) : untouched({ lever: row.lever, partner: setting.partner }));

const withLevers = (document: ScenarioDocument, levers: readonly LeverSetting[]): ScenarioDocument =>
  sameValue(levers, document.inputs.levers) ? document : { ...document, inputs: { ...document.inputs, levers } };

const withEvents = (document: ScenarioDocument, events: readonly ScenarioEvent[]): ScenarioDocument => ({
  ...document,
  inputs: { ...document.inputs, events },
});
