/** The Explore screen's view models, each made anew when its result, the selection or the target changes. */
import { useMemo } from "react";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import { breakTable, definitionBreak } from "../../../shared/view/explore/definition-break.ts";
import type { BreakTable, DefinitionBreak } from "../../../shared/view/explore/definition-break.ts";
import { buildCardsView, buildExploreView, buildRightView, buildTilesView, rightIndicatorOf } from "../../../shared/view/explore/explore-view.ts";
import type { CardView, ChartChoice, ExploreInput, ExploreView, LeverFocus, RightView, TileView } from "../../../shared/view/explore/explore-types.ts";
import type { LeverStudy } from "../../../shared/view/effect/lever-study.ts";
import { effectAt } from "../../../shared/view/effect/lever-words.ts";
import type { EffectPlace } from "../../../shared/view/effect/lever-words.ts";
import { useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";
import { ALL_MINERALS } from "./charts/mineral-tiles.tsx";

/** Headline and left chart. While a lever's details are open, the dependence chart is marked with that lever's dates. */
export function useExploreView(study: LeverStudy | null): ExploreView {
  const { dataset } = usePlanner();
  const input = useExploreInput(useResult((state) => state.shown));
  const detailLever = useSession((state) => state.detailLever);
  const { mineral } = input.selection;
  const { weighting } = input;
  const focus = useMemo(() => leverFocus(dataset, study, detailLever, { mineral, weighting }), [dataset, study, detailLever, mineral, weighting]);
  return useMemo(() => buildExploreView(focus ? { ...input, focus } : input), [input, focus]);
}

export function useRightView(): RightView {
  const input = useExploreInput(useResult((state) => state.parts.chart));
  return useMemo(() => buildRightView(input), [input]);
}

export function useTiles(): readonly TileView[] {
  const input = useExploreInput(useResult((state) => state.parts.tiles));
  return useMemo(() => buildTilesView(input), [input]);
}

/** With what the right chart shows, since a card tells whether that is its own figure. */
export function useCards(): { readonly cards: readonly CardView[]; readonly rightIndicator: ChartChoice } {
  const input = useExploreInput(useResult((state) => state.parts.cards));
  return useMemo(() => ({ cards: buildCardsView(input), rightIndicator: rightIndicatorOf(input) }), [input]);
}

/** What tells published figures from the dependence line of the chosen mineral; null without such figures. */
export function useDefinitionBreak(): DefinitionBreak | null {
  const input = useExploreInput(useResult((state) => state.shown));
  return useMemo(() => definitionBreak(input), [input]);
}

/** The same for every mineral, in figures. */
export function useBreakTable(): BreakTable {
  const input = useExploreInput(useResult((state) => state.shown));
  return useMemo(() => breakTable(input), [input]);
}

function useExploreInput(current: ResultReader): ExploreInput {
  const { dataset, documents } = usePlanner();
  const statusQuo = useResult((state) => state.statusQuo);
  const statusQuoInWorld = useResult((state) => state.statusQuoInWorld);
  const isStored = useResult((state) => state.stored !== null);
  const target = useDocument((state) => state.document.target);
  const selection = useSession((state) => state.selection);
  const left = useSession((state) => state.leftChart);
  const outcomeYear = useSession((state) => state.outcomeYear);
  const weighting = useSession((state) => state.weighting);
  const rightIndicator = useSession((state) => state.rightIndicator);
  const leverInHand = useSession((state) => state.leverInHand);
  const pins = useSession((state) => state.pins);
  const mineral = selection.mineral === ALL_MINERALS ? null : selection.mineral;
  return useMemo(
    () => ({
      dataset,
      readers: { current, statusQuo, statusQuoInWorld },
      isStored,
      // Levers move ahead of results by up to a frame: the document is read when a result arrives, so that view and result go together.
      document: { ...documents.getState().document, target },
      selection: { mineral, stage: selection.stage, left },
      outcomeYear,
      weighting,
      rightIndicator,
      leverInHand,
      pins,
    }),
    [
      dataset,
      documents,
      current,
      statusQuo,
      statusQuoInWorld,
      isStored,
      target,
      mineral,
      selection.stage,
      left,
      outcomeYear,
      weighting,
      rightIndicator,
      leverInHand,
      pins,
    ],
  );
}

function leverFocus(dataset: Pick<Dataset, "levers">, study: LeverStudy | null, lever: string | null, place: EffectPlace): LeverFocus | null {
  const effect = lever === null ? undefined : study?.effects.get(lever);
  const name = dataset.levers.find(({ id }) => id === lever)?.name;
  return effect && name !== undefined ? { name, start: effect.start, dates: effectAt(effect, place)?.dates ?? null } : null;
}
