import { describe, expect, it } from "vitest";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import { clearSteps, distance } from "../../../../shared/analysis/find/package-distance.ts";
import { packageSpace } from "../../../../shared/analysis/find/package-space.ts";
import { done, setting, smallDataset as dataset, smallModel as model, statusQuo } from "../shipped-model.ts";

describe("clearly different packages", () => {
  const steps = Float64Array.of(0.2, 0.05);

  it("N71: a lever must be at most half of what it is in the other, and differ by its step", () => {
    expect(distance([1, 0], [0.4, 0], steps)).toBeGreaterThanOrEqual(1);
    // A step apart, but more than half.
    expect(distance([1, 0], [0.7, 0], steps)).toBeLessThan(1);
    // Half, but less than a step.
    expect(distance([0.2, 0], [0.1, 0], steps)).toBeLessThan(1);
    expect(distance([0.3, 0.06], [0.3, 0], steps)).toBeGreaterThanOrEqual(1);
    expect(distance([0.3, 0.06], [0.3, 0.06], steps)).toBe(0);
    expect(distance([0.1, 0], [0.5, 0.01], steps)).toBe(distance([0.5, 0.01], [0.1, 0], steps));
  });

  it("N71: a step is a fifth of the way, or what a fifth of the money brings where the whole way takes more than it", async () => {
    const levers = ["processing_invest", "permit_speed"].map((lever) => {
      const { min, max } = dataset.levers.find(({ id }) => id === lever)!;
      return { setting: setting(lever, 0), min, max };
    });
    const space = packageSpace(localRunner(model), levers, {
      outcome: HEADLINE,
      year: 2040,
      costBasis: "per-year",
      worlds: [{ world: "stated" }],
      stress: null,
      base: statusQuo,
    });
    const [quo, whole] = done(await space.evaluate([space.statusQuo, [levers[0]!.max, 0]], {}));
    const cost = whole!.cost - quo!.cost;
    const found = done(await clearSteps({ space, control: {} }, cost / 10));
    expect(found[0]).toBeCloseTo(0.2 / 10, 12);
    expect(found[1]).toBe(0.2);
    expect(done(await clearSteps({ space, control: {} }, 2 * cost))[0]).toBe(0.2);
  });
});
