import { describe, expect, it } from "vitest";
import { instances } from "../../../shared/verify/invariant-checks.ts";
import { dataset, runChecked, scenario } from "./shipped.ts";

/** Levers that only add supply at home; those of trade and partners change where imports come from. */
const domestic = ["Domestic supply", "Market support"];
const recycling = ["Recycling"];
const leversOf = (groups: readonly string[]) => dataset.levers.filter(({ group }) => groups.includes(group));
const strengths = [0.1, 1];

/** Largest rise of a series over the status quo. */
function rise(a: Float64Array, b: Float64Array): number {
  let worst = -Infinity;
  a.forEach((value, i) => (worst = Math.max(worst, b[i]! - value)));
  return worst;
}

describe.each(["stated", "net_zero"])("support never raises dependence, world %s", (world) => {
  const statusQuo = runChecked(scenario([], world));

  it.each(leversOf(domestic).flatMap((lever) => strengths.map((strength) => [lever.id, strength, lever] as const)))(
    "M10: %s at %d of its range: no mineral in any year",
    (_id, strength, lever) => {
      const run = runChecked(scenario(instances(dataset, lever, lever.default + (lever.max - lever.default) * strength), world));
      expect(rise(statusQuo.annual.mineral.dependence, run.annual.mineral.dependence)).toBeLessThanOrEqual(1e-12);
    },
  );

  // More recycled supply leaves less room for new plants (E8 ceiling), so a single mineral may rise a little; the country does not.
  it.each(leversOf(recycling).flatMap((lever) => strengths.map((strength) => [lever.id, strength, lever] as const)))(
    "M10: %s at %d of its range: not the country",
    (_id, strength, lever) => {
      const run = runChecked(scenario(instances(dataset, lever, lever.max * strength), world));
      expect(rise(statusQuo.annual.total.composite_equal, run.annual.total.composite_equal)).toBeLessThanOrEqual(1e-7);
      expect(rise(statusQuo.annual.mineral.dependence, run.annual.mineral.dependence)).toBeLessThanOrEqual(0.003);
    },
  );
});
