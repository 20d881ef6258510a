/** How Compare looks at the chosen scenarios; kept while the window is open. */
import { createStore } from "zustand/vanilla";
import type { IndicatorChoice } from "../../../shared/view/explore/explore-types.ts";
import { perPlanner } from "../analysis/per-planner.ts";

export interface CompareState {
  /** Key of an item; status quo where it is not among them. */
  readonly reference: string;
  readonly right: "time" | "trade-off";
  readonly indicator: IndicatorChoice;
}

export const compareStoreOf = perPlanner(() =>
  createStore<CompareState>(() => ({ reference: "status-quo", right: "trade-off", indicator: { level: "total", id: "public_cost_musd" } })),
);
