/** The left chart: import dependence with its references, its parts (exposure by stage; the minerals when all are chosen), or a mineral by the published definition. */
import type { ChartSpec } from "../../chart/chart-spec.ts";
import { inSentence } from "../../format/words.ts";
import { mineralLines, stageLines } from "./dependence-chart.ts";
import { IMPORT_DEPENDENCE, WEIGHTING_TEXT, dependenceChoice, dependenceOf, targetsDependence } from "../dependence.ts";
import { eventSpans } from "../event-spans.ts";
import { buildRightChart } from "./indicator-chart.ts";
import { lineChart } from "./line-chart.ts";
import { nothingPublished } from "./published-line.ts";
import { indicatorFor, mineralCount, subjectName } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

export function buildLeftChart(context: ViewContext): ChartSpec {
  const { mineral, selection } = context;
  if (selection.left === "published" && mineral) return buildRightChart(context, { level: "mineral", id: "nir_published_basis" });
  if (selection.left !== "parts") return dependenceLine(context);
  return mineral ? stageLines(context, { level: "stage", id: "nirx" }, mineral) : mineralLines(context, { level: "mineral", id: "dependence" });
}

function dependenceLine(context: ViewContext): ChartSpec {
  const { mineral, weighting, document, dataset } = context;
  const id = mineral?.id ?? null;
  const choice = dependenceChoice(id, weighting);
  const target = document.target;
  return lineChart(context, {
    key: `${choice.id}:${id ?? ""}`,
    indicator: indicatorFor(choice),
    metric: mineral
      ? `${IMPORT_DEPENDENCE} for ${subjectName(mineral)}`
      : `${IMPORT_DEPENDENCE} of all minerals${weighting === "value" ? " weighted by value" : ""}`,
    name: inSentence(IMPORT_DEPENDENCE),
    plural: false,
    tellsZero: true,
    subtitle: () =>
      mineral
        ? `Share of ${dataset.home.adjective} need met from abroad, all stages by value, %, ${subjectName(mineral)}`
        : `Share of ${dataset.home.adjective} need met from abroad, %, ${WEIGHTING_TEXT[weighting]} ${mineralCount(dataset)}${nothingPublished(dataset)}`,
    read: (reader) => dependenceOf(reader, id, weighting),
    target: target && targetsDependence(target, id, weighting) ? target.value : null,
    ...(context.focus ? { focus: context.focus } : {}),
    produces: false,
    published: "other",
    spans: eventSpans(dataset, document.inputs.events, id),
  });
}
