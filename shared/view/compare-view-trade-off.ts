/** Import dependence against public cost: one point per scenario. */
import { COST_YEARS, publicCostPerYear } from "../indicator/headline-cost.ts";
import { compareValues } from "../format/comparison.ts";
import { plainTicks } from "../chart/plain-ticks.ts";
import { valueText } from "../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../format/scale.ts";
import { inSentence } from "../format/words.ts";
import { type CompareInput, itemMark, itemName, type TradeOffPoint, type TradeOffView } from "./compare-view-types.ts";
import { dependenceChoice, dependenceOf, targetsDependence } from "./dependence.ts";
import { indicatorFor, subjectName } from "./view-context.ts";

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
    return [
      { key: item.key, name: itemName(item), colour: item.colour, cost, value, costText: valueText(cost, costScale), valueText: valueText(value, scale) },
    ];
  });
  const shownTarget = target && targetsDependence(target, mineral?.id ?? null, weighting) ? target : null;
  const heights = [...points.map(({ value }) => value), ...(shownTarget ? [shownTarget.value] : [])];
  return {
    title: finding(input, points, scale),
    subtitle: `Import dependence${mineral ? ` of ${subjectName(mineral)}` : ""} in ${outcomeYear}, against public cost, mean ${COST_YEARS.first}–${String(COST_YEARS.last).slice(2)}`,
    points,
    x: plainTicks(0, Math.max(...points.map(({ cost }) => cost), costScale.divisor), costScale),
    y: plainTicks(Math.min(...heights, 1), Math.max(...heights, 0), scale, LEAST_POINTS),
    target: shownTarget && { value: shownTarget.value, label: `Target ${valueText(shownTarget.value, scale)}` },
  };
}

/** "A lowers dependence most, by 24 points, for $3.4 bn/yr" */
function finding({ items, reference }: CompareInput, points: readonly TradeOffPoint[], scale: DisplayScale): string {
  const base = points.find(({ key }) => key === items[reference]!.key);
  const others = points.filter((point) => point !== base);
  const best = others.reduce<TradeOffPoint | null>((found, point) => (found === null || point.value < found.value ? point : found), null);
  if (base === undefined || best === null) return "Nothing to compare in this year";
  const { kind, direction, magnitude } = compareValues(best.value, base.value, scale);
  const who = itemMark(items.find(({ key }) => key === best.key)!);
  const against = inSentence(itemMark(items[reference]!));
  if (kind !== "change" || direction !== "down") return `No scenario lowers import dependence below that of ${against}`;
  return `${who} lowers dependence most, by ${magnitude}, for ${best.costText}`;
}
