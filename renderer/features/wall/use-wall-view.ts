/** The wall's view model, made anew when a result, the outcome year or the target changes. */
import { useMemo } from "react";
import { buildWall } from "../../../shared/view/wall.ts";
import type { WallMeasure, WallView } from "../../../shared/view/wall.ts";
import { useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";

export function useWallView(measure: WallMeasure): WallView {
  const { dataset, documents } = usePlanner();
  const current = useResult((state) => state.shown);
  const statusQuo = useResult((state) => state.statusQuo);
  const statusQuoInWorld = useResult((state) => state.statusQuoInWorld);
  const target = useDocument((state) => state.document.target);
  const outcomeYear = useSession((state) => state.outcomeYear);
  return useMemo(
    () =>
      buildWall(
        {
          dataset,
          readers: { current, statusQuo, statusQuoInWorld },
          // The document of the result, as in Explore.
          document: { ...documents.getState().document, target },
          selection: { mineral: null, stage: null, left: "dependence" },
          outcomeYear,
          weighting: "equal",
          rightIndicator: null,
          leverInHand: null,
        },
        measure,
      ),
    [dataset, documents, current, statusQuo, statusQuoInWorld, target, outcomeYear, measure],
  );
}
