import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findParameter } from "../../../shared/dataset/parameter-lookup.ts";
import { engineKeys } from "../../../shared/dataset/engine-keys.ts";
import type { KeyLevel } from "../../../shared/dataset/engine-keys.ts";
import { inRange } from "../../../shared/dataset/row-reader.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { compileModel } from "../../../shared/model/compile-model.ts";
import { violationText } from "../../../shared/model/invariants.ts";
import { parameterUses, parameterVector } from "../../../shared/model/parameter-vector.ts";
import { parameterKeys } from "../../../shared/model/parameters.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { instances } from "../../../shared/verify/invariant-checks.ts";
import { allSeries, dataset, defaultWorld, differing, model, runChecked, scenario, setting } from "./shipped.ts";

const keysAt = (...levels: readonly KeyLevel[]): readonly string[] =>
  Object.entries(engineKeys)
    .filter(([, { levels: at }]) => at.some((level) => levels.includes(level)))
    .map(([key]) => key)
    .toSorted();

describe("parameters of the equations", () => {
  it("E0: the fields of the model and the keys that a dataset must have are the same", () => {
    expect(parameterKeys.global.toSorted()).toEqual(keysAt("global"));
    expect(parameterKeys.mineral.toSorted()).toEqual(keysAt("mineral"));
    expect(parameterKeys.recycling.toSorted()).toEqual(keysAt("recycling"));
    expect(parameterKeys.stage.toSorted()).toEqual(keysAt("stage", "later-stage"));
  });

  it("E0: the row found is the one that the look-up order names", () => {
    for (const mineral of model.minerals) {
      for (const [i, stage] of mineral.stages.entries()) {
        stage.parameters.keys.forEach((key, k) => {
          const hasNoFeed = i === 0 && key === "yield";
          expect(dataset.parameters[stage.parameters.rows[k]!]).toBe(hasNoFeed ? undefined : findParameter(dataset.parameters, mineral.id, stage.id, key));
        });
      }
      mineral.parameters.keys.forEach((key, k) => {
        expect(dataset.parameters[mineral.parameters.rows[k]!]).toBe(findParameter(dataset.parameters, mineral.id, "", key));
      });
    }
  });

  it("E0: parameters that no equation reads are known by name", () => {
    const uses = parameterUses(model);
    const unread = dataset.parameters.filter((_, row) => uses[row]!.length === 0);
    const names = new Set(unread.map(({ mineral, stage, key }) => (key === "yield" ? `yield of ${mineral} at ${stage}` : key)));
    expect([...names].toSorted()).toEqual([
      "ally_hazard_mult",
      "credit_45x_rate",
      // Folded into in_use_factor when the base year was built.
      "emb",
      "loss_fab",
      // Orders of the delays, fixed by the specification.
      "n_con",
      "n_infra",
      "n_perm",
      "n_ramp",
      "preset_jogmec_days",
      "preset_price_floor_ndpr",
      "preset_vault_days",
      // A first stage has no feed to lose from.
      "yield of germanium at P",
    ]);
  });

  it("E0: every key that an equation reads moves some result, a row that none reads moves nothing", () => {
    const events = dataset.events.map(({ id }, i) => ({ event: id, start: `${2029 + i}-03` }));
    const broad = dataset.levers
      .filter(({ id }) => id !== "ppp_public_share")
      .flatMap((lever) => instances(dataset, lever, lever.max * 0.4))
      .map((lever) => Object.assign({}, lever, lever.lever === "ally_finance" ? { stages: ["M", "P", "X"] } : {}));
    const lean = [setting("reserve_days", 90), setting("price_floor", 130)];
    const packages = [scenario(broad, "high", events), scenario(lean, defaultWorld, events)];
    const run = createRun(model);
    const base = packages.map((inputs) => runChecked(inputs));
    const moves = (vector: Float64Array): boolean =>
      packages.some((inputs, i) => {
        simulate(model, inputs, run, { vector });
        return differing(base[i]!, run).length > 0;
      });
    const scaled = (key: string, factor: number): Float64Array =>
      Float64Array.from(dataset.parameters, (row) => (row.key !== key ? row.value : engineKeys[key]?.range.integer ? row.value + 1 : row.value * factor));
    expect(Object.keys(engineKeys).filter((key) => !moves(scaled(key, 0.1)) && !moves(scaled(key, 5)))).toEqual([]);
    expect(["emb", "n_perm", "credit_45x_rate"].filter((key) => moves(scaled(key, 5)))).toEqual([]);
  });
});

describe("parameter vectors", () => {
  const levers = [setting("processing_invest", 500), setting("recycling_rate", 40), setting("ally_finance", 300, { partner: "AUS" }), setting("tariff", 25)];
  const inputs = scenario(levers, defaultWorld, [{ event: "embargo_multi", start: "2033-01" }]);

  it("E0: an override gives the same bits as a dataset that holds the value", () => {
    const tried = [
      "kappa",
      "life_mean",
      "life_n",
      "c0",
      "t_perm",
      "ally_n",
      "discount_rate_real",
      "eps_d",
      "event_floor",
      "content_factor",
      "u_ref",
      "ppp_phi",
    ];
    for (const key of tried) {
      const row = dataset.parameters.findIndex((one) => one.key === key);
      const { mineral, stage, value } = dataset.parameters[row]!;
      const changed = engineKeys[key]!.range.integer ? value + 1 : value * 0.9;
      const vector = parameterVector(model, [{ mineral, stage, key, value: changed }]);
      if (!vector.ok) throw new Error(JSON.stringify(vector.error));
      const recompiled: Dataset = { ...dataset, parameters: dataset.parameters.map((one, i) => (i === row ? { ...one, value: changed } : one)) };
      expect([key, differing(runChecked(inputs, model, vector.value), runChecked(inputs, compileModel(recompiled)))]).toEqual([key, []]);
    }
  });

  it("E0: a run forgets the vector of the run before", () => {
    const run = createRun(model);
    const vector = parameterVector(model, [{ mineral: "all", stage: "", key: "u_ref", value: 0.7 }]);
    if (!vector.ok) throw new Error();
    simulate(model, inputs, run, { vector: vector.value });
    simulate(model, inputs, run);
    expect(differing(runChecked(inputs), run)).toEqual([]);
  });

  it("E0: an override that names no row, or a value the model cannot work with, is refused by name", () => {
    const result = parameterVector(model, [
      { mineral: "all", stage: "", key: "no_such_key", value: 1 },
      { mineral: "all", stage: "P", key: "kappa", value: 1 },
      { mineral: "ree", stage: "P", key: "kappa", value: Number.NaN },
      { mineral: "ree", stage: "", key: "life_n", value: 2.5 },
    ]);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.map(({ column }) => column)).toEqual(["assumptions[0].key", "assumptions[1].mineral", "assumptions[2].value", "assumptions[3].value"]);
    expect(result.error[1]!.right).toContain("ree at P");
    expect(result.error[3]!.right).toContain("whole number");
  });

  it("M11: any draw between low and high keeps the invariants", () => {
    const STEPS = 64;
    const run = createRun(model);
    const rows = dataset.parameters.flatMap((row, i) => (row.low !== null && row.high !== null && row.grade !== "definition" ? [{ row, i }] : []));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: STEPS }), { minLength: rows.length, maxLength: rows.length }), (draws) => {
        const vector = Float64Array.from(model.parameterValues);
        rows.forEach(({ row, i }, k) => {
          const value = row.low! + ((row.high! - row.low!) * draws[k]!) / STEPS;
          const range = engineKeys[row.key]?.range;
          if (range && inRange(value, range)) vector[i] = value;
        });
        const violation = simulate(model, inputs, run, { vector, checked: true });
        expect(violation === null ? "" : violationText(violation)).toBe("");
      }),
      { numRuns: 40 },
    );
  });
});

describe("compiling", () => {
  it("E0: a dataset that lacks a parameter is refused by name", () => {
    const lacking: Dataset = { ...dataset, parameters: dataset.parameters.filter(({ key }) => key !== "kappa") };
    expect(() => compileModel(lacking)).toThrow(/parameter kappa of ree at M/);
  });

  it("E5: unknown ids in inputs that were not checked are programmer errors", () => {
    const run = createRun(model);
    expect(() => simulate(model, scenario([], "nowhere"), run)).toThrow(/nowhere/);
    expect(() => simulate(model, scenario([{ ...setting("hubs", 1), lever: "magic" }]), run)).toThrow(/magic/);
    expect(() => simulate(model, scenario([], defaultWorld, [{ event: "meteor", start: "2030-01" }]), run)).toThrow(/meteor/);
    expect(() => simulate(compileModel(dataset), scenario([]), run)).toThrow(/another model/);
  });

  it("E5: a failed run leaves the next one right", () => {
    const run = createRun(model);
    expect(() => simulate(model, scenario([], "nowhere"), run)).toThrow(/nowhere/);
    simulate(model, scenario([]), run);
    expect(differing(runChecked(scenario([])), run)).toEqual([]);
    expect(allSeries(run).length).toBeGreaterThan(60);
  });
});
