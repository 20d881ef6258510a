/** The only way from the window to the main process: the typed `window.planner` that the preload puts there. */
import type { PlannerApi } from "../shared/ipc/channels.ts";

declare global {
  interface Window {
    readonly planner: PlannerApi;
  }
}

export const plannerApi = (): PlannerApi => window.planner;
