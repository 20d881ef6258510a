/** The files of a dataset as text: what the edge reads and `check-dataset.ts` turns into a `Dataset`. Cells are kept as written. */
import type { InputProblem } from "../errors/app-error.ts";

export interface TableRow {
  /** Line of the file on which the row begins, as an editor counts (header = 1). */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** Path inside the dataset, with forward slashes: "suppliers/ree.csv". */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** What is wrong with the text itself, e.g. a quotation mark that is never closed. */
  readonly problems: readonly InputProblem[];
}

export interface DatasetTables {
  /** The text of dataset.json; null when the file is missing. */
  readonly manifest: string | null;
  readonly tables: readonly Table[];
}

/** Hexadecimal SHA-256 of a text's UTF-8 bytes; the edge supplies it, because `shared/` has no cryptography of its own. */
export type Sha256 = (text: string) => string;
