/** Reads worlds/<world>.csv: demand and price of each mineral relative to the base year, at anchor years. */
import type { WorldSeries } from "./dataset.ts";
import { type DatasetFiles, folders, noteTwice } from "./dataset-files.ts";
import { grades } from "./grade.ts";
import type { ProblemList } from "./problem-list.ts";
import { mineralIds, type References } from "./references.ts";
import { readRows, type RowReader } from "./row-reader.ts";
import type { Table } from "./table.ts";

const YEAR_COLUMN = /^y\d{4}$/;
const variables = ["demand_index", "price_index"] as const;
/** Indices are relative to the base year; more than a thousandfold is a slip of the keyboard. */
const index = { min: 0, above: true, max: 1000 };

export interface Worlds {
  readonly anchorYears: readonly number[];
  readonly worldSeries: readonly WorldSeries[];
}

export function checkWorlds(files: DatasetFiles, references: References, problems: ProblemList): Worlds {
  const { worldIds, baseYear, minerals } = references;
  let anchorYears: readonly number[] = [];
  const worldSeries = files.folder("worlds", worldIds ?? [], "world", worldIds === null).flatMap(({ id, table }) => {
    const yearColumns = table.columns.filter((name) => YEAR_COLUMN.test(name));
    if (anchorYears.length === 0) anchorYears = checkAnchors(table, yearColumns, baseYear, problems);
    const expected = anchorYears.map((year) => `y${year}`);
    const columns = [...folders.worlds.columns, ...expected];
    const before = problems.count;
    const seen = new Map<string, number>();
    const series = readRows(table, columns, problems).flatMap((row) => {
      const one = readSeries(row, id, mineralIds(references), expected);
      if (one !== null) noteTwice(seen, `${one.mineral} ${one.variable}`, row, "variable", `${one.variable} of ${one.mineral}`);
      return one === null ? [] : [one];
    });
    if (problems.count === before) findMissing(table.file, minerals, series, problems);
    return series;
  });
  return { anchorYears, worldSeries };
}

/** The years that the first world's file has: beginning with the base year, rising. */
function checkAnchors(table: Table, columns: readonly string[], baseYear: number | null, problems: ProblemList): readonly number[] {
  const years = columns.map((name) => Number(name.slice(1)));
  const rising = years.every((year, i) => i === 0 || year > (years[i - 1] ?? year));
  const first = baseYear ?? years[0] ?? 2025;
  if (years.length >= 2 && years[0] === first && rising) return years;
  const right = `write at least two columns y${first}, y${first + 5} …, beginning with the base year, each once, in order`;
  problems.add({ file: table.file, row: 1, column: null, wrong: `the year columns are ${columns.length === 0 ? "missing" : columns.join(", ")}`, right });
  return years;
}

function readSeries(row: RowReader, world: string, minerals: readonly string[] | null, yearColumns: readonly string[]): WorldSeries | null {
  const mineral = row.choice("mineral", minerals, "mineral");
  const variable = row.choice("variable", variables, "variable");
  const values = yearColumns.map((column) => row.number(column, index));
  const [first, firstColumn] = [values[0], yearColumns[0]];
  if (firstColumn !== undefined && first !== null && first !== undefined && first !== 1)
    row.problem(firstColumn, `the base year stands at ${first}`, "write 1: an index is relative to the base year");
  const grade = row.choice("grade", grades, "grade");
  const numbers = values.filter((value) => value !== null);
  if (mineral === null || variable === null || grade === null || numbers.length < values.length) return null;
  return { world, mineral, variable, values: numbers, grade, source: row.text("source") };
}

function findMissing(file: string, minerals: References["minerals"], series: readonly WorldSeries[], problems: ProblemList): void {
  for (const mineral of minerals) {
    for (const variable of variables) {
      if (series.some((s) => s.mineral === mineral.id && s.variable === variable)) continue;
      problems.file(file, `${variable} of ${mineral.id} is missing`, "add a row with its value in each anchor year");
    }
  }
}
