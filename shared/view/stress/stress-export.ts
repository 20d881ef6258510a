/** The stress matrix and the table of worlds as they leave the window: one row per scenario and measure. */
import type { Dataset } from "../../dataset/dataset.ts";
import { roundToSteps, stepsText } from "../../format/number.ts";
import { NOT_AVAILABLE } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import type { NamedTable } from "../../format/table-text.ts";
import type { WorldRow, WorldTable } from "../../analysis/worlds.ts";
import { markedTitle } from "../compare/compare-view-types.ts";
import { lossScale, type StressMatrixInput, type StressMatrixView } from "./stress-view.ts";
import { worldsScale, type WorldsView } from "./worlds-view.ts";

export function stressAsTable({ dataset, cells }: Pick<StressMatrixInput, "dataset" | "cells">, { subtitle, columns, rows }: StressMatrixView): NamedTable {
  const scale = lossScale(dataset);
  const losses = cells.map((row) => row.map(({ loss }) => loss));
  return {
    title: "Stress test",
    subtitle,
    columns: ["Scenario", "Measure", ...columns.map(({ name, detail }) => `${name} (${detail})`)],
    rows: rows.flatMap(({ item }, r) => [
      [markedTitle(item), "need lost, %", ...digitsOf(losses[r]!, scale)],
      ...(r === 0 ? [] : [[markedTitle(item), `from ${markedTitle(rows[0]!.item)}, points`, ...differencesOf(losses[r]!, losses[0]!, scale)]]),
    ]),
  };
}

export function worldsAsTable(dataset: Dataset, table: WorldTable, { subtitle, columns, rows }: WorldsView): NamedTable {
  const scale = worldsScale(dataset, table);
  const change = scale.differenceSuffix.trim();
  const rowsOf = (row: WorldRow, r: number): readonly (readonly string[])[] => {
    const name = markedTitle(rows[r]!.item);
    const [regret = NOT_AVAILABLE] = digitsOf([row.maximumRegret], scale);
    const differences = differencesOf(row.values, table.statusQuo.values, scale);
    return [
      [name, `value, ${`${scale.prefix}${scale.suffix}`.trim()}`, ...digitsOf(row.values, scale), regret, rows[r]!.robustness],
      ...(row.meets === null ? [] : [[name, "target", ...row.meets.map((meets) => (meets ? "met" : "missed")), "", ""]]),
      ...(r === 0 ? [] : [[name, `from ${markedTitle(rows[0]!.item)}, ${change}`, ...differences, "", ""]]),
    ];
  };
  return {
    title: "Worlds",
    subtitle,
    columns: ["Scenario", "Measure", ...columns.map(({ name, isOwn }) => (isOwn ? `${name} (own)` : name)), `Largest regret (${change})`, "Robustness"],
    rows: [table.statusQuo, ...table.rows].flatMap(rowsOf),
  };
}

/** One more decimal than on screen, where small changes are marked by a word. */
const decimalsOf = ({ fineDecimals }: DisplayScale): number => fineDecimals + 1;

const stepsOf = (value: number, scale: DisplayScale): number => roundToSteps(value / scale.divisor, decimalsOf(scale));

const digitsOf = (values: readonly number[], scale: DisplayScale): readonly string[] =>
  values.map((value) => (Number.isFinite(value) ? stepsText(stepsOf(value, scale), decimalsOf(scale)) : NOT_AVAILABLE));

/** Of the values as `digitsOf` writes them. */
const differencesOf = (values: readonly number[], from: readonly number[], scale: DisplayScale): readonly string[] =>
  values.map((value, i) =>
    Number.isFinite(value) && Number.isFinite(from[i]) ? stepsText(stepsOf(value, scale) - stepsOf(from[i]!, scale), decimalsOf(scale)) : NOT_AVAILABLE,
  );
