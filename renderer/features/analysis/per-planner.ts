/** State of a feature that lives as long as the window's planner and survives leaving the screen. */
import type { Planner } from "../../state/planner.ts";

export function perPlanner<T>(create: (planner: Planner) => T): (planner: Planner) => T {
  const made = new WeakMap<Planner, T>();
  return (planner) => {
    const found = made.get(planner);
    if (found !== undefined) return found;
    const state = create(planner);
    made.set(planner, state);
    return state;
  };
}
