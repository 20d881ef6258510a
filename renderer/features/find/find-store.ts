/** What is searched for, as the form holds it, and the last search. */
import { createStore } from "zustand/vanilla";
import type { FindResult } from "../../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../../shared/analysis/find/find-goal.ts";
import type { YearMonth } from "../../../shared/time.ts";
import { monthAt } from "../../../shared/time.ts";
import type { IndicatorChoice } from "../../../shared/view/explore/explore-types.ts";
import type { LeverBounds } from "../../../shared/view/find/find-form.ts";
import { perPlanner } from "../analysis/per-planner.ts";
import { createStudyOf } from "../analysis/study.ts";

export interface FindState {
  /** Key of the item whose levers stand whatever the search does. */
  readonly base: string;
  /** null = import dependence. */
  readonly indicator: IndicatorChoice | null;
  /** null = the open scenario's target, or a tenth better than status quo. */
  readonly target: number | null;
  readonly year: number | null;
  /** Million; null = none. */
  readonly budget: number | null;
  readonly costBasis: FindQuestion["costBasis"];
  /** null = the usual ones. */
  readonly allowed: ReadonlySet<string> | null;
  readonly bounds: Readonly<Record<string, LeverBounds>>;
  /** Numbers of worlds; null = the base's own. */
  readonly worlds: readonly string[] | null;
  /** Key of a disruption that must be survived; null = none. */
  readonly stress: string | null;
  readonly stressStart: YearMonth;
  readonly maxLoss: number;
  readonly seed: number;
}

const FIRST_START_MONTHS = 108;
const FIRST_MAX_LOSS = 0.05;

export const findOf = perPlanner((planner) => ({
  form: createStore<FindState>(() => ({
    base: "status-quo",
    indicator: null,
    target: null,
    year: null,
    budget: null,
    costBasis: "per-year",
    allowed: null,
    bounds: {},
    worlds: null,
    stress: null,
    stressStart: monthAt(Math.min(FIRST_START_MONTHS, planner.dataset.months - 1), planner.dataset.start),
    maxLoss: FIRST_MAX_LOSS,
    seed: 1,
  })),
  study: createStudyOf<FindQuestion, FindResult>((question, control) => planner.analysis.find(question, control)),
}));
