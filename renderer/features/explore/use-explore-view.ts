/** The Explore screen's view model, made anew when a result, the selection or the target changes. */
import { useMemo } from "react";
import { buildExploreView } from "../../../shared/view/explore-view.ts";
import type { ExploreView } from "../../../shared/view/explore-types.ts";
import { useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";
import { ALL_MINERALS } from "./mineral-tiles.tsx";

export function useExploreView(): ExploreView {
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
  return useMemo(
    () =>
      buildExploreView({
        dataset,
        readers: { current, statusQuo, statusQuoInWorld },
        // Levers move ahead of results by up to a frame: the document is read when a result arrives, so that view and result go together.
        document: { ...documents.getState().document, target },
        selection: { mineral: selection.mineral === ALL_MINERALS ? null : selection.mineral, stage: selection.stage, left },
        outcomeYear,
        weighting,
        rightIndicator,
        leverInHand,
      }),
    [dataset, documents, current, statusQuo, statusQuoInWorld, target, selection, left, outcomeYear, weighting, rightIndicator, leverInHand],
  );
}
