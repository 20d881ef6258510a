import { describe, expect, it } from "vitest";
import type { Mineral } from "../../../../shared/dataset/dataset.ts";
import { breakTable, definitionBreak } from "../../../../shared/view/explore/definition-break.ts";
import { shippedDataset as shipped } from "../../dataset/shipped-tables.ts";
import { readers } from "../shipped-runs.ts";
import { dataset, documentOf, input } from "../view-kit.ts";

const shownFor = (mineral: string | null, over: Partial<Mineral> = {}) =>
  input({
    dataset: { ...shipped, minerals: shipped.minerals.map((each) => (each.id === mineral ? { ...each, ...over } : each)) },
    readers: readers.zero,
    document: documentOf(),
    selection: { mineral, stage: null, left: "dependence" },
  });
const explained = (mineral: string, over: Partial<Mineral> = {}) => definitionBreak(shownFor(mineral, over))!;

describe("why published figures and the lines after them part", () => {
  it("V163: the last published figure with its source, then the first year by both definitions", () => {
    const { figures } = explained("ree");
    expect(figures.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "Published net import reliance, 2025: 67%",
      "The same definition in the model, 2026: 68%",
      "Import dependence, 2026: 86%",
    ]);
    expect(figures[0]?.text).toMatch(/^USGS Mineral Commodity Summaries/);
    expect(explained("germanium").figures[0]?.value).toBe("above 50%");
  });

  it("V163: the weights of the stages account for the figure of import dependence", () => {
    const [coverage = ""] = explained("ree").reasons;
    expect(coverage).toMatch(
      /^The publication counts processing; import dependence counts every stage with final demand, by value: processing \d+% .* and magnets/,
    );
    const parts = [...coverage.matchAll(/(\d+)% \((\d+)% of the value\)/g)].map(([, exposure, weight]) => [Number(exposure), Number(weight)] as const);
    expect(parts.reduce((sum, [, weight]) => sum + weight, 0)).toBe(100);
    expect(Math.abs(parts.reduce((sum, [exposure, weight]) => sum + (exposure * weight) / 100, 0) - 86)).toBeLessThan(1.5);
  });

  it("V163: what a publication does with recycled supply and the chain is told where it differs", () => {
    expect(explained("tantalum").reasons.join(" ")).toMatch(/as far as its feed is from home.*none of recycled supply/);
    expect(explained("tantalum", { publishedCountsSecondary: 0.5 }).reasons.join(" ")).toContain("counts 50% of recycled supply");
    expect(explained("cobalt").reasons.join(" ")).not.toContain("recycled");
  });

  it("V163: where both definitions give the same it is the year that parts them", () => {
    expect(explained("cobalt").reasons[0]).toBe("For cobalt both definitions give the same in 2026: what parts it from 2025 is the year, not the definition.");
    expect(explained("ree").reasons[0]).not.toContain("give the same");
  });

  it("V163: nothing to explain for all minerals, nor without published figures", () => {
    expect(definitionBreak(shownFor(null))).toBeNull();
    expect(definitionBreak(input({ dataset, selection: { mineral: "ree", stage: null, left: "dependence" } }))).toBeNull();
  });

  it("V163: the table has every mineral with its three figures", () => {
    const { columns, rows } = breakTable(shownFor(null));
    expect(columns).toEqual(["Mineral", "Published, 2025", "As published, 2026", "Import dependence, 2026"]);
    expect(rows.map(({ mineral }) => mineral)).toEqual(shipped.minerals.map(({ id }) => id));
    expect(rows.find(({ mineral }) => mineral === "tantalum")).toMatchObject({ published: "100%", asPublished: "100%", dependence: "61%" });
  });
});
