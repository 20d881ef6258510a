/** Import dependence against public cost: one point per scenario. */
import { COST_YEARS, publicCostPerYear } from "../../indicator/headline-cost.ts";
import { compareValues } from "../../format/comparison.ts";
import { plainTicks } from "../../chart/plain-ticks.ts";
import { valueText } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import { listText } from "../../format/words.ts";
import { type CompareInput, itemInSentence, itemMark, itemName, type TradeOffPoint, type TradeOffView } from "./compare-view-types.ts";
import { dependenceChoice, dependenceOf, targetsDependence } from "../dependence.ts";
import { indicatorFor, subjectName } from "../view-context.ts";

/** Points from the lowest to the highest tick, so that noise does not look like a difference. */
const LEAST_POINTS = 5;

export function tradeOff(input: CompareInput): TradeOffView {
  const { dataset, items, weighting, outcomeYear, target } = input;
  const mineral = dataset.minerals.find(({ id }) => id === input.mineral) ?? null;
  const currency = dataset.currency.symbol;
  const costs = items.map(({ result }) => publicCostPerYear(result));
  const costScale = scaleFor(indicatorFor({ level: "total", id: "public_cost_musd" }), Math.max(...costs, 0), currency);
  const scale = scaleFor(indicatorFor(dependenceChoice(mineral?.id ?? null, weighting)), 1, currency);
  const points = items.flatMap((item, i): readonly TradeOffPoint[] => {
    const value = dependenceOf(item.result, mineral?.id ?? null, weighting)[item.result.years.indexOf(outcomeYear)] ?? null;
    if (value === null) return [];
    const cost = costs[i]!;
    const texts = { costText: valueText(cost, costScale), valueText: valueText(value, scale) };
    return [{ key: item.key, name: itemName(item), label: null, colour: item.colour, cost, value, ...texts }];
  });
  const shownTarget = target && targetsDependence(target, mineral?.id ?? null, weighting) ? target : null;
  const heights = [...points.map(({ value }) => value), ...(shownTarget ? [shownTarget.value] : [])];
  return {
    title: finding(input, points, scale),
    subtitle: `Import dependence${mineral ? ` of ${subjectName(mineral)}` : ""} in ${outcomeYear}, against public cost, mean ${COST_YEARS.first}–${String(COST_YEARS.last).slice(2)}`,
    points: points.map((point) => ({ ...point, label: labelOf(input, points, point) })),
    x: plainTicks(0, Math.max(...points.map(({ cost }) => cost), costScale.divisor), costScale),
    y: plainTicks(Math.min(...heights, 1), Math.max(...heights, 0), scale, LEAST_POINTS),
    target: shownTarget && { value: shownTarget.value, label: `Target ${valueText(shownTarget.value, scale)}` },
  };
}

/** Marks of the items at the place of `point`, which say the same numbers. */
const marksAt = ({ items }: CompareInput, points: readonly TradeOffPoint[], point: TradeOffPoint): readonly string[] =>
  points.filter((other) => isAlike(other, point)).map(({ key }) => itemMark(items.find((item) => item.key === key)!));

const isAlike = (a: TradeOffPoint, b: TradeOffPoint): boolean => a.costText === b.costText && a.valueText === b.valueText;

function labelOf(input: CompareInput, points: readonly TradeOffPoint[], point: TradeOffPoint): string | null {
  const marks = marksAt(input, points, point);
  if (marks.length === 1) return point.name;
  return points.find((other) => isAlike(other, point)) === point ? listText(marks) : null;
}

/** "A lowers dependence most, by 24 points, for $3.4 bn/yr"; the only scenario beside the reference is not "most". */
function finding(input: CompareInput, points: readonly TradeOffPoint[], scale: DisplayScale): string {
  const { items, reference } = input;
  const base = points.find(({ key }) => key === items[reference]!.key);
  const others = points.filter((point) => point !== base);
  const best = others.reduce<TradeOffPoint | null>((found, point) => (found === null || point.value < found.value ? point : found), null);
  if (base === undefined || best === null) return "Nothing to compare in this year";
  const { kind, direction, magnitude } = compareValues(best.value, base.value, scale);
  if (kind !== "change" || direction !== "down") return `No scenario lowers import dependence below that of ${itemInSentence(items[reference]!)}`;
  const who = marksAt(input, others, best);
  const most = others.length === 1 ? "" : " most,";
  return `${listText(who)} ${who.length === 1 ? "lowers" : "lower"} dependence${most} by ${magnitude}, for ${best.costText}`;
}
