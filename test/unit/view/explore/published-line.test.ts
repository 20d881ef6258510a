import { describe, expect, it } from "vitest";
import { chartSentence, chartTsv, readoutSentence, tableOf } from "../../../../shared/chart/describe-chart.ts";
import type { ChartSpec } from "../../../../shared/chart/chart-spec.ts";
import type { PublishedReliance } from "../../../../shared/dataset/dataset.ts";
import { YEARS, dataset, input, wholeView } from "../view-kit.ts";

const row = (year: number, published: string, valuePct: number | null, bound: PublishedReliance["bound"] = null): PublishedReliance => ({
  mineral: "ree",
  year,
  published,
  valuePct,
  bound,
  grade: "reported",
  source: "",
});
const publishedReliance = [row(2022, ">95", 95, "above"), row(2023, "W", null), row(2024, "53", 53), row(2025, "67", 67)];
const charts = (mineral: string | null, rows = publishedReliance) =>
  wholeView(
    input({
      dataset: { ...dataset, publishedReliance: rows },
      selection: { mineral, stage: null, left: "dependence" },
      rightIndicator: { level: mineral === null ? "total" : "mineral", id: mineral === null ? "composite_equal" : "nir_published_basis" },
    }),
  );
const published = ({ series }: ChartSpec) => series.find(({ role }) => role === "published");

describe("published figures in front of the projection", () => {
  it("V71: years up to the last before the projection stand in front, all lines keep their years", () => {
    const { left, right } = charts("ree");
    for (const spec of [left, right]) {
      expect(spec.years).toEqual([2022, 2023, 2024, 2025, ...YEARS]);
      for (const { values } of spec.series) expect(values).toHaveLength(spec.years.length);
      expect(published(spec)?.values.slice(0, 5)).toEqual([null, null, 0.53, 0.67, null]);
      const scenario = spec.series[0]!;
      expect(scenario.values.slice(0, 4)).toEqual([null, null, null, null]);
      expect(scenario.values[4]).not.toBeNull();
    }
    expect([left.history?.label, right.history?.label]).toEqual(["published net import reliance", "published"]);
  });

  it("V163: a rule parts figures of another definition and the subtitle says so; those of the same definition are joined", () => {
    const { left, right } = charts("ree");
    expect([left.history?.follows, right.history?.follows]).toEqual(["parted", "joined"]);
    expect(left.subtitle).toMatch(/rare earths; before 2026: published net import reliance, another definition \(↑\u00a0above\)$/);
    expect(right.subtitle).toMatch(/rare earths; before 2026: published \(↑\u00a0above\)$/);
    expect(charts("ree", [row(2025, "67", 67), row(2024, "<5", 5, "below")]).left.subtitle).toMatch(/definition \(↓\u00a0below\)$/);
    expect(charts("ree", [row(2025, "67", 67)]).left.subtitle).toMatch(/another definition$/);
  });

  it("V163: a composite says that none is published, where anything is", () => {
    expect(charts(null).left.subtitle).toMatch(/; no composite is published for earlier years$/);
    expect(charts(null, []).left.subtitle).not.toContain("published");
  });

  it("V164: the left chart of a mineral can follow the published definition; of all minerals it stays the composite", () => {
    const left = (mineral: string | null) =>
      wholeView(input({ dataset: { ...dataset, publishedReliance }, selection: { mineral, stage: null, left: "published" } })).left;
    expect([left("ree").key, left("ree").history?.follows]).toEqual(["mineral:nir_published_basis:ree:", "joined"]);
    expect(left(null).key).toBe("composite_equal:");
  });

  it("V71: a bound is a mark and words, what was withheld says so, and nothing is said of years that a line does not have", () => {
    const { left } = charts("ree");
    expect(left.history?.points).toEqual([
      { year: 2022, value: 0.95, bound: "above" },
      { year: 2024, value: 0.53, bound: null },
      { year: 2025, value: 0.67, bound: null },
    ]);
    expect(readoutSentence(left, 2022)).toBe("2022: Published net import reliance above 95%");
    expect(readoutSentence(left, 2023)).toBe("2023: Published net import reliance withheld");
    expect(readoutSentence(left, 2035)).not.toContain("Published");
    const [table, sentence] = [tableOf(left), chartSentence(left)];
    expect(table.rows[0]).toEqual(["2022", "", "", "above 95%"]);
    expect(table.rows[4]?.[3]).toBe("");
    expect([table.rows[3]?.[3], table.rows[4]?.[1], chartTsv(left).split("\n")[5]?.split("\t")[3]]).toEqual(["67%", "50.0%", "67"]);
    expect(sentence).not.toContain("n/a");
  });

  it("V130: the other chart of the mineral begins in the same year, and its empty years are in no table", () => {
    const spec = wholeView(
      input({
        dataset: { ...dataset, publishedReliance },
        selection: { mineral: "ree", stage: null, left: "dependence" },
        rightIndicator: { level: "stage", id: "nirx" },
      }),
    ).right;
    expect([spec.years[0], spec.xTicks[0], spec.history?.label]).toEqual([2022, 2022, "not published"]);
    for (const { values } of spec.series) expect(values.slice(0, 4)).toEqual([null, null, null, null]);
    expect(tableOf(spec).rows[0]?.[0]).toBe("2026");
    expect(chartTsv(spec).split("\n")[2]?.split("\t")[0]).toBe("2026");
    expect(readoutSentence(spec, 2023)).toBe("2023: no values");
  });

  it("V71: without published figures, and for all minerals, a chart begins with the projection", () => {
    for (const { left } of [charts("ree", []), charts("vanadium"), charts(null)]) {
      expect(left.years).toBe(YEARS);
      expect(left.history).toBeUndefined();
    }
  });
});
