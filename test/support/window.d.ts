/** What the preload puts on the page, for code that a test runs there. */
import type { PlannerApi } from "../../shared/ipc/channels.ts";

declare global {
  interface Window {
    readonly planner: PlannerApi;
  }
}
