/** Limits of collection: a target that is reached anyway or cannot be reached, spending that has nothing left to collect, scrap without plants. */
import { leversWith } from "../../lever/lever-catalogue.ts";
import type { MineralRun } from "../../model/mineral-run.ts";
import type { Series } from "../../model/run-result.ts";
import { yearOf } from "../../time.ts";
import { COST_YEARS } from "../../indicator/headline-cost.ts";
import type { LeverLimit, LimitInput } from "./lever-limit.ts";
import { coversMineral } from "./lever-cover.ts";

const COLLECTS: ReadonlySet<string> = new Set(leversWith(({ collects }) => collects === true));
const PERCENT = 100;
const MONTHS = 12;
/** Less than half of the extra scrap finds a plant by the end. */
const HALF = 0.5;
/** Effort at which collection stands within a twentieth of its ceiling: 1 − exp(−3). */
const SATURATED = 3;

export function recyclingLimits(input: LimitInput): readonly LeverLimit[] {
  if (!COLLECTS.has(input.lever.id)) return [];
  return input.whole.run.minerals.flatMap((m) => {
    if (!input.settings.some((setting) => coversMineral(setting, m.model.id))) return [];
    const aim = input.lever.id === "recycling_rate" ? targetLimit(input, m) : input.lever.id === "collection_spend" ? spendingLimit(input, m) : [];
    return [...aim, ...withoutPlants(input, m)];
  });
}

/** E9: Tc = min(T, c0 + collect_target_cap·(cm − c0)); a target at or below what is reached anyway changes nothing. */
function targetLimit({ settings, whole, without }: LimitInput, m: MineralRun): readonly LeverLimit[] {
  const mineral = m.model.id;
  const own = settings.filter((setting) => coversMineral(setting, mineral));
  const target = Math.max(...own.map(({ value }) => value)) / PERCENT;
  const rates = whole.reader.mineral(mineral, "collection_rate");
  const otherwise = without.reader.mineral(mineral, "collection_rate");
  if (rates.every((rate, year) => rate === otherwise[year])) {
    return [{ kind: "reached-anyway", mineral, target, rate: otherwise[yearInForce(own, whole.reader.years)] ?? 0 }];
  }
  const ceiling = m.p.c0 + m.p.collect_target_cap * (collectionCeiling(m) - m.p.c0);
  return target > ceiling ? [{ kind: "above-ceiling", mineral, target, ceiling }] : [];
}

/** Index of the first year in which the largest setting has finished its ramp. */
function yearInForce(settings: LimitInput["settings"], years: readonly number[]): number {
  const year = Math.max(...settings.map(({ start, ramp }) => yearOf(start) + Math.ceil(ramp / MONTHS)));
  return Math.min(years.length - 1, Math.max(0, year - years[0]!));
}

/** E9: cm at the largest share of circular-economy measures. */
function collectionCeiling({ p, levers }: MineralRun): number {
  const circular = Math.max(0, ...levers.filter(({ lever }) => lever === "circular").map(({ value }) => value / PERCENT));
  return circular > 0 ? Math.max(p.c_max, Math.min(0.95, p.c_max * (1 + p.circ_cmax_bonus * circular))) : p.c_max;
}

/** E9: effort = money·1000/(collect_effort_scale·p_ref·E·12). */
function spendingLimit({ whole }: LimitInput, m: MineralRun): readonly LeverLimit[] {
  const money = m.levers.reduce((sum, lever) => (lever.lever === "collection_spend" ? sum + lever.value * lever.mineralShare[m.model.index]! : sum), 0);
  const endOfLife = whole.reader.mineral(m.model.id, "eol_t")[whole.reader.years.indexOf(COST_YEARS.last)] ?? 0;
  const effort = endOfLife > 0 ? (money * 1000) / (m.p.collect_effort_scale * m.processingPrice * endOfLife) : Infinity;
  if (money === 0 || effort <= SATURATED) return [];
  return [{ kind: "collection-full", mineral: m.model.id, idle: (money * (effort - SATURATED)) / effort, ceiling: collectionCeiling(m) }];
}

function withoutPlants({ whole, without }: LimitInput, m: MineralRun): readonly LeverLimit[] {
  const extra = (read: (reader: LimitInput["whole"]["reader"]) => Series): number => {
    const [a, b] = [read(whole.reader), read(without.reader)];
    return a.reduce<number>((sum, value, year) => sum + (value ?? 0) - (b[year] ?? 0), 0);
  };
  const collected = extra((reader) => reader.mineral(m.model.id, "collected_t"));
  if (collected <= 0) return [];
  const processed = extra((reader) => {
    const yields = reader.mineral(m.model.id, "recovery_yield");
    return reader.mineral(m.model.id, "secondary_t").map((t, year) => (t ?? 0) / (yields[year] ?? 1));
  });
  return processed < HALF * collected ? [{ kind: "no-plants-for-scrap", mineral: m.model.id, collected, processed: processed / collected }] : [];
}
