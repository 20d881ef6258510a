/**
 * Indicators that a run holds by month. Flows and needs are those of the month, stocks of its end; the definitions are the annual ones
 * (specification, section 7) with one month in place of twelve.
 */
import type { Model } from "../../model/compile-model.ts";
import type { MineralRun } from "../../model/mineral-run.ts";
import type { StageRun } from "../../model/stage-run.ts";
import type { Run } from "../../model/run.ts";
import { levelOf, type Outcome } from "../outcome.ts";
import { mineralIndex, stageIndex } from "../outcome-place.ts";
import { D, DREF, F, G, K, MONTH, monthOf, PREMIUM, Q, R, UNMET, V } from "./stage-months.ts";

/** Reads one value from the stage record that begins at `o`. */
type OfRecord = (months: Float64Array, o: number) => number;

const ratio = (a: number, b: number): number => (b > 0 ? a / b : NaN);

/** nirx of a month from domestic supply Q + R and need Dref + F. */
const exposureOf = (domestic: number, need: number): number => (need <= 0.02 * domestic ? NaN : 1 - domestic / need);

const exposure: OfRecord = (months, o) => exposureOf(months[o + Q]! + months[o + R]!, months[o + DREF]! + months[o + F]!);

const stageReaders: Readonly<Record<string, OfRecord>> = {
  nirx: exposure,
  unmet_share: (months, o) => ratio(months[o + UNMET]!, months[o + D]! + months[o + F]!),
  total_loss_share: (months, o) => ratio(months[o + UNMET]! + months[o + DREF]! - months[o + D]!, months[o + DREF]! + months[o + F]!),
  cover_days: (months, o) => ratio(365 * (months[o + V]! + months[o + G]!), 12 * (months[o + D]! + months[o + F]!)),
  premium_avg: (months, o) => months[o + PREMIUM]!,
  capacity_t_per_yr: (months, o) => months[o + K]!,
  government_stock_t: (months, o) => months[o + G]!,
  industry_stock_t: (months, o) => months[o + V]!,
};

/** What `readMonthly` can read, by level. */
export const monthlyIndicators = { stage: Object.keys(stageReaders), mineral: ["dependence"], total: ["composite_equal"] } as const;

export const isMonthly = (outcome: Outcome): boolean => (monthlyIndicators[levelOf(outcome)] as readonly string[]).includes(outcome.indicator);

/** Writes one value per month. Throws on an outcome that has none: check with `isMonthly`. */
export function readMonthly(model: Model, outcome: Outcome): (run: Run, out: Float64Array, at: number) => void {
  if (!isMonthly(outcome)) throw new Error(`${outcome.indicator} has no monthly values`);
  const { months } = model;
  switch (levelOf(outcome)) {
    case "stage": {
      const stage = stageIndex(model, outcome);
      const read = stageReaders[outcome.indicator]!;
      return (run, out, at) => {
        for (let t = 0, o = monthOf(run, stage, 0); t < months; t++, o += MONTH) out[at + t] = read(run.stageMonths, o);
      };
    }
    case "mineral": {
      const index = mineralIndex(model, outcome);
      return (run, out, at) => meanDependence(run, [run.minerals[index]!], out, at);
    }
    case "total":
      return (run, out, at) => meanDependence(run, run.minerals, out, at);
  }
}

/** Plain mean over minerals of Σ val·clamp(nirx, 0, 1)/Σ val over stages with base demand, val = base demand·p_ref; minerals without such a stage are left out. */
function meanDependence(run: Run, minerals: readonly MineralRun[], out: Float64Array, at: number): void {
  const { months } = run.model;
  const counted = minerals.filter((m) => weightOf(m) > 0);
  out.fill(counted.length > 0 ? 0 : NaN, at, at + months);
  for (const m of counted) {
    const scale = 1 / (weightOf(m) * counted.length);
    for (const c of m.stages) {
      if (c.model.demand <= 0) continue;
      addExposure(run, c, c.model.demand * c.p.p_ref * scale, out, at);
    }
  }
}

/** Adds weight·clamp(nirx, 0, 1) of each month of a stage: month by month within a stage, because that is the order in memory. */
function addExposure(run: Run, c: StageRun, weight: number, out: Float64Array, at: number): void {
  // An imported constant is looked up at each use; in a loop over all months that would take longer than the rest.
  const [q, r, dref, f, month] = [Q, R, DREF, F, MONTH];
  const { stageMonths } = run;
  const end = at + run.model.months;
  for (let i = at, o = monthOf(run, c.model.index, 0); i < end; i++, o += month) {
    const nirx = exposureOf(stageMonths[o + q]! + stageMonths[o + r]!, stageMonths[o + dref]! + stageMonths[o + f]!);
    if (nirx > 0) out[i]! += weight * Math.min(1, nirx);
  }
}

const weightOf = (m: MineralRun): number => m.stages.reduce((sum, c) => sum + c.model.demand * c.p.p_ref, 0);
