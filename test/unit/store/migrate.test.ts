import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, statSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { connectFile } from "../../../electron/store/connection.ts";
import { migrations } from "../../../electron/store/migrations/index.ts";
import { NewerSchema, migrate, newestVersion, schemaVersion } from "../../../electron/store/migrate.ts";
import { openStore, readStore } from "../../../electron/store/open-store.ts";
import { exportGolden } from "./golden-content.ts";
import { errorOf, options, temporaryFolder, valueOf } from "./store-fixture.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/store");
const goldenOf = (version: number): string => join(FIXTURES, `schema-${version}.db`);
const released = migrations.map(({ version }) => version);

/** Of every released step; a hash is added with its step and never changed. */
const FROZEN: Readonly<Record<number, string>> = {
  1: "097faa6a97cb930d",
  2: "0241cd5e69e51553",
};

function copyOfGolden(version: number): string {
  const file = join(temporaryFolder(), "lodestone.db");
  copyFileSync(goldenOf(version), file);
  return file;
}

describe("migrations", () => {
  it("B4: released steps are frozen and numbered without a gap", () => {
    const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
    expect(Object.fromEntries(migrations.map(({ version, sql }) => [version, hash(sql)]))).toEqual(FROZEN);
    expect(released).toEqual(migrations.map((_, i) => i + 1));
  });

  it("B4: every released schema has its golden database", () => {
    expect(
      readdirSync(FIXTURES)
        .filter((name) => name.endsWith(".db"))
        .toSorted(),
    ).toEqual(released.map((version) => `schema-${version}.db`));
  });

  it.each(released)("B4: the golden database of schema %i exports the same as ever, and opening it again changes nothing", (version) => {
    const file = copyOfGolden(version);
    const golden: unknown = JSON.parse(readFileSync(join(FIXTURES, "golden.json"), "utf8"));
    const first = openStore(options(file));
    expect(JSON.parse(exportGolden(first))).toEqual(golden);
    first.store.close();
    const migrated = readFileSync(file);
    const second = openStore(options(file));
    expect(second.found).toEqual({ kind: "opened" });
    expect(JSON.parse(exportGolden(second))).toEqual(golden);
    second.store.close();
    expect(readFileSync(file).equals(migrated)).toBe(true);
  });

  it("B4: a migrated database has the schema of a new one", () => {
    const schemaOf = (file: string): unknown => {
      const db = new Database(file, { readonly: true });
      const schema = db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").all();
      db.close();
      return schema;
    };
    const fresh = join(temporaryFolder(), "lodestone.db");
    openStore(options(fresh)).store.close();
    for (const version of released) {
      const file = copyOfGolden(version);
      openStore(options(file)).store.close();
      expect(schemaOf(file)).toEqual(schemaOf(fresh));
    }
  });

  it("B5: an older database is backed up as it was before it is migrated", () => {
    const file = copyOfGolden(1);
    const { found, backups } = openStore(options(file));
    expect(found).toMatchObject({ kind: "migrated", from: 1, to: newestVersion(), backup: { kind: "before-migration" } });
    const [backup] = valueOf(backups.list());
    const db = new Database(join(backups.folder, backup!.name), { readonly: true });
    expect(db.pragma("user_version", { simple: true })).toBe(1);
    expect(db.prepare("SELECT count(*) FROM revision").pluck().get()).toBe(3);
    db.close();
  });

  const faults = {
    "a step that fails": "INSERT INTO setting SELECT 'x', 'not json' FROM scenario;",
    "a step that leaves a child without its parent":
      "INSERT INTO draft (scenario_id, document, document_crc32, world, changed_levers, saved_at) SELECT 'nobody', '{}', 0, '', 0, 0 FROM scenario LIMIT 1;",
  };
  const olderOnes = released.slice(0, -1);
  it.each(olderOnes.flatMap((version) => Object.entries(faults).map(([name, sql]) => ({ version, name, sql }))))(
    "B5: at the end of the step from schema $version, $name leaves the file as it was, byte for byte",
    ({ version, sql }) => {
      const step = migrations[version]!;
      const broken = [...migrations.slice(0, version), { ...step, sql: step.sql + sql }];
      const file = copyOfGolden(version);
      const before = readFileSync(file);
      const { status, found } = openStore(options(file, { migrations: broken }));
      expect(found.kind).toBe("refused");
      expect(status.notice).toMatchObject({ code: "store-unavailable", reason: expect.stringContaining(`from schema version ${version} to ${version + 1}`) });
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(openStore(options(file)).found.kind).toBe("migrated");
    },
  );

  it("B25: a database that a newer Lodestone migrated meanwhile is not turned back", () => {
    const file = copyOfGolden(1);
    const db = connectFile(file);
    db.pragma(`user_version = ${newestVersion() + 1}`);
    expect(() => migrate(db, () => {})).toThrow(NewerSchema);
    expect(schemaVersion(db)).toBe(newestVersion() + 1);
    db.close();
  });

  it("B5: a fault while a new database is made leaves no file", () => {
    const file = join(temporaryFolder(), "lodestone.db");
    const broken = [{ ...migrations[0]!, sql: "CREATE TABLE store_info (x); INSERT INTO no_such_table VALUES (1);" }];
    expect(() => openStore(options(file, { migrations: broken }))).toThrow("no such table");
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it("B14: an older database that may not be changed is read in memory, by a connection that cannot write", () => {
    const file = goldenOf(1);
    const before = readFileSync(file);
    const opened = readStore(options(file));
    const opening = valueOf(opened);
    expect(JSON.parse(exportGolden(opening))).toEqual(JSON.parse(readFileSync(join(FIXTURES, "golden.json"), "utf8")));
    expect(errorOf(opening.store.setSettings({ theme: "light" }))).toEqual({ code: "store-read-only", file });
    expect(errorOf(opening.decks.create("Monday"))).toEqual({ code: "store-read-only", file });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("B5: where no backup can be made, nothing is migrated", () => {
    const file = copyOfGolden(1);
    const before = readFileSync(file);
    // A file in the place of the backup folder.
    copyFileSync(file, join(dirname(file), "backups"));
    const { status } = openStore(options(file));
    expect(status).toMatchObject({ mode: "memory-only", notice: { code: "store-unavailable" } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("B5: a damaged file of an older schema is salvaged in its own schema and then migrated", () => {
    const file = copyOfGolden(1);
    // Cut inside the last page: every row but the last ones can be read.
    truncateSync(file, statSync(file).size - 1);
    const opening = openStore(options(file));
    expect(opening.found).toMatchObject({ kind: "recovered", recovery: { base: "empty", salvaged: { scenarios: 3, drafts: 2 } } });
    expect(valueOf(opening.decks.list())).toEqual([]);
  });
});
