/** The Explore screen as text and chart specs, from dataset, results and selection. Pure; cheap enough for every frame of a drag. */
import { buildCards, cardsUnchanged } from "./cards.ts";
import { buildLeftChart } from "./dependence-chart.ts";
import { IMPORT_DEPENDENCE } from "./dependence.ts";
import { fromStatusQuo } from "./difference-view.ts";
import type { ExploreInput, ExploreView, FiguresView, HeadlineView } from "./explore-types.ts";
import { buildHeadline } from "./headline.ts";
import { buildRightChart } from "./indicator-chart.ts";
import { beginningIn, firstPublishedYear } from "./published-line.ts";
import { defaultChart } from "./related-indicators.ts";
import { buildTiles } from "./tiles.ts";
import { subjectName, viewContext } from "./view-context.ts";
import type { ViewContext } from "./view-context.ts";
import { worldNotes } from "./world-notes.ts";

export function buildExploreView(input: ExploreInput): ExploreView {
  const context = viewContext(input);
  const rightIndicator = input.rightIndicator ?? defaultChart(input.leverInHand, context.mineral?.id ?? null);
  const headline = buildHeadline(context);
  const begin = context.mineral ? firstPublishedYear(input.dataset, [context.mineral.id], context.years[0] ?? 0) : null;
  return {
    headline,
    left: beginningIn(buildLeftChart(context), begin),
    right: beginningIn(buildRightChart(context, rightIndicator), begin),
    rightIndicator,
    notes: worldNotes(context),
    announcement: announcement(context, headline),
  };
}

/** The small figures around them: they may come from an earlier result than the charts while something moves. */
export function buildFigures(input: ExploreInput): FiguresView {
  const context = viewContext(input);
  const tiles = buildTiles(context);
  const cards = buildCards(context);
  return { tiles, cards, unchanged: tiles.every(({ difference }) => difference.kind === "none") && cardsUnchanged(cards) };
}

function announcement(context: ViewContext, { number, unit, difference, target }: HeadlineView): string {
  const parts = [`${IMPORT_DEPENDENCE}, ${subjectName(context.mineral)}: ${number}${unit} in ${context.year}`, fromStatusQuo(difference)];
  if (target.kind === "here") parts.push([target.text, target.met].filter((part) => part !== "").join(", "));
  return `${parts.join("; ")}.`;
}
