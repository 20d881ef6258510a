/** The right chart: a breakdown, or any indicator of the catalogue for the selected mineral, or one line per mineral when all are chosen. */
import type { ChartSpec } from "../../chart/chart-spec.ts";
import type { Mineral } from "../../dataset/dataset.ts";
import { inSentence, isPlural } from "../../format/words.ts";
import { TINY_SHARE, tinyStages } from "./bottleneck.ts";
import { costChart } from "./cost-chart.ts";
import { mineralLines, stageLines } from "./dependence-chart.ts";
import { eventSpans } from "../event-spans.ts";
import type { BreakdownId, ChartChoice, IndicatorChoice } from "./explore-types.ts";
import { metricName } from "../finding.ts";
import { followedStage, shownStage } from "./lever-stage.ts";
import { lineChart } from "./line-chart.ts";
import { originChart } from "./origin-chart.ts";
import { EVERY_STAGE, indicatorFor, produces, readSeries, stageLabel, subjectName } from "../view-context.ts";
import type { Place, ViewContext } from "../view-context.ts";
import { weightingsChart } from "./weightings-chart.ts";

export function buildRightChart(context: ViewContext, choice: ChartChoice): ChartSpec {
  return choice.level === "breakdown" ? breakdownChart(context, choice.id) : indicatorChart(context, choice);
}

function breakdownChart(context: ViewContext, id: BreakdownId): ChartSpec {
  const exposure = { level: "stage", id: "nirx" } as const;
  switch (id) {
    case "origin":
      return originChart(context);
    case "stages":
      return context.mineral ? stageLines(context, exposure, context.mineral) : mineralLines(context, exposure);
    case "minerals":
      return mineralLines(context, { level: "mineral", id: "dependence" });
    case "levers":
      return costChart(context);
    case "weightings":
      return weightingsChart(context);
  }
}

const TINY_STAGE = `a tiny stage: under ${TINY_SHARE * 100}% of the mineral's need by value`;

/** For all minerals: the one whose chain alone has the stage that the lever in hand builds. */
function onlyOneWith({ dataset }: ViewContext, stage: string | null): Mineral | null {
  const found = stage === null ? [] : dataset.minerals.filter(({ stages }) => stages.includes(stage));
  return found.length === 1 ? found[0]! : null;
}

function indicatorChart(context: ViewContext, choice: IndicatorChoice): ChartSpec {
  const { readers, selection, dataset, document } = context;
  const followed = choice.level === "stage" ? followedStage(context) : null;
  const mineral = context.mineral ?? onlyOneWith(context, followed);
  if (choice.level !== "total" && !mineral) return mineralLines(context, choice, followed);
  if (choice.level === "stage" && mineral && selection.stage === EVERY_STAGE) return stageLines(context, choice, mineral);
  const indicator = indicatorFor(choice);
  const stage = choice.level === "stage" && mineral ? shownStage(mineral, selection.stage, followed) : null;
  const place: Place = { mineral, stage };
  const subject = choice.level === "total" ? null : mineral;
  const at = stage === null ? "" : ` in ${inSentence(stageLabel(dataset, stage))}`;
  const name = metricName(indicator.label);
  const isTiny = indicator.unit === "share" && mineral !== null && stage !== null && tinyStages(context, mineral, context.yearIndex).has(stage);
  const target = document.target;
  const isTargeted = target?.indicator === choice.id && target.mineral === (subject?.id ?? null);
  return lineChart(context, {
    key: `${choice.level}:${choice.id}:${subject?.id ?? ""}:${stage ?? ""}`,
    indicator,
    metric: subject ? `${name} for ${subjectName(subject)}${at}` : name,
    name: inSentence(name),
    plural: isPlural(name),
    tellsZero: false,
    subtitle: (unit) =>
      [
        indicator.label,
        unit,
        stage === null ? "" : inSentence(stageLabel(dataset, stage)),
        subject === null && /all minerals/.test(indicator.label) ? "" : subjectName(subject),
        isTiny ? TINY_STAGE : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    read: (reader) => readSeries(reader, choice, place),
    target: target && isTargeted ? target.value : null,
    ...(choice.id === "nir_published_basis" ? { published: "same" as const } : {}),
    produces: mineral !== null && stage !== null && produces(readers.current, mineral, stage, context.yearIndex),
    spans: eventSpans(dataset, document.inputs.events, subject?.id ?? null),
  });
}
