/** The data vintage follows the values that a run depends on and nothing else. */
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { tableOf } from "../../../electron/dataset/table-of-csv.ts";
import { checkDataset } from "../../../shared/dataset/check-dataset.ts";
import type { DatasetTables, Table } from "../../../shared/dataset/table.ts";
import { type Change, changeManifest, lineOf, setCell, shippedDataset, shippedTables } from "./shipped-tables.ts";

const vintage = (tables: DatasetTables): string => {
  const checked = checkDataset(tables, sha256);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error.slice(0, 3)));
  return checked.value.vintage;
};

const quoted = (table: Table): string =>
  [table.columns, ...table.rows.map((r) => r.cells)].map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(",")).join("\r\n");

describe("data vintage", () => {
  it("D8: line ends, quoting and row order do not change it", () => {
    const rewritten = { ...shippedTables, tables: shippedTables.tables.map((t) => tableOf(t.file, quoted(t))) };
    expect(vintage(rewritten)).toBe(shippedDataset.vintage);
    const reversed = { ...shippedTables, tables: shippedTables.tables.map((t) => ({ ...t, rows: t.rows.toReversed() })) };
    expect(vintage(reversed)).toBe(shippedDataset.vintage);
  });

  const kept: readonly (readonly [string, Change])[] = [
    ["the way a number is written", setCell("suppliers/ree.csv", lineOf("suppliers/ree.csv", { iso3: "CHN", stage: "M" }), "import_share_pct", "+79.80e0")],
    ["a note", setCell("parameters/general.csv", 2, "note", "reworded")],
    ["a bound", setCell("parameters/general.csv", 2, "high", "0.95")],
    ["a key that no equation reads", setCell("parameters/general.csv", lineOf("parameters/general.csv", { key: "preset_vault_days" }), "value", "61")],
    ["a name", setCell("minerals.csv", 2, "name", "Rare-earth elements")],
    ["a figure of the audit trail", setCell("base-year/tin.csv", lineOf("base-year/tin.csv", { quantity: "imports" }), "value", "1")],
  ];
  it.each(kept)("D8: %s does not change it", (_, change) => {
    expect(vintage(change(shippedTables))).toBe(shippedDataset.vintage);
  });

  const moved: readonly (readonly [string, Change])[] = [
    ["a base-year figure", setCell("base-year/tin.csv", lineOf("base-year/tin.csv", { quantity: "demand", stage: "P" }), "value", "43001")],
    ["a parameter", setCell("parameters/general.csv", lineOf("parameters/general.csv", { key: "iota" }), "value", "0.81")],
    ["a risk weight", setCell("suppliers/tin.csv", 2, "risk_weight", "0.35")],
    ["an unknown world share", setCell("suppliers/tin.csv", lineOf("suppliers/tin.csv", { world_share_pct: "" }), "world_share_pct", "0")],
    ["an anchor of a world", setCell("worlds/high.csv", 2, "y2050", "2.040528")],
    ["an event", setCell("events.csv", 2, "severity", "0.91")],
    ["a project", setCell("projects.csv", 2, "month", "2027-12")],
    ["an end use's class", setCell("end-uses.csv", 2, "priority_class", "essential")],
    ["the length of a run", changeManifest((m) => (m["months"] = 288))],
  ];
  it.each(moved)("D8: %s changes it", (_, change) => {
    expect(vintage(change(shippedTables))).not.toBe(shippedDataset.vintage);
  });
});
