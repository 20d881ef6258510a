/** Where each table of a dataset stands and which columns it has. The README of a dataset says the same in words. */
import type { ProblemList } from "./problem-list.ts";
import type { References } from "./references.ts";
import { readRows, type RowReader } from "./row-reader.ts";
import type { Table } from "./table.ts";

/** Tables that stand once. */
export const singleFiles = {
  minerals: {
    file: "minerals.csv",
    columns: [
      "id",
      "name",
      "symbol",
      "content_unit",
      "stages",
      "recycling_stage",
      "headline_stage",
      "published_basis_stage",
      "published_basis_kind",
      "published_counts_secondary",
    ],
  },
  endUses: { file: "end-uses.csv", columns: ["mineral", "end_use", "priority_class", "demand_share_pct", "description", "grade"] },
  baseYearCheck: {
    file: "base-year-check.csv",
    columns: [
      "mineral",
      "stage",
      "published_nir_pct",
      "published_bound",
      "computed_nir_pct",
      "difference_points",
      "computed_from_trade_pct",
      "model_nirx_pct",
      "verdict",
    ],
  },
  levers: {
    file: "levers.csv",
    columns: [
      "id",
      "group",
      "name",
      "unit",
      "min",
      "max",
      "step",
      "default",
      "bands",
      "default_start",
      "default_ramp_months",
      "represents",
      "policy_precedent",
      "cost_rule",
      "equation",
      "sub_settings",
    ],
  },
  events: {
    file: "events.csv",
    columns: [
      "id",
      "name",
      "minerals",
      "stages",
      "suppliers",
      "scope",
      "severity",
      "duration_months",
      "ramp_in_months",
      "recovery_months",
      "world_share",
      "leak",
      "source",
    ],
  },
  projects: { file: "projects.csv", columns: ["id", "name", "mineral", "stage", "capacity_t_per_yr", "month", "enters", "realisation", "source"] },
} as const;

/** Tables that a dataset may do without. */
export const optionalFiles = {
  publishedReliance: {
    file: "published-reliance.csv",
    columns: ["mineral", "year", "published", "value_pct", "bound", "grade", "source"],
  },
} as const;

/** Tables that stand once per mineral (or world) in a folder; the file's name is the id. */
export const folders = {
  baseYear: { folder: "base-year", columns: ["stage", "quantity", "value", "unit", "year", "grade", "source"] },
  suppliers: {
    folder: "suppliers",
    columns: [
      "stage",
      "iso3",
      "country",
      "import_share_pct",
      "period",
      "grade",
      "source",
      "world_share_pct",
      "world_share_source",
      "risk_weight",
      "risk_grade",
      "is_ally",
      "ally_rule",
    ],
  },
  parameters: { folder: "parameters", columns: ["stage", "key", "value", "low", "high", "unit", "grade", "source", "note"] },
  /** Besides these, one column per anchor year: y2025, y2030 … */
  worlds: { folder: "worlds", columns: ["mineral", "variable", "grade", "source"] },
} as const;

/** parameters/general.csv holds what applies to all minerals. */
export const GENERAL = "general";
/** The mineral id that general parameters carry. */
export const ALL_MINERALS = "all";
/** The name under which shared cost lines are booked; no mineral may be called so. */
export const SHARED_COST = "shared";

/** The tables of a dataset by path; remembers what was missing. */
export class DatasetFiles {
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #problems: ProblemList;

  constructor(tables: readonly Table[], problems: ProblemList) {
    this.#tables = new Map(tables.map((table) => [table.file, table]));
    this.#problems = problems;
  }

  /** Rows of a table as they stand in it; 0 where it is missing. */
  countOf(single: (typeof singleFiles)[keyof typeof singleFiles]): number {
    return this.#tables.get(single.file)?.rows.length ?? 0;
  }

  rows(single: (typeof singleFiles)[keyof typeof singleFiles]): readonly RowReader[] {
    const table = this.#need(single.file);
    return table === null ? [] : readRows(table, single.columns, this.#problems);
  }

  /** No rows where the file is not there. */
  optionalRows(optional: (typeof optionalFiles)[keyof typeof optionalFiles]): readonly RowReader[] {
    const table = this.#tables.get(optional.file);
    return table === undefined ? [] : readRows(table, optional.columns, this.#problems);
  }

  /**
   * One entry per id of `ids`, in that order; a file that is missing or stands for an unknown id is a problem.
   * With `mayBeMore` the ids are those that could be read: files of other ids are entries too.
   */
  folder(name: keyof typeof folders, ids: readonly string[], what: string, mayBeMore = false): readonly { readonly id: string; readonly table: Table }[] {
    const { folder } = folders[name];
    const others: string[] = [];
    for (const file of this.#tables.keys()) {
      if (!file.startsWith(`${folder}/`)) continue;
      const id = file.slice(folder.length + 1).replace(/\.csv$/, "");
      if (ids.includes(id)) continue;
      if (mayBeMore) others.push(id);
      else this.#problems.file(file, `"${id}" is not a known ${what}`, `name the file after one of ${ids.join(", ")}, or remove it`);
    }
    return [...ids, ...others].flatMap((id) => {
      const table = this.#need(`${folder}/${id}.csv`);
      return table === null ? [] : [{ id, table }];
    });
  }

  /** The folder's file of each mineral, after `before`. */
  mineralFolder(name: keyof typeof folders, { minerals, isEveryMineralKnown }: References, before: readonly string[] = []): ReturnType<DatasetFiles["folder"]> {
    return this.folder(name, [...before, ...minerals.map(({ id }) => id)], "mineral", !isEveryMineralKnown);
  }

  #need(file: string): Table | null {
    const table = this.#tables.get(file);
    if (table === undefined) this.#problems.file(file, "the file is missing", "put it back, with its header row");
    return table ?? null;
  }
}

/** Notes the second of two rows that say the same thing. */
export function noteTwice(seen: Map<string, number>, key: string, row: RowReader, column: string, what: string): void {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, row.line);
  else row.problem(column, `${what} stands twice, first in row ${first}`, "keep one of the two rows");
}
