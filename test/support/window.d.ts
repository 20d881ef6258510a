/** What the preload and the tests put on the page, for code that a test runs there. */
import type axe from "axe-core";
import type { PlannerApi } from "../../shared/ipc/channels.ts";

declare global {
  interface Window {
    readonly planner: PlannerApi;
    /** The accessibility checker, where a test has put it. */
    readonly axe: typeof axe;
    /** Selectors of what a study has to show before it stands still; without it none does. */
    studiesStandAt?: readonly string[] | undefined;
  }
}
