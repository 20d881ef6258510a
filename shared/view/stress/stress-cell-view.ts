/** One opened cell of the stress matrix: the scenario under the disruption beside itself without it, and status quo under the same disruption. */
import type { MineralStress, Pair, StageStress, StressDetail } from "../../analysis/stress/stress-detail.ts";
import { niceMax, yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpec } from "../../chart/chart-spec.ts";
import { plainTicks } from "../../chart/plain-ticks.ts";
import { STATUS_QUO } from "../../chart/palette.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import { inSentence, listText, monthText, shortName } from "../../format/words.ts";
import { monthAt, yearOf } from "../../time.ts";
import { itemMark } from "../compare/compare-view-types.ts";
import { lossScale, lossText, type StressItem } from "./stress-view.ts";
import { stageLabel } from "../view-context.ts";

export interface CellFigure {
  readonly value: string;
  readonly label: string;
  /** "2.1% without it · 38% at status quo" */
  readonly beside: string;
}

export interface ClassBar {
  readonly label: string;
  readonly text: string;
  /** Shares of the longest bar, 0–1. */
  readonly length: number;
  /** Status quo; null where the row is status quo itself. */
  readonly mark: number | null;
  readonly said: string;
}

export interface StressCellPanel {
  readonly figures: readonly CellFigure[];
  readonly chart: ChartSpec;
  readonly classesTitle: string;
  readonly classesSubtitle: string;
  readonly classes: readonly ClassBar[];
  /** Reserve sold and filled again, recovery, public cost: sentences. */
  readonly lines: readonly string[];
}

export interface StressCellInput {
  readonly dataset: Dataset;
  readonly item: StressItem;
  readonly detail: StressDetail;
  /** Status quo under the same event; null where the row is status quo. */
  readonly statusQuo: StressDetail | null;
  /** One of the event's minerals, and one of its stages. */
  readonly mineral: string;
  readonly stage: string;
  readonly show: "cover" | "reserve";
}

/** The mineral that loses most. */
export const worstMineral = ({ minerals }: StressDetail): string => minerals.reduce((a, b) => (b.loss > a.loss ? b : a)).mineral;

/** The stage whose government stock is drawn down most by value of days; without one, the stage whose cover falls lowest. */
export function tellingStage({ stages }: MineralStress, { event }: StressDetail): string {
  const released = stages.filter((stage) => stage.released > 0);
  if (released.length > 0) return released.reduce((a, b) => (b.released > a.released ? b : a)).stage;
  return stages.reduce((a, b) => (least(b.coverDays.withEvent, event) < least(a.coverDays.withEvent, event) ? b : a)).stage;
}

export function buildStressCell(input: StressCellInput): StressCellPanel {
  const { detail, statusQuo, mineral, stage } = input;
  const m = detail.minerals.find((one) => one.mineral === mineral)!;
  const s = m.stages.find((one) => one.stage === stage)!;
  const quo = statusQuo?.minerals.find((one) => one.mineral === mineral) ?? null;
  return {
    figures: figures(input, m, s, quo),
    chart: stockChart(input, s, quo?.stages.find((one) => one.stage === stage) ?? null),
    ...classes(input, m, quo),
    lines: lines(input, m, s),
  };
}

function least(values: Float64Array, { from, countedTo }: StressDetail["event"]): number {
  let low = Infinity;
  for (let t = from; t < countedTo; t++) if (values[t]! < low) low = values[t]!;
  return low;
}

const daysText = (days: number): string => (Number.isFinite(days) ? String(Math.round(days)) : NOT_AVAILABLE);
const monthsText = (months: number | null): string => (months === null ? "never" : String(months));

function figures({ dataset, detail, statusQuo, stage }: StressCellInput, m: MineralStress, s: StageStress, quo: MineralStress | null): readonly CellFigure[] {
  const scale = lossScale(dataset);
  const { event } = detail;
  const beside = (without: string, atQuo: string | null): string =>
    [`${without} without it`, ...(atQuo === null ? [] : [`${atQuo} at status quo`])].join(" · ");
  const quoStage = quo?.stages.find((one) => one.stage === stage) ?? null;
  const recovery = m.monthsToRecover;
  return [
    { value: lossText(m.loss, scale), label: "of need lost", beside: beside(lossText(m.lossWithout, scale), quo && lossText(quo.loss, scale)) },
    {
      value: daysText(least(s.coverDays.withEvent, event)),
      label: "days of cover at the lowest",
      beside: beside(daysText(least(s.coverDays.without, event)), quoStage && daysText(least(quoStage.coverDays.withEvent, event))),
    },
    {
      value: monthsText(recovery),
      label: recovery === null ? "back to normal within the run" : recovery === 1 ? "month to recover" : "months to recover",
      beside: statusQuo === null || quo === null ? "after the disruption ends" : `${monthsText(quo.monthsToRecover)} at status quo`,
    },
  ];
}

/** Months before the event and after its count that the chart shows. */
const BEFORE = 12;
const AFTER = 12;
const LABEL_DIGITS = 1000;

function stockChart(input: StressCellInput, s: StageStress, quo: StageStress | null): ChartSpec {
  const { dataset, detail, item, show, mineral, stage } = input;
  const { event } = detail;
  const [first, end] = [Math.max(0, event.from - BEFORE), Math.min(dataset.months, event.countedTo + AFTER)];
  const months = Array.from({ length: end - first }, (_, k) => first + k);
  const pairOf = (one: StageStress): Pair => (show === "cover" ? one.coverDays : one.governmentStock);
  const valuesOf = (values: Float64Array): readonly (number | null)[] => months.map((t) => (Number.isNaN(values[t]!) ? null : values[t]!));
  const lines = [valuesOf(pairOf(s).withEvent), valuesOf(pairOf(s).without), ...(quo === null ? [] : [valuesOf(pairOf(quo).withEvent)])];
  const top = Math.max(...lines.flat().map((value) => value ?? 0), show === "cover" ? 1 : 0.001);
  const scale = scaleFor(show === "cover" ? { id: "cover_days", unit: "days" } : { id: "government_stock_t", unit: "t" }, top, dataset.currency.symbol);
  const ticks = plainTicks(0, niceMax(top / scale.divisor) * scale.divisor, scale);
  const startYear = yearOf(dataset.start);
  const years = months.map((t) => Math.round((startYear + t / 12) * LABEL_DIGITS) / LABEL_DIGITS);
  const series = (id: string, name: string, values: readonly (number | null)[], look: Partial<ChartSeries>): ChartSeries => ({
    id,
    role: "compare",
    name,
    values,
    colour: item.letter === "" ? STATUS_QUO : item.colour,
    width: 3.5,
    dash: [],
    layer: 3,
    label: { text: name, detail: null, bold: false },
    ...look,
  });
  const mark = itemMark(item);
  const place = `${inSentence(shortName(dataset.minerals.find(({ id }) => id === mineral)!.name))}, ${inSentence(stageLabel(dataset, stage))}`;
  return {
    key: `stress:${show}:${mineral}:${stage}:${event.id}:${event.from}`,
    form: "lines",
    title: show === "cover" ? coverFinding(detail, s) : reserveFinding(dataset, detail, s),
    subtitle: show === "cover" ? `Industry and government stock, days of need, ${place}` : `Government stock, ${scale.suffix.trim()}, ${place}`,
    years,
    xTicks: yearTicks([...new Set(years.map(Math.ceil))].filter((year) => year <= years.at(-1)!)),
    y: { min: 0, max: ticks.at(-1)!.value, ticks, scale },
    series: [
      series("with", mark, lines[0]!, { label: { text: mark, detail: null, bold: true } }),
      series("without", `${mark} without it`, lines[1]!, { width: 1.5, dash: [2, 4], layer: 2 }),
      ...(quo === null ? [] : [series("quo", "Status quo", lines[2]!, { role: "status-quo", colour: STATUS_QUO, width: 1.75, layer: 4 })]),
    ],
    target: null,
    marks: [],
    spans: [{ from: startYear + event.from / 12, to: startYear + event.end / 12, label: "disruption" }],
    dots: [],
    belowScale: null,
    empty: null,
    by: "month",
  };
}

/** "Cover falls from 61 to 12 days" */
function coverFinding({ event }: StressDetail, { coverDays }: StageStress): string {
  const before = coverDays.withEvent[Math.max(0, event.from - 1)]!;
  const low = least(coverDays.withEvent, event);
  if (!Number.isFinite(low) || Number.isNaN(before)) return "Days of cover are not defined here";
  if (Math.round(low) >= Math.round(before)) return `Cover stays at ${daysText(before)} days or more`;
  return `Cover falls from ${daysText(before)} to ${daysText(low)} days`;
}

/** "The reserve is empty after 5 months and full again 31 months after the end" */
function reserveFinding(_dataset: Dataset, { event }: StressDetail, { governmentStock, released, refillMonths }: StageStress): string {
  const stock = governmentStock.withEvent;
  const before = stock[Math.max(0, event.from - 1)]!;
  if (!(Math.max(before, ...governmentStock.without) > 0)) return "There is no reserve here";
  if (!(released > 0)) return "The reserve is not drawn on";
  let emptyAt: number | null = null;
  for (let t = event.from; t < event.countedTo && emptyAt === null; t++) if (stock[t]! <= 0.01 * before) emptyAt = t;
  const drawn =
    emptyAt === null ? "The reserve is drawn on" : `The reserve is empty after ${emptyAt - event.from + 1} ${emptyAt === event.from ? "month" : "months"}`;
  return `${drawn} and ${refillText(refillMonths)}`;
}

const refillText = (months: number | null): string =>
  months === null
    ? "not full again within the run"
    : months === 0
      ? "full when the disruption ends"
      : `full again ${months} ${months === 1 ? "month" : "months"} after its end`;

type Classes = Pick<StressCellPanel, "classesTitle" | "classesSubtitle" | "classes">;

/** Unmet demand by class of use, defence first, and what high prices drive away. */
function classes({ dataset }: StressCellInput, m: MineralStress, quo: MineralStress | null): Classes {
  const scale = lossScale(dataset);
  const rows = [
    ...dataset.classes.map(({ label }, k) => ({ label, value: m.unmetByClass[k] ?? 0, quo: quo?.unmetByClass[k] ?? null })),
    { label: "Priced out", value: m.pricedOut, quo: quo?.pricedOut ?? null },
  ];
  const longest = Math.max(...rows.flatMap(({ value, quo: other }) => [value, other ?? 0]), 1e-9);
  const served = rows.slice(0, -1).filter(({ value }) => lossText(value, scale) === "0%");
  const waiting = rows.slice(0, -1).filter((row) => !served.includes(row));
  const names = (list: typeof rows): string => listText(list.map(({ label }, i) => (i === 0 ? label : inSentence(label))));
  const verb = (list: typeof rows, one: string, many: string): string => (list.length === 1 ? one : many);
  const title =
    waiting.length === 0
      ? m.pricedOut > 0.0005
        ? "No use goes unmet; high prices drive some away"
        : "No use goes unmet"
      : served.length === 0
        ? "Every class of use goes short"
        : `${names(served)} ${verb(served, "is", "are")} served; ${inSentence(names(waiting))} ${verb(waiting, "waits", "wait")}`;
  return {
    classesTitle: title,
    classesSubtitle: `Loss by class of use, % of all need${quo === null ? "" : "; the upright line is status quo"}`,
    classes: rows.map(({ label, value, quo: other }) => ({
      label,
      text: lossText(value, scale),
      length: value / longest,
      mark: other === null ? null : other / longest,
      said: `${label} ${lossText(value, scale)}${other === null ? "" : `, status quo ${lossText(other, scale)}`}`,
    })),
  };
}

function lines({ dataset, detail }: StressCellInput, m: MineralStress, s: StageStress): readonly string[] {
  const { event, cost } = detail;
  const tonnes = (value: number, scale: DisplayScale = scaleFor({ id: "government_stock_t", unit: "t" }, value, dataset.currency.symbol)): string =>
    valueText(value, scale);
  const money = (value: number): string => {
    const scale = scaleFor({ id: "public_cost_discounted_cum_musd", unit: "musd" }, Math.abs(value), dataset.currency.symbol);
    return Math.abs(value) < 0.05 ? "nothing" : `${valueText(Math.abs(value), scale)} ${value < 0 ? "less" : "more"}`;
  };
  const recovery =
    m.monthsToRecover === null
      ? "It does not recover within the run."
      : m.monthsToRecover === 0
        ? "It has recovered when the disruption ends."
        : `It recovers by ${monthText(monthAt(Math.min(dataset.months - 1, event.end + m.monthsToRecover), dataset.start))}.`;
  return [
    s.released > 0 ? `${tonnes(s.released)} are sold from the reserve, ${refillText(s.refillMonths)}.` : "Nothing is sold from the reserve.",
    `Public cost is ${money(cost.all)} than without the disruption over the rest of the run; the reserve's part is ${money(cost.reserve)}.`.replace(
      "nothing than",
      "no more than",
    ),
    recovery,
    ...(event.isCutShort ? ["The run ends before the count would, so the loss is counted over fewer months."] : []),
  ];
}
