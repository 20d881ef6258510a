/** The only way from the window to the main process: the typed `window.planner` that the preload puts there. */
import type { Channel, Input, PlannerApi, Reply } from "../shared/ipc/channels.ts";
import { err } from "../shared/result.ts";

declare global {
  interface Window {
    readonly planner: PlannerApi;
  }
}

/** As the preload's, but a message that finds nobody to answer it (the main process is closing) is a failure like any other. */
export function plannerApi(planner: PlannerApi = window.planner): PlannerApi {
  return {
    ...planner,
    invoke: async <C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> => {
      try {
        return await planner.invoke(channel, input);
      } catch {
        return err({ code: "internal", where: channel });
      }
    },
  };
}
