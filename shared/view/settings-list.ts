/** Everything a scenario sets, line by line in words: levers with their dates, world, disruptions, assumptions, target and budget. */
import { parameterUnit } from "../format/unit-words.ts";
import { findParameter } from "../dataset/parameter-lookup.ts";
import type { Dataset, Lever } from "../dataset/dataset.ts";
import { leverText } from "../format/lever-text.ts";
import { exactNumberText } from "../format/number.ts";
import { valueText } from "../format/quantity.ts";
import { scaleFor } from "../format/scale.ts";
import { inSentence, listText, monthText, shortName } from "../format/words.ts";
import { CATALOGUE } from "../indicator/catalogue.ts";
import { eventName } from "../scenario/describe-edit.ts";
import { worldName } from "../scenario/own-world.ts";
import type { Assumption, LeverSetting, ScenarioDocument, ScenarioEvent, ScenarioInputs, Target } from "../scenario/scenario.ts";
import { placeText } from "./data/data-effect.ts";
import { parameterName } from "./data/data-parameter-names.ts";
import { IMPORT_DEPENDENCE } from "./dependence.ts";

export interface SettingLine {
  readonly name: string;
  readonly text: string;
}

export type SettingsSource = Pick<Dataset, "levers" | "worlds" | "events" | "minerals" | "stages" | "suppliers" | "parameters" | "currency">;

/** Levers in the dataset's order, then the rest. A lever, world or disruption that the dataset does not know is named by its id. */
export function settingLines(dataset: SettingsSource, document: ScenarioDocument): readonly SettingLine[] {
  const { levers, events } = document.inputs;
  const order = new Map(dataset.levers.map(({ id }, index) => [id, index]));
  const place = ({ lever }: LeverSetting): number => order.get(lever) ?? order.size;
  return [
    ...levers.toSorted((a, b) => place(a) - place(b)).map((setting) => leverLine(dataset, setting)),
    { name: "World", text: worldText(dataset, document.inputs) },
    ...events.map((event): SettingLine => ({ name: "Disruption", text: `${eventName(dataset, event)} from ${monthText(event.start)}${lengthText(event)}` })),
    ...document.assumptions.map((assumption) => assumptionLine(dataset, assumption)),
    ...(document.target === null ? [] : [targetLine(dataset, document.target)]),
    ...(document.budget === null ? [] : [{ name: "Budget", text: valueText(document.budget, moneyScale(dataset, document.budget)) }]),
  ];
}

function leverLine(dataset: SettingsSource, setting: LeverSetting): SettingLine {
  const lever = dataset.levers.find(({ id }) => id === setting.lever);
  if (!lever) return { name: setting.lever, text: exactNumberText(setting.value) };
  const scope = scopeText(dataset, setting);
  return { name: scope === "" ? lever.name : `${lever.name}, ${scope}`, text: leverWords(lever, setting) };
}

function leverWords(lever: Lever, { value, start, end }: LeverSetting): string {
  const { band, detail } = leverText(lever, value, start);
  return [band, detail, end === undefined ? "" : `until ${monthText(end)}`].filter((part) => part !== "").join(" · ");
}

/** "Australia, lithium and cobalt, mining"; "" for a setting that covers all. */
export function scopeText(dataset: Pick<SettingsSource, "minerals" | "stages" | "suppliers">, { partner, minerals, stages }: LeverSetting): string {
  const mineralName = (id: string): string => inSentence(shortName(dataset.minerals.find((mineral) => mineral.id === id)?.name ?? id));
  const stageName = (id: string): string => inSentence(dataset.stages.find((stage) => stage.id === id)?.label ?? id);
  const parts = [
    partner === undefined ? "" : (dataset.suppliers.find(({ iso3 }) => iso3 === partner)?.country ?? partner),
    minerals === "all" ? "" : listText(minerals.map(mineralName)),
    stages === undefined ? "" : listText(stages.map(stageName)),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** A world of the user's own with its multipliers: "Slow mines, after Stated policies: demand for lithium × 1.2" */
function worldText(dataset: SettingsSource, inputs: ScenarioInputs): string {
  const { own_world: own } = inputs;
  if (!own) return worldName(dataset, inputs);
  const nameOf = (id: string): string => inSentence(shortName(dataset.minerals.find((mineral) => mineral.id === id)?.name ?? id));
  const each = (["demand", "price"] as const).flatMap((variable) =>
    Object.entries(own[variable]).map(([id, value]) => `${variable === "demand" ? "demand for" : "price of"} ${nameOf(id)} × ${exactNumberText(value)}`),
  );
  const base = dataset.worlds.find(({ id }) => id === inputs.world)?.label ?? inputs.world;
  return `${own.name}, after ${base}${each.length === 0 ? "" : `: ${each.join(", ")}`}`;
}

const lengthText = (event: ScenarioEvent): string => ("event" in event ? "" : ` for ${event.duration} months`);

function assumptionLine(dataset: SettingsSource, { mineral, stage, key, value }: Assumption): SettingLine {
  const row = findParameter(dataset.parameters, mineral, stage, key);
  const name = `Assumption ${inSentence(parameterName(key))} (${key}), ${placeText(dataset, { mineral, stage })}`;
  const own = row === undefined ? "" : ` ${parameterUnit(row, dataset)}, dataset ${exactNumberText(row.value)}`;
  return { name, text: exactNumberText(value) + own };
}

function targetLine(dataset: SettingsSource, { indicator, mineral, value, year }: Target): SettingLine {
  const found = CATALOGUE.find(({ id }) => id === indicator);
  const of = mineral === null ? "all minerals" : inSentence(shortName(dataset.minerals.find(({ id }) => id === mineral)?.name ?? mineral));
  const label = indicator === "dependence" ? IMPORT_DEPENDENCE : (found?.label ?? indicator);
  const amount = found ? valueText(value, scaleFor(found, Math.abs(value), dataset.currency.symbol)) : exactNumberText(value);
  return { name: "Target", text: `${label} of ${of}: ${amount} in ${year}` };
}

const moneyScale = ({ currency }: SettingsSource, extent: number) => scaleFor({ id: "public_cost_musd", unit: "musd" }, extent, currency.symbol);
