import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CATALOGUE, findIndicator, isIndicator } from "../../../shared/indicator/catalogue.ts";
import { createAnnual } from "../../../shared/model/annual-layout.ts";
import { dataset, model } from "../model/shipped.ts";

const spec = readFileSync(fileURLToPath(new URL("../../../shared/SPEC.md", import.meta.url)), "utf8");
const idsAt = (level: string): readonly string[] => CATALOGUE.filter((indicator) => indicator.level === level).map(({ id }) => id);

describe("indicator catalogue", () => {
  it("I16: every indicator of a reference case has its row, and no other", () => {
    const reference = JSON.parse(readFileSync(fileURLToPath(new URL("../../reference/S01.json", import.meta.url)), "utf8")) as {
      minerals: Record<string, { stages: Record<string, object>; mineral: object }>;
      totals: Record<string, unknown>;
    };
    expect(idsAt("stage").toSorted()).toEqual(Object.keys(reference.minerals["ree"]!.stages["P"]!).toSorted());
    expect(idsAt("mineral").toSorted()).toEqual(Object.keys(reference.minerals["ree"]!.mineral).toSorted());
    const totals = Object.keys(reference.totals).filter((id) => Array.isArray(reference.totals[id]));
    expect(idsAt("total").toSorted()).toEqual(totals.toSorted());
  });

  it("I16: every computed series has its row", () => {
    const annual = createAnnual(model);
    const classes = dataset.classes.map(({ id }) => `unmet_${id}_t`);
    expect([...Object.keys(annual.stage), "top_supplier", ...classes].toSorted()).toEqual(idsAt("stage").toSorted());
    expect(Object.keys(annual.mineral).toSorted()).toEqual(idsAt("mineral").toSorted());
    expect(Object.keys(annual.total).toSorted()).toEqual(idsAt("total").toSorted());
  });

  it("I16: rows are complete, sentences end with a full stop, rules exist", () => {
    for (const { id, label, definition, formula, rules } of CATALOGUE) {
      expect({ id, label, definition, formula }).toEqual({
        id,
        label: expect.stringMatching(/^[A-Z]/),
        definition: expect.stringMatching(/^[A-Z].*\.$/),
        formula: expect.stringMatching(/./),
      });
      expect(rules.filter((rule) => !spec.includes(`\n- **${rule}** `))).toEqual([]);
    }
  });

  it("I16: no two rows of a level share a name or a label", () => {
    for (const level of ["stage", "mineral", "total"]) {
      const rows = CATALOGUE.filter((indicator) => indicator.level === level);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
    }
  });

  it("I16: names no country", () => {
    const words = CATALOGUE.flatMap(({ label, definition }) => [label, definition]).join(" ");
    expect(words).not.toMatch(/United States|\bU\.?S\.?\b|America/);
  });

  it("I16: finds by level and id, and refuses what is not there", () => {
    expect(findIndicator("mineral", "dependence").label).toBe("Import dependence");
    expect(findIndicator("stage", "nirx").label).toBe("Exposure");
    expect(() => findIndicator("stage", "dependence")).toThrow(/dependence/);
    expect(isIndicator("total", "composite_equal")).toBe(true);
    expect(isIndicator("total", "nirx")).toBe(false);
  });
});
