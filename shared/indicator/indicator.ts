/** The shape of one row of the indicator catalogue (`catalogue.ts`): what a number means, its unit, and which direction is better. */

/** stage: one series per mineral × stage. mineral: one per mineral. total: one for the country. */
export type IndicatorLevel = "stage" | "mineral" | "total";

/** How a value is measured; `shared/format` turns it into text. share = fraction shown as percent. */
export type IndicatorUnit = "share" | "t" | "t_per_yr" | "t_co2e" | "musd" | "days" | "months" | "index" | "hhi" | "text";

export interface Indicator {
  /** Name in files and reference cases, e.g. "nirx". */
  readonly id: string;
  readonly level: IndicatorLevel;
  /** Sentence-case name on screen, e.g. "Exposure (import share of need)". */
  readonly label: string;
  readonly unit: IndicatorUnit;
  readonly better: "down" | "up" | "neither";
  /** One or two plain sentences. */
  readonly definition: string;
  /** Formula in the specification's symbols. */
  readonly formula: string;
  /** Rule ids of shared/SPEC.md, e.g. ["E5", "I2"]. */
  readonly rules: readonly string[];
}

/** Makes the rows of one level; the texts stand last, so that a row reads from its name to its meaning. */
export const rowsAt =
  (level: IndicatorLevel) =>
  (id: string, unit: IndicatorUnit, better: Indicator["better"], rules: readonly string[], label: string, formula: string, definition: string): Indicator => ({
    id,
    level,
    label,
    unit,
    better,
    definition,
    formula,
    rules,
  });
