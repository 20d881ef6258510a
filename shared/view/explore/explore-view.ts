/**
 * The Explore screen as text and chart specs, from dataset, results and selection. Pure; cheap enough for every frame of a drag.
 * In parts, because while something moves they may come from different results.
 */
import { buildCards } from "./cards.ts";
import { IMPORT_DEPENDENCE } from "../dependence.ts";
import { fromStatusQuo } from "../difference-view.ts";
import type { CardView, ChartChoice, ExploreInput, ExploreView, HeadlineView, RightView, TileView } from "./explore-types.ts";
import { buildHeadline } from "./headline.ts";
import { buildRightChart } from "./indicator-chart.ts";
import { buildLeftChart } from "./left-chart.ts";
import { beginningIn, firstPublishedYear } from "./published-line.ts";
import { defaultChart } from "./related-indicators.ts";
import { buildTiles } from "./tiles.ts";
import { subjectName, viewContext } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";
import { worldNotes } from "./world-notes.ts";

export function buildExploreView(input: ExploreInput): ExploreView {
  const context = viewContext(input);
  const headline = buildHeadline(context);
  return {
    headline,
    left: beginningIn(buildLeftChart(context), firstShownYear(context)),
    notes: worldNotes(context),
    announcement: announcement(context, headline),
  };
}

export function buildRightView(input: ExploreInput): RightView {
  const context = viewContext(input);
  const rightIndicator = rightIndicatorOf(input);
  return { right: beginningIn(buildRightChart(context, rightIndicator), firstShownYear(context)), rightIndicator };
}

/** What the right chart shows: what was chosen, else what the lever in hand is about. */
export const rightIndicatorOf = ({ dataset, rightIndicator, leverInHand, selection }: ExploreInput): ChartChoice =>
  rightIndicator ?? defaultChart(leverInHand, dataset.minerals.find(({ id }) => id === selection.mineral)?.id ?? null);

/** All minerals first, then the dataset's order. */
export const buildTilesView = (input: ExploreInput): readonly TileView[] => buildTiles(viewContext(input));

/** Six, in the order of `CardId`. */
export const buildCardsView = (input: ExploreInput): readonly CardView[] => buildCards(viewContext(input));

/** Both charts of a mineral begin where its published figures do. */
const firstShownYear = ({ dataset, mineral, years }: ViewContext): number | null => (mineral ? firstPublishedYear(dataset, [mineral.id], years[0] ?? 0) : null);

function announcement(context: ViewContext, { number, unit, difference, target }: HeadlineView): string {
  const parts = [`${IMPORT_DEPENDENCE}, ${subjectName(context.mineral)}: ${number}${unit} in ${context.year}`, fromStatusQuo(difference)];
  if (target.kind === "here") parts.push([target.text, target.met].filter((part) => part !== "").join(", "));
  return `${parts.join("; ")}.`;
}
