/** What each lever does, worked out once a change has settled: one run per task, so that no task is long, and given up when another change comes. */
import { useEffect, useState } from "react";
import type { LeverStudy, LeverStudySteps } from "../../../../shared/view/effect/lever-study.ts";
import { afterPlots } from "../../../charts/first-frame.ts";
import { usePlanner } from "../../../state/planner.ts";

/** Longer than the pause between two steps of a quick hand. */
const SETTLE_MS = 150;

/** null before the first study, and while a stored result is shown that this model did not make. */
export function useLeverStudy(): LeverStudy | null {
  const { documents, results, trials } = usePlanner();
  const [study, setStudy] = useState<LeverStudy | null>(null);
  useEffect(() => {
    let timer: number | undefined;
    const begin = (): void => {
      const steps = attempt(() => trials.studyLevers(documents.getState().document));
      if (steps === null) setStudy(null);
      else next(steps);
    };
    const next = (steps: LeverStudySteps): void => {
      // A scenario that the model cannot run is reported by the engine; here it only has no study.
      const made = attempt(() => ({ study: steps.step() }));
      if (made === null) setStudy(null);
      else if (made.study === null) timer = window.setTimeout(() => next(steps), 0);
      else setStudy(made.study);
    };
    const restart = (): void => {
      window.clearTimeout(timer);
      const { frozen, stored } = results.getState();
      if (stored !== null) setStudy(null);
      else if (!frozen) timer = window.setTimeout(begin, SETTLE_MS);
    };
    const unsubscribeDocument = documents.subscribe((state, before) => {
      if (state.document !== before.document) restart();
    });
    const unsubscribeResult = results.subscribe((state, before) => {
      if (state.frozen !== before.frozen || state.stored !== before.stored) restart();
    });
    const leave = afterPlots(restart);
    return () => {
      leave();
      window.clearTimeout(timer);
      unsubscribeDocument();
      unsubscribeResult();
    };
  }, [documents, results, trials]);
  return study;
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
