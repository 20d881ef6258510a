import { describe, expect, it } from "vitest";
import { monthlySeries } from "../../../shared/model/monthly.ts";
import { stageQuantities } from "../../../shared/model/month-record.ts";
import { createRun } from "../../../shared/model/run.ts";
import type { Run } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { idleEvents, instances } from "../../../shared/verify/invariant-checks.ts";
import { allSeries, dataset, defaultWorld, differing, model, runChecked, scenario, setting } from "./shipped.ts";

const statusQuo = runChecked(scenario([]));

describe("no change", () => {
  it.each(dataset.worlds.map(({ id }) => id))("M6: every lever at its default and idle events are the status quo bit for bit in world %s", (world) => {
    const levers = dataset.levers.flatMap((lever) => instances(dataset, lever, lever.default));
    expect(differing(runChecked(scenario([], world)), runChecked(scenario(levers, world, idleEvents(dataset))))).toEqual([]);
  });

  it.each(dataset.levers.map((lever) => [lever.id, lever] as const))("M6: %s alone at its default changes no bit", (_id, lever) => {
    expect(differing(statusQuo, runChecked(scenario(instances(dataset, lever, lever.default))))).toEqual([]);
  });

  it("M6: a run that was used for something else gives the same bits", () => {
    const run = createRun(model);
    const events = dataset.events.map(({ id }) => ({ event: id, start: "2030-01" }));
    simulate(
      model,
      scenario(
        dataset.levers.flatMap((lever) => instances(dataset, lever, lever.max)),
        defaultWorld,
        events,
      ),
      run,
    );
    simulate(model, scenario([]), run);
    expect(differing(statusQuo, run)).toEqual([]);
  });

  it("M6: the test itself tells two runs apart", () => {
    expect(differing(statusQuo, runChecked(scenario([setting("hubs", 10)])))).not.toEqual([]);
  });

  it("E5: checked mode changes no bit", () => {
    const run = createRun(model);
    simulate(model, scenario([]), run);
    expect(differing(statusQuo, run)).toEqual([]);
  });
});

describe("nothing before its start", () => {
  const start = "2033-04";
  const firstMonth = 12 * 7 + 3;

  /** Months and years before `start` in which any number differs. */
  function early(run: Run): readonly string[] {
    const found: string[] = [];
    for (const stage of model.stages) {
      const mineral = model.minerals[stage.mineral]!.id;
      for (const quantity of stageQuantities) {
        const [a, b] = [monthlySeries(statusQuo, mineral, stage.id, quantity), monthlySeries(run, mineral, stage.id, quantity)];
        if (!a.subarray(0, firstMonth).every((value, t) => Object.is(value, b[t]))) found.push(`${quantity} of ${mineral} ${stage.id}`);
      }
    }
    const before = new Map(allSeries(statusQuo).map(({ name, values }) => [name, values]));
    for (const { name, values } of allSeries(run)) {
      if (name === "stageMonths" || name === "publicCost") continue;
      Array.from(values).forEach((value, i) => {
        if (i % 25 < 7 && !Object.is(value, before.get(name)?.[i])) found.push(`${name} in ${2026 + (i % 25)}`);
      });
    }
    return found;
  }

  it.each(dataset.levers.map((lever) => [lever.id, lever] as const))("M9: %s changes nothing before it starts, and something after", (id, lever) => {
    const levers = instances(dataset, lever, lever.max).map((instance) => Object.assign({}, instance, { start }));
    // The public share acts on grants only.
    const grants = id === "ppp_public_share" ? [setting("processing_invest", 500, { start })] : [];
    const run = runChecked(scenario([...levers, ...grants]));
    expect(early(run)).toEqual([]);
    expect(differing(grants.length > 0 ? runChecked(scenario(grants)) : statusQuo, run)).not.toEqual([]);
  });

  it.each(dataset.events.map(({ id }) => id))("M9: event %s changes nothing before it starts", (event) => {
    const run = runChecked(scenario([], defaultWorld, [{ event, start }]));
    expect(early(run)).toEqual([]);
  });

  it("M9: a lever with an end costs nothing after it", () => {
    const run = runChecked(scenario([setting("processing_invest", 500, { end: "2030-07" })]));
    const perYear = run.annual.total.public_cost_musd;
    expect(perYear[3]).toBeCloseTo(500, 9);
    expect(perYear[4]).toBeCloseTo(250, 9);
    expect(perYear[5]).toBe(0);
  });
});

describe("M12: a collection target that is reached anyway", () => {
  it("M12: changes no bit and costs nothing", () => {
    const spending = setting("collection_spend", 1000, { minerals: ["ree"] });
    const without = runChecked(scenario([spending]));
    // 2 % is far below what a billion a year collects.
    const target = setting("recycling_rate", 2, { minerals: ["ree"], start: "2035-01", ramp: 1 });
    expect(differing(without, runChecked(scenario([spending, target])))).toEqual([]);
  });
});
