/** How the library's head and rows read. Pure. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { scaleFor } from "../../shared/format/scale.ts";
import { valueOrNone } from "../../shared/format/quantity.ts";
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

export function rowText(scenario: ScenarioSummary, currency: Dataset["currency"]): RowText {
  const share = scaleFor({ id: "composite_equal", unit: "share" }, 1, currency.symbol);
  const money = scaleFor({ id: "public_cost_musd", unit: "musd" }, Math.abs(scenario.costMusdPerYr ?? 0), currency.symbol);
  return {
    headline: valueOrNone(scenario.headline, share),
    cost: valueOrNone(scenario.costMusdPerYr, money),
    levers: scenario.changedLevers === 0 ? "status quo" : String(scenario.changedLevers),
  };
}
