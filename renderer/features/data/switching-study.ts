/** "How wrong must it be?" as a study in the workers of the analyses: one at a time, its last answer kept with its question. */
import { switchingValues } from "../../../shared/analysis/switching/switching-values.ts";
import type { Conclusion } from "../../../shared/analysis/switching/conclusion.ts";
import type { SwitchingValues } from "../../../shared/analysis/switching/switching-values.ts";
import type { QuestionedConclusion } from "../../../shared/view/data/data-switching.ts";
import { perPlanner } from "../analysis/per-planner.ts";
import { createStudy } from "../analysis/study.ts";

export interface SwitchingQuestion {
  /** In words. */
  readonly asked: QuestionedConclusion;
  /** For the model. */
  readonly conclusion: Conclusion;
}

export const switchingStudyOf = perPlanner((planner) =>
  createStudy<SwitchingQuestion, SwitchingValues>(planner, (runner, { conclusion }, control) => switchingValues(runner, conclusion, control)),
);
