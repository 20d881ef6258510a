/** What an assumption does to the headline, as text. */
import { ALL_MINERALS } from "../../dataset/dataset-files.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { scaleFor } from "../../format/scale.ts";
import { inSentence, shortName } from "../../format/words.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import { dependenceChoice, dependenceOf } from "../dependence.ts";
import { differenceView } from "../difference-view.ts";
import type { DifferenceView, Weighting } from "../explore/explore-types.ts";
import { indicatorFor } from "../view-context.ts";

export interface HeadlineQuestion {
  /** null = all minerals. */
  readonly mineral: string | null;
  readonly weighting: Weighting;
  readonly year: number;
}

/** Import dependence of the question, a fraction; null = not defined. */
export function headlineValue(reader: ResultReader, { mineral, weighting, year }: HeadlineQuestion): number | null {
  const at = reader.years.indexOf(year);
  return dependenceOf(reader, mineral, weighting)[at < 0 ? reader.years.length - 1 : at] ?? null;
}

export interface AssumptionEffect {
  /** "All minerals", "Rare earths" */
  readonly subject: string;
  /** "51% to 54%" */
  readonly change: string;
  readonly difference: DifferenceView;
}

/** The headline with the dataset's value against that with the assumption. */
export function assumptionEffect(dataset: Dataset, question: HeadlineQuestion, before: number | null, after: number | null): AssumptionEffect {
  const indicator = indicatorFor(dependenceChoice(question.mineral, question.weighting));
  const scale = scaleFor(indicator, 1, dataset.currency.symbol);
  const comparison = compareValues(after, before, scale);
  const change = comparison.kind === "change" ? `${comparison.reference} to ${comparison.current}` : comparison.current;
  return { subject: subjectOf(dataset, question.mineral), change, difference: differenceView(comparison, indicator) };
}

const subjectOf = (dataset: Pick<Dataset, "minerals">, mineral: string | null): string =>
  mineral === null ? "All minerals" : shortName(dataset.minerals.find(({ id }) => id === mineral)?.name ?? mineral);

/** "all minerals", "rare earths" */
export const subjectText = (dataset: Pick<Dataset, "minerals">, mineral: string | null): string => inSentence(subjectOf(dataset, mineral));

/** "lithium at mining", "all minerals"; where a parameter stands or is read. */
export function placeText(dataset: Pick<Dataset, "minerals" | "stages">, { mineral, stage }: { readonly mineral: string; readonly stage: string }): string {
  const name = mineral === ALL_MINERALS ? "all minerals" : subjectText(dataset, mineral);
  return stage === "" ? name : `${name} at ${inSentence(dataset.stages.find(({ id }) => id === stage)?.label ?? stage)}`;
}
