/** The figure of a search: best outcome for its cost, what was tried, the packages, and what one more billion buys. */
import { BILLION } from "../../analysis/find/find.ts";
import { indicatorOf } from "../../analysis/outcome.ts";
import type { Claim } from "../../analysis/find/package-space.ts";
import { plainTicks } from "../../chart/plain-ticks.ts";
import { compareValues } from "../../format/comparison.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
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
  const costliest = Math.max(...own.map(({ cost }) => cost), budget ?? 0, 1);
  const more = moreIn(result, costliest);
  const limit = more?.cost ?? result.shownCost;
  const points = frontier.map(({ claim }) => place(claim)).filter((one) => isPlace(one) && one.cost <= limit);
  const drawn = [...points, ...own, ...(more === null ? [] : [more]), { value: statusQuo.value }, { value: target }]
    .map(({ value }) => value)
    .filter(Number.isFinite);
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const isDependence = outcome.indicator === "dependence" || outcome.indicator.startsWith("composite_");
  const metric = isDependence ? IMPORT_DEPENDENCE : metricName(indicatorOf(outcome).label);
  const y = plainTicks(low, high, scale, scale.unit === "share" ? 5 : 0);
  const [bottom, top] = [y[0]!.value, y.at(-1)!.value];
  const { title, basis } = findingOf(context, points, more);
  return {
    title,
    subtitle: `Best ${inSentence(metric)} of ${subjectName(mineral)} in ${year} for its ${costHead(context)}, grey: others tried${basis}`,
    points,
    more,
    cloud: cloud.filter(({ value }) => value >= bottom && value <= top),
    packages: own,
    statusQuo: place(statusQuo),
    budget: budget === null ? null : { value: budget, label: `budget ${costText(budget, context)}` },
    target: { value: target, label: `Target ${valueText(target, scale)} by ${year}` },
    x: plainTicks(Math.min(0, statusQuo.cost), Math.max(...points.map(({ cost }) => cost), more?.cost ?? 0, costliest), money),
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

/** The figure reaches one more billion where it need not be so many times wider than the packages are dear. */
const WIDEST = 2.5;

function moreIn({ oneMoreBillion }: FindContext["result"], costliest: number): FrontierPointView | null {
  if (oneMoreBillion === null) return null;
  const more = { cost: oneMoreBillion.at + BILLION, value: oneMoreBillion.valueWithMore };
  return isPlace(more) && more.cost <= WIDEST * costliest ? more : null;
}

interface Finding {
  readonly title: string;
  /** What the title's figure starts from; sentences that follow the subtitle. */
  readonly basis: string;
}

/** What one more billion buys, where the figure shows it; else what the money that it shows buys, and that the billion lies beyond. */
function findingOf(context: FindContext, points: readonly FrontierPointView[], more: FrontierPointView | null): Finding {
  const { question, result, scale } = context;
  const { oneMoreBillion, statusQuo } = result;
  if (oneMoreBillion === null) return { title: "Best outcome for its cost so far", basis: "" };
  const { at, value, valueWithMore } = oneMoreBillion;
  const billion = question.costBasis === "per-year" ? "one more billion a year" : "one more billion, discounted,";
  const from = question.budget === null ? "the cost of the cheapest package" : "the budget";
  const [bought, span] = boughtTexts(valueWithMore, value, scale);
  if (more !== null) return { title: `Past ${costText(at, context)}, ${billion} buys ${bought}`, basis: `. From ${from} on: ${span}` };
  const best = points.at(-1);
  const [shown] = boughtTexts(best?.value ?? NaN, statusQuo.value, scale);
  return {
    title: best === undefined || shown === NOT_AVAILABLE ? "Best outcome for its cost" : `Up to ${costText(best.cost, context)} buys ${shown}`,
    basis: `. Past ${from}, beyond the figure, ${billion} buys ${bought}: ${span}`,
  };
}

/** What leads from one value to another buys: "21 points", and the way: "46% becomes 25%". */
function boughtTexts(to: number, from: number, scale: DisplayScale): readonly [bought: string, way: string] {
  const gain = compareValues(Number.isFinite(to) ? to : null, Number.isFinite(from) ? from : null, scale);
  if (gain.kind === "none") return ["nothing", `${gain.current} with and without it`];
  return [gain.kind === "undefined" ? NOT_AVAILABLE : gain.magnitude, `${gain.reference} becomes ${gain.current}`];
}
