/** The one large number: import dependence in the outcome year, its difference from status quo, its target, and the other definitions of it. */
import { compareValues } from "../../format/comparison.ts";
import type { Comparison } from "../../format/comparison.ts";
import { digitsText, readingText, valueText } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import { inSentence } from "../../format/words.ts";
import type { Mineral } from "../../dataset/dataset.ts";
import { DEPENDENCE_DEFINITION, WEIGHTING_TEXT, dependenceChoice, dependenceOf } from "../dependence.ts";
import { differenceView } from "../difference-view.ts";
import type { DefinitionView, HeadlineView, IndicatorChoice } from "./explore-types.ts";
import { dependenceTarget } from "../target-view.ts";
import { indicatorFor, mineralCount, produces, readSeries, stageLabel, subjectName } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

export function buildHeadline(context: ViewContext): HeadlineView {
  const { readers, mineral, weighting, yearIndex, year, dataset, currency } = context;
  const id = mineral?.id ?? null;
  const indicator = indicatorFor(dependenceChoice(id, weighting));
  const scale = scaleFor(indicator, 1, currency);
  const line = dependenceOf(readers.current, id, weighting);
  const value = line[yearIndex] ?? null;
  const reference = dependenceOf(readers.statusQuoInWorld, id, weighting)[yearIndex] ?? null;
  const comparison = compareValues(value, reference, scale);
  return {
    number: value === null ? "n/a" : digitsText(value, scale),
    unit: value === null ? "" : scale.suffix,
    caption: mineral
      ? `of ${dataset.home.adjective} need for ${subjectName(mineral)} is met from abroad in ${year}`
      : `of ${dataset.home.adjective} need is met from abroad in ${year}, ${WEIGHTING_TEXT[weighting]} ${mineralCount(dataset)}`,
    definition: mineral ? DEPENDENCE_DEFINITION : `${DEPENDENCE_DEFINITION}; ${WEIGHTING_TEXT[weighting]} ${mineralCount(dataset)}`,
    difference: differenceView(comparison, indicator),
    reference: referenceText(comparison),
    target: dependenceTarget(context, line, reference, scale),
    definitions: mineral ? mineralDefinitions(context, mineral) : totalDefinitions(context),
  };
}

/** Beside the difference. With finer decimals both values stand there, so that they fit the difference. */
function referenceText(comparison: Comparison): string {
  if (comparison.kind === "undefined") return `· status quo ${comparison.reference}`;
  if (comparison.kind !== "change") return "from status quo";
  return comparison.fine ? `from ${comparison.reference} to ${comparison.current}` : `from status quo, ${comparison.reference}`;
}

function mineralDefinitions(context: ViewContext, mineral: Mineral): readonly DefinitionView[] {
  const published = mineral.publishedBasisStage;
  return [
    definition(context, { level: "stage", id: "nir" }, mineral, published),
    ...mineral.stages.map((stage) => definition(context, { level: "stage", id: "nirx" }, mineral, stage)),
    definition(context, { level: "mineral", id: "chain_origin_dependence" }, mineral, null),
  ];
}

const totalDefinitions = (context: ViewContext): readonly DefinitionView[] =>
  ["composite_equal", "composite_value", "composite_chain_equal"]
    .filter((id) => id !== dependenceChoice(null, context.weighting).id)
    .map((id) => definition(context, { level: "total", id }, null, null));

function definition(context: ViewContext, choice: IndicatorChoice, mineral: Mineral | null, stage: string | null): DefinitionView {
  const { readers, dataset, yearIndex, currency } = context;
  const indicator = indicatorFor(choice);
  const scale = scaleFor(indicator, 1, currency);
  const value = readSeries(readers.current, choice, { mineral, stage })[yearIndex] ?? null;
  const hasOutput = mineral !== null && stage !== null && produces(readers.current, mineral, stage, yearIndex);
  return {
    id: stage === null ? choice.id : `${choice.id}:${stage}`,
    label: stage === null ? indicator.label : `${indicator.label}, ${inSentence(stageLabel(dataset, stage))}`,
    value: mineral ? readingText(choice.id, value, scale, hasOutput) : value === null ? "n/a" : valueText(value, scale),
    definition: indicator.definition,
    formula: indicator.formula,
  };
}
