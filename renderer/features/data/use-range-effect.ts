/** What the ends of a parameter's range would do to the headline of the open scenario. */
import { useMemo } from "react";
import type { Parameter } from "../../../shared/dataset/dataset.ts";
import { setAssumption } from "../../../shared/scenario/edit-scenario.ts";
import { assumptionOf } from "../../../shared/view/data/data-assumption.ts";
import type { HeadlineQuestion } from "../../../shared/view/data/data-effect.ts";
import { rangeEffect, rangeEnds } from "../../../shared/view/data/data-range.ts";
import type { RangeEffectView } from "../../../shared/view/data/data-range.ts";
import { useDataset, useDocument } from "../../state/planner.ts";
import { useIdleRuns } from "./use-idle-runs.ts";

/** null: still to come. `questions` must stay the same object while they say the same. */
export function useRangeEffect(parameter: Parameter, questions: readonly HeadlineQuestion[]): RangeEffectView | null {
  const dataset = useDataset();
  const document = useDocument((state) => state.document);
  const ends = useMemo(() => rangeEnds(parameter, assumptionOf(document.assumptions, parameter)?.value ?? parameter.value), [document, parameter]);
  const documents = useMemo(() => [document, ...ends.map(({ value }) => setAssumption(document, parameter, value))], [document, ends, parameter]);
  const answers = useIdleRuns(documents, questions);
  return useMemo(() => {
    const [now, ...atEnds] = answers ?? [];
    return now === undefined || atEnds.length !== ends.length ? null : rangeEffect(dataset, questions, ends, now, atEnds);
  }, [dataset, questions, ends, answers]);
}
