/** One number of a dataset as a row that can be read, searched and traced, and what the makers of rows share. */
import type { Dataset, Grade } from "../../dataset/dataset.ts";
import { exactNumberText, MINUS } from "../../format/number.ts";
import type { Equation } from "../../method/equation.ts";

export const dataKinds = [
  { id: "parameters", label: "Parameters" },
  { id: "base-year", label: "Base-year balance" },
  { id: "suppliers", label: "Suppliers" },
  { id: "end-uses", label: "End uses" },
  { id: "worlds", label: "Worlds" },
  { id: "projects", label: "Projects" },
  { id: "events", label: "Disruptions" },
  { id: "levers", label: "Levers" },
  { id: "minerals", label: "Minerals" },
] as const;

export type DataKind = (typeof dataKinds)[number]["id"];

export interface DataFact {
  readonly term: string;
  readonly text: string;
}

export interface DataRow {
  /** Unique among the rows of a dataset. */
  readonly id: string;
  readonly kind: DataKind;
  /** Minerals it is about; empty = it belongs to no single mineral. */
  readonly minerals: readonly string[];
  readonly name: string;
  /** "Parameter", "Supplier", "Lever, stockpiles" */
  readonly what: string;
  /** Label of its stage; "" where it stands at none. */
  readonly stage: string;
  /** At most six significant digits; "" where the row has no single number. */
  readonly value: string;
  readonly unit: string;
  readonly low: string;
  readonly high: string;
  /** "2025", "2021-24", "" = the dataset does not say. */
  readonly year: string;
  readonly source: string;
  /** null: the table has no grades. */
  readonly grade: Grade | null;
  /** Place among the quantities of a mineral; 0 for other rows. */
  readonly rank: number;
  /** A price of a stage's product. */
  readonly isPrice: boolean;
  /** Row of the dataset's parameter table; null for the other tables. */
  readonly parameter: number | null;
  readonly enters: readonly Equation[];
  /** False where no equation reads it: kept for the record, not offered for editing. */
  readonly isRead: boolean;
  /** What else the dataset records about it. */
  readonly facts: readonly DataFact[];
  /** Folded as by `foldText`: what a search looks in. */
  readonly text: string;
}

/** Id of the row of a parameter. */
export const parameterRowId = ({ mineral, stage, key }: { readonly mineral: string; readonly stage: string; readonly key: string }): string =>
  `parameters:${mineral}:${stage}:${key}`;

/** A row before it can be searched. */
export type PlainRow = Omit<DataRow, "text" | "isRead">;

/** Names of stages and minerals by their ids. */
export interface RowWords {
  readonly stage: (id: string) => string;
  readonly mineral: (id: string) => string;
}

export function rowWords(dataset: Dataset): RowWords {
  const stages = new Map(dataset.stages.map(({ id, label }) => [id, label]));
  const minerals = new Map(dataset.minerals.map(({ id, name }) => [id, name]));
  return { stage: (id) => stages.get(id) ?? id, mineral: (id) => minerals.get(id) ?? id };
}

export const shownNumber = (value: number | null): string => (value === null ? "" : exactNumberText(Number(value.toPrecision(6))));

/** "24 to 96", "? to 96", "not recorded"; the ends as they are shown, "" or null where the dataset has none. */
export function rangeOf(low: number | string | null, high: number | string | null): string {
  const end = (bound: number | string | null): string => (bound === null || bound === "" ? "?" : typeof bound === "number" ? exactNumberText(bound) : bound);
  return end(low) === "?" && end(high) === "?" ? NOT_RECORDED : `${end(low)} to ${end(high)}`;
}

/** As `rangeOf` in a column of ranges, short: "24–96", "−0.6 to −0.1", "". */
export function rangeCell(low: string, high: string): string {
  if (low === "" && high === "") return "";
  return low === "" || high === "" || low.startsWith(MINUS) || high.startsWith(MINUS) ? rangeOf(low, high) : `${low}–${high}`;
}

/** What the dataset does not say. */
export const NOT_RECORDED = "not recorded";

/** What many tables do not have. */
export const EMPTY_ROW = { stage: "", low: "", high: "", year: "", source: "", grade: null, rank: 0, isPrice: false, parameter: null, facts: [] } as const;

export const filledFacts = (facts: readonly (readonly [term: string, text: string])[]): readonly DataFact[] =>
  facts.filter(([, text]) => text !== "").map(([term, text]) => ({ term, text }));
