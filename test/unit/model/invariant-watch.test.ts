import { afterEach, describe, expect, it, vi } from "vitest";
import { InvariantWatch, violationText } from "../../../shared/model/invariants.ts";
import type { Violation } from "../../../shared/model/invariants.ts";
import { createRun } from "../../../shared/model/run.ts";
import type { MineralRun } from "../../../shared/model/mineral-run.ts";
import type { StageRun } from "../../../shared/model/stage-run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import type * as SlowStates from "../../../shared/model/slow-states.ts";
import { model, scenario, setting } from "./shipped.ts";

/** What goes wrong at the end of month 40 of the first mineral, just before the month is checked. */
const bend = vi.hoisted(() => ({ change: null as ((m: MineralRun, c: StageRun) => void) | null, month: 0 }));

vi.mock("../../../shared/model/slow-states.ts", async (original) => {
  const real = await original<typeof SlowStates>();
  return {
    ...real,
    moveSlowStates: (m: MineralRun) => {
      real.moveSlowStates(m);
      if (m.model.index !== 0 || bend.change === null) return;
      if (bend.month === 40) bend.change(m, m.stages[1]!);
      bend.month += 1;
    },
  };
});

afterEach(() => {
  bend.change = null;
});

function violationOf(change: (m: MineralRun, c: StageRun) => void): Violation | null {
  bend.change = change;
  bend.month = 0;
  return simulate(model, scenario([setting("processing_invest", 500), setting("reserve_days", 60)]), createRun(model), { checked: true });
}

describe("checked mode", () => {
  it("M1–M8: finds nothing where nothing is bent", () => {
    expect(violationOf(() => {})).toBeNull();
  });

  it("M1: finds a tonne that appears in the industry stock, and names month, mineral, stage and numbers", () => {
    const violation = violationOf((_, c) => (c.industryStock += 1));
    expect(violation).toMatchObject({ rule: "M1", when: "2029-05", mineral: "ree", stage: "P" });
    expect(violation!.numbers["stored"]! - (violation!.numbers["supply"]! - violation!.numbers["use"]!)).toBeCloseTo(1, 6);
    expect(violationText(violation!)).toMatch(/^M1 the stage does not balance: ree P, 2029-05; supply \d/);
  });

  it("M2: finds content that appears in use", () => {
    expect(violationOf((m) => (m.inUse[0]! += 1))).toMatchObject({ rule: "M2", when: "2029-05", mineral: "ree", stage: null });
  });

  it("M3: finds capacity that appears without a start", () => {
    expect(violationOf((_, c) => (c.capacity += 1e-3))).toMatchObject({ rule: "M3", when: "2029-05", stage: "P" });
  });

  it.each<readonly [string, (m: MineralRun, c: StageRun) => void]>([
    ["unmet demand below zero", (_, c) => (c.unmet = -1)],
    ["unmet demand above demand", (_, c) => (c.unmet = 1e9)],
    ["a premium below one", (_, c) => (c.premium = 0.9)],
    ["a premium above its cap", (_, c) => (c.premium = c.p.pi_cap + 0.1)],
    ["a premium that is no number", (_, c) => (c.premium = Number.NaN)],
    ["supplier shares that do not sum to one", (_, c) => (c.shares[0]! += 0.01)],
    ["a negative supplier share", (_, c) => ((c.shares[0]! -= 1), (c.shares[1]! += 1))],
    ["a collection rate above its ceiling", (m) => (m.collectionRate = 0.99)],
    ["a recovery yield above rho_max", (m) => (m.recoveryYield = 2)],
    ["a substituted share above sub_max", (m) => (m.substituted = 0.9)],
    ["a negative recycling capacity", (m) => (m.recyclingCapacity = -1)],
    ["a negative release", (_, c) => (c.released = -1)],
  ])("M4: finds %s", (_what, change) => {
    expect(violationOf(change)).toMatchObject({ rule: "M4", when: "2029-05" });
  });

  it("M1, M4: finds a negative stock", () => {
    expect(violationOf((_, c) => (c.governmentStock = -1))?.when).toBe("2029-05");
    expect(violationOf((_, c) => (c.industryStock = -1))?.when).toBe("2029-05");
  });

  describe("of annual figures", () => {
    const finished = () => {
      const run = createRun(model);
      simulate(model, scenario([setting("processing_invest", 500)]), run);
      return run;
    };
    const after = (run: ReturnType<typeof finished>): Violation | null => {
      const watch = new InvariantWatch(run);
      watch.afterRun();
      return watch.violation;
    };
    const stage = model.minerals[0]!.stages[1]!;

    it("M5: finds a net import reliance that is not 1 − (Q + R)/AC, the first one", () => {
      const run = finished();
      run.annual.stage.nir[25 * stage.index + 9]! += 1e-6;
      run.annual.stage.nir[25 * stage.index + 3]! += 1e-6;
      expect(after(run)).toMatchObject({ rule: "M5", when: "2029", mineral: "ree", stage: "P" });
    });

    it("M8: finds a cost that is booked to a mineral only", () => {
      const run = finished();
      run.annual.costByMineral[5]! += 1;
      expect(after(run)).toMatchObject({ rule: "M8", when: "2031", stage: null });
    });

    it("M4: finds a figure that is infinite or undefined where it must not be", () => {
      const infinite = finished();
      infinite.annual.stage.cover_days[25 * stage.index] = Infinity;
      expect(after(infinite)).toMatchObject({ rule: "M4", when: "2026" });
      const undefinedCost = finished();
      undefinedCost.annual.stage.private_cost_musd[25 * stage.index] = Number.NaN;
      expect(after(undefinedCost)).toMatchObject({ rule: "M4", when: "2026" });
      const noImports = finished();
      noImports.annual.stage.hhi[25 * stage.index] = Number.NaN;
      expect(after(noImports)).toBeNull();
    });
  });
});
