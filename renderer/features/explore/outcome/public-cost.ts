/** The public cost line over the lever list: mean per year over the headline years, against the budget, and its share per group of levers. */
import type { Dataset } from "../../../../shared/dataset/dataset.ts";
import { valueOrNone, valueText } from "../../../../shared/format/quantity.ts";
import { scaleFor } from "../../../../shared/format/scale.ts";
import type { DisplayScale } from "../../../../shared/format/scale.ts";
import type { ResultReader } from "../../../../shared/indicator/result-reader.ts";
import { meanLeverCost, meanPublicCost } from "../../../../shared/indicator/headline-cost.ts";

export interface PublicCostView {
  /** "$3.4 bn/yr"; "$3.4" beside a budget, whose unit is the same. */
  readonly cost: string;
  /** "of $4.0 bn/yr"; null without a budget. */
  readonly budget: string | null;
  /** Filled part of the bar, 0 to 1. */
  readonly fraction: number;
  /** "Over budget by $0.6 bn a year. No lever was changed."; null within budget. */
  readonly overrun: string | null;
}

/** `budget` in million per year, null = none. */
export function publicCostView(dataset: Pick<Dataset, "currency">, result: ResultReader, budget: number | null): PublicCostView {
  const mean = meanPublicCost(result);
  const cost = mean ?? 0;
  const scale = costScale(dataset, Math.max(Math.abs(cost), budget ?? 0));
  const over = budget === null ? 0 : cost - budget;
  return {
    cost: valueOrNone(mean, budget === null ? scale : { ...scale, suffix: "" }),
    budget: budget === null ? null : `of ${valueText(budget, scale)}`,
    fraction: budget === null || budget === 0 ? (cost > 0 ? 1 : 0) : Math.min(1, Math.max(0, cost / budget)),
    overrun: over > 0 ? `Over budget by ${overText(dataset, over, scale)} a year. No lever was changed.` : null,
  };
}

/** Mean public cost per year of some levers, as text: "$0.9 bn/yr". */
export function leversCostText(dataset: Pick<Dataset, "currency">, result: ResultReader, leverIds: readonly string[]): string {
  const cost = leverIds.reduce((sum, id) => sum + (meanLeverCost(result, id) ?? 0), 0);
  return valueText(cost, costScale(dataset, cost));
}

const costScale = (dataset: Pick<Dataset, "currency">, extent: number): DisplayScale =>
  scaleFor({ id: "public_cost_musd", unit: "musd" }, extent, dataset.currency.symbol);

/** An overrun below one shown step is told in its own, finer unit. */
function overText(dataset: Pick<Dataset, "currency">, over: number, scale: DisplayScale): string {
  const text = valueText(over, Math.round((over / scale.divisor) * 10 ** scale.decimals) > 0 ? scale : costScale(dataset, over));
  return text.replace("/yr", "");
}
