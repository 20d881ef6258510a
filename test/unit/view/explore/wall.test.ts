import { describe, expect, it } from "vitest";
import { tableOf } from "../../../../shared/chart/describe-chart.ts";
import { buildWall } from "../../../../shared/view/explore/wall.ts";
import { dataset, documentOf, input, reader, setting } from "../view-kit.ts";

const statusQuo = reader({ "mineral:ree:dependence": 0.76, "mineral:vanadium:dependence": 0.3 });
const current = reader({ "mineral:ree:dependence": 0.52, "mineral:vanadium:dependence": 0.3, "mineral:ree:chain_origin_dependence": 0.9 });
const readers = { current, statusQuo, statusQuoInWorld: statusQuo };
const target = { indicator: "dependence", mineral: "ree", value: 0.4, year: 2035 };
const document = documentOf({ target }, [setting("mining_invest")]);
const wall = buildWall(input({ readers, document }), "dependence");

describe("the wall of all minerals", () => {
  it("V43: one cell per mineral in the dataset's order, with value, difference and target in words", () => {
    expect(wall.cells.map(({ mineral, name, value, difference, target: due }) => [mineral, name, value, difference.short, due])).toEqual([
      ["ree", "Rare earths", "52%", "−24", "target 40%"],
      ["vanadium", "Vanadium", "30%", "", ""],
    ]);
    expect(wall.cells[0]?.label).toBe("Rare earths, import dependence 52% in 2035, 24 points below status quo, target 40% by 2035");
    expect(wall.cells[1]?.label).toBe("Vanadium, import dependence 30% in 2035, no change from status quo");
    expect(wall.title).toBe("Import dependence in 2035 falls for 1 of 2 minerals");
  });

  it("V43: every cell has the scale from 0 to 100%, its mineral's colour, the status quo in ink on top, and the target where it is set", () => {
    for (const { spec } of wall.cells) {
      expect([spec.y.min, spec.y.max, spec.y.ticks.map(({ label }) => label)]).toEqual([0, 1, ["0", "50", "100%"]]);
      expect(spec.series[1]!.layer).toBeGreaterThan(spec.series[0]!.layer);
      expect(spec.series[1]!.width).toBeLessThan(spec.series[0]!.width);
      expect(spec.xTicks).toEqual([2026, 2035, 2050]);
    }
    expect(wall.cells.map(({ spec }) => spec.target?.value ?? null)).toEqual([0.4, null]);
    expect(wall.cells[0]!.spec.series[0]!.colour).toBe("--m-ree");
  });

  it("V43: another measure is named; the target of the first one is not its own", () => {
    const chain = buildWall(input({ readers, document }), "chain_origin_dependence");
    expect(chain.cells[0]).toMatchObject({ value: "90%", target: "" });
    expect(chain.subtitle).toContain("followed back to the mine");
  });

  it("V43: together they are one table with scenario and status quo of every mineral", () => {
    expect(wall.together.series.map(({ name }) => name)).toEqual(["Rare earths", "Rare earths, status quo", "Vanadium", "Vanadium, status quo"]);
  });

  it("V131: published figures stand in front of import dependence in every chart of the wall and in its table, and of no other measure", () => {
    const row = { mineral: "ree", year: 2024, published: ">50", valuePct: 50, bound: "above", grade: "reported", source: "" } as const;
    const with2024 = { ...dataset, publishedReliance: [row] };
    const shown = buildWall(input({ dataset: with2024, readers, document }), "dependence");
    expect(shown.cells.map(({ spec }) => [spec.years[0], spec.xTicks, spec.history?.points.length, spec.history?.label])).toEqual([
      [2024, [2024, 2035, 2050], 1, ""],
      [2024, [2024, 2035, 2050], 0, ""],
    ]);
    expect(shown.subtitle).toContain("2024 to 2050; in ink: status quo; before 2026: published net import reliance, another definition (↑\u00a0above)");
    const { columns, rows } = tableOf(shown.together);
    expect(columns.slice(0, 5)).toEqual(["Year", "Rare earths", "Rare earths, status quo", "Rare earths, published net import reliance", "Vanadium"]);
    expect(rows[0]?.[3]).toBe("above 50%");
    expect(buildWall(input({ dataset: with2024, readers, document }), "chain_origin_dependence").cells[0]?.spec.years[0]).toBe(2026);
  });

  it("V167: where status quo exports that is said in place of a difference", () => {
    const statusQuo = reader({ "stage:ree:M:nirx": -1.16, "stage:ree:P:nirx": 0.2 });
    const current = reader({ "stage:ree:M:nirx": 0.83, "stage:ree:P:nirx": 0.2 });
    const [cell] = buildWall(input({ readers: { current, statusQuo, statusQuoInWorld: statusQuo }, document }), "stages").cells;
    expect([cell?.value, cell?.difference.short]).toEqual(["mining 83%", "status quo exports"]);
    expect(cell?.label).toBe("Rare earths, bottleneck mining 83% in 2035, status quo: net exporter");
  });

  it("V164: by the published definition the wall goes on from the published figures, and a net exporter is called one", () => {
    const row = { mineral: "ree", year: 2025, published: "67", valuePct: 67, bound: null, grade: "reported", source: "" } as const;
    const current = reader({ "mineral:ree:nir_published_basis": 0.68, "mineral:vanadium:nir_published_basis": -0.2 });
    const shown = buildWall(input({ dataset: { ...dataset, publishedReliance: [row] }, current, document }), "nir_published_basis");
    expect(shown.cells.map(({ spec }) => spec.history?.follows)).toEqual(["joined", null]);
    expect(shown.subtitle).toMatch(/^Net import reliance as the published figures count it.*before 2026: published$/);
    expect(shown.cells.map(({ value }) => value)).toEqual(["68%", "−20% (net exporter)"]);
    expect(buildWall(input({ dataset: { ...dataset, publishedReliance: [row] }, current, document }), "dependence").cells[0]?.spec.history?.follows).toBe(
      "parted",
    );
  });
});
