/** Status quo to hold scenarios against, so that what differs is policy. */
import { sameValue } from "../scenario/same-value.ts";
import type { Package } from "./jobs/job.ts";

/** No lever; the world, the events and the assumptions that all scenarios share, each for itself, else `world`, none and the dataset's. */
export function statusQuoBeside(scenarios: readonly Package[], world: string): Package {
  const [first] = scenarios;
  const share = (part: (one: Package) => unknown): boolean => first !== undefined && scenarios.every((one) => sameValue(part(one), part(first)));
  const isOneWorld = share(({ inputs }) => [inputs.world, inputs.own_world ?? null]);
  const own = isOneWorld ? first!.inputs.own_world : undefined;
  return {
    inputs: {
      levers: [],
      world: isOneWorld ? first!.inputs.world : world,
      ...(own === undefined ? {} : { own_world: own }),
      events: share(({ inputs }) => inputs.events) ? first!.inputs.events : [],
    },
    assumptions: share(({ assumptions }) => assumptions) ? first!.assumptions : [],
  };
}
