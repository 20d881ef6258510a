/** How the library's head and rows read. Pure. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { type DisplayScale, scaleFor } from "../../shared/format/scale.ts";
import { valueOrNone, valueText } from "../../shared/format/quantity.ts";
import type { ScenarioQuery, ScenarioSummary, SortColumn } from "../../shared/ipc/channels.ts";

/** A column that is chosen for the first time begins with what people look for there: names from A, figures from the lowest, dates from the newest. */
export const sortedBy = (query: ScenarioQuery, sort: SortColumn): ScenarioQuery =>
  query.sort === sort ? { ...query, descending: !query.descending } : { ...query, sort, descending: sort === "changed" };

/** "Recycling, cleared" → ["Recycling", "cleared"]: trimmed, without empty ones and repeats. */
export const parseTags = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

export interface RowText {
  readonly headline: string;
  readonly cost: string;
  readonly levers: string;
}

/** Billions of a column keep two decimals, so that small packages under large ones can be told apart. */
const COST_DECIMALS = 2;

/** `largestCost` is the library's, million per year: one unit for the whole column. */
export function rowText(scenario: ScenarioSummary, largestCost: number, currency: Dataset["currency"]): RowText {
  const share = scaleFor({ id: "composite_equal", unit: "share" }, 1, currency.symbol);
  const sized = scaleFor({ id: "public_cost_musd", unit: "musd" }, largestCost, currency.symbol);
  const money = sized.divisor === 1 ? sized : { ...sized, decimals: COST_DECIMALS };
  return {
    headline: valueOrNone(scenario.headline, share),
    cost: costText(scenario.costMusdPerYr, money),
    levers: scenario.changedLevers === 0 ? "status quo" : String(scenario.changedLevers),
  };
}

/** Less than a step is not nothing: "<$0.01 bn/yr". */
function costText(cost: number | null, scale: DisplayScale): string {
  const step = scale.divisor * 10 ** -scale.decimals;
  return cost !== null && cost > 0 && cost < step / 2 ? `<${valueText(step, scale)}` : valueOrNone(cost, scale);
}
