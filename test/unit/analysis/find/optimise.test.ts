import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLower, type Optimum, optimise, type Problem, type SearchOptions } from "../../../../shared/analysis/find/optimise.ts";
import { refine } from "../../../../shared/analysis/find/refine.ts";
import { done } from "../shipped-model.ts";

/** A problem on [low, high] in every coordinate. */
/** A problem on [low, high] in every coordinate; achieved are the objective and the violation. */
const problem = (
  dimensions: number,
  low: number,
  high: number,
  f: (x: readonly number[]) => number,
  violation: (x: readonly number[]) => number = () => 0,
): Problem => ({
  dimensions,
  evaluate: async (points) =>
    points.map((point) => {
      const x = Array.from(point, (u) => low + u * (high - low));
      return Float64Array.of(f(x), violation(x));
    }),
  score: (_, achieved) => ({ objective: achieved[0]!, violation: Math.max(0, achieved[1]!) }),
});

const options: SearchOptions = { seed: 1, stream: "test", population: 60, generations: 400, patience: 60, start: [] };
const solve = async (p: Problem, more: Partial<SearchOptions> = {}): Promise<Optimum> => done(await optimise(p, { ...options, ...more }));
const sum = (x: readonly number[], of: (one: number, i: number) => number): number => x.reduce((total, one, i) => total + of(one, i), 0);

describe("optimiser", () => {
  it("N20: reaches known optima: sphere, Rosenbrock, Rastrigin, Ackley", async () => {
    const sphere = await solve(problem(10, -5, 5, (x) => sum(x, (one) => (one - 1) ** 2)));
    expect(sphere.score.objective).toBeLessThan(1e-6);
    const rosenbrock = await solve(problem(5, -2, 2, (x) => sum(x.slice(1), (one, i) => 100 * (one - x[i]! ** 2) ** 2 + (1 - x[i]!) ** 2)));
    expect(rosenbrock.score.objective).toBeLessThan(1e-4);
    const rastrigin = await solve(problem(5, -5, 5, (x) => 50 + sum(x, (one) => one * one - 10 * Math.cos(2 * Math.PI * one))));
    expect(rastrigin.score.objective).toBeLessThan(1e-4);
    const ackley = await solve(
      problem(
        6,
        -15,
        30,
        (x) => 20 + Math.E - 20 * Math.exp(-0.2 * Math.sqrt(sum(x, (one) => one * one) / 6)) - Math.exp(sum(x, (one) => Math.cos(2 * Math.PI * one)) / 6),
      ),
    );
    expect(ackley.score.objective).toBeLessThan(1e-4);
  });

  it("N20: reaches known constrained optima: a line, and problem g06 of the constrained benchmark", async () => {
    const line = await solve(
      problem(
        2,
        0,
        1,
        (x) => x[0]! ** 2 + x[1]! ** 2,
        (x) => 1 - x[0]! - x[1]!,
      ),
    );
    expect(line.score.violation).toBe(0);
    expect(line.score.objective).toBeCloseTo(0.5, 6);
    // g06: minimum −6961.81388 at (14.095, 0.84296), on the edge of two circles.
    const g06: Problem = {
      dimensions: 2,
      evaluate: async (points) =>
        points.map((point) => {
          const [x, y] = [13 + 87 * point[0]!, 100 * point[1]!];
          const outside = [100 - (x - 5) ** 2 - (y - 5) ** 2, (x - 6) ** 2 + (y - 5) ** 2 - 82.81];
          return Float64Array.of((x - 10) ** 3 + (y - 20) ** 3, ...outside);
        }),
      score: (_, achieved) => ({ objective: achieved[0]!, violation: Math.max(0, achieved[1]!) + Math.max(0, achieved[2]!) }),
    };
    const found = await solve(g06);
    expect(found.score.violation).toBe(0);
    expect(found.score.objective).toBeCloseTo(-6961.81388, 3);
  });

  it("N20: where nothing is feasible the least violated point is answered", async () => {
    const found = await solve(
      problem(
        2,
        0,
        1,
        (x) => x[0]!,
        (x) => 3 - x[0]! - x[1]!,
      ),
    );
    expect(found.score.violation).toBeCloseTo(1, 9);
    expect(Math.min(...found.point)).toBeCloseTo(1, 9);
  });

  it("N20: the same seed gives the same answer, and starting points are kept", async () => {
    const p = problem(4, -5, 5, (x) => sum(x, (one) => one ** 4 - 3 * one * one + one));
    const short = { generations: 12 };
    expect(await solve(p, short)).toEqual(await solve(p, short));
    expect((await solve(p, { ...short, seed: 2 })).point).not.toEqual((await solve(p, short)).point);
    const optimum = await solve(p);
    const again = await solve(p, { generations: 1, start: [optimum.point] });
    expect(isLower(optimum.score, again.score)).toBe(false);
  });

  it("N20: no point leaves the cube", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(1000), async (dimensions, seed) => {
        const seen: number[] = [];
        const p = problem(dimensions, 0, 1, (x) => {
          seen.push(...x);
          return sum(x, (one, i) => (i % 2 === 0 ? one : -one));
        });
        await solve(p, { seed, population: 8, generations: 15 });
        expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...seen)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  it("N20: refining ends where no single step helps, on steps of the size asked for", async () => {
    const grid = Float64Array.of(1 / 20, 1 / 50);
    const f = ([x, y]: readonly number[]): number => Math.abs(x! - 0.35) + 3 * Math.abs(y! - 0.62);
    const found = done(await refine(problem(2, 0, 1, f), Float64Array.of(0.9, 0.1), grid));
    expect(found.point[0]).toBeCloseTo(0.35, 1);
    expect(found.point[1]).toBeCloseTo(0.62, 1);
    const near = (d: number, by: number): number => f(Array.from(found.point, (x, k) => (k === d ? x + by : x)));
    for (const [d, step] of grid.entries()) for (const by of [step, -step]) expect(near(d, by)).toBeGreaterThanOrEqual(found.score.objective);
  });

  it("N20: refining trades coordinates against each other along a constraint, where no single step could help", async () => {
    // Cheapest way to 1: coordinate d gives d + 1 units at a price of 1; a single step either misses the constraint or only costs more.
    const p = problem(
      4,
      0,
      1,
      (x) => sum(x, (one) => one),
      (x) => 1 - sum(x, (one, d) => one * (d + 1)),
    );
    const found = done(await refine(p, Float64Array.of(1, 0, 0, 0), Float64Array.of(0.01, 0.01, 0.01, 0.01)));
    expect(found.score).toEqual({ objective: 0.25, violation: 0 });
  });

  it("N33: refining finds the known cheapest mix of ten coordinates from nothing, in a few rounds", async () => {
    // Coordinate d gives √x at a price between 1 and 2. By Lagrange √x is in proportion to 1 / price, and the least cost of `wanted` is wanted² / Σ 1 / price.
    const wanted = 5;
    const prices = Array.from({ length: 10 }, (_, d) => 1 + d / 9);
    const price = (x: readonly number[]): number => sum(x, (one, d) => one * prices[d]!);
    const missing = (x: readonly number[]): number => wanted - sum(x, Math.sqrt);
    const p: Problem = { ...problem(10, 0, 1, price, missing), trade: (_, achieved) => [achieved[0]!, achieved[1]!] };
    const found = done(await refine(p, new Float64Array(10), new Float64Array(10).fill(0.01)));
    expect(found.score.violation).toBe(0);
    expect(found.score.objective).toBeLessThanOrEqual((1.01 * wanted ** 2) / sum(prices, (one) => 1 / one));
    expect(found.evaluations).toBeLessThan(1500);
  });

  it("N11: a search can be cancelled between generations", async () => {
    const progress: number[] = [];
    const p = problem(2, 0, 1, (x) => x[0]!);
    expect(await optimise(p, options, { progress: (n) => progress.push(n), isCancelled: () => progress.length === 2 })).toBe("cancelled");
    expect(progress).toEqual([1, 2]);
    const stopped: Problem = { ...p, evaluate: async () => "cancelled" };
    expect(await refine(stopped, Float64Array.of(0, 0), Float64Array.of(0.1, 0.1))).toBe("cancelled");
  });
});
