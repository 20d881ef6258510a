import { describe, expect, it } from "vitest";
import { readerOfRun } from "../../../shared/indicator/run-reader.ts";
import { compileModel } from "../../../shared/model/compile-model.ts";
import type { Run } from "../../../shared/model/run.ts";
import { withParameters } from "../../../shared/verify/altered-dataset.ts";
import { instances } from "../../../shared/verify/invariant-checks.ts";
import { dataset, defaultWorld, model, runChecked, scenario, setting } from "./shipped.ts";

const read = (run: Run) => readerOfRun(model, run);
const sum = (series: readonly (number | null)[]): number => series.reduce<number>((total, value) => total + (value ?? 0), 0);
/** A full lever from the first month. */
const full = (lever: string, value: number, more = {}) => setting(lever, value, { start: "2026-01", ramp: 1, ...more });

describe("cost lines", () => {
  it("M8: by lever and by mineral add up to the total, with every lever on", () => {
    const reader = read(runChecked(scenario(dataset.levers.flatMap((lever) => instances(dataset, lever, lever.max)))));
    const lines = (ids: readonly string[], line: (id: string) => readonly (number | null)[], year: number): number => sum(ids.map((id) => line(id)[year] ?? 0));
    reader.total("public_cost_musd").forEach((total, year) => {
      const levers = lines(
        dataset.levers.map(({ id }) => id),
        reader.costByLever,
        year,
      );
      const minerals = lines([...dataset.minerals.map(({ id }) => id), "shared"], reader.costByMineral, year);
      expect(Math.abs(levers - total!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total!)));
      expect(Math.abs(minerals - total!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total!)));
    });
  });

  it.each([
    "mining_invest",
    "processing_invest",
    "magnet_invest",
    "infrastructure",
    "hubs",
    "collection_spend",
    "recycling_plants",
    "rd_substitution",
    "rd_extraction",
  ])("C2: %s costs what it is set to, also where nothing more can be built", (lever) => {
    const reader = read(runChecked(scenario([full(lever, 120)])));
    for (const year of reader.costByLever(lever)) expect(year).toBeCloseTo(120, 9);
  });

  it("C2: money for minerals without the stage is not spent", () => {
    const reader = read(runChecked(scenario([full("magnet_invest", 120, { minerals: ["cobalt"] })])));
    expect(sum(reader.total("public_cost_musd"))).toBe(0);
  });

  it("C0, C3, C10: the public share costs nothing, permits and transparency their administration", () => {
    const reader = read(runChecked(scenario([full("ppp_public_share", 80), full("permit_speed", 50), full("transparency", 40)])));
    expect(sum(reader.costByLever("ppp_public_share"))).toBe(0);
    expect(reader.costByLever("permit_speed")[3]).toBeCloseTo(20 * 0.5, 9);
    expect(reader.costByLever("transparency")[3]).toBeCloseTo(15 * 0.4, 9);
    expect(reader.costByMineral("shared")[3]).toBeCloseTo(16, 9);
  });

  it("C11: a partner's plants cost the budget the subsidy share of the loan, booked to the minerals", () => {
    const reader = read(runChecked(scenario([full("ally_finance", 500, { partner: "AUS", minerals: ["ree"] })])));
    expect(reader.costByLever("ally_finance")[5]).toBeCloseTo(100, 9);
    expect(reader.costByMineral("ree")[5]).toBeCloseTo(100, 9);
  });

  it("C8: tariffs cost nothing; their revenue is its own line and needs no pass-through", () => {
    const lever = full("tariff", 25);
    expect(sum(read(runChecked(scenario([lever]))).total("public_cost_musd"))).toBe(0);
    const absorbed = compileModel(withParameters(dataset, { tariff_passthrough: 0 }));
    const revenue = sum(readerOfRun(absorbed, runChecked(scenario([lever]), absorbed)).total("tariff_revenue_musd"));
    expect(revenue).toBeGreaterThan(1000);
    // Nobody pays more where suppliers absorb the duty, so nobody moves.
    expect(sum(readerOfRun(absorbed, runChecked(scenario([lever]), absorbed)).stage("ree", "P", "price_index_avg"))).toBe(25);
  });

  it("C9: diversification has a private cost only while it is asked for", () => {
    const reader = read(runChecked(scenario([full("diversify", 30, { end: "2030-01" })])));
    const cost = reader.total("private_cost_musd");
    expect(cost[3]).toBeGreaterThan(0);
    expect(sum(cost.slice(4))).toBe(0);
    expect(sum(reader.total("public_cost_musd"))).toBe(0);
  });

  it("C4: a floor at or above the base price shares in what lies above it, one below does not", () => {
    const high = { levers: [full("price_floor", 100)], world: "net_zero" };
    const low = { levers: [full("price_floor", 95)], world: "net_zero" };
    // Prices rise above base in this world: a floor at 100 % earns, one at 95 % does nothing.
    expect(sum(read(runChecked(scenario(high.levers, high.world))).costByLever("price_floor"))).toBeLessThan(0);
    expect(sum(read(runChecked(scenario(low.levers, low.world))).costByLever("price_floor"))).toBe(0);
  });

  it("C6: a phased-out credit pays 75, 50, 25 % in 2031 to 2033 and nothing from 2034", () => {
    const per = (phase_out: boolean) => read(runChecked(scenario([full("production_credit", 10, { phase_out, minerals: ["gallium"] })])));
    const effective = (year: number): number => {
      const [fading, steady] = [per(true), per(false)];
      return (fading.costByLever("production_credit")[year - 2026] ?? 0) / (steady.costByLever("production_credit")[year - 2026] ?? 1);
    };
    expect(effective(2030)).toBe(1);
    expect(effective(2034)).toBe(0);
    expect(effective(2032)).toBeGreaterThan(0.4);
    expect(effective(2032)).toBeLessThan(0.6);
  });

  it("C1: a reserve costs while it fills, then its holding; a lower target sells nothing", () => {
    const filling = full("reserve_days", 90, { minerals: ["tin"], end: "2036-01" });
    const reader = read(runChecked(scenario([filling, full("reserve_days", 10, { minerals: ["tin"] })])));
    const stock = reader.stage("tin", "P", "government_stock_t");
    const cost = reader.costByLever("reserve_days");
    expect(cost[0]).toBeGreaterThan(cost[9]!);
    expect(stock[24]).toBe(stock[10]);
    // 2 % a year of the stock's value at the base-year price of 1.
    const price = reader.stage("tin", "P", "price_index_avg")[20]!;
    const reference = dataset.parameters.find((row) => row.mineral === "tin" && row.stage === "P" && row.key === "p_ref")!.value;
    expect(cost[20]).toBeCloseTo(0.02 * stock[20]! * price * reference * 0.001, 6);
  });

  it("C12: circular-economy incentives cost their share of the value collected", () => {
    const reader = read(runChecked(scenario([full("circular", 100, { minerals: ["tin"] })])));
    const collected = reader.mineral("tin", "collected_t")[8]!;
    const price = dataset.parameters.find((row) => row.mineral === "tin" && row.stage === "P" && row.key === "p_ref")!.value;
    expect(reader.costByLever("circular")[8]).toBeCloseTo(0.1 * price * 0.001 * collected, 6);
  });

  it("I14: the discounted cost is the sum of monthly costs, each at its month", () => {
    const reader = read(runChecked(scenario([full("infrastructure", 120)], defaultWorld)));
    const q = 1.03 ** (-1 / 12);
    expect(reader.total("public_cost_discounted_cum_musd")[0]).toBeCloseTo((10 * (1 - q ** 12)) / (1 - q), 9);
  });
});
