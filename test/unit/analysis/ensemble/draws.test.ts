import { describe, expect, it } from "vitest";
import { createSampler, drawnParameters } from "../../../../shared/analysis/ensemble/draws.ts";
import { triangularQuantile } from "../../../../shared/analysis/ensemble/probability.ts";
import { rankCorrelation } from "../../../../shared/analysis/ensemble/rank-correlation.ts";
import { engineKeys } from "../../../../shared/dataset/engine-keys.ts";
import { parameterUses } from "../../../../shared/model/parameter-vector.ts";
import { dataset, model } from "../shipped-model.ts";

const RUNS = 1024;
const sampler = createSampler(model, [], 42);
const draws = Array.from({ length: RUNS }, (_, run) => Float64Array.from(sampler.draw(run)));
const column = (i: number): Float64Array => Float64Array.from(draws, (vector) => vector[sampler.parameters[i]!.row]!);
const indexOf = (mineral: string, stage: string, key: string): number =>
  sampler.parameters.findIndex((p) => p.mineral === mineral && p.stage === stage && p.key === key);

describe("draws of parameters", () => {
  it("N9: exactly the rows with both bounds that an equation reads and that are neither definitions nor whole numbers", () => {
    const uses = parameterUses(model);
    const drawn = new Set(sampler.parameters.map(({ row }) => row));
    dataset.parameters.forEach((row, i) => {
      const expected = row.low !== null && row.high !== null && row.grade !== "definition" && !engineKeys[row.key]?.range.integer && uses[i]!.length > 0;
      expect(drawn.has(i)).toBe(expected);
    });
    expect(drawn.size).toBeGreaterThan(400);
    const fixed = dataset.parameters.flatMap((row, i) => (drawn.has(i) ? [] : [{ i, value: row.value }]));
    for (const { i, value } of fixed) expect(draws.every((vector) => vector[i] === value)).toBe(true);
  });

  it("N9: each parameter follows its triangular distribution: quantiles of 1024 runs against exact ones", () => {
    const i = indexOf("cobalt", "", "eps_d");
    const { low, mode, high } = sampler.parameters[i]!;
    const sorted = column(i).toSorted();
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const around = [p - 2 / RUNS, p + 2 / RUNS].map((u) => triangularQuantile(u, low, mode, high));
      const found = sorted[Math.round(p * RUNS)]!;
      expect(found).toBeGreaterThanOrEqual(around[0]!);
      expect(found).toBeLessThanOrEqual(around[1]!);
    }
  });

  it("N9: all capex rows share one factor and all t_con rows another: rank correlation 0.5; all others none", () => {
    const capex = [indexOf("ree", "P", "capex"), indexOf("lithium", "P", "capex"), indexOf("tin", "M", "capex")].map(column);
    const construction = [indexOf("ree", "P", "t_con"), indexOf("nickel", "M", "t_con")].map(column);
    // Standard error of a rank correlation of 0.5 over 1024 runs: 0.024.
    for (const [a, b] of [
      [capex[0]!, capex[1]!],
      [capex[1]!, capex[2]!],
      [construction[0]!, construction[1]!],
    ] as const) {
      expect(Math.abs(rankCorrelation(a, b) - 0.5)).toBeLessThan(0.1);
    }
    expect(Math.abs(rankCorrelation(capex[0]!, construction[0]!))).toBeLessThan(0.13);
    expect(Math.abs(rankCorrelation(capex[0]!, column(indexOf("ree", "P", "t_perm"))))).toBeLessThan(0.13);
  });

  it("N9: correlated rows still follow their own distribution", () => {
    const i = indexOf("ree", "P", "capex");
    const { low, mode, high } = sampler.parameters[i]!;
    const values = column(i);
    const mean = values.reduce((a, b) => a + b, 0) / RUNS;
    const deviation = Math.sqrt((low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18);
    expect(Math.abs(mean - (low + mode + high) / 3)).toBeLessThan((4 * deviation) / Math.sqrt(RUNS));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...values)).toBeLessThanOrEqual(high);
  });

  it("N9: draws keep the order that equations rely on", () => {
    const lower = indexOf("nickel", "", "c0");
    const upper = indexOf("nickel", "", "c_max");
    const overlap = draws.filter((vector) => vector[sampler.parameters[lower]!.row] === vector[sampler.parameters[upper]!.row]);
    expect(sampler.parameters[lower]!.high).toBeGreaterThan(sampler.parameters[upper]!.low);
    expect(overlap.length).toBeGreaterThan(0);
    for (const vector of draws) expect(vector[sampler.parameters[upper]!.row]).toBeGreaterThanOrEqual(vector[sampler.parameters[lower]!.row]!);
  });

  it("N9: an assumption moves the most likely value of its row and nothing else, and widens the range it leaves", () => {
    const row = dataset.parameters.find(({ mineral, key }) => mineral === "cobalt" && key === "eps_d")!;
    const assumption = { mineral: "cobalt", stage: row.stage, key: "eps_d", value: row.high! * 2 };
    const before = drawnParameters(model, []);
    const after = drawnParameters(model, [assumption]);
    expect(after.length).toBe(before.length);
    const changed = after.filter(
      (parameter, i) => parameter.mode !== before[i]!.mode || parameter.high !== before[i]!.high || parameter.low !== before[i]!.low,
    );
    expect(changed).toMatchObject([{ mineral: "cobalt", key: "eps_d", low: row.low, mode: row.high! * 2, high: row.high! * 2 }]);
    const other = createSampler(model, [assumption], 42);
    for (const run of [0, 17, 500]) {
      const vector = other.draw(run);
      const moved = [...draws[run]!.keys()].filter((i) => vector[i] !== draws[run]![i]);
      expect(moved).toEqual([changed[0]!.row]);
    }
  });

  it("N9: the same seed draws the same, another seed another, in any order of runs", () => {
    const again = createSampler(model, [], 42);
    for (const run of [900, 3, 512]) expect(again.draw(run)).toEqual(draws[run]);
    expect(createSampler(model, [], 43).draw(3)).not.toEqual(draws[3]);
  });
});
