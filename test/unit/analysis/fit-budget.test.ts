import { describe, expect, it } from "vitest";
import { fitBudget } from "../../../shared/analysis/fit-budget.ts";
import { readerOfRun } from "../../../shared/indicator/run-reader.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { LeverSetting, ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { meanPublicCost } from "../../../shared/indicator/headline-cost.ts";
import { dataset, model, setting } from "./shipped-model.ts";

const run = createRun(model);
const reader = readerOfRun(model, run);
const compute = ({ inputs }: ScenarioDocument) => {
  simulate(model, inputs, run);
  return reader;
};
const costOf = (document: ScenarioDocument): number => meanPublicCost(compute(document)) ?? 0;
const withLevers = (levers: readonly LeverSetting[]): ScenarioDocument => {
  const plain = statusQuoDocument("stated");
  return { ...plain, inputs: { ...plain.inputs, levers } };
};
const fit = (document: ScenarioDocument, budget: number) => fitBudget(document, budget, dataset.levers, compute);

const dear = withLevers([
  setting("processing_invest", 2000),
  setting("tariff", 25),
  setting("reserve_days", 180),
  setting("price_floor", 130, { minerals: ["ree"] }),
  setting("ppp_public_share", 70),
]);

describe("fit to budget", () => {
  it("L50: the cost is within the budget, and one step more of what was kept would not be", () => {
    for (const share of [0.9, 0.5, 0.2]) {
      const budget = costOf(dear) * share;
      const found = fit(dear, budget)!;
      expect(found.cost).toBe(costOf(found.document));
      expect(found.cost).toBeLessThanOrEqual(budget);
      const stepUp = found.document.inputs.levers.flatMap((each) => {
        const before = dear.inputs.levers.find(({ lever }) => lever === each.lever)!.value;
        const { step } = dataset.levers.find(({ id }) => id === each.lever)!;
        return [each.value === before ? each : { ...each, value: Math.min(before, each.value + step) }];
      });
      expect(costOf(withLevers(stepUp))).toBeGreaterThan(budget);
    }
  });

  it("L50: every lever that costs keeps the same share of its way, on its steps; the others keep all, and dates and minerals stay", () => {
    const found = fit(dear, costOf(dear) / 2)!;
    expect(found.moved.map(({ setting: { lever } }) => lever)).toEqual(["processing_invest", "reserve_days", "price_floor"]);
    for (const { setting: before, to } of found.moved) {
      const { step, default: statusQuo } = dataset.levers.find(({ id }) => id === before.lever)!;
      const exact = statusQuo + (before.value - statusQuo) * found.share;
      expect(to).toBeLessThanOrEqual(exact + 1e-9);
      expect(exact - to).toBeLessThan(step);
    }
    const rest = (document: ScenarioDocument) => document.inputs.levers.map(({ value: _value, ...others }) => others);
    expect(rest(found.document)).toEqual(rest(dear));
    expect(found.document.inputs.levers.find(({ lever }) => lever === "tariff")?.value).toBe(25);
  });

  it("L50: a lever that comes back to status quo leaves no setting; a budget of nothing takes away all that cost", () => {
    const found = fit(dear, 0)!;
    expect(found.document.inputs.levers.map(({ lever }) => lever)).toEqual(["tariff", "ppp_public_share"]);
    expect(found.cost).toBe(0);
  });

  it("L50: within the budget nothing is proposed", () => {
    expect(fit(dear, costOf(dear))).toBeNull();
    expect(fit(withLevers([]), 0)).toBeNull();
  });
});
