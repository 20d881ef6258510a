/** Dependence in parts: one line per stage of a mineral, or one per mineral. */
import type { ChartSpec } from "../../chart/chart-spec.ts";
import { inSentence, isPlural, shortName } from "../../format/words.ts";
import { TINY_SHARE, besideTheBottleneck, bindingStage, tinyStages } from "./bottleneck.ts";
import { mineralColours, stageColours } from "../../chart/palette.ts";
import { IMPORT_DEPENDENCE } from "../dependence.ts";
import { eventSpans } from "../event-spans.ts";
import type { IndicatorChoice } from "./explore-types.ts";
import { metricName } from "../finding.ts";
import type { Part } from "./parts-chart.ts";
import { partsChart } from "./parts-chart.ts";
import { highestStageFinding, movementFinding } from "./parts-finding.ts";
import { indicatorFor, produces, readSeries, stageLabel, subjectName } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";
import type { Mineral } from "../../dataset/dataset.ts";

const TINY = `tiny, under ${TINY_SHARE * 100}%`;
const EXPOSURE = "Exposure, share of need that home supply cannot cover";
const DOTTED = "; dotted: status quo";

/** "Imports, kt, by stage, cobalt" */
const joined = (...words: readonly string[]): string => words.filter((word) => word !== "").join(", ");

/** One line per stage of a mineral; for exposure a stage that sells abroad more than is used at home is named where its line is clipped. */
export function stageLines(context: ViewContext, choice: IndicatorChoice, mineral: Mineral): ChartSpec {
  const { readers, dataset, document, years } = context;
  const indicator = indicatorFor(choice);
  const colours = stageColours(dataset);
  const last = years.length - 1;
  const isExposure = choice.id === "nirx";
  const tiny = indicator.unit === "share" ? tinyStages(context, mineral, context.yearIndex) : null;
  const binding = isExposure ? bindingStage(context, mineral) : null;
  const before = isExposure ? bindingStage(context, mineral, readers.statusQuoInWorld) : null;
  const parts = mineral.stages.map((stage): Part => {
    const place = { mineral, stage };
    const current = readSeries(readers.current, choice, place);
    const end = current[last] ?? null;
    const exports = isExposure && (end === null ? produces(readers.current, mineral, stage, last) : end < 0);
    return {
      id: stage,
      name: stageLabel(dataset, stage),
      colour: colours.get(stage)?.fill ?? "--ink-2",
      current,
      inWorld: readSeries(readers.statusQuoInWorld, choice, place),
      detail: exports ? "net exporter" : tiny?.has(stage) ? TINY : stage === binding ? "bottleneck" : null,
      isBinding: stage === binding,
      isTiny: tiny?.has(stage) ?? false,
    };
  });
  const metric = `${metricName(indicator.label)} for ${subjectName(mineral)}`;
  return partsChart(context, {
    key: `${choice.id}:${mineral.id}:stages`,
    indicator,
    role: "stage",
    title: highestStageFinding(context, {
      indicator,
      metric,
      plural: isPlural(metric),
      parts,
      ...(before ? { bindingBefore: stageLabel(dataset, before) } : {}),
    }),
    subtitle: (unit) => `${joined(isExposure ? EXPOSURE : indicator.label, unit, "by stage", subjectName(mineral))}${DOTTED}`,
    note: besideTheBottleneck(context, mineral, binding),
    parts,
    spans: eventSpans(dataset, document.inputs.events, mineral.id),
  });
}

/** One line per mineral; a stage-level indicator at `stage` for the minerals that have it, else at each mineral's own headline stage. */
export function mineralLines(context: ViewContext, choice: IndicatorChoice, stage: string | null = null): ChartSpec {
  const { readers, dataset, document } = context;
  const indicator = indicatorFor(choice);
  const colours = mineralColours(dataset);
  const minerals = dataset.minerals.filter(({ stages }) => stage === null || stages.includes(stage));
  const parts = minerals.map((mineral): Part => {
    const place = { mineral, stage: stage ?? mineral.headlineStage };
    return {
      id: mineral.id,
      name: shortName(mineral.name),
      colour: colours.get(mineral.id)?.fill ?? "--ink-2",
      current: readSeries(readers.current, choice, place),
      inWorld: readSeries(readers.statusQuoInWorld, choice, place),
      detail: null,
    };
  });
  const metric = choice.id === "dependence" ? IMPORT_DEPENDENCE : metricName(indicator.label);
  const placed =
    stage !== null ? `${inSentence(stageLabel(dataset, stage))} by mineral` : choice.level === "stage" ? "each mineral at its main stage" : "by mineral";
  return partsChart(context, {
    key: `${choice.level}:${choice.id}:minerals:${stage ?? ""}`,
    indicator,
    role: "mineral",
    title: movementFinding(context, { indicator, metric, plural: isPlural(metric), parts }),
    subtitle: (unit) => `${joined(indicator.label, unit, placed)}${DOTTED}`,
    parts,
    spans: eventSpans(dataset, document.inputs.events, null),
  });
}
