/** Whatever stands in the cells: the check answers, and what it accepts holds finite numbers only. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { checkDataset } from "../../../shared/dataset/check-dataset.ts";
import { shippedTables } from "./shipped-tables.ts";

const tables = shippedTables.tables;
const nasty = fc.oneof(
  fc.constantFrom(
    "",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-0",
    "0x10",
    "1e308",
    "-1",
    "0",
    "1",
    "100",
    "__proto__",
    "constructor",
    "*",
    "|",
    ":",
    "2027-00",
    "ree|ree",
  ),
  fc.string({ maxLength: 12 }),
  fc.double().map(String),
);
const corruption = fc.record({ table: fc.nat(tables.length - 1), row: fc.nat(200), column: fc.nat(20), text: nasty });

const everyNumberIsFinite = (value: unknown): boolean =>
  typeof value === "number" ? Number.isFinite(value) : typeof value !== "object" || value === null || Object.values(value).every(everyNumberIsFinite);

/** A dataset of finite numbers, or at least one problem with file, wrong and right. */
const isSound = (result: ReturnType<typeof checkDataset>): boolean =>
  result.ok ? everyNumberIsFinite(result.value) : result.error.length > 0 && result.error.every((p) => p.file !== "" && p.wrong !== "" && p.right !== "");

describe("random corruption", () => {
  it("D3: cells of any content never make the check throw or let a number through that is not finite", () => {
    fc.assert(
      fc.property(fc.array(corruption, { minLength: 1, maxLength: 4 }), (corruptions) => {
        const broken = tables.map((table, index) => {
          const here = corruptions.filter((c) => c.table === index);
          if (here.length === 0) return table;
          const rows = table.rows.map(({ line, cells }, r) => {
            const changed = [...cells];
            for (const c of here) if (c.row % table.rows.length === r) changed[c.column % changed.length] = c.text;
            return { line, cells: changed };
          });
          return Object.assign({}, table, { rows });
        });
        const result = checkDataset({ ...shippedTables, tables: broken }, sha256);
        expect(isSound(result)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("D3: dataset.json of any content never makes the check throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (manifest) => {
        const result = checkDataset({ ...shippedTables, manifest }, sha256);
        expect(result.ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("D3: each top-level field of dataset.json may hold anything", () => {
    const shipped = JSON.parse(shippedTables.manifest ?? "{}") as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(shipped)), fc.jsonValue(), (field, value) => {
        const result = checkDataset({ ...shippedTables, manifest: JSON.stringify({ ...shipped, [field]: value }) }, sha256);
        expect(isSound(result)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
