/** What the right chart's figure means, one click away from the chart: the catalogue's definition and formula, or what a breakdown adds up to. */
import { findIndicator } from "../../indicator/catalogue.ts";
import type { BreakdownId, ChartChoice, IndicatorChoice } from "./explore-types.ts";

export interface ChartDefinition {
  readonly title: string;
  readonly text: string;
  /** "" = none. */
  readonly formula: string;
}

/** The figure that a breakdown takes apart. */
const PARTS_OF: Readonly<Record<BreakdownId, IndicatorChoice | null>> = {
  origin: null,
  stages: { level: "stage", id: "nirx" },
  minerals: { level: "mineral", id: "dependence" },
  levers: { level: "total", id: "public_cost_musd" },
  weightings: { level: "total", id: "composite_value" },
};

const ORIGIN: ChartDefinition = {
  title: "Supply by origin",
  text: "Everything that the stage gets in a year: what is bought abroad, by country, what is recycled at home, and what home mines and plants make. What is sold abroad is not taken off.",
  formula: "",
};

export function chartDefinition(choice: ChartChoice): ChartDefinition {
  const of = choice.level === "breakdown" ? PARTS_OF[choice.id] : choice;
  if (of === null) return ORIGIN;
  const { label, definition, formula } = findIndicator(of.level, of.id);
  return { title: label, text: definition, formula };
}
