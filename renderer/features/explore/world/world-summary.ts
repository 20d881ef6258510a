/** What a world assumes, in one line, computed from its demand and price paths. */
import type { Dataset } from "../../../../shared/dataset/dataset.ts";
import { numberText } from "../../../../shared/format/number.ts";

export interface WorldSummary {
  readonly id: string;
  readonly label: string;
  /** "Demand 1.5 times 2025 by 2035 (1.2 to 3.0 by mineral)" */
  readonly demand: string;
  /** "World prices 20% above 2025 in 2035", "World prices as in 2025" */
  readonly prices: string;
}

/** The anchor year that is quoted: ten years on. */
const QUOTED_YEARS_ON = 10;

export function worldSummaries(dataset: Pick<Dataset, "worlds" | "worldSeries" | "anchorYears" | "baseYear">): readonly WorldSummary[] {
  const year = dataset.anchorYears.find((anchor) => anchor >= dataset.baseYear + QUOTED_YEARS_ON) ?? dataset.anchorYears.at(-1) ?? dataset.baseYear;
  const at = dataset.anchorYears.indexOf(year);
  const valuesOf = (world: string, variable: "demand_index" | "price_index"): readonly number[] =>
    dataset.worldSeries
      .filter((series) => series.world === world && series.variable === variable)
      .flatMap((series) => series.values[at] ?? [])
      .toSorted((a, b) => a - b);
  return dataset.worlds.map(({ id, label }) => ({
    id,
    label,
    demand: demandText(valuesOf(id, "demand_index"), year, dataset.baseYear),
    prices: priceText(valuesOf(id, "price_index"), year, dataset.baseYear),
  }));
}

function demandText(values: readonly number[], year: number, baseYear: number): string {
  const range = `${numberText(values[0] ?? 1, 1)} to ${numberText(values.at(-1) ?? 1, 1)} by mineral`;
  return `Demand ${numberText(median(values), 1)} times ${baseYear} by ${year} (${range})`;
}

function priceText(values: readonly number[], year: number, baseYear: number): string {
  const [low, high] = [percentOver(values[0] ?? 1), percentOver(values.at(-1) ?? 1)];
  if (low === 0 && high === 0) return `World prices as in ${baseYear}`;
  if (low === high) return `World prices ${side(low)} ${baseYear} in ${year}`;
  const range = low >= 0 ? `${low}% to ${side(high)}` : high <= 0 ? `${-high}% to ${side(low)}` : `${side(low)} to ${side(high)}`;
  return `World prices ${range} ${baseYear} in ${year}, by mineral`;
}

const percentOver = (index: number): number => Math.round((index - 1) * 100);
const side = (percent: number): string => `${Math.abs(percent)}% ${percent < 0 ? "below" : "above"}`;

/** Of sorted values. */
function median(values: readonly number[]): number {
  const middle = Math.floor(values.length / 2);
  const upper = values[middle] ?? 1;
  return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? upper) + upper) / 2;
}
