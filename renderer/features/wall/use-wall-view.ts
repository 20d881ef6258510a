/** The wall's view model, made anew when a result, the outcome year or the target changes: a third of the cells with each turn of a moving lever. */
import { useMemo } from "react";
import { buildWall } from "../../../shared/view/explore/wall.ts";
import type { WallMeasure, WallView } from "../../../shared/view/explore/wall.ts";
import { useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";
import type { Part } from "../../state/result-store.ts";

export function useWallView(measure: WallMeasure): WallView {
  const first = usePartOfWall(measure, "chart");
  const turns = [first, usePartOfWall(measure, "tiles"), usePartOfWall(measure, "cards")];
  return { ...first, cells: first.cells.map((_, index) => turns[index % turns.length]!.cells[index]!) };
}

function usePartOfWall(measure: WallMeasure, part: Part): WallView {
  const { dataset, documents } = usePlanner();
  const current = useResult((state) => state.parts[part]);
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
