import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coalitionOf, explain, type Explanation, playersOf, waterfall } from "../../../../shared/analysis/explain/explain.ts";
import type { Package } from "../../../../shared/analysis/jobs/job.ts";
import { evaluatePackages, localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { HEADLINE, type Outcome } from "../../../../shared/analysis/outcome.ts";
import { dataset, done, model, packageOf, setting, smallDataset, smallModel, statusQuo } from "../shipped-model.ts";

const runner = localRunner(model);
const dependenceOf = (mineral: string): Outcome => ({ indicator: "dependence", mineral, stage: null });
const outcomes: readonly Outcome[] = [
  HEADLINE,
  ...dataset.minerals.map(({ id }) => dependenceOf(id)),
  { indicator: "public_cost_musd", mineral: null, stage: null },
];
const explained = async (scenario: Package, pairs = 20): Promise<Explanation> => done(await explain(runner, scenario, { outcomes, seed: 1, pairs }));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const scale = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

const package6 = packageOf({ reserve_days: 90, processing_invest: 1500, permit_speed: 100, recycling_rate: 40, recycling_plants: 200, rd_substitution: 200 });

describe("explain", () => {
  it("N5: on the model both readings sum to the change, for every outcome and year, in any package", async () => {
    const levers = fc.uniqueArray(fc.constantFrom(...dataset.levers.filter(({ id }) => id !== "ally_finance" && id !== "ppp_public_share")), {
      minLength: 1,
      maxLength: 4,
    });
    const packages = levers.chain((rows) =>
      fc.tuple(
        ...rows.map((lever) =>
          fc.tuple(
            fc.constant(lever.id),
            fc.double({ min: 0.2, max: 1, noNaN: true }).map((x) => x * lever.max),
          ),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(packages, async (settings) => {
        const scenario = packageOf(Object.fromEntries(settings));
        const explanation = await explained(scenario);
        expect(explanation.runs).toBe(1 + 2 ** settings.length);
        outcomes.forEach((_, o) => {
          for (const year of model.years) {
            const { before, after, effects, interaction } = waterfall(explanation, o, year);
            expect(Math.abs(sum(effects.map(({ share }) => share)) - (after - before))).toBeLessThanOrEqual(scale(after));
            expect(Math.abs(sum(effects.map(({ solo }) => solo)) + interaction - (after - before))).toBeLessThanOrEqual(scale(after));
          }
        });
      }),
      { numRuns: 6 },
    );
  });

  it("N5 on the model: a share is the average of what the lever adds over all orders, which makes shares symmetric and additive", async () => {
    const small = localRunner(smallModel);
    const [outcome, year] = [HEADLINE, 2040];
    const scenario = packageOf({ processing_invest: 1500, rd_substitution: 200, recycling_plants: 200 });
    const { levers } = playersOf(smallDataset, scenario.inputs);
    const coalitions = Array.from({ length: 8 }, (_, coalition) => coalitionOf(scenario, levers, coalition));
    const values = done(await evaluatePackages(small, coalitions, [{ kind: "year", outcome, year }], {}));
    const orders = levers.flatMap((_, a) => levers.flatMap((__, b) => (a === b ? [] : [[a, b, 3 - a - b]])));
    const averages = levers.map((_, i) => {
      const added = orders.map((order) => {
        const before = order.slice(0, order.indexOf(i)).reduce((coalition, lever) => coalition | (1 << lever), 0);
        return values[before | (1 << i)]! - values[before]!;
      });
      return sum(added) / orders.length;
    });
    const { effects } = waterfall(done(await explain(small, scenario, { outcomes: [outcome], seed: 1, pairs: 2 })), 0, year);
    expect(effects.map(({ lever }) => lever)).toEqual(levers);
    effects.forEach(({ share }, i) => expect(share).toBeCloseTo(averages[i]!, 12));
    expect(effects.some(({ share, solo }) => Math.abs(share - solo) > 1e-4)).toBe(true);
  });

  it("N12: before is status quo in the scenario's world with its events, after is the scenario, both bit for bit", async () => {
    const scenario: Package = { ...package6, inputs: { ...package6.inputs, world: "high", events: [{ event: "china_ree", start: "2030-01" }] } };
    const explanation = await explained(scenario);
    const both = done(
      await evaluatePackages(
        runner,
        [{ ...scenario, inputs: { ...scenario.inputs, levers: [] } }, scenario],
        outcomes.map((outcome) => ({ kind: "annual", outcome })),
        {},
      ),
    );
    expect([...explanation.attribution.before, ...explanation.attribution.after]).toEqual([...both]);
  });

  it("N12: shares of the composite are the means of the minerals' shares", async () => {
    const explanation = await explained(package6);
    const composite = waterfall(explanation, 0, 2035);
    composite.effects.forEach(({ share }, i) => {
      const byMineral = dataset.minerals.map((_, m) => waterfall(explanation, 1 + m, 2035).effects[i]!.share);
      expect(share).toBeCloseTo(sum(byMineral) / byMineral.length, 12);
    });
  });

  it("N5 on the model: a lever without effect on an outcome gets exactly nothing, and no lever moves a year before it starts", async () => {
    const explanation = await explained(packageOf({ magnet_invest: 300, processing_invest: 600 }));
    const magnet = explanation.levers.indexOf("magnet_invest");
    const tin = 1 + dataset.minerals.findIndex(({ id }) => id === "tin");
    expect(waterfall(explanation, tin, 2040).effects[magnet]!.share).toBe(0);
    for (const { share, solo } of waterfall(explanation, 0, 2026).effects) expect([share, solo]).toEqual([0, 0]);
  });

  it("N12: a lever with all its instances is one player, and a lever at status quo is none", () => {
    const scenario = packageOf({ processing_invest: 600, tariff: 0 });
    const two = { ...scenario.inputs, levers: [...scenario.inputs.levers, setting("processing_invest", 300, { minerals: ["ree"], start: "2030-01" })] };
    expect(playersOf(dataset, two)).toEqual({ levers: ["processing_invest"], companions: [] });
    expect(coalitionOf({ ...scenario, inputs: two }, ["processing_invest"], 1).inputs.levers).toHaveLength(2);
    expect(coalitionOf({ ...scenario, inputs: two }, ["processing_invest"], 0).inputs.levers).toHaveLength(0);
  });

  it("N12: the public share of projects belongs to the grants it changes; alone it is a player that changes nothing", async () => {
    const scenario = packageOf({ ppp_public_share: 25, processing_invest: 600, recycling_plants: 100, tariff: 25 });
    expect(playersOf(dataset, scenario.inputs)).toEqual({ levers: ["processing_invest", "tariff", "recycling_plants"], companions: ["ppp_public_share"] });
    const withGrant = coalitionOf(scenario, ["processing_invest", "tariff", "recycling_plants"], 0b001).inputs.levers;
    expect(withGrant.map(({ lever }) => lever)).toEqual(["ppp_public_share", "processing_invest"]);
    expect(coalitionOf(scenario, ["processing_invest", "tariff", "recycling_plants"], 0b010).inputs.levers.map(({ lever }) => lever)).toEqual(["tariff"]);
    const explanation = await explained(packageOf({ ppp_public_share: 25 }));
    expect(explanation.levers).toEqual(["ppp_public_share"]);
    expect(explanation.attribution.shares.every((share) => share === 0)).toBe(true);
  });

  it("N12: cost per point is the lever's yearly cost over its share of the improvement", async () => {
    const explanation = await explained(package6);
    const { effects } = waterfall(explanation, 0, 2040);
    for (const { share, cost, costPerPoint } of effects) {
      expect((costPerPoint ?? 0) * Math.max(0, -100 * share)).toBeCloseTo(share < 0 ? cost : 0, 9);
      expect(costPerPoint === null).toBe(share >= 0);
    }
    const processing = effects.find(({ lever }) => lever === "processing_invest")!;
    // Ramped over 2027, full afterwards: (0.5 + 1/24 + 8)/9 of the yearly amount.
    expect(processing.cost).toBeCloseTo((1500 * (13 / 24 + 8)) / 9, 6);
    expect(processing.costPerPoint).toBeGreaterThan(0);
  });

  it("N6: with more than 12 levers shares are sampled, say so, and still sum to the change", async () => {
    const many = Object.fromEntries(
      dataset.levers
        .filter(({ id }) => id !== "ally_finance" && id !== "ppp_public_share")
        .slice(0, 14)
        .map((lever) => [lever.id, lever.max / 4]),
    );
    const explanation = await explained(packageOf(many), 4);
    expect(explanation.levers).toHaveLength(14);
    const { before, after, effects } = waterfall(explanation, 0, 2040);
    expect(sum(effects.map(({ share }) => share))).toBeCloseTo(after - before, 9);
    expect(effects.every(({ standardError }) => standardError !== null && standardError >= 0)).toBe(true);
    // The whole scenario, nothing, all, each lever alone, and what lies between in four orders and their reverses.
    expect(explanation.runs).toBeLessThanOrEqual(1 + 2 + 14 + 2 * 4 * 13);
  });

  it("N12: a scenario that is status quo has nothing to explain", async () => {
    const explanation = await explained(statusQuo);
    expect(explanation.levers).toEqual([]);
    const { before, after, effects, interaction } = waterfall(explanation, 0, 2035);
    expect([after - before, effects.length, interaction]).toEqual([0, 0, 0]);
  });

  it("N11: explaining can be cancelled", async () => {
    expect(await explain(runner, package6, { outcomes, seed: 1, pairs: 2 }, { isCancelled: () => true })).toBe("cancelled");
  });
});
