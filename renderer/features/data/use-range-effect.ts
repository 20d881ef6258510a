/** What the ends of a parameter's range would do, computed while nobody waits: one run at a time, and only for a row that stays in hand. */
import { useEffect, useMemo, useState } from "react";
import type { Parameter } from "../../../shared/dataset/dataset.ts";
import { setAssumption } from "../../../shared/scenario/edit-scenario.ts";
import { assumptionOf } from "../../../shared/view/data-assumption.ts";
import type { HeadlineQuestion } from "../../../shared/view/data-effect.ts";
import { rangeEffect, rangeEnds } from "../../../shared/view/data-range.ts";
import type { HeadlineValues, RangeEffectView } from "../../../shared/view/data-range.ts";
import { useDataset, useDocument } from "../../state/planner.ts";
import { useHeadlineOf } from "./use-headline-of.ts";

/** Milliseconds that a row stays in hand before its runs begin. */
const REST_MS = 80;

/** null: still to come. `questions`: must stay the same object while they say the same. */
export function useRangeEffect(parameter: Parameter, questions: readonly HeadlineQuestion[]): RangeEffectView | null {
  const dataset = useDataset();
  const document = useDocument((state) => state.document);
  const { values } = useHeadlineOf();
  const ends = useMemo(() => rangeEnds(parameter, assumptionOf(document.assumptions, parameter)?.value ?? parameter.value), [document, parameter]);
  const [view, setView] = useState<RangeEffectView | null>(null);
  useEffect(() => {
    const documents = [document, ...ends.map(({ value }) => setAssumption(document, parameter, value))];
    const found: HeadlineValues[] = [];
    const next = (): void => {
      const one = documents[found.length];
      if (one !== undefined) found.push(values(one, questions));
      const [now, ...atEnds] = found;
      if (found.length < documents.length) timer = setTimeout(next, 0);
      else if (now !== undefined) setView(rangeEffect(dataset, questions, ends, now, atEnds));
    };
    let timer = setTimeout(next, REST_MS);
    return () => clearTimeout(timer);
  }, [dataset, document, parameter, ends, questions, values]);
  return view;
}
