/** The Explore screen's view models, made anew when a result, the selection or the target changes. */
import { useMemo } from "react";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { buildExploreView, buildFigures } from "../../../shared/view/explore-view.ts";
import type { ExploreView, FiguresView, LeverFocus } from "../../../shared/view/explore-types.ts";
import type { LeverStudy } from "../../../shared/view/effect/lever-study.ts";
import { effectAt } from "../../../shared/view/effect/lever-words.ts";
import type { EffectPlace } from "../../../shared/view/effect/lever-words.ts";
import { useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";
import { ALL_MINERALS } from "./mineral-tiles.tsx";

/** While a lever's details are open, the dependence chart is marked with that lever's dates. */
export function useExploreView(study: LeverStudy | null): ExploreView {
  const { dataset, documents } = usePlanner();
  const current = useResult((state) => state.shown);
  const statusQuo = useResult((state) => state.statusQuo);
  const statusQuoInWorld = useResult((state) => state.statusQuoInWorld);
  const target = useDocument((state) => state.document.target);
  const selection = useSession((state) => state.selection);
  const left = useSession((state) => state.leftChart);
  const outcomeYear = useSession((state) => state.outcomeYear);
  const weighting = useSession((state) => state.weighting);
  const rightIndicator = useSession((state) => state.rightIndicator);
  const leverInHand = useSession((state) => state.leverInHand);
  const pins = useSession((state) => state.pins);
  const detailLever = useSession((state) => state.detailLever);
  const mineral = selection.mineral === ALL_MINERALS ? null : selection.mineral;
  const focus = useMemo(() => leverFocus(dataset, study, detailLever, { mineral, weighting }), [dataset, study, detailLever, mineral, weighting]);
  return useMemo(
    () =>
      buildExploreView({
        dataset,
        readers: { current, statusQuo, statusQuoInWorld },
        // Levers move ahead of results by up to a frame: the document is read when a result arrives, so that view and result go together.
        document: { ...documents.getState().document, target },
        selection: { mineral, stage: selection.stage, left },
        outcomeYear,
        weighting,
        rightIndicator,
        leverInHand,
        pins,
        ...(focus ? { focus } : {}),
      }),
    [
      dataset,
      documents,
      current,
      statusQuo,
      statusQuoInWorld,
      target,
      mineral,
      selection.stage,
      left,
      outcomeYear,
      weighting,
      rightIndicator,
      leverInHand,
      pins,
      focus,
    ],
  );
}

/** Tiles and cards: they follow a moving lever at their own, calmer pace. */
export function useFigures(): FiguresView {
  const { dataset, documents } = usePlanner();
  const current = useResult((state) => state.calm);
  const statusQuo = useResult((state) => state.statusQuo);
  const statusQuoInWorld = useResult((state) => state.statusQuoInWorld);
  const target = useDocument((state) => state.document.target);
  const selection = useSession((state) => state.selection);
  const outcomeYear = useSession((state) => state.outcomeYear);
  const weighting = useSession((state) => state.weighting);
  const mineral = selection.mineral === ALL_MINERALS ? null : selection.mineral;
  return useMemo(
    () =>
      buildFigures({
        dataset,
        readers: { current, statusQuo, statusQuoInWorld },
        document: { ...documents.getState().document, target },
        selection: { mineral, stage: selection.stage, left: "dependence" },
        outcomeYear,
        weighting,
        rightIndicator: null,
        leverInHand: null,
      }),
    [dataset, documents, current, statusQuo, statusQuoInWorld, target, mineral, selection.stage, outcomeYear, weighting],
  );
}

function leverFocus(dataset: Pick<Dataset, "levers">, study: LeverStudy | null, lever: string | null, place: EffectPlace): LeverFocus | null {
  const effect = lever === null ? undefined : study?.effects.get(lever);
  const name = dataset.levers.find(({ id }) => id === lever)?.name;
  return effect && name !== undefined ? { name, start: effect.start, dates: effectAt(effect, place)?.dates ?? null } : null;
}
