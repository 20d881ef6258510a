/** Which scenarios, outcome, runs and seed Uncertainty is about, and the last study. */
import { createStore } from "zustand/vanilla";
import { growingEnsemble, tornadoSoFar, type UncertaintyFindings, type UncertaintyQuestion } from "../../../shared/analysis/ensemble/growing-ensemble.ts";
import type { Tornado } from "../../../shared/analysis/ensemble/tornado.ts";
import type { IndicatorChoice } from "../../../shared/view/explore/explore-types.ts";
import type { TornadoReading } from "../../../shared/view/uncertainty/tornado-view.ts";
import { perPlanner } from "../analysis/per-planner.ts";
import { createStudy } from "../analysis/study.ts";

export interface UncertaintyState {
  /** Keys of items; null = the open scenario, and status quo. */
  readonly scenario: string | null;
  readonly against: string | null;
  /** null = import dependence. */
  readonly indicator: IndicatorChoice | null;
  readonly runs: number;
  readonly seed: number;
  readonly left: "bands" | "chance";
  readonly right: TornadoReading | "settling";
}

export interface StoppedQuestion {
  readonly question: UncertaintyQuestion;
  readonly values: Float64Array;
}

const FIRST_RUNS = 2000;

export const uncertaintyOf = perPlanner((planner) => ({
  choices: createStore<UncertaintyState>(() => ({
    scenario: null,
    against: null,
    indicator: null,
    runs: FIRST_RUNS,
    seed: 1,
    left: "bands",
    right: "swings",
  })),
  /** What moves the outcome in the runs of a study that was stopped; the values are those of its last findings. */
  stopped: createStudy<StoppedQuestion, Tornado>(planner, (runner, { question, values }, control) => tornadoSoFar(runner, question, values, control)),
  study: createStudy<UncertaintyQuestion, UncertaintyFindings>(planner, (runner, question, control) =>
    growingEnsemble(runner, question, control, control.show),
  ),
}));
