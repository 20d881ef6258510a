import { describe, expect, it } from "vitest";
import { parseTags, rowText, sortedBy } from "../../../renderer/state/library-query.ts";
import { rowWindow } from "../../../renderer/ui/use-row-window.ts";
import { defaultQuery } from "../../../shared/scenario/scenario-index.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";
import { summaryOf } from "../../unit/scenario/summary.ts";

describe("what the library shows", () => {
  it("W12: a head pressed twice turns the order round", () => {
    const once = sortedBy(defaultQuery, "headline");
    expect(once).toMatchObject({ sort: "headline", descending: false });
    expect(sortedBy(once, "headline")).toMatchObject({ sort: "headline", descending: true });
    expect(sortedBy(once, "changed")).toMatchObject({ sort: "changed", descending: true });
  });

  it("W12: tags are typed with commas between", () => {
    expect(parseTags(" a, b ,,a, c d ")).toEqual(["a", "b", "c d"]);
  });

  it("W12, W80: figures read as everywhere else, costs in one unit and with the same decimals down the column", () => {
    expect(rowText(summaryOf("x", { headline: 0.523, costMusdPerYr: 3400, changedLevers: 3 }), 3400, tinyDataset.currency)).toEqual({
      headline: "52%",
      cost: "$3.40 bn/yr",
      levers: "3",
    });
    const costOf = (costMusdPerYr: number, largest: number): string => rowText(summaryOf("x", { costMusdPerYr }), largest, tinyDataset.currency).cost;
    expect([47, 1, 0].map((cost) => costOf(cost, 3400))).toEqual(["$0.05 bn/yr", "<$0.01 bn/yr", "$0"]);
    expect(costOf(47, 320)).toBe("$47 m/yr");
    expect(rowText(summaryOf("x"), 3400, tinyDataset.currency)).toEqual({ headline: "n/a", cost: "n/a", levers: "status quo" });
  });

  it("W13: draws the rows in sight and a few around them, and leaves room for the rest", () => {
    const window = rowWindow(10_000, 40, 200_000, 800);
    expect(window.end - window.first).toBeLessThan(60);
    expect(window.first * 40).toBeLessThanOrEqual(200_000);
    expect(window.end * 40).toBeGreaterThanOrEqual(200_800);
    expect(window.before + (window.end - window.first) * 40 + window.after).toBe(400_000);
    expect(rowWindow(3, 40, 0, 800)).toEqual({ first: 0, end: 3, before: 0, after: 0 });
    expect(rowWindow(0, 40, 500, 800)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
    expect(rowWindow(5, 40, 9999, 800)).toMatchObject({ end: 5, after: 0 });
  });
});
