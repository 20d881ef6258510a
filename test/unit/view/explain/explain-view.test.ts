import { beforeAll, describe, expect, it } from "vitest";
import { explain, type Explanation } from "../../../../shared/analysis/explain/explain.ts";
import type { Package } from "../../../../shared/analysis/jobs/job.ts";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { HEADLINE, type Outcome } from "../../../../shared/analysis/outcome.ts";
import { costPerPointText, buildExplainView, explainedOutcomes, type ExplainInput, type ExplainView } from "../../../../shared/view/explain/explain-view.ts";
import type { Reading } from "../../../../shared/view/explain/explain-waterfall.ts";
import { broad, dataset, done, model, packageOf } from "../../analysis/shipped-model.ts";

const explained = async (scenario: Package, outcome: Outcome): Promise<Explanation> =>
  done(await explain(localRunner(model), scenario, { outcomes: explainedOutcomes(dataset, outcome), seed: 1, pairs: 4 }));
const viewOf = (explanation: Explanation, reading: Reading = "shares", over: Partial<ExplainInput> = {}): ExplainView =>
  buildExplainView({ dataset, explanation, year: 2035, reading, title: "Broad", inputs: broad.inputs, target: null, pairs: 4, seed: 1, ...over });

describe("explain view", () => {
  let explanation: Explanation;
  beforeAll(async () => {
    explanation = await explained(broad, HEADLINE);
  });

  it("V56: in both readings every bar begins where the one before ends, and the last change ends at the scenario", () => {
    for (const reading of ["shares", "alone"] as const) {
      const { bars } = viewOf(explanation, reading);
      const scenario = bars.at(-1)!;
      for (let i = 1; i < bars.length - 1; i++) expect(bars[i]!.from).toBeCloseTo(bars[i - 1]!.to, 12);
      expect(bars.at(-2)!.to).toBeCloseTo(scenario.to, 9);
      expect(bars[0]).toMatchObject({ kind: "status-quo", from: 0 });
      expect(bars.some(({ kind }) => kind === "interaction")).toBe(reading === "alone");
    }
  });

  it("V56: bars stay inside the axis, and the largest share stands first", () => {
    const { bars, ticks, rows } = viewOf(explanation);
    for (const { from, to } of bars) {
      expect(Math.max(from, to)).toBeLessThanOrEqual(ticks.at(-1)!.value);
      expect(Math.min(from, to)).toBeGreaterThanOrEqual(ticks[0]!.value);
    }
    const shares = bars.filter(({ kind }) => kind === "effect").map(({ from, to }) => to - from);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(rows[0]!.name).toBe("Processing investment support");
  });

  it("V57: runs, orders and the sum are said; an effect of zero is no change", () => {
    const view = viewOf(explanation);
    expect(view.method).toMatch(/^Mean over all orders of 6 levers, exact, from 65 runs\. Adds up to −[\d.]+ points\.$/);
    expect(view.rows.find(({ lever }) => lever === "reserve_days")!.share).toBe("no change");
    expect(view.title).toMatch(/^Processing investment support .*do(es)? most of the work: [\d.]+ of [\d.]+ points$/);
  });

  it("V57: many levers are sampled, with standard errors and their seed", async () => {
    const many = packageOf(
      Object.fromEntries(
        dataset.levers
          .filter(({ id, max }) => max > 0 && !["ally_finance", "ppp_public_share"].includes(id))
          .slice(0, 13)
          .map(({ id, max }) => [id, max / 4]),
      ),
    );
    const view = viewOf(await explained(many, HEADLINE));
    expect(view.method).toContain("8 drawn orders of 13 levers (seed 1)");
    expect(view.rows[0]!.share).toMatch(/ ± [\d.]+$/);
    expect(view.bars.length).toBeLessThanOrEqual(15);
  });

  it("V56: the change stands by mineral too where the outcome is one of minerals", async () => {
    expect(viewOf(explanation).minerals.map(({ mineral }) => mineral)).toEqual(dataset.minerals.map(({ id }) => id));
    const cost = viewOf(await explained(broad, { indicator: "public_cost_musd", mineral: null, stage: null }));
    expect(cost.minerals).toEqual([]);
    expect(cost.rows.every(({ costPerPoint }) => costPerPoint === "n/a")).toBe(true);
  });

  it("V258: a cost for each point keeps the digits that say something", () => {
    const texts = [null, 0, 0.004, 0.06, 1.26, 84.4].map((cost) => costPerPointText(cost, dataset));
    expect(texts).toEqual(["n/a", "$0", "under $0.1 m", "$0.1 m", "$1.3 m", "$84 m"]);
  });

  it("N83: levers by minerals add up to each mineral's change, in both readings and to the last copied digit, and their mean is that of all", async () => {
    const number = (text: string | undefined): number => Number(text!.replaceAll(",", "").replace("−", "-"));
    for (const reading of ["shares", "alone"] as const) {
      const { matrix, exports } = viewOf(explanation, reading);
      expect(matrix!.columns.map(({ mineral }) => mineral)).toEqual([null, ...dataset.minerals.map(({ id }) => id)]);
      expect(matrix!.rows.map(({ kind }) => kind)).toEqual(["status-quo", ...exports.both.rows.slice(1).map(() => "effect"), "sum", "scenario"]);
      for (let c = 1; c < exports.both.columns.length; c++) {
        const column = exports.both.rows.map((row) => number(row[c]));
        const parts = column.slice(0, -1).reduce((sum, part) => sum + part, 0);
        expect(Math.abs(parts - column.at(-1)!)).toBeLessThan(0.0005 * column.length);
      }
      for (const row of exports.both.rows) {
        const [all, ...minerals] = row.slice(1).map(number);
        expect(minerals.reduce((sum, one) => sum + one, 0) / minerals.length).toBeCloseTo(all!, 2);
      }
    }
    const reserve = viewOf(explanation).matrix!.rows.find(({ key }) => key === "reserve_days")!;
    expect(reserve.cells.every(({ text }) => text === "=")).toBe(true);
    const cobalt = viewOf(await explained(broad, { indicator: "nirx", mineral: "cobalt", stage: "P" })).matrix!;
    expect(cobalt.columns[0]!.mineral).toBe(dataset.minerals[0]!.id);
    expect(cobalt.notes).toHaveLength(1);
  });

  it("N82: shares and minerals leave with units, costs and their sums", async () => {
    const { exports } = viewOf(explanation);
    expect(exports.levers.columns).toEqual(["Lever", "Share, points", "Alone, points", "Public cost, $ m/yr", "Cost a point, $ m/yr"]);
    expect(exports.levers.rows.slice(-2).map(([name]) => name)).toEqual(["Interaction", "Total"]);
    expect(exports.levers.subtitle).toContain("to Broad: ");
    expect(exports.minerals.rows[0]!.slice(0, 2)).toEqual(["Rare earths", "%"]);
    expect(exports.minerals.rows[0]).toHaveLength(exports.minerals.columns.length);
    expect(viewOf(await explained(broad, { indicator: "public_cost_musd", mineral: null, stage: null })).matrix).toBeNull();
  });

  it("V70: the scenario's target is a line where it speaks of the outcome, and the axis reaches it", () => {
    const target = { indicator: "dependence", mineral: null, value: 0.9, year: 2040 };
    const { target: line, ticks } = viewOf(explanation, "shares", { target });
    expect(line).toEqual({ value: 0.9, label: "Target 90% by 2040" });
    expect(ticks.at(-1)!.value).toBeGreaterThanOrEqual(0.9);
    expect(viewOf(explanation, "shares", { target: { ...target, mineral: "ree" } }).target).toBeNull();
  });

  it("V70: a world of one's own has its name", () => {
    const inputs = { ...broad.inputs, own_world: { name: "Fast rollout", demand: {}, price: {} } };
    expect(viewOf(explanation, "shares", { inputs }).subtitle).toContain("status quo in this world, Fast rollout, to Broad");
    expect(viewOf(explanation).subtitle).toContain("status quo in this world to Broad");
  });
});
