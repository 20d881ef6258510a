/**
 * Reads what can be read from a damaged database into a clean one, row by row.
 * A revision or draft counts as read only when its content passes its own checksum. `damaged` is a copy: reading it may change it.
 */
import { foldText } from "../../shared/format/fold-text.ts";
import { tableNames } from "./checks.ts";
import { SqliteError, connectFile } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { connectDamaged } from "./connect-damaged.ts";
import { migrate, newestVersion, schemaVersion } from "./migrate.ts";
import type { Migration } from "./migrations/index.ts";
import { readDocument } from "./scenario-repository.ts";
import { isDamage } from "./sqlite-errors.ts";
import { UnreadableColumn, fromCompressed } from "./stored-json.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Fills `clean`, an existing empty file, with every readable row of `damaged`, at the schema version of `damaged`.
 * Answers how many rows, or stretches of rows that cannot be told apart, could not be read.
 */
export function salvage(damaged: string, clean: string, finish: (db: Connection) => void, migrations: readonly Migration[]): number {
  const from = connectDamaged(damaged);
  const to = connectFile(clean);
  try {
    migrate(to, finish, migrations.slice(0, from === null ? undefined : knownVersion(schemaVersion(from), migrations)));
    return from === null ? 0 : to.transaction(() => copyRows(from, to)).immediate();
  } finally {
    to.close();
    from?.close();
  }
}

/** A version that cannot be right is itself damaged. */
const knownVersion = (version: number, migrations: readonly Migration[]): number =>
  version >= 1 && version <= newestVersion(migrations) ? version : newestVersion(migrations);

function copyRows(from: Connection, to: Connection): number {
  let lost = 0;
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (cause) {
      if (!(cause instanceof UnreadableColumn) && !isAboutTheRow(cause)) throw cause;
      lost++;
    }
  };
  const copy = (table: string, take: (row: Row) => void): void => {
    attempt(() => {
      if (!tableNames(from).includes(table)) return;
      for (const read of rowReaders(from, table)) attempt(() => take(read()));
    });
  };

  copy("dataset_vintage", (row) => {
    fromCompressed(row["body"] as Buffer);
    insert(to, "dataset_vintage", row);
  });
  copy("setting", (row) => insert(to, "setting", row));
  copy("scenario", (row) => insert(to, "scenario", isJsonList(row["tags"]) ? row : { ...row, tags: "[]" }));
  copy("revision", (row) => {
    const body = from.prepare<unknown[], Row>("SELECT * FROM revision_body WHERE revision_id = ?").get(row["id"]);
    if (body === undefined) throw new UnreadableColumn("its body is lost");
    readDocument(String(body["document"]), Number(body["document_crc32"]));
    fromCompressed(body["result"] as Buffer);
    needScenario(to, row);
    insert(to, "revision", row);
    insert(to, "revision_body", body);
  });
  copy("draft", (row) => {
    readDocument(String(row["document"]), Number(row["document_crc32"]));
    needScenario(to, row);
    insert(to, "draft", row);
  });
  copy("deck", (row) => insert(to, "deck", row));
  copy("deck_item", (row) => insert(to, "deck_item", row));
  return lost;
}

/** Besides being unreadable, a row can be there twice, lack its parent, or not fit its table. Only a full disk is no fault of the row's. */
const isAboutTheRow = (cause: unknown): boolean => cause instanceof SqliteError && cause.code !== "SQLITE_FULL";

function isJsonList(value: unknown): boolean {
  try {
    return Array.isArray(JSON.parse(String(value)));
  } catch {
    return false;
  }
}

function insert(to: Connection, table: string, row: Row): void {
  const columns = Object.keys(row);
  to.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`).run(Object.values(row));
}

/** A scenario whose own row is lost keeps its revisions, under a title that says so; labelled at 0, it never wins over real labels. */
function needScenario(to: Connection, { scenario_id: id, saved_at: at }: Row): void {
  const title = `Recovered scenario ${String(id)}`;
  to.prepare(
    `INSERT OR IGNORE INTO scenario (id, title, notes, tags, question, hypothesis, findings, decision, search_text, created_at, labelled_at)
     VALUES (?, ?, '', '[]', '', '', '', '', ?, ?, 0)`,
  ).run(id, title, foldText(title), at);
}

/** Row ids tried one by one where no index of the table can be read either: what lies farther apart than this is lost. */
const GAP_LIMIT = 20_000;

/**
 * A reader for each row of a table: from the front up to the first damage, then from the back, then the rows between that an index of the table names.
 * A reader throws where its row is damaged; a stretch of ids that cannot be told apart is one reader.
 */
function* rowReaders(db: Connection, table: string): Generator<() => Row> {
  const after = db.prepare<[number], number>(`SELECT rowid FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT 1`).pluck();
  const before = db.prepare<[number], number>(`SELECT rowid FROM ${table} WHERE rowid < ? ORDER BY rowid DESC LIMIT 1`).pluck();
  const get = db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE rowid = ?`);
  const reader = (id: number) => (): Row => get.get(id) ?? lostRow();

  let low = 0;
  let found = orDamage(() => after.get(low));
  for (; typeof found === "number"; found = orDamage(() => after.get(low))) {
    yield reader(found);
    low = found;
  }
  if (found === undefined) return;

  let high = Number.MAX_SAFE_INTEGER;
  for (found = orDamage(() => before.get(high)); typeof found === "number" && found > low; found = orDamage(() => before.get(high))) {
    yield reader(found);
    high = found;
  }
  const named = idsInIndex(db, table)?.filter((id) => id > low && id < high) ?? [];
  if (named.length > 0) {
    for (const id of named) yield reader(id);
    return;
  }
  for (let id = low + 1; id < Math.min(high, low + GAP_LIMIT); id++) {
    const row = orDamage(() => get.get(id));
    if (row !== undefined && row !== "damage") yield () => row;
  }
  yield lostRow;
}

/** The row ids of a table as one of its indexes tells them, which lies in pages of its own; null where none can be read to its end. */
function idsInIndex(db: Connection, table: string): readonly number[] | null {
  const indexes = db.prepare<[string], string>("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?").pluck().all(table);
  for (const index of indexes) {
    const ids = orDamage(() => db.prepare<[], number>(`SELECT rowid FROM ${table} INDEXED BY "${index}"`).pluck().all());
    if (ids !== "damage") return ids.toSorted((a, b) => a - b);
  }
  return null;
}

function lostRow(): never {
  throw new UnreadableColumn("the row is lost");
}

function orDamage<T>(act: () => T): T | "damage" {
  try {
    return act();
  } catch (cause) {
    if (isDamage(cause)) return "damage";
    throw cause;
  }
}
