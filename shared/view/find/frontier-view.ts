/** The figure of a search: best outcome for its cost, what was tried, the packages, and what one more billion buys. */
import { indicatorOf } from "../../analysis/outcome.ts";
import type { Claim } from "../../analysis/package-space.ts";
import { plainTicks } from "../../chart/plain-ticks.ts";
import { compareValues } from "../../format/comparison.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { inSentence } from "../../format/words.ts";
import { COST_YEARS } from "../../indicator/headline-cost.ts";
import { IMPORT_DEPENDENCE } from "../dependence.ts";
import { metricName } from "../finding.ts";
import { subjectName } from "../view-context.ts";
import { bestText, costText, type FindContext } from "./find-context.ts";
import type { FrontierPointView, FrontierView } from "./find-view-types.ts";

export function frontierView(context: FindContext): FrontierView {
  const { dataset, question, result, scale, money } = context;
  const { frontier, cloud, packages, statusQuo } = result;
  const { outcome, budget, target, year } = question;
  const mineral = dataset.minerals.find(({ id }) => id === outcome.mineral) ?? null;
  const own = packages.map(({ claim: { cost, value } }, i) => ({ cost, value, number: i + 1 })).filter(isPlace);
  const points = frontier.map(({ claim }) => place(claim)).filter((one) => isPlace(one) && one.cost <= result.shownCost);
  const drawn = [...points, ...own, { value: statusQuo.value }, { value: target }].map(({ value }) => value).filter(Number.isFinite);
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const isDependence = outcome.indicator === "dependence" || outcome.indicator.startsWith("composite_");
  const metric = isDependence ? IMPORT_DEPENDENCE : metricName(indicatorOf(outcome).label);
  const y = plainTicks(low, high, scale, scale.unit === "share" ? 5 : 0);
  const [bottom, top] = [y[0]!.value, y.at(-1)!.value];
  const { title, basis } = billion(context);
  return {
    title,
    subtitle: `Best ${inSentence(metric)} of ${subjectName(mineral)} in ${year} for its ${costHead(context)}, grey: others tried${basis}`,
    points,
    cloud: cloud.filter(({ value }) => value >= bottom && value <= top),
    packages: own,
    statusQuo: place(statusQuo),
    budget: budget === null ? null : { value: budget, label: `budget ${costText(budget, context)}` },
    target: { value: target, label: `Target ${valueText(target, scale)} by ${year}` },
    x: plainTicks(Math.min(0, statusQuo.cost), Math.max(...points.map(({ cost }) => cost), ...own.map(({ cost }) => cost), budget ?? 0, 1), money),
    y,
    table: {
      columns: ["", "Public cost", metric],
      rows: [
        ...own.map(({ number, cost, value }) => [`Package ${number}`, costText(cost, context), bestText(value, context)]),
        ...points.map(({ cost, value }) => ["Best for its cost", costText(cost, context), valueText(value, scale, scale.fineDecimals)]),
      ],
    },
  };
}

const place = ({ cost, value }: Claim): FrontierPointView => ({ cost, value });
const isPlace = ({ value }: FrontierPointView): boolean => Number.isFinite(value);

const costHead = ({ question }: FindContext): string =>
  question.costBasis === "per-year" ? `mean public cost ${COST_YEARS.first}–${String(COST_YEARS.last).slice(2)}` : "discounted public cost of the whole run";

/** What one more billion buys, from where on, and of which money. */
function billion(context: FindContext): { readonly title: string; readonly basis: string } {
  const { question, result, scale } = context;
  const { oneMoreBillion } = result;
  if (oneMoreBillion === null) return { title: "Best outcome for its cost so far", basis: "" };
  const { at, value, valueWithMore } = oneMoreBillion;
  const isPerYear = question.costBasis === "per-year";
  const gain = compareValues(valueWithMore, value, scale);
  const buys = gain.kind === "none" ? "nothing" : gain.kind === "undefined" ? NOT_AVAILABLE : gain.magnitude;
  const unit = isPerYear ? "one more billion a year" : "one more billion, discounted,";
  const from = question.budget === null ? "the cost of the cheapest package" : "the budget";
  const span = gain.kind === "none" ? `${gain.current} with and without it` : `${gain.reference} becomes ${gain.current}`;
  return {
    title: `Past ${costText(at, context)}, ${unit} buys ${buys}`,
    basis: `. From ${from} on: ${span}`,
  };
}
