/** One cell of the stress matrix opened: what happens month by month, beside the same scenario without the event. */
import type { Model } from "../../model/compile-model.ts";
import { parameterVector } from "../../model/parameter-vector.ts";
import type { MineralRun } from "../../model/mineral-run.ts";
import { createRun, type Run } from "../../model/run.ts";
import type { StageRun } from "../../model/stage-run.ts";
import { simulate } from "../../model/simulate.ts";
import type { Package } from "../jobs/job.ts";
import { lossShare } from "../find/loss.ts";
import { readMonthly } from "./monthly-outcome.ts";
import { D, DREF, F, monthOf, UNMET } from "./stage-months.ts";
import { type StressEvent, withEvent } from "./stress.ts";

/** One value per month of the run, with the event and without it. */
export interface Pair {
  readonly withEvent: Float64Array;
  readonly without: Float64Array;
}

export interface StageStress {
  readonly stage: string;
  /** Industry and government stock, days of requirement. */
  readonly coverDays: Pair;
  /** Tonnes at the end of the month. */
  readonly governmentStock: Pair;
  /** Government stock sold while the event is counted, t. */
  readonly released: number;
  /** Months from the event's end until the government stock is back to 99 % of what it would be; 0 = never below, null = not within the run. */
  readonly refillMonths: number | null;
}

export interface MineralStress {
  readonly mineral: string;
  /** Share of need lost, and the same without the event. */
  readonly loss: number;
  readonly lossWithout: number;
  /** The loss in parts: unmet demand by priority class, in the dataset's order, and what high prices drive away. They sum to `loss`. */
  readonly unmetByClass: readonly number[];
  readonly pricedOut: number;
  /** Share of need lost in each month. */
  readonly monthlyLoss: Pair;
  /** Months from the event's end until the loss stays within 1 % of need of what it would be; null = not within the run. */
  readonly monthsToRecover: number | null;
  readonly stages: readonly StageStress[];
}

export interface StressDetail {
  readonly event: StressEvent;
  readonly minerals: readonly MineralStress[];
  /** Public cost from the event's first year to the end of the run, with minus without, million undiscounted; `reserve` is the part of the stockpile lever. */
  readonly cost: { readonly reserve: number; readonly all: number };
}

const RESERVE_LEVER = "reserve_days";
const RECOVERED = 0.01;
const REFILLED = 0.99;

/** Two runs. Inputs must have been checked. */
export function stressDetail(model: Model, scenario: Package, event: StressEvent): StressDetail {
  const [hit, calm] = [withEvent(scenario, event.event), scenario].map((one) => {
    const run = createRun(model);
    const vector = parameterVector(model, one.assumptions);
    if (!vector.ok) throw new Error("the assumptions do not fit the dataset; check them before running");
    simulate(model, one.inputs, run, { vector: vector.value });
    return run;
  }) as [Run, Run];
  return {
    event,
    minerals: event.minerals.map((mineral) => mineralStress(hit, calm, mineral, event)),
    cost: { reserve: costDifference(hit, calm, event, model.leverIndex.get(RESERVE_LEVER)), all: costDifference(hit, calm, event) },
  };
}

function mineralStress(hit: Run, calm: Run, mineral: string, event: StressEvent): MineralStress {
  const m = hit.minerals[hit.model.mineralIndex.get(mineral)!]!;
  const byMonth = (run: Run): Float64Array => Float64Array.from({ length: run.model.months }, (_, t) => lossShare(run, [mineral], t, t + 1));
  const monthlyLoss: Pair = { withEvent: byMonth(hit), without: byMonth(calm) };
  return {
    mineral,
    loss: lossShare(hit, [mineral], event.from, event.countedTo),
    lossWithout: lossShare(calm, [mineral], event.from, event.countedTo),
    ...lossParts(hit, m, event),
    monthlyLoss,
    monthsToRecover: monthsUntil(monthlyLoss, event.end, (withEvent, without) => !(withEvent - without > RECOVERED)),
    stages: m.stages.map((c) => stageStress(hit, calm, mineral, c, event)),
  };
}

/** E5.10: each class in turn gets its share of what is asked as long as something is left. */
function lossParts(run: Run, m: MineralRun, event: StressEvent): { readonly unmetByClass: readonly number[]; readonly pricedOut: number } {
  const { classShares } = m.model;
  const unmet = Array.from(classShares, () => 0);
  let pricedOut = 0;
  let needed = 0;
  for (const c of m.stages) {
    for (let t = event.from; t < event.countedTo; t++) {
      const o = monthOf(run, c.model.index, t);
      const quantity = (place: number): number => run.stageMonths[o + place]! * c.value;
      pricedOut += quantity(DREF) - quantity(D);
      needed += quantity(DREF) + quantity(F);
      if (quantity(UNMET) === 0) continue;
      const asked = quantity(D) + quantity(F);
      let left = asked - quantity(UNMET);
      for (let k = 0; k < unmet.length; k++) {
        const wanted = classShares[k]! * asked;
        const got = Math.min(wanted, left);
        left -= got;
        unmet[k]! += wanted - got;
      }
    }
  }
  const share = (lost: number): number => (needed > 0 ? lost / needed : NaN);
  return { unmetByClass: unmet.map(share), pricedOut: share(pricedOut) };
}

function stageStress(hit: Run, calm: Run, mineral: string, c: StageRun, event: StressEvent): StageStress {
  const stage = c.model.id;
  const pair = (indicator: string): Pair => {
    const read = readMonthly(hit.model, { indicator, mineral, stage });
    const [withEvent, without] = [hit, calm].map((run) => {
      const out = new Float64Array(run.model.months);
      read(run, out, 0);
      return out;
    }) as [Float64Array, Float64Array];
    return { withEvent, without };
  };
  const governmentStock = pair("government_stock_t");
  let released = 0;
  for (let t = event.from; t < event.countedTo; t++) {
    const before = t === 0 ? c.model.governmentStock : governmentStock.withEvent[t - 1]!;
    released += Math.max(0, before - governmentStock.withEvent[t]!);
  }
  return {
    stage,
    coverDays: pair("cover_days"),
    governmentStock,
    released,
    refillMonths: monthsUntil(governmentStock, event.end, (withEvent, without) => withEvent >= REFILLED * without),
  };
}

/** Months from `end` until `holds` is true for good; null if it is not in the last month of the run. */
function monthsUntil({ withEvent: hit, without }: Pair, end: number, holds: (withEvent: number, without: number) => boolean): number | null {
  let t = hit.length;
  while (t > end && holds(hit[t - 1]!, without[t - 1]!)) t--;
  return t === hit.length ? null : t - end;
}

/** Cost of a lever, or of all where it is undefined, from the event's first year on: with minus without. */
function costDifference(hit: Run, calm: Run, event: StressEvent, lever?: number): number {
  const years = hit.model.years.length;
  const line = ({ annual }: Run): Float64Array =>
    lever === undefined ? annual.total.public_cost_musd : annual.costByLever.subarray(lever * years, (lever + 1) * years);
  let sum = 0;
  for (let y = Math.floor(event.from / 12); y < years; y++) sum += line(hit)[y]! - line(calm)[y]!;
  return sum;
}
