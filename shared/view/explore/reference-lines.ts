/** The three lines that every single-line chart has: this scenario, status quo in this world, status quo in the default world where it differs. */
import { CURRENT, STATUS_QUO, STATUS_QUO_DEFAULT_WORLD } from "../../chart/palette.ts";
import type { ChartDot, ChartMark, ChartSeries } from "../../chart/chart-spec.ts";
import { valueText } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { isPlural } from "../../format/words.ts";
import type { Series } from "../../model/run-result.ts";
import { yearOf } from "../../time.ts";
import { effectDates, visibleStep } from "../effect/effect-dates.ts";
import type { EffectDates } from "../effect/effect-dates.ts";
import type { LeverFocus } from "./explore-types.ts";
import { sameSeries } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

export interface Triple {
  readonly current: Series;
  readonly inWorld: Series;
  readonly inDefault: Series;
}

const SAME = "= this scenario";

/**
 * The scenario is 5 px accent, the status quo 1.75 px ink drawn on top: at zero change they are visibly one line, and then one label names both.
 * The default world appears, dotted, only where it differs from this world.
 */
export function referenceLines({ current, inWorld, inDefault }: Triple): readonly ChartSeries[] {
  const unchanged = sameSeries(current, inWorld);
  const worldDiffers = !sameSeries(inWorld, inDefault);
  const scenario: ChartSeries = {
    id: "scenario",
    role: "scenario",
    name: "This scenario",
    values: current,
    colour: CURRENT,
    width: 5,
    dash: [],
    layer: 1,
    label: unchanged ? null : { text: "This scenario", detail: null, bold: true },
  };
  const statusQuo: ChartSeries = {
    id: "status-quo",
    role: worldDiffers ? "status-quo-world" : "status-quo",
    name: worldDiffers ? "Status quo in this world" : "Status quo",
    values: inWorld,
    colour: STATUS_QUO,
    width: 1.75,
    dash: [],
    layer: 2,
    label: { text: "Status quo", detail: unchanged ? SAME : worldDiffers ? "in this world" : null, bold: false },
  };
  if (!worldDiffers) return [scenario, statusQuo];
  const defaultWorld: ChartSeries = {
    id: "status-quo-default",
    role: "status-quo-default",
    name: "Status quo in default world",
    values: inDefault,
    colour: STATUS_QUO_DEFAULT_WORLD,
    width: 1.5,
    dash: [2, 4],
    layer: 0,
    label: { text: "Status quo", detail: "default world", bold: false },
  };
  return [scenario, statusQuo, defaultWorld];
}

/** "levers start" at the first start year of the changed levers, and, unless the result is a stored one, the years of first and full effect of all of them together. */
export function leverMarks(context: ViewContext, { current, inWorld }: Pick<Triple, "current" | "inWorld">, scale: DisplayScale): readonly ChartMark[] {
  // The settings of a lever are its steps: it starts with the first that differs from status quo.
  const defaults = new Map(context.changed.map((lever) => [lever.id, lever.default]));
  const moved = context.document.inputs.levers.filter(({ lever, value }) => defaults.has(lever) && value !== defaults.get(lever));
  const starts = [...Map.groupBy(moved, ({ lever }) => lever).values()].map((settings) => Math.min(...settings.map(({ start }) => yearOf(start))));
  if (starts.length === 0) return [];
  const first = Math.min(...starts);
  const label = starts.length === 1 ? "lever starts" : starts.every((year) => year === first) ? "levers start" : "first lever starts";
  const dates = context.isStored === true ? null : effectDates(context.years, current, inWorld, visibleStep(scale));
  return [{ year: first, label, dashed: false }, ...effectMarks(context.years, first, dates)];
}

/** The same for one lever. */
export const focusMarks = ({ years }: ViewContext, { name, start, dates }: LeverFocus): readonly ChartMark[] => [
  { year: yearOf(start), label: `${name} ${isPlural(name) ? "start" : "starts"}`, dashed: false },
  ...effectMarks(years, yearOf(start), dates),
];

function effectMarks(years: readonly number[], start: number, dates: EffectDates | null): readonly ChartMark[] {
  if (dates === null) return [];
  const { first, full, fades, largest } = dates;
  const until = full ?? years.at(-1) ?? first;
  const end = full === null ? `effect grows to ${until}` : fades ? `largest effect ${largest.year}` : `full effect ${full}`;
  if (until <= first) return first > start ? [{ year: first, label: `first effect ${first}`, dashed: true }] : [];
  return [{ year: first, label: `first effect ${first}`, dashed: true, until: { year: until, label: end } }];
}

/** The outcome year on the scenario's line, with its value. */
export function outcomeDot(context: ViewContext, values: Series, scale: DisplayScale): readonly ChartDot[] {
  const value = values[context.yearIndex];
  if (value === null || value === undefined) return [];
  return [{ year: context.year, value, colour: CURRENT, label: valueText(value, scale) }];
}
