/** The right chart: any indicator of the catalogue for the selected mineral, or one line per mineral when all are chosen. */
import type { ChartSpec } from "../chart/chart-spec.ts";
import { inSentence, isPlural } from "../format/words.ts";
import { scaleFor } from "../format/scale.ts";
import { mineralLines } from "./dependence-chart.ts";
import { eventSpans } from "./event-spans.ts";
import type { IndicatorChoice } from "./explore-types.ts";
import { metricName } from "./finding.ts";
import { lineChart } from "./line-chart.ts";
import { extentOf, indicatorFor, produces, readSeries, stageFor, stageLabel, subjectName } from "./view-context.ts";
import type { Place, ViewContext } from "./view-context.ts";

export function buildRightChart(context: ViewContext, choice: IndicatorChoice): ChartSpec {
  const { readers, mineral, selection, dataset, document, currency } = context;
  if (choice.level !== "total" && !mineral) return mineralLines(context, choice);
  const indicator = indicatorFor(choice);
  const stage = choice.level === "stage" && mineral ? stageFor(mineral, selection.stage) : null;
  const place: Place = { mineral, stage };
  const lines = {
    current: readSeries(readers.current, choice, place),
    inWorld: readSeries(readers.statusQuoInWorld, choice, place),
    inDefault: readSeries(readers.statusQuo, choice, place),
  };
  const subject = choice.level === "total" ? null : mineral;
  const at = stage === null ? "" : ` in ${inSentence(stageLabel(dataset, stage))}`;
  const name = metricName(indicator.label);
  const unit = unitWord(scaleFor(indicator, extentOf(lines.current, lines.inWorld, lines.inDefault), currency));
  const target = document.target;
  const isTargeted = target?.indicator === choice.id && target.mineral === (subject?.id ?? null);
  return lineChart(context, {
    key: `${choice.level}:${choice.id}:${subject?.id ?? ""}:${stage ?? ""}`,
    indicator,
    metric: subject ? `${name} for ${subjectName(subject)}${at}` : name,
    name: inSentence(name),
    plural: isPlural(name),
    tellsZero: false,
    subtitle: [indicator.label, unit, stage === null ? "" : inSentence(stageLabel(dataset, stage)), subjectName(subject)]
      .filter((part) => part !== "")
      .join(", "),
    lines,
    target: target && isTargeted ? target.value : null,
    produces: mineral !== null && stage !== null && produces(readers.current, mineral, stage, context.yearIndex),
    spans: eventSpans(dataset, document.inputs.events, subject?.id ?? null),
  });
}

/** Unit as it stands in a subtitle: "%", "kt", "$ bn/yr". */
const unitWord = ({ prefix, suffix }: { readonly prefix: string; readonly suffix: string }): string => `${prefix}${suffix}`.trim();
