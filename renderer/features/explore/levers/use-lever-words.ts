/** Sentences about every lever that differs, for the selection on screen. */
import { useMemo } from "react";
import type { LeverStudy } from "../../../../shared/view/effect/lever-study.ts";
import { leverWords } from "../../../../shared/view/effect/lever-words.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { useDataset, useResult, useSession } from "../../../state/planner.ts";
import { ALL_MINERALS } from "../charts/mineral-tiles.tsx";

export function useLeverWords(study: LeverStudy | null): ReadonlyMap<string, LeverWords> {
  const dataset = useDataset();
  const years = useResult((state) => state.statusQuo.years);
  const selected = useSession((state) => state.selection.mineral);
  const weighting = useSession((state) => state.weighting);
  return useMemo(() => {
    const place = { mineral: selected === ALL_MINERALS ? null : selected, weighting };
    return new Map([...(study?.effects ?? [])].map(([lever, effect]) => [lever, leverWords(effect, { dataset, years, place })]));
  }, [study, dataset, years, selected, weighting]);
}
