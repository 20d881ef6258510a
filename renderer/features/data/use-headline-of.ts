/** The headline of any document in the outcome year, computed at once beside the live run. */
import { useCallback } from "react";
import { ALL_MINERALS } from "../../../shared/dataset/dataset-files.ts";
import type { Parameter } from "../../../shared/dataset/dataset.ts";
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { headlineValue } from "../../../shared/view/data/data-effect.ts";
import type { HeadlineQuestion } from "../../../shared/view/data/data-effect.ts";
import { usePlanner, useSession } from "../../state/planner.ts";

/** The headlines that a parameter is held against: its mineral's, and that of all minerals (null). */
export const headlineMinerals = ({ mineral }: Pick<Parameter, "mineral">): readonly (string | null)[] => (mineral === ALL_MINERALS ? [null] : [mineral, null]);

export interface HeadlineOf {
  /** null = all minerals. */
  readonly question: (mineral: string | null) => HeadlineQuestion;
  /** One run; a fraction for each question, null = not defined. */
  readonly values: (document: ScenarioDocument, questions: readonly HeadlineQuestion[]) => readonly (number | null)[];
}

export function useHeadlineOf(): HeadlineOf {
  const { trials } = usePlanner();
  const year = useSession((state) => state.outcomeYear);
  const weighting = useSession((state) => state.weighting);
  const question = useCallback((mineral: string | null): HeadlineQuestion => ({ mineral, weighting, year }), [weighting, year]);
  const values = useCallback(
    (document: ScenarioDocument, questions: readonly HeadlineQuestion[]) => {
      const reader = trials.run(document);
      return questions.map((one) => headlineValue(reader, one));
    },
    [trials],
  );
  return { question, values };
}
