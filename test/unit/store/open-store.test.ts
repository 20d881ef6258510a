import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { connectFile } from "../../../electron/store/connection.ts";
import { createDatabase } from "../../../electron/store/create-database.ts";
import { migrations } from "../../../electron/store/migrations/index.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { StoreOpening } from "../../../electron/store/open-store.ts";
import { errorOf, labels, options, reserve, resultOf, statusQuo, temporaryFolder, valueOf } from "./store-fixture.ts";

const path = (): string => join(temporaryFolder(), "data", "lodestone.db");

/** A closed store with one saved scenario. */
function filled(file: string): string {
  const { store } = openStore(options(file));
  const { id } = valueOf(store.create(labels("Kept"), statusQuo));
  valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
  store.close();
  return id;
}

const titles = ({ store }: StoreOpening): readonly string[] => valueOf(store.list()).map(({ title }) => title);

describe("opening", () => {
  it("B1: a missing file is created whole; opening it again finds it", () => {
    const file = path();
    expect(openStore(options(file))).toMatchObject({ found: { kind: "created" }, status: { mode: "ready", file, notice: null } });
    expect(readdirSync(join(file, ".."))).toEqual(["lodestone.db"]);
    expect(openStore(options(file)).found).toEqual({ kind: "opened" });
  });

  it("B2: every connection runs under its pragmas, and the library is past the WAL-reset bug", () => {
    const file = path();
    filled(file);
    const db = connectFile(file);
    const read = (name: string): unknown => db.pragma(name, { simple: true });
    expect({
      journal: read("journal_mode"),
      synchronous: read("synchronous"),
      foreignKeys: read("foreign_keys"),
      recursiveTriggers: read("recursive_triggers"),
      trustedSchema: read("trusted_schema"),
      cellSizeCheck: read("cell_size_check"),
    }).toEqual({ journal: "delete", synchronous: 3, foreignKeys: 1, recursiveTriggers: 1, trustedSchema: 0, cellSizeCheck: 1 });
    const [major, minor, patch] = String(db.prepare("SELECT sqlite_version()").pluck().get()).split(".").map(Number);
    expect(major! * 1e6 + minor! * 1e3 + patch!).toBeGreaterThanOrEqual(3_051_003);
    expect(
      db.prepare("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").pluck().get(),
    ).toBe(0);
  });

  it("B3: a file of a newer version is refused by name, and not a byte of its folder changes", () => {
    const file = path();
    filled(file);
    const db = new Database(file);
    db.exec("UPDATE store_info SET app_version = '9.1.0'");
    db.pragma("user_version = 9999");
    db.close();
    const bytes = readFileSync(file);
    const opening = openStore(options(file));
    expect(opening).toMatchObject({
      found: { kind: "refused" },
      status: { mode: "memory-only", notice: { code: "store-newer", file, writtenBy: "Lodestone 9.1.0" } },
    });
    valueOf(opening.store.create(labels("In memory"), statusQuo));
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(join(file, ".."))).toEqual(["lodestone.db"]);
  });

  it("B3: a newer WAL database stays one", () => {
    const file = path();
    filled(file);
    const db = new Database(file);
    db.pragma("user_version = 9999");
    db.pragma("journal_mode = WAL");
    db.close();
    const bytes = readFileSync(file);
    expect(openStore(options(file)).status.notice?.code).toBe("store-newer");
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual(["lodestone.db"]);
  });

  it("B3: a newer file whose writer cannot be read is refused with its schema version", () => {
    const file = path();
    filled(file);
    const db = new Database(file);
    db.exec("DROP TABLE store_info");
    db.pragma("user_version = 12");
    db.close();
    expect(openStore(options(file)).status.notice).toEqual({ code: "store-newer", file, writtenBy: "schema version 12" });
  });

  it("B3: another program's database is not touched", () => {
    const file = path();
    mkdirSync(join(file, ".."));
    const other = new Database(file);
    other.exec("CREATE TABLE theirs (x)");
    other.close();
    const bytes = readFileSync(file);
    expect(openStore(options(file)).status).toMatchObject({ mode: "memory-only", notice: { code: "store-not-ours" } });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("B7: a folder that cannot be made leaves the store in memory, and says why", () => {
    const blocker = join(temporaryFolder(), "a-file");
    writeFileSync(blocker, "");
    const opening = openStore(options(join(blocker, "lodestone.db")));
    expect(opening.status).toMatchObject({ mode: "memory-only", notice: { code: "store-unavailable", reason: "a file stands where its folder should be" } });
    valueOf(opening.store.create(labels("In memory"), statusQuo));
    expect(titles(opening)).toEqual(["In memory"]);
    expect(errorOf(opening.backups.make()).code).toBe("store-unavailable");
  });

  it("B7: a folder in the place of the file is named as such", () => {
    const file = path();
    mkdirSync(file, { recursive: true });
    expect(openStore(options(file)).status.notice).toMatchObject({ code: "store-unavailable", reason: "illegal operation on a directory" });
  });

  it("B1: making a new database never replaces one that is there", () => {
    const file = path();
    filled(file);
    const bytes = readFileSync(file);
    createDatabase(file, () => {}, migrations);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual(["lodestone.db"]);
  });

  it("B1: what a killed process left under a temporary name goes after a day; nothing else does", () => {
    const file = path();
    filled(file);
    const folder = dirname(file);
    const old = [".lodestone.db.0123456789ab.tmp", ".lodestone.db.0123456789ab.tmp-journal"];
    const kept = [".lodestone.db.ba9876543210.tmp", "lodestone.db.old.tmp", ".other.db.0123456789ab.tmp", "notes.txt"];
    for (const name of [...old, ...kept]) writeFileSync(join(folder, name), "x");
    for (const name of [...old, "lodestone.db.old.tmp", ".other.db.0123456789ab.tmp", "notes.txt"]) utimesSync(join(folder, name), 1000, 1000);
    openStore(options(file, { now: Date.now })).store.close();
    expect(readdirSync(folder).toSorted()).toEqual([...kept, "lodestone.db"].toSorted());
  });

  it("B6: a WAL database is taken in and becomes one file", () => {
    const file = path();
    filled(file);
    const db = new Database(file);
    db.pragma("journal_mode = WAL");
    db.close();
    const opening = openStore(options(file));
    expect(opening.found.kind).toBe("opened");
    expect(titles(opening)).toEqual(["Kept"]);
    expect(readdirSync(join(file, ".."))).toEqual(["lodestone.db"]);
  });
});
