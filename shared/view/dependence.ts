/** The headline indicator and its series: import dependence of a mineral, or the composite of all by either weighting. */
import type { ResultReader } from "../indicator/result-reader.ts";
import type { Series } from "../model/run-result.ts";
import type { Target } from "../scenario/scenario.ts";
import type { IndicatorChoice, Weighting } from "./explore/explore-types.ts";

export const IMPORT_DEPENDENCE = "Import dependence";

export const DEPENDENCE_DEFINITION = "share of need met from abroad, all stages by value, normal conditions";

export const dependenceChoice = (mineral: string | null, weighting: Weighting): IndicatorChoice =>
  mineral === null ? { level: "total", id: weighting === "equal" ? "composite_equal" : "composite_value" } : { level: "mineral", id: "dependence" };

export const dependenceOf = (reader: ResultReader, mineral: string | null, weighting: Weighting): Series => {
  const { id } = dependenceChoice(mineral, weighting);
  return mineral === null ? reader.total(id) : reader.mineral(mineral, id);
};

/** How the minerals are put together into one figure, inside a sentence: "plain mean of", "weighted by value over". */
export const WEIGHTING_TEXT: Readonly<Record<Weighting, string>> = { equal: "plain mean of", value: "weighted by value over" };

/** What a target for the headline names: of all minerals by value it says so, because the plain mean is another number. */
export const targetIndicator = (mineral: string | null, weighting: Weighting): string =>
  mineral === null && weighting === "value" ? dependenceChoice(mineral, weighting).id : "dependence";

/** Whether a target speaks of what the headline shows. "dependence" without a mineral means the plain mean of all. */
export function targetsDependence(target: Target, mineral: string | null, weighting: Weighting): boolean {
  if (target.mineral !== mineral) return false;
  return target.indicator === targetIndicator(mineral, weighting) || target.indicator === dependenceChoice(mineral, weighting).id;
}
