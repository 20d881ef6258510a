import { describe, expect, it } from "vitest";
import type { Package } from "../../../../shared/analysis/jobs/job.ts";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { stressDetail } from "../../../../shared/analysis/stress/stress-detail.ts";
import { AFTERMATH_MONTHS, stressMatrix, stressOf, stressOfOwn, stressOfPreset, withEvent } from "../../../../shared/analysis/stress/stress.ts";
import { resultOfRun } from "../../../../shared/indicator/result-of-run.ts";
import type { Series } from "../../../../shared/model/run-result.ts";
import { createRun } from "../../../../shared/model/run.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import type { OwnEvent } from "../../../../shared/scenario/scenario.ts";
import { dataset, done, model, packageOf, setting, statusQuo } from "../shipped-model.ts";

const runner = localRunner(model);
const preset = (id: string) => dataset.events.find((event) => event.id === id)!;
const reserve = packageOf({ reserve_days: 180 });
const events = dataset.events.map((event) => stressOfPreset(dataset, event, "2032-01"));

/** Annual tonnes of the rare-earth stages, summed over years, weighted with reference prices, in a run made by hand. */
function byHand(scenario: Package, ids: readonly string[], years: readonly number[]): number {
  const run = createRun(model);
  simulate(model, scenario.inputs, run);
  const { stages } = resultOfRun(model, run, scenario.inputs, "").minerals["ree"]!;
  return Object.entries(stages).reduce((total, [stage, indicators]) => {
    const price = dataset.parameters.find((row) => row.mineral === "ree" && row.stage === stage && row.key === "p_ref")!.value;
    const tonnes = ids.flatMap((id) => years.map((year) => (indicators[id] as Series)[year - 2026]!));
    return total + price * tonnes.reduce((a, b) => a + b, 0);
  }, 0);
}

describe("stress matrix", () => {
  it("N13: a cell is the same run made by hand: annual tonnes at reference prices, where the window is whole years", async () => {
    // 12 months from January 2032 and 24 after: the years 2032 to 2034.
    const event = stressOfPreset(dataset, preset("china_ree"), "2032-01");
    const [[cell] = []] = done(await stressMatrix(runner, [reserve], [event]));
    const hit = withEvent(reserve, { event: "china_ree", start: "2032-01" });
    const years = [2032, 2033, 2034];
    const lost = byHand(hit, ["unmet_t", "price_destroyed_t"], years);
    const needed = byHand(hit, ["demand_ref_t", "feed_t"], years);
    expect(cell!.loss).toBeGreaterThan(0.01);
    expect(cell!.loss).toBeCloseTo(lost / needed, 12);
  });

  it("N13: cells do not depend on which other scenarios and events stand in the matrix", async () => {
    const matrix = done(await stressMatrix(runner, [statusQuo, reserve], events));
    expect(matrix.map((row) => row.length)).toEqual([events.length, events.length]);
    for (const e of [0, 4, 8]) {
      const [[alone] = []] = done(await stressMatrix(runner, [reserve], [events[e]!]));
      expect(matrix[1]![e]).toEqual(alone);
    }
  });

  it("N13: without events and price wedges nothing is lost, and a reserve filled before an embargo lowers the loss", async () => {
    const [quo, filled] = done(await stressMatrix(runner, [statusQuo, reserve], events));
    for (const cell of [...quo!, ...filled!]) {
      expect(cell.lossWithout).toBe(0);
      expect(cell.loss).toBeGreaterThanOrEqual(0);
    }
    const embargo = events.findIndex(({ id }) => id === "embargo_multi");
    expect(filled![embargo]!.loss).toBeLessThan(quo![embargo]!.loss);
  });

  it("N13: an event touches its minerals, is counted to 24 months after its end, and the end of the run cuts the count short", () => {
    expect(stressOfPreset(dataset, preset("china_gage"), "2030-07")).toMatchObject({
      minerals: ["gallium", "germanium"],
      from: 54,
      end: 78,
      countedTo: 78 + AFTERMATH_MONTHS,
      isCutShort: false,
    });
    expect(stressOfPreset(dataset, preset("taiwan_strait"), "2050-01")).toMatchObject({ from: 288, end: 300, countedTo: 300, isCutShort: true });
    expect(stressOfPreset(dataset, preset("taiwan_strait"), "2030-01").minerals).toEqual(dataset.minerals.map(({ id }) => id));
    expect(() => stressOfPreset(dataset, preset("taiwan_strait"), "2051-01")).toThrow("outside the run");
  });

  const own: OwnEvent = {
    name: "Strike",
    minerals: "tin|nickel",
    stages: "P",
    suppliers: "*",
    scope: "targeted",
    severity: 0.8,
    start: "2029-01",
    duration: 6,
    ramp_in: 1,
    recovery: 0,
  };

  it("N13: own events stand beside presets, moved to the chosen date, and scenarios keep their own events", async () => {
    const moved = stressOfOwn(dataset, own, "2033-01");
    expect(moved).toMatchObject({ name: "Strike", minerals: ["nickel", "tin"], from: 84, end: 90 });
    expect(stressOf(dataset, own).from).toBe(36);
    const busy: Package = withEvent(statusQuo, { event: "tin_shock", start: "2033-01" });
    const [[cell] = [], [without] = []] = done(await stressMatrix(runner, [busy, statusQuo], [moved]));
    expect(cell!.lossWithout).toBeGreaterThan(0);
    expect(cell!.loss).toBeGreaterThan(without!.loss);
  });
});

describe("an opened cell", () => {
  const event = stressOfPreset(dataset, preset("taiwan_strait"), "2033-01");
  const scenario: Package = { ...reserve, inputs: { ...reserve.inputs, levers: [setting("reserve_days", 180, { stages: ["P", "X"] })] } };
  const detail = stressDetail(model, scenario, event);

  it("N14: the parts of the loss, classes and priced out, sum to it; minerals average to the cell", async () => {
    const [[cell] = []] = done(await stressMatrix(runner, [scenario], [event]));
    for (const { loss, unmetByClass, pricedOut } of detail.minerals) {
      expect(unmetByClass.reduce((a, b) => a + b, 0) + pricedOut).toBeCloseTo(loss, 12);
    }
    expect(detail.minerals.reduce((sum, { loss }) => sum + loss, 0) / detail.minerals.length).toBeCloseTo(cell!.loss, 12);
  });

  it("N14: class losses are the run's own: in whole years they equal unmet tonnes by class", () => {
    const { unmetByClass } = detail.minerals.find(({ mineral }) => mineral === "ree")!;
    const hit = withEvent(scenario, event.event);
    const years = [2033, 2034, 2035];
    const needed = byHand(hit, ["demand_ref_t", "feed_t"], years);
    dataset.classes.forEach(({ id }, k) => expect(unmetByClass[k]).toBeCloseTo(byHand(hit, [`unmet_${id}_t`], years) / needed, 12));
    expect(unmetByClass[0]).toBeLessThan(unmetByClass[2]!);
  });

  it("N14: before the event both runs are the same month by month; in it stocks are drawn, afterwards refilled at a cost", () => {
    const ree = detail.minerals.find(({ mineral }) => mineral === "ree")!;
    const stage = ree.stages.find((one) => one.stage === "P");
    const { governmentStock, coverDays } = stage!;
    expect(governmentStock.withEvent.subarray(0, event.from)).toEqual(governmentStock.without.subarray(0, event.from));
    expect(governmentStock.withEvent[event.end - 1]).toBeLessThan(governmentStock.without[event.end - 1]!);
    expect(coverDays.withEvent[event.end - 1]).toBeLessThan(coverDays.without[event.end - 1]!);
    expect(stage!.released).toBeGreaterThan(0);
    expect(stage!.refillMonths).toBeGreaterThan(0);
    const refilled = event.end + stage!.refillMonths!;
    expect(governmentStock.withEvent[refilled]).toBeGreaterThanOrEqual(0.99 * governmentStock.without[refilled]!);
    expect(governmentStock.withEvent[refilled - 1]).toBeLessThan(0.99 * governmentStock.without[refilled - 1]!);
    expect(detail.cost.reserve).not.toBe(0);
    expect(detail.cost.all).toBeCloseTo(detail.cost.reserve, 6);
  });

  it("N14: months to recover count from the event's end to the first month that stays within 1% of need of the calm run", () => {
    for (const { monthlyLoss, monthsToRecover } of detail.minerals) {
      const excess = (t: number): number => monthlyLoss.withEvent[t]! - monthlyLoss.without[t]!;
      const recovered = event.end + monthsToRecover!;
      for (let t = recovered; t < model.months; t++) expect(excess(t)).toBeLessThanOrEqual(0.01);
      expect(monthsToRecover === 0 || excess(recovered - 1) > 0.01).toBe(true);
    }
    expect(Math.max(...detail.minerals.map(({ monthsToRecover }) => monthsToRecover!))).toBeGreaterThan(3);
  });

  it("N14: an event that lasts to the end of the run has no recovery, and without a reserve nothing is refilled", () => {
    const late = stressDetail(model, statusQuo, stressOfPreset(dataset, preset("taiwan_strait"), "2050-06"));
    expect(late.minerals.every(({ monthsToRecover }) => monthsToRecover === null)).toBe(true);
    const bare = stressDetail(model, statusQuo, event);
    expect(bare.minerals.flatMap(({ stages }) => stages.map(({ released, refillMonths }) => [released, refillMonths]))).toEqual(
      bare.minerals.flatMap(({ stages }) => stages.map(() => [0, 0])),
    );
    expect(bare.cost).toEqual({ reserve: 0, all: 0 });
  });
});
