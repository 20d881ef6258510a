import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkerPool, type WorkerPool } from "../../../../electron/analysis/worker-pool.ts";
import { MAX_PACKAGES } from "../../../../shared/analysis/find/alternatives.ts";
import { type FindResult, findPackages } from "../../../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../../../shared/analysis/find/find-goal.ts";
import { evaluatePackages, localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import { type AllowedLever, type Claim, packageSpace, type PackageSpace } from "../../../../shared/analysis/find/package-space.ts";
import { stressOfPreset } from "../../../../shared/analysis/stress/stress.ts";
import { packageInWorld } from "../../../../shared/analysis/world-choice.ts";
import { claimsOf } from "./claims-of.ts";
import { done, setting, smallDataset as dataset, smallModel as model, statusQuo } from "../shipped-model.ts";

function allow(lever: string, max?: number, min?: number): AllowedLever {
  const row = dataset.levers.find(({ id }) => id === lever)!;
  return { setting: setting(lever, 0), min: min ?? row.min, max: max ?? row.max };
}

const question = (levers: readonly AllowedLever[], more: Partial<FindQuestion> = {}): FindQuestion => ({
  outcome: HEADLINE,
  year: 2040,
  target: 0.5,
  costBasis: "per-year",
  budget: null,
  worlds: [{ world: "stated" }],
  stress: null,
  maxLoss: 0,
  base: statusQuo,
  levers,
  seed: 1,
  ...more,
});

describe("find a package", () => {
  let pool: WorkerPool;
  const find = async (asked: FindQuestion): Promise<FindResult> => done(await findPackages(pool, asked));
  beforeAll(async () => {
    pool = await openWorkerPool(model, 2);
  });
  afterAll(() => pool.close());

  /** Every package of two levers, on their slider steps. */
  function gridLevels(space: PackageSpace) {
    const counts = Array.from(space.steps, (step) => Math.round(1 / step));
    return Array.from({ length: (counts[0]! + 1) * (counts[1]! + 1) }, (_, k) =>
      space.levelsAt(Float64Array.of((k % (counts[0]! + 1)) / counts[0]!, Math.floor(k / (counts[0]! + 1)) / counts[1]!)),
    );
  }
  async function grid(asked: FindQuestion) {
    const space = packageSpace(pool, asked.levers, asked);
    return done(await space.evaluate(gridLevels(space), {}));
  }

  const two = [allow("processing_invest", 1000), allow("recycling_plants", 200)];

  /** A target half way between status quo and the best of the grid, and every package of the grid. */
  let target = NaN;
  let claims: readonly Claim[] = [];
  beforeAll(async () => {
    claims = await grid(question(two));
    const values = claims.map(({ value }) => value);
    target = (Math.min(...values) + Math.max(...values)) / 2;
  });

  it("N21: on two levers the cheapest package is the brute-force optimum of the grid within 1%", async () => {
    const cheapest = Math.min(...claims.filter(({ value }) => value <= target).map(({ cost }) => cost));
    expect(cheapest).toBeGreaterThan(50);
    const { packages } = await find(question(two, { target }));
    expect(packages[0]!.claim.value).toBeLessThanOrEqual(target);
    expect(packages[0]!.claim.cost).toBeGreaterThanOrEqual(cheapest);
    expect(packages[0]!.claim.cost).toBeLessThanOrEqual(1.01 * cheapest);
  });

  it("N21: what cannot be met says the best reachable value within 1% of brute force, what binds, and what it would cost", async () => {
    const needed = Math.min(...claims.filter(({ value }) => value <= target).map(({ cost }) => cost));
    const budget = 0.6 * needed;
    const best = Math.min(...claims.filter(({ cost }) => cost <= budget).map(({ value }) => value));
    const { packages, obstacle, nearOptimalCost } = await find(question(two, { target, budget }));
    expect(packages).toHaveLength(1);
    expect(nearOptimalCost).toBeNull();
    expect(packages[0]!.claim.cost).toBeLessThanOrEqual(budget);
    expect(packages[0]!.claim.value).toBeLessThanOrEqual(1.01 * best);
    expect(obstacle).toMatchObject({ binds: ["budget"] });
    expect(obstacle!.costToMeet).toBeGreaterThanOrEqual(needed);
    expect(obstacle!.costToMeet).toBeLessThanOrEqual(1.01 * needed);
  });

  const four = [allow("processing_invest", 2000), allow("mining_invest", 500), allow("rd_substitution", 200), allow("recycling_plants", 100)];
  const several = question(four, { target: 0.36, budget: 1500 });
  let severalFound: Promise<FindResult> | null = null;
  const findSeveral = (): Promise<FindResult> => (severalFound ??= find(several));

  it("N22, N25: packages meet the target near the least cost, differ clearly, and their claims hold when the scenario is run again", async () => {
    const { packages, nearOptimalCost, without, statusQuo: quo } = await findSeveral();
    expect(quo.value).toBeGreaterThan(several.target);
    expect(packages.length).toBeGreaterThan(1);
    expect(packages.length).toBeLessThanOrEqual(MAX_PACKAGES);
    const scenarios = packages.map(({ scenario }) => scenario);
    const again = await claimsOf(localRunner(model), scenarios, several);
    packages.forEach(({ claim }, i) => {
      expect(again[i]).toEqual(claim);
      expect(claim.value).toBeLessThanOrEqual(several.target);
      expect(claim.cost).toBeLessThanOrEqual(nearOptimalCost! * (1 + 1e-9));
    });
    // Near-optimal is measured from the cheapest that any search has found, 50% or 50 million above it at most.
    const [cheapest] = packages;
    expect(nearOptimalCost).toBeLessThanOrEqual(cheapest!.claim.cost + Math.max(50, 0.5 * cheapest!.claim.cost));
    expect([...without.values()].filter((one) => one !== null && one.cost < 0.99 * cheapest!.claim.cost)).toEqual([]);
    expect(packages.map(({ claim }) => claim.cost)).toEqual(packages.map(({ claim }) => claim.cost).toSorted((a, b) => a - b));
    // Clearly different: some lever at most half of what it is in the other.
    packages.forEach((one, i) => {
      for (const other of packages.slice(0, i))
        expect(one.levels.some((level, k) => 2 * Math.min(level, other.levels[k]!) <= Math.max(level, other.levels[k]!, 1))).toBe(true);
    });
  });

  it("N22: levers are told apart: in all packages, in some, in none; one that does nothing for the target is never chosen", async () => {
    // Magnets do not concern lithium, and the public share of projects does nothing without grants.
    const levers = [allow("rd_substitution", 400), allow("magnet_invest", 500), allow("ppp_public_share")];
    const asked = question(levers, { outcome: { indicator: "dependence", mineral: "lithium", stage: null }, year: 2045, target: 0 });
    const space = packageSpace(pool, asked.levers, asked);
    const [quo, most] = done(await space.evaluate([space.statusQuo, [400, 0, 50]], {}));
    const target = (quo!.value + most!.value) / 2;
    expect(most!.value).toBeLessThan(quo!.value);
    const { packages, mustDo, interchangeable, unused } = await find({ ...asked, target });
    expect(mustDo).toEqual([0]);
    expect(interchangeable).toEqual([]);
    expect(unused).toEqual([1, 2]);
    expect(packages.length).toBeGreaterThan(0);
    for (const { scenario } of packages) expect(scenario.inputs.levers.map(({ lever }) => lever)).toEqual(["rd_substitution"]);
  });

  it("N23: the frontier falls with cost, each point was run, and one more billion buys something or nothing but never harm", async () => {
    const { frontier, oneMoreBillion } = await findSeveral();
    expect(frontier.length).toBeGreaterThan(5);
    frontier.slice(1).forEach(({ claim }, i) => {
      expect(claim.cost).toBeGreaterThanOrEqual(frontier[i]!.claim.cost);
      expect(claim.value).toBeLessThan(frontier[i]!.claim.value);
    });
    const middle = frontier[frontier.length >> 1]!;
    const { packageOf } = packageSpace(pool, four, several);
    expect((await claimsOf(localRunner(model), [packageOf(middle.levels)], several))[0]).toEqual(middle.claim);
    expect(oneMoreBillion!.at).toBe(1500);
    expect(oneMoreBillion!.valueWithMore).toBeLessThanOrEqual(oneMoreBillion!.value);
  });

  it("N22: a robust search holds in every world, on the worst value and cost of them", async () => {
    const worlds = ["stated", "high", "low"].map((world) => ({ world }));
    const space = packageSpace(pool, two, question(two, { worlds }));
    const [quo, most] = done(await space.evaluate([space.statusQuo, [1000, 200]], {}));
    const asked = question(two, { target: (quo!.value + most!.value) / 2, worlds });
    const { packages } = await find(asked);
    const { scenario, claim } = packages[0]!;
    const inWorlds = worlds.map((world) => packageInWorld(scenario, world));
    const values = done(await evaluatePackages(pool, inWorlds, [{ kind: "year", outcome: HEADLINE, year: 2040 }], {}));
    expect(claim.value).toBe(Math.max(...values));
    expect(claim.value).toBeLessThanOrEqual(asked.target);
    expect([...values].indexOf(claim.value)).toBe(claim.worstWorld);
  });

  it("N22: a stress event must be survived; where only it stands in the way, it is what binds", async () => {
    const event = stressOfPreset(
      dataset,
      dataset.events.find(({ id }) => id === "china_graphite")!,
      "2035-01",
    );
    const levers = [allow("reserve_days", 180), allow("processing_invest", 500)];
    const asked = question(levers, { target: 0.56, stress: event, maxLoss: 1 });
    const easy = await find(asked);
    const [unstressed, most] = done(await packageSpace(pool, levers, asked).evaluate([easy.packages[0]!.levels, [180, 500]], {}));
    expect(most!.loss).toBeLessThan(unstressed!.loss);
    const maxLoss = (most!.loss + unstressed!.loss) / 2;
    const strict = await find({ ...asked, maxLoss });
    for (const { claim } of strict.packages) expect(claim.loss).toBeLessThanOrEqual(maxLoss * (1 + 1e-9));
    expect(strict.packages[0]!.claim.cost).toBeGreaterThan(easy.packages[0]!.claim.cost);
    const hopeless = await find({ ...asked, maxLoss: most!.loss / 100 });
    expect(hopeless.obstacle?.binds).toEqual(["stress"]);
  });

  it("N21: where no lever is strong enough, nothing binds but the levers; the year in which the target is met later is named", async () => {
    const levers = [allow("processing_invest", 2000)];
    const asked = question(levers, { year: 2030, target: 0.44 });
    const { obstacle } = await find(asked);
    expect(obstacle).toMatchObject({ binds: [], costToMeet: null, atBound: [0] });
    const series = done(
      await evaluatePackages(pool, [packageSpace(pool, levers, asked).packageOf(obstacle!.unlimited.levels)], [{ kind: "annual", outcome: HEADLINE }], {}),
    );
    const later = model.years.find((year, y) => year > 2030 && series[y]! <= asked.target);
    expect(later).toBeGreaterThan(2030);
    expect(obstacle!.metIn).toBe(later);
  });

  it("N72: of a robust list only what may be wanted is run in more than the world that binds, and its claim is that of all worlds", async () => {
    const worlds = ["stated", "high", "low"].map((world) => ({ world }));
    const asked = question(two, { worlds });
    const space = packageSpace(pool, two, asked);
    const list = [0, 250, 500, 750, 1000].map((level) => [level, 0]);
    const whole = await claimsOf(
      pool,
      list.map((levels) => space.packageOf(levels)),
      asked,
    );
    // Stated's worst is not the worst world, and a bar between the last two packages leaves one wanted.
    space.runFirst(whole[0]!.worstWorld);
    const bar = { objective: (whole[3]!.value + whole[4]!.value) / 2, violation: 0 };
    const scoreOf = ({ value }: Claim) => ({ objective: value, violation: 0 });
    const found = done(await space.evaluate(list, {}, { scoreOf, bar: () => bar, isBestOnly: true }));
    expect(found[4]).toEqual(whole[4]);
    expect(found.slice(0, 4).every(({ value }) => value > bar.objective)).toBe(true);
    expect(space.archive().map(({ levels }) => levels)).toEqual([list[4]]);
    expect(space.counts()).toEqual({ packages: 5, runs: 5 + 2 });
    // What was left at one world is run in the others when it is asked for, and nothing twice.
    expect(done(await space.evaluate(list, {}))).toEqual(whole);
    expect(space.counts().runs).toBe(15);
  });

  it("N72: a robust search makes far fewer runs than packages times worlds", async () => {
    const worlds = ["stated", "high", "low"].map((world) => ({ world }));
    const { counts, packages } = await find(question(four, { target: 0.42, worlds }));
    expect(packages.length).toBeGreaterThan(0);
    expect(counts.runs).toBeLessThan(0.7 * worlds.length * counts.packages);
  });

  it("N35, N73: doing without a lever costs no less than brute force, within 1% of it, and what takes its place is named", async () => {
    const { without, packages, mustDo } = await find(question(two, { target }));
    const space = packageSpace(pool, two, question(two));
    const all = gridLevels(space).map((levels, k) => ({ levels, claim: claims[k]! }));
    expect(without.size).toBeGreaterThan(0);
    const leastWithout = (lever: number): number =>
      Math.min(...all.filter(({ levels, claim }) => levels[lever] === 0 && claim.value <= target).map(({ claim }) => claim.cost));
    // Where brute force finds none, the search finds none, and the lever is must-do.
    const found = [...without].map(([lever, one]) => ({
      lever,
      least: leastWithout(lever),
      cost: one?.cost ?? Infinity,
      instead: one?.instead ?? [1 - lever],
    }));
    expect(found.filter(({ least, cost }) => cost < least || cost > 1.01 * least)).toEqual([]);
    expect(found.filter(({ lever, instead }) => instead.join() !== String(1 - lever))).toEqual([]);
    expect(found.filter(({ cost }) => cost < packages[0]!.claim.cost)).toEqual([]);
    expect(found.filter(({ least, lever }) => least === Infinity && !mustDo.includes(lever))).toEqual([]);
  });

  it("N36: where levers can stand in for each other at least five clearly different packages are found", async () => {
    const levers = ["processing_invest", "permit_speed", "rd_substitution", "recycling_plants", "circular", "tariff"].map((lever) => allow(lever));
    const { packages, nearOptimalCost, counts } = await find(question(levers, { target: 0.45 }));
    expect(packages.length).toBeGreaterThanOrEqual(5);
    expect(counts.feasible).toBeGreaterThan(packages.length);
    expect(packages.every(({ claim }) => claim.cost <= nearOptimalCost!)).toBe(true);
  });

  it("N74, N75: what is found so far meets everything asked for and its claims hold; the cloud was run and ends with the figure", async () => {
    const asked = question([allow("processing_invest", 1000), allow("rd_substitution", 200), allow("recycling_plants", 200)], { target: 0.45 });
    const seen: FindResult[] = [];
    const result = done(await findPackages(pool, asked, { show: (soFar) => seen.push(soFar) }));
    expect(seen.length).toBeGreaterThan(2);
    for (const { isMet, packages } of seen) {
      expect(isMet).toBe(true);
      const scenarios = packages.map(({ scenario }) => scenario);
      expect(await claimsOf(localRunner(model), scenarios, asked)).toEqual(packages.map(({ claim }) => claim));
      for (const { claim } of packages) expect(claim.value).toBeLessThanOrEqual(asked.target);
    }
    expect(seen.at(-1)!.packages.map(({ levels }) => levels)).toEqual(result.packages.map(({ levels }) => levels));
    expect(result.cloud.length).toBeGreaterThan(10);
    expect(Math.max(...result.cloud.map(({ cost }) => cost))).toBeLessThanOrEqual(result.shownCost);
    expect(new Set(result.cloud.map(({ cost, value }) => `${cost} ${value}`)).size).toBe(result.cloud.length);
  });

  it("N11: a cancelled search leaves no worker alive when its pool is closed", async () => {
    const alive = (): number => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;
    const before = alive();
    const own = await openWorkerPool(model, 2);
    let steps = 0;
    expect(await findPackages(own, question(four), { progress: () => steps++, isCancelled: () => steps >= 2 })).toBe("cancelled");
    await own.close();
    expect(alive()).toBe(before);
  });

  it("N20: the same seed finds the same packages, in workers and in one thread", async () => {
    const asked = question([allow("processing_invest", 600), allow("rd_substitution", 100)], { target: 0.48 });
    expect(done(await findPackages(localRunner(model), asked))).toEqual(await find(asked));
  });

  it("N11: a search can be cancelled, with progress that does not run backwards", async () => {
    const progress: number[] = [];
    const cancelled = await findPackages(pool, question(four), { progress: (n) => progress.push(n), isCancelled: () => progress.length >= 5 });
    expect(cancelled).toBe("cancelled");
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });
});
