/** Every number of a dataset as rows: all tables in one list, to filter and to search. */
import { ALL_MINERALS } from "../../dataset/dataset-files.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { foldText } from "../../format/fold-text.ts";
import { CATALOGUE } from "../../indicator/catalogue.ts";
import type { Equation } from "../../method/equation.ts";
import { gradeForm, gradeWord } from "./data-grade.ts";
import type { GradeForm } from "./data-grade.ts";
import { searchWords } from "./data-search-words.ts";
import type { DataKind, DataRow, PlainRow, RowWords } from "./data-row.ts";
import { rowWords } from "./data-row.ts";
import { eventRows, leverRows, mineralRows, projectRows, worldRows } from "./data-rows-outlook.ts";
import { baseYearRows, endUseRows, parameterRow, supplierRows } from "./data-rows-state.ts";
import type { IndicatorChoice } from "../explore/explore-types.ts";

/** All rows, in the order of `dataKinds` and of the files; parameters that no equation reads stand after the others. `isRead` says for each row of the parameter table whether an equation reads it. */
export function dataRows(dataset: Dataset, isRead: (parameter: number) => boolean): readonly DataRow[] {
  const words = rowWords(dataset);
  const parameters = dataset.parameters.map((parameter, index) => parameterRow(dataset, parameter, index, isRead(index), words));
  const rows: readonly PlainRow[] = [
    ...parameters.filter(({ enters }) => enters.length > 0),
    ...parameters.filter(({ enters }) => enters.length === 0),
    ...baseYearRows(dataset, words),
    ...supplierRows(dataset, words),
    ...endUseRows(dataset),
    ...worldRows(dataset),
    ...projectRows(dataset, words),
    ...eventRows(dataset, words),
    ...leverRows(dataset),
    ...mineralRows(dataset, words),
  ];
  return rows.map((row) => Object.assign(row, { isRead: row.enters.length > 0 || ALWAYS_READ.has(row.kind), text: searchText(row, words) }));
}

/** Tables whose rows name equations in a column of their own, or none. */
const ALWAYS_READ: ReadonlySet<DataKind> = new Set(["levers", "minerals"]);

export interface DataFilter {
  readonly kind: DataKind | "all";
  /** Mineral id, "general" (rows of no single mineral) or "all". */
  readonly mineral: string;
  readonly search: string;
  /** Forms of grades that are wanted; none = all. */
  readonly forms?: ReadonlySet<RowForm>;
}

export const GENERAL_ROWS = "general";

/** Rows that fit the filter; every word of the search must stand somewhere in the row. */
export function filterRows(rows: readonly DataRow[], { kind, mineral, search, forms }: DataFilter): readonly DataRow[] {
  const wanted = foldText(search).split(/\s+/).filter(Boolean).map(wordTest);
  return rows.filter(
    (row) =>
      (kind === "all" || row.kind === kind) &&
      (forms === undefined || forms.size === 0 || forms.has(formOf(row))) &&
      (mineral === ALL_MINERALS || (mineral === GENERAL_ROWS ? row.minerals.length === 0 : row.minerals.includes(mineral))) &&
      wanted.every((holds) => holds(row.text)),
  );
}

/** A short word must begin a word: "REE" is not in "degree". */
function wordTest(word: string): (text: string) => boolean {
  if (word.length > SHORT) return (text) => text.includes(word);
  const start = new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}`, "u");
  return (text) => start.test(text);
}

const SHORT = 3;

export interface ChartOfNumber {
  readonly choice: IndicatorChoice;
  readonly label: string;
}

/** The indicators with a chart whose rules name one of the equations: where a number shows first. Names of countries have no chart. */
export const chartsShowing = (enters: readonly Equation[]): readonly ChartOfNumber[] =>
  CATALOGUE.filter(({ rules, unit }) => unit !== "text" && enters.some(({ id }) => rules.includes(id)))
    .filter(({ label }, index, all) => all.findIndex((other) => other.label === label) === index)
    .map(({ level, id, label }) => ({ choice: { level, id }, label }));

function searchText(row: PlainRow, words: RowWords): string {
  const minerals = row.minerals.flatMap((id) => [id, words.mineral(id)]);
  const facts = row.facts.map(({ text }) => text);
  const enters = row.enters.map(({ id }) => id);
  const synonyms = searchWords(row.id.split(":").at(-1) ?? "");
  // That money is in prices of a year makes no number one of prices.
  const unit = row.unit.replace(/ \(\d+ prices\)$/, "");
  return foldText(
    [row.name, row.what, row.stage, row.value, unit, synonyms, row.year, row.source, gradeWord(row.grade), ...minerals, ...facts, ...enters].join(" "),
  );
}

/** A form of grades, or "none" for rows of tables without grades. */
export type RowForm = GradeForm | "none";

export const formOf = ({ grade }: Pick<DataRow, "grade">): RowForm => (grade === null ? "none" : gradeForm(grade));

/** Rows by form; the counts add up to the number of rows. */
export function countForms(rows: readonly DataRow[]): Readonly<Record<RowForm, number>> {
  const counts = { reported: 0, estimated: 0, withheld: 0, assumption: 0, none: 0 };
  for (const row of rows) counts[formOf(row)] += 1;
  return counts;
}
