/** Which scenario and outcome Explain is about, and the last explanation. */
import { createStore } from "zustand/vanilla";
import { DEFAULT_PAIRS, explain, type Explanation } from "../../../shared/analysis/explain/explain.ts";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import type { Outcome } from "../../../shared/analysis/outcome.ts";
import type { IndicatorChoice } from "../../../shared/view/explore/explore-types.ts";
import { explainedOutcomes, type ExplainPanel } from "../../../shared/view/explain/explain-view.ts";
import type { Reading } from "../../../shared/view/explain/explain-waterfall.ts";
import { perPlanner } from "../analysis/per-planner.ts";
import { createStudy } from "../analysis/study.ts";

/** Drawn orders are the same each time. */
export const SEED = 1;

export interface ExplainState {
  /** Key of a scenario; null = the open one. */
  readonly scenario: string | null;
  /** null = import dependence. */
  readonly indicator: IndicatorChoice | null;
  readonly reading: Reading;
  readonly panel: ExplainPanel;
}

export interface ExplainQuestion {
  readonly scenario: Package;
  readonly outcome: Outcome;
}

export const explainOf = perPlanner((planner) => ({
  choices: createStore<ExplainState>(() => ({ scenario: null, indicator: null, reading: "shares", panel: "levers" })),
  study: createStudy<ExplainQuestion, Explanation>(planner, (runner, { scenario, outcome }, control) =>
    explain(runner, scenario, { outcomes: explainedOutcomes(planner.dataset, outcome), seed: SEED, pairs: DEFAULT_PAIRS }, control),
  ),
}));
