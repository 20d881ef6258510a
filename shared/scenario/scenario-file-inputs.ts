/** Whether inputs fit a dataset: known levers, world and events, values inside their ranges, sub-settings that the lever has. */
import { chainStages } from "../dataset/chain-stages.ts";
import { ISO3 } from "../dataset/codes.ts";
import { DOMESTIC, OTHER_SUPPLIERS } from "../dataset/engine-keys.ts";
import { parseWorldShare } from "../dataset/world-share.ts";
import type { Dataset, Lever } from "../dataset/dataset.ts";
import { oneOf } from "../dataset/row-reader.ts";
import { isYearMonth } from "../time.ts";
import { strayFields } from "./lever-fields.ts";
import { MULTIPLIER, WORLD_NAME_MAX } from "./own-world.ts";
import { isPresetEvent, type LeverSetting, type OwnEvent, type OwnWorld, type ScenarioInputs } from "./scenario.ts";

/** One field that does not fit. `path` starts inside the inputs: "levers[2].value". */
export interface FieldProblem {
  readonly path: string;
  readonly wrong: string;
  readonly right: string;
}

export function checkInputs(inputs: ScenarioInputs, dataset: Dataset): readonly FieldProblem[] {
  const worlds = dataset.worlds.map((w) => w.id);
  return [
    ...inputs.levers.flatMap((setting, i) => checkSetting(setting, dataset, `levers[${i}]`)),
    ...(worlds.includes(inputs.world) ? [] : [{ path: "world", wrong: `"${inputs.world}" is not a known world`, right: `write ${oneOf(worlds)}` }]),
    ...(inputs.own_world ? checkOwnWorld(inputs.own_world, dataset) : []),
    ...inputs.events.flatMap((event, i) => {
      const known = dataset.events.map((e) => e.id);
      if (!isYearMonth(event.start)) return [{ path: `events[${i}].start`, wrong: `"${event.start}" is not a month`, right: "write a month as YYYY-MM" }];
      if (!isPresetEvent(event)) return checkOwnEvent(event, dataset, `events[${i}]`);
      if (known.includes(event.event)) return [];
      return [{ path: `events[${i}].event`, wrong: `"${event.event}" is not a known event`, right: `write ${oneOf(known)}` }];
    }),
  ];
}

function checkSetting(setting: LeverSetting, dataset: Dataset, at: string): readonly FieldProblem[] {
  const lever = dataset.levers.find((l) => l.id === setting.lever);
  if (lever === undefined)
    return [{ path: `${at}.lever`, wrong: `"${setting.lever}" is not a known lever`, right: `write ${oneOf(dataset.levers.map((l) => l.id))}` }];
  const suppliers = supplierIds(dataset);
  const problems: FieldProblem[] = [];
  const add = (path: string, wrong: string, right: string): void => void problems.push({ path: at + path, wrong, right });
  if (!(setting.value >= lever.min && setting.value <= lever.max)) add(".value", `${setting.value} is out of range for ${lever.id}`, rangeOf(lever));
  if (!isYearMonth(setting.start)) add(".start", `"${setting.start}" is not a month`, "write a month as YYYY-MM");
  if (setting.end !== undefined && !isYearMonth(setting.end)) add(".end", `"${setting.end}" is not a month`, "write a month as YYYY-MM");
  if (!(setting.ramp >= 0)) add(".ramp", `${setting.ramp} months is no length of time`, "write 0 or more");
  for (const field of strayFields(setting)) add(`.${field}`, `${lever.id} has no ${field} of its own`, field === "minerals" ? 'write "all"' : "leave it out");
  if (setting.end !== undefined && setting.end <= setting.start)
    add(".end", `${setting.end} is not after the start ${setting.start}`, "write the first month without the lever");
  if (setting.minerals !== "all")
    problems.push(
      ...checkIds(
        `${at}.minerals`,
        setting.minerals,
        dataset.minerals.map((m) => m.id),
        "mineral",
      ),
    );
  if (setting.stages !== undefined) problems.push(...checkIds(`${at}.stages`, setting.stages, chainIds(dataset), "stage"));
  if (setting.countries !== undefined && setting.countries !== "non_ally")
    problems.push(
      ...checkIds(
        `${at}.countries`,
        setting.countries,
        suppliers.filter((id) => id !== OTHER_SUPPLIERS),
        "supplier with a name",
      ),
    );
  if (setting.partner !== undefined) problems.push(...checkIds(`${at}.partner`, [setting.partner], suppliers, "supplier"));
  if (setting.partner === undefined && needsPartner(lever.id)) add(".partner", `${lever.id} needs a partner`, `write ${oneOf(suppliers)}`);
  if (setting.eligible !== undefined && !isShare(setting.eligible)) add(".eligible", `${setting.eligible} is out of range`, "write a share from 0 to 1");
  return problems;
}

/** Ally finance goes to plants in one partner country. */
export const needsPartner = (lever: string): boolean => lever === "ally_finance";

const rangeOf = (lever: Lever): string => `write ${lever.min} to ${lever.max} (${lever.unit})`;

const isShare = (value: number): boolean => value >= 0 && value <= 1;

const chainIds = (dataset: Dataset): readonly string[] => chainStages(dataset.stages).map((s) => s.id);

/** Ids of all suppliers that the dataset names, in file order. */
const supplierIds = (dataset: Dataset): readonly string[] => [...new Set(dataset.suppliers.map((s) => s.iso3))];

function checkIds(path: string, ids: readonly string[], allowed: readonly string[], what: string): readonly FieldProblem[] {
  if (ids.length === 0) return [{ path, wrong: `no ${what} is named`, right: `write ${oneOf(allowed)}` }];
  const unknown = ids.find((id) => !allowed.includes(id));
  if (unknown !== undefined) return [{ path, wrong: `"${unknown}" is not a known ${what}`, right: `write ${oneOf(allowed)}` }];
  return new Set(ids).size < ids.length ? [{ path, wrong: `one ${what} stands twice`, right: "name each once" }] : [];
}

function checkOwnWorld(own: OwnWorld, dataset: Dataset): readonly FieldProblem[] {
  const minerals = dataset.minerals.map((m) => m.id);
  const name = own.name.trim() === "" || own.name.length > WORLD_NAME_MAX;
  return [
    ...(name ? [{ path: "own_world.name", wrong: "this is no name for a world", right: `write 1 to ${WORLD_NAME_MAX} characters` }] : []),
    ...(["demand", "price"] as const).flatMap((variable) =>
      Object.entries(own[variable]).flatMap(([mineral, value]) => {
        const path = `own_world.${variable}.${mineral}`;
        if (!minerals.includes(mineral)) return [{ path, wrong: `"${mineral}" is not a known mineral`, right: `write ${oneOf(minerals)}` }];
        if (value >= MULTIPLIER.min && value <= MULTIPLIER.max) return [];
        return [{ path, wrong: `${value} is out of range`, right: `write a multiplier from ${MULTIPLIER.min} to ${MULTIPLIER.max}` }];
      }),
    ),
  ];
}

function checkOwnEvent(event: OwnEvent, dataset: Dataset, at: string): readonly FieldProblem[] {
  const minerals = dataset.minerals.map((m) => m.id);
  const list = (path: string, text: string, allowed: readonly string[], what: string): readonly FieldProblem[] =>
    text === "*" ? [] : checkIds(at + path, text.split("|"), allowed, what);
  const problems = [...list(".minerals", event.minerals, minerals, "mineral"), ...list(".stages", event.stages, chainIds(dataset), "stage")];
  const add = (path: string, wrong: string, right: string): void => void problems.push({ path: at + path, wrong, right });
  if (event.scope === "outage" && event.suppliers !== DOMESTIC) add(".suppliers", `"${event.suppliers}" has no outage at home`, `write ${DOMESTIC}`);
  // A country without a row of its own is part of the unnamed rest and is simply not hit.
  if (event.scope !== "outage" && event.suppliers !== "*" && !event.suppliers.split("|").every((iso3) => ISO3.test(iso3))) {
    add(".suppliers", `"${event.suppliers}" is not a list of country codes`, "write codes of three capital letters joined by |, or * for all");
  }
  if (!isShare(event.severity)) add(".severity", `${event.severity} is out of range`, "write a share from 0 to 1");
  if (event.leak !== undefined && !isShare(event.leak)) add(".leak", `${event.leak} is out of range`, "write a share from 0 to 1");
  for (const field of ["ramp_in", "recovery"] as const) {
    if (!(event[field] >= 0)) add(`.${field}`, `${event[field]} months is no length of time`, "write 0 or more");
  }
  if (!(event.duration >= 1)) add(".duration", `${event.duration} months is too short`, "write 1 or more");
  if (event.world_share !== undefined) {
    const shares = parseWorldShare(event.world_share, minerals);
    if (!shares.ok)
      add(".world_share", `"${shares.error}" does not fit`, `write mineral:share joined by |, with a share from 0 to 1 and a mineral among ${oneOf(minerals)}`);
  }
  return problems;
}
