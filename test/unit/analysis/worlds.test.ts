import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluatePackages, localRunner } from "../../../shared/analysis/jobs/job-runner.ts";
import { HEADLINE } from "../../../shared/analysis/outcome.ts";
import { robustnessText } from "../../../shared/analysis/find/robustness-text.ts";
import { findRule, type Rule, shortNumberBetween } from "../../../shared/analysis/find/rule-search.ts";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import { withEvent } from "../../../shared/analysis/stress/stress.ts";
import { packageInWorld, type WorldChoice } from "../../../shared/analysis/world-choice.ts";
import { inWorlds, type WorldsQuestion } from "../../../shared/analysis/worlds.ts";
import { broad, dataset, done, model, packageOf, statusQuo } from "./shipped-model.ts";

/** True where the rule says that a case fails. */
const meetsRule = (rule: Rule, value: (feature: string) => number): boolean =>
  rule.conditions.every(({ feature, side, threshold }) => (side === "above" ? value(feature) > threshold : value(feature) < threshold));

describe("rule search", () => {
  it("N15: one threshold where one tells the cases apart, with the shortest number in between", () => {
    const rule = findRule(
      [
        { id: "noise", values: [5, 1, 4, 2, 3] },
        { id: "price", values: [1.02, 1.4, 0.9, 1.17, 2.2] },
      ],
      [false, true, false, false, true],
    );
    expect(rule).toEqual({ conditions: [{ feature: "price", side: "above", threshold: 1.3 }], failing: 2, hits: 2, falseAlarms: 0 });
  });

  it("N15: two conditions only where one is not enough, and no rule where none or all fail", () => {
    const features = [
      { id: "a", values: [1, 1, 2, 2] },
      { id: "b", values: [1, 2, 1, 2] },
    ];
    expect(findRule(features, [false, false, false, true])?.conditions).toEqual([
      { feature: "a", side: "above", threshold: 1.5 },
      { feature: "b", side: "above", threshold: 1.5 },
    ]);
    expect(findRule(features, [false, false, true, true])?.conditions).toHaveLength(1);
    expect(findRule(features, [false, false, false, false])).toBeNull();
    expect(findRule(features, [true, true, true, true])).toBeNull();
    expect(findRule([{ id: "same", values: [1, 1, 1, 1] }], [true, false, true, false])).toBeNull();
  });

  it("N15: hits and false alarms are counted on the cases themselves", () => {
    const cases = fc.array(fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.integer({ min: 0, max: 3 }), fc.boolean()), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(cases, (list) => {
        const fails = list.map(([, , failed]) => failed);
        const rule = findRule(
          [
            { id: "x", values: list.map(([x]) => x) },
            { id: "k", values: list.map(([, k]) => k) },
          ],
          fails,
        );
        const met = list.map(([x, k]) => rule !== null && meetsRule(rule, (id) => (id === "x" ? x : k)));
        expect(rule?.hits ?? 0).toBe(met.filter((one, i) => one && fails[i]).length);
        expect(rule?.falseAlarms ?? 0).toBe(met.filter((one, i) => one && !fails[i]).length);
      }),
    );
  });

  it("N15: short numbers lie strictly between", () => {
    expect([shortNumberBetween(1, 2), shortNumberBetween(0.1234, 0.1236), shortNumberBetween(99, 100), shortNumberBetween(0, 1000)]).toEqual([
      1.5, 0.1235, 99.5, 500,
    ]);
  });
});

describe("worlds and packages", () => {
  const worlds = dataset.worlds.map(({ id }): WorldChoice => ({ world: id }));
  const runner = localRunner(model);
  const question = (target: number | null): WorldsQuestion => ({ outcome: HEADLINE, year: 2040, target, worlds });
  const packages = [broad, packageOf({ processing_invest: 3000, permit_speed: 100 })];

  it("N15: each value is the scenario's own run in that world; status quo stands in each", async () => {
    const table = done(await inWorlds(runner, packages, question(null)));
    for (const [w, world] of worlds.entries()) {
      const alone = [statusQuo, ...packages].map((one) => packageInWorld(one, world));
      const values = done(await evaluatePackages(runner, alone, [{ kind: "year", outcome: HEADLINE, year: 2040 }], {}));
      expect([table.statusQuo, ...table.rows].map((row) => row.values[w])).toEqual([...values]);
    }
    expect(table.rows.every(({ meets, failsWhen }) => meets === null && failsWhen === null)).toBe(true);
  });

  it("N81: a disruption that every scenario meets is met by status quo too, in every world", async () => {
    const meeting = (one: Package): Package => withEvent(one, { event: "embargo_multi", start: "2039-01" });
    const table = done(await inWorlds(runner, packages.map(meeting), question(null)));
    const alone = worlds.map((world) => packageInWorld(meeting(statusQuo), world));
    expect(table.statusQuo.values).toEqual([...done(await evaluatePackages(runner, alone, [{ kind: "year", outcome: HEADLINE, year: 2040 }], {}))]);
  });

  it("N15: regret is the distance from the best row in each world, and nobody regrets where they are best", async () => {
    const { statusQuo: quo, rows } = done(await inWorlds(runner, packages, question(null)));
    const all = [quo, ...rows];
    worlds.forEach((_, w) => {
      const best = Math.min(...all.map(({ values }) => values[w]!));
      for (const { values, regret } of all) expect(regret[w]).toBe(values[w]! - best);
      expect(Math.min(...all.map(({ regret }) => regret[w]!))).toBe(0);
    });
    for (const { regret, maximumRegret } of all) expect(maximumRegret).toBe(Math.max(...regret));
  });

  it("N15: the sentence counts worlds and names a condition that holds in exactly the worlds it says", async () => {
    const values = done(await inWorlds(runner, packages, question(null))).rows[1]!.values.toSorted((a, b) => a - b);
    const inText = async (target: number) => {
      const row = done(await inWorlds(runner, packages, question(target))).rows[1]!;
      return { row, text: robustnessText(dataset, worlds, row) };
    };
    for (const missed of [1, 2]) {
      const { row, text } = await inText((values[4 - missed]! + values[5 - missed]!) / 2);
      expect(row.meets!.filter((met) => !met)).toHaveLength(missed);
      expect(text).toMatch(
        new RegExp(`^Meets the target in ${5 - missed} of 5 worlds; fails when (demand|the price) .* is (above|below) [\\d.]+ times that of 2025`),
      );
      expect(row.failsWhen).toMatchObject({ failing: missed, hits: missed, falseAlarms: 0 });
    }
    expect((await inText(1)).text).toBe("Meets the target in all 5 worlds.");
    expect((await inText(0)).text).toBe("Misses the target in all 5 worlds.");
  });

  it("N15: where no rule fits, the failing worlds are named", () => {
    const row = { values: [0, 1], meets: [true, false], failsWhen: null, regret: [0, 0], maximumRegret: 0 };
    expect(robustnessText(dataset, [{ world: "stated" }, { world: "high" }], row)).toBe("Meets the target in 1 of 2 worlds; fails in high demand.");
  });

  it("N15: a user's own world stands beside those of the dataset, and a scenario's own world does not follow it into others", async () => {
    const own: WorldChoice = { world: "stated", own_world: { name: "Boom", demand: { lithium: 2 }, price: {} } };
    const traveller = packageInWorld(broad, own);
    const asked: WorldsQuestion = {
      outcome: { indicator: "dependence", mineral: "lithium", stage: null },
      year: 2040,
      target: null,
      worlds: [{ world: "stated" }, own],
    };
    const { rows } = done(await inWorlds(runner, [broad, traveller], asked));
    expect(rows[0]!.values).toEqual(rows[1]!.values);
    expect(rows[0]!.values[0]).not.toBe(rows[0]!.values[1]);
    const [value] = rows[0]!.values;
    const failing = done(await inWorlds(runner, [broad], { ...asked, target: (value! + rows[0]!.values[1]!) / 2 })).rows[0]!;
    expect(robustnessText(dataset, asked.worlds, failing)).toMatch(/^Meets the target in 1 of 2 worlds; fails when demand for lithium is (above|below) /);
  });
});
