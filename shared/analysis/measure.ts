/**
 * What an analysis asks of a run, as plain data that travels to workers: a list of measures, each of them one number or a series.
 * Undefined values are NaN here.
 */
import { costYearsOf } from "../indicator/headline-cost.ts";
import type { Model } from "../model/compile-model.ts";
import type { Run } from "../model/run.ts";
import { lossShare } from "./find/loss.ts";
import { readMonthly } from "./stress/monthly-outcome.ts";
import { levelOf, type Outcome } from "./outcome.ts";
import { mineralIndex, stageIndex } from "./outcome-place.ts";

export type Measure =
  /** One value per year of the run. */
  | { readonly kind: "annual"; readonly outcome: Outcome }
  /** The value of one year. */
  | { readonly kind: "year"; readonly outcome: Outcome; readonly year: number }
  /** One value per month; for the indicators of `monthlyIndicators`. */
  | { readonly kind: "monthly"; readonly outcome: Outcome }
  /** Headline cost: mean public cost per year, million; of one lever, or of all where `lever` is null. */
  | { readonly kind: "cost"; readonly lever: string | null }
  /** Public cost of each year, million: of one lever or of all. */
  | { readonly kind: "annual-cost"; readonly lever: string | null }
  /** Total demand loss of some minerals over the months from `from` up to `to` (exclusive), as a share of need. */
  | { readonly kind: "loss"; readonly minerals: readonly string[]; readonly from: number; readonly to: number };

const MONTHS = 12;

/** Reads its measures one after another into `out` from `at`. */
export interface MeasureReader {
  readonly width: number;
  /** It reads nothing but the monthly records, so that a run need not work out more. */
  readonly monthlyOnly: boolean;
  /** It reads nothing of later years than the first so many, so that a run may end there. */
  readonly years: number;
  /** Positions of the minerals that it reads, so that a run need not work out others; null = all of them, or totals. */
  readonly minerals: readonly number[] | null;
  readonly read: (run: Run, out: Float64Array, at: number) => void;
}

/** Widths of single measures are those of this function's readers of one. Throws on unknown names: check outcomes with `checkOutcome`. */
export function measureReader(model: Model, measures: readonly Measure[]): MeasureReader {
  const readers = measures.map((measure) => readerOf(model, measure));
  return {
    width: readers.reduce((sum, { width }) => sum + width, 0),
    years: Math.max(0, ...readers.map(({ years }) => years)),
    minerals: mineralsOf(model, measures),
    monthlyOnly: measures.every(({ kind }) => kind === "monthly" || kind === "loss"),
    read: (run, out, at) => {
      let offset = at;
      for (const reader of readers) {
        reader.read(run, out, offset);
        offset += reader.width;
      }
    },
  };
}

function readerOf(model: Model, measure: Measure): Omit<MeasureReader, "monthlyOnly" | "minerals"> {
  const years = model.years.length;
  switch (measure.kind) {
    case "annual": {
      const { series, first } = annualSeries(model, measure.outcome);
      return { width: years, years, read: (run, out, at) => out.set(series(run).subarray(first, first + years), at) };
    }
    case "year": {
      const { series, first } = annualSeries(model, measure.outcome);
      const y = model.years.indexOf(measure.year);
      if (y < 0) throw new Error(`${measure.year} is not a year of the run`);
      return {
        width: 1,
        years: y + 1,
        read: (run, out, at) => {
          out[at] = series(run)[first + y]!;
        },
      };
    }
    case "monthly":
      return { width: model.months, years, read: readMonthly(model, measure.outcome) };
    case "cost": {
      const { series, first } = costSeries(model, measure.lever);
      const { from, to } = costYearsOf(model.years);
      return {
        width: 1,
        years: to,
        read: (run, out, at) => {
          out[at] = mean(series(run), first + from, first + to);
        },
      };
    }
    case "annual-cost": {
      const { series, first } = costSeries(model, measure.lever);
      return { width: years, years, read: (run, out, at) => out.set(series(run).subarray(first, first + years), at) };
    }
    case "loss":
      return {
        width: 1,
        years: Math.ceil(measure.to / MONTHS),
        read: (run, out, at) => {
          out[at] = lossShare(run, measure.minerals, measure.from, measure.to);
        },
      };
  }
}

/** Minerals run apart from one another (specification, section 1), so what is read of some needs no other. */
function mineralsOf(model: Model, measures: readonly Measure[]): readonly number[] | null {
  const named = new Set<string>();
  for (const measure of measures) {
    if (measure.kind === "loss") for (const id of measure.minerals) named.add(id);
    else if (measure.kind === "cost" || measure.kind === "annual-cost" || measure.outcome.mineral === null) return null;
    else named.add(measure.outcome.mineral);
  }
  return named.size === model.minerals.length ? null : model.minerals.flatMap(({ id, index }) => (named.has(id) ? [index] : []));
}

interface AnnualSeries {
  readonly series: (run: Run) => Float64Array;
  /** Where the years of this outcome begin. */
  readonly first: number;
}

function annualSeries(model: Model, outcome: Outcome): AnnualSeries {
  const years = model.years.length;
  const { indicator } = outcome;
  const level = levelOf(outcome);
  if (level === "stage") {
    const stage = stageIndex(model, outcome);
    const classOf = model.dataset.classes.findIndex(({ id }) => indicator === `unmet_${id}_t`);
    if (classOf >= 0) return { series: (run) => run.annual.unmetByClass, first: (classOf * model.stages.length + stage) * years };
    return { series: (run) => named(run.annual.stage, indicator), first: stage * years };
  }
  if (level === "mineral") return { series: (run) => named(run.annual.mineral, indicator), first: mineralIndex(model, outcome) * years };
  return { series: (run) => named(run.annual.total, indicator), first: 0 };
}

function costSeries(model: Model, lever: string | null): AnnualSeries {
  if (lever === null) return annualSeries(model, { indicator: "public_cost_musd", mineral: null, stage: null });
  const index = model.leverIndex.get(lever);
  if (index === undefined) throw new Error(`no lever ${lever}`);
  return { series: (run) => run.annual.costByLever, first: index * model.years.length };
}

function named(series: object, indicator: string): Float64Array {
  const found = (series as Readonly<Record<string, Float64Array>>)[indicator];
  if (!found) throw new Error(`no indicator ${indicator}`);
  return found;
}

function mean(series: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += series[i]!;
  return to > from ? sum / (to - from) : 0;
}
