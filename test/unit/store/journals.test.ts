/** What a commit that was cut off leaves behind, and journals that are not what they seem. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import { contentOf, everything, expectKept, expectTruth, IN_ALL, IN_BACKUP, lay, recoveryOf, sound } from "./damage-kit.ts";
import { options } from "./store-fixture.ts";

describe("journals", () => {
  /** Database and journal as a kill in the middle of a commit leaves them: pages already written, journal not yet deleted. */
  function unfinished(): { readonly database: Buffer; readonly journal: Buffer } {
    const { file } = lay(sound);
    const db = new Database(file);
    db.pragma("cache_size = 1");
    db.exec(`
      BEGIN IMMEDIATE;
      UPDATE scenario SET notes = hex(randomblob(20000)), title = 'Half written';
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
        INSERT INTO setting SELECT 'junk' || i, '"' || hex(randomblob(500)) || '"' FROM n`);
    const state = { database: readFileSync(file), journal: readFileSync(`${file}-journal`) };
    db.exec("ROLLBACK");
    db.close();
    expect(state.database.equals(sound)).toBe(false);
    return state;
  }

  it("B10: an unfinished transaction is rolled back by its journal, and nothing is left over", () => {
    const { database, journal } = unfinished();
    const { file, folder } = lay(database);
    writeFileSync(`${file}-journal`, journal);
    const opening = openStore(options(file));
    expect(opening.found).toEqual({ kind: "opened" });
    expect(contentOf(opening)).toEqual(everything);
    expect(expectTruth(opening)).toBe(IN_ALL);
    expect(readdirSync(folder)).toEqual(["lodestone.db"]);
  });

  it("B10: a half-written database without its journal is damage, and is set aside", () => {
    const { database } = unfinished();
    const { file } = lay(database, true);
    const opening = openStore(options(file));
    expectKept(recoveryOf(opening), file, database);
    expect(expectTruth(opening)).toBeGreaterThanOrEqual(IN_BACKUP);
  });

  it("B10: a journal of another state of the file is found out and set aside with the file; nothing is lost", () => {
    const { journal } = unfinished();
    // The database went on since: its pages stand elsewhere than the journal believes.
    const { file } = lay(sound);
    const db = new Database(file);
    db.exec("UPDATE scenario SET notes = hex(randomblob(30000)); UPDATE scenario SET notes = ''; VACUUM");
    db.close();
    const later = readFileSync(file);
    writeFileSync(`${file}-journal`, journal);
    const opening = openStore(options(file));
    const recovery = recoveryOf(opening);
    expect(recovery.base).toBe("without-journal");
    expect(readFileSync(join(recovery.keptIn!, "before-rollback", "lodestone.db")).equals(later)).toBe(true);
    expect(readFileSync(join(recovery.keptIn!, "before-rollback", "lodestone.db-journal")).equals(journal)).toBe(true);
    expect(expectTruth(opening)).toBe(IN_ALL);
  });

  it("B10: a journal without a database is set aside, not deleted by SQLite", () => {
    const { journal } = unfinished();
    const { file } = lay(sound);
    const alone = join(dirname(file), "alone.db");
    writeFileSync(`${alone}-journal`, journal);
    const recovery = recoveryOf(openStore(options(alone)));
    expect(recovery).toMatchObject({ problem: "it is missing", base: "empty" });
    expect(readFileSync(join(recovery.keptIn!, "alone.db-journal")).equals(journal)).toBe(true);
    expect(existsSync(`${alone}-journal`)).toBe(false);
  });

  it("B10: junk in the place of the journal does no harm", () => {
    const { file } = lay(sound);
    writeFileSync(`${file}-journal`, "junk".repeat(2000));
    const opening = openStore(options(file));
    expect(opening.found.kind).toBe("opened");
    expect(expectTruth(opening)).toBe(IN_ALL);
  });
});
