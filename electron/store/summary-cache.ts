/**
 * The lines of the library, kept between requests: reading ten thousand of them costs more than one may wait for while typing.
 * Another connection's commit is noticed by SQLite's data version, our own writes by `touch`, a rolled-back one by `forget`.
 */
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";
import type { Connection, Statement } from "./connection.ts";
import type { SummaryReader } from "./summary-reader.ts";

/** Beyond as many lines, as after an import of thousands, reading them one by one takes longer than reading all. */
const MOST_ONE_BY_ONE = 500;

export class SummaryCache {
  readonly #lines: SummaryReader;
  readonly #dataVersion: Statement<number>;
  readonly #byId = new Map<string, ScenarioSummary>();
  readonly #touched = new Set<string>();
  #seenVersion: number | null = null;
  #sorted: readonly ScenarioSummary[] = [];

  constructor(db: Connection, lines: SummaryReader) {
    this.#lines = lines;
    this.#dataVersion = db.prepare<unknown[], number>("PRAGMA data_version").pluck();
  }

  /** Says that the scenario was written by this connection. */
  touch(id: string): void {
    this.#touched.add(id);
  }

  /** Says that a transaction was rolled back: what was read inside it does not hold. */
  forget(): void {
    this.#seenVersion = null;
  }

  /** All lines, last changed first. Call inside a transaction, so that data version and rows are of one state. */
  list(): readonly ScenarioSummary[] {
    const version = this.#dataVersion.get() ?? null;
    if (version !== this.#seenVersion || this.#touched.size > MOST_ONE_BY_ONE) {
      this.#byId.clear();
      for (const summary of this.#lines.all()) this.#byId.set(summary.id, summary);
      this.#seenVersion = version;
    } else if (this.#touched.size === 0) return this.#sorted;
    else {
      for (const id of this.#touched) {
        const summary = this.#lines.one(id);
        if (summary !== null) this.#byId.set(id, summary);
      }
    }
    this.#touched.clear();
    this.#sorted = [...this.#byId.values()].toSorted((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1));
    return this.#sorted;
  }
}
