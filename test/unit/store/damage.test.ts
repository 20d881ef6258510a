/** The corruption table: each kind of damage lands in its named outcome, and nothing of it is deleted. */
import { existsSync, readFileSync, readdirSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import { storeChoices } from "../../../shared/ipc/store-opening.ts";
import { contentOf, everything, expectKept, expectTruth, ids, IN_ALL, IN_BACKUP, lay, PAGE, recoveryOf, sound } from "./damage-kit.ts";
import { options, reserve, valueOf } from "./store-fixture.ts";

describe("damage", () => {
  it("B8: a file cut short at any page is set aside, and every revision that is left is kept", { timeout: 300_000 }, () => {
    const kept: number[] = [];
    for (let pages = 0; pages < sound.length / PAGE; pages++) {
      const cut = sound.subarray(0, pages * PAGE);
      const { file } = lay(cut);
      const opening = openStore(options(file));
      const recovery = recoveryOf(opening);
      expect(recovery.base).toBe("empty");
      expectKept(recovery, file, cut);
      // Nothing was there before: what was added is what there is.
      expect(recovery.holds).toEqual(recovery.salvaged);
      expect(opening.status).toMatchObject({ mode: "ready", notice: { code: "store-damaged", keptIn: recovery.keptIn } });
      kept.push(expectTruth(opening));
    }
    expect(kept[0]).toBe(0);
    expect(Math.max(...kept)).toBeGreaterThanOrEqual(IN_ALL - 2);
  });

  it("B8: with a backup, nothing that the backup holds is missing, and newer readable revisions are added", { timeout: 300_000 }, () => {
    for (let pages = 0; pages < sound.length / PAGE; pages += 3) {
      const { file } = lay(sound.subarray(0, pages * PAGE), true);
      const opening = openStore(options(file));
      expect(recoveryOf(opening)).toMatchObject({ base: "backup", backup: { name: "lodestone-20270131T100000000Z-manual.db", kind: "manual" } });
      expect(expectTruth(opening)).toBeGreaterThanOrEqual(IN_BACKUP);
    }
  });

  it("B8: a last page cut inside is damage too, although SQLite would fill it with zeros", () => {
    for (const missing of [1, 100, PAGE - 1]) {
      const cut = sound.subarray(0, sound.length - missing);
      const { file } = lay(cut);
      expectKept(recoveryOf(openStore(options(file))), file, cut);
    }
  });

  it("B8: a flipped page is set aside or held no content; what is shown is what was saved", { timeout: 300_000 }, () => {
    const outcomes = new Set<string>();
    for (let page = 0; page < sound.length / PAGE; page++) {
      const flipped = Buffer.from(sound);
      for (let i = page * PAGE; i < (page + 1) * PAGE; i++) flipped[i]! ^= 0xff;
      const { file } = lay(flipped, true);
      const opening = openStore(options(file));
      outcomes.add(opening.found.kind);
      const isRecovered = opening.found.kind === "recovered";
      if (isRecovered) expectKept(recoveryOf(opening), file, flipped);
      expect(expectTruth(opening)).toBeGreaterThanOrEqual(isRecovered ? IN_BACKUP : 0);
    }
    // "opened": the page was free.
    expect([...outcomes].filter((kind) => kind !== "opened")).toEqual(["recovered"]);
  });

  it("B9: a flipped bit inside a value never shows as another number", { timeout: 300_000 }, () => {
    for (let at = 3 * PAGE + 17; at < sound.length; at += 2741) {
      const flipped = Buffer.from(sound);
      flipped[at]! ^= 0x04;
      expectTruth(openStore(options(lay(flipped).file)));
    }
  });

  it("B8: junk in the place of the database", () => {
    const junk = Buffer.from("these are not the scenarios you are looking for\n".repeat(500));
    const { file } = lay(junk, true);
    const opening = openStore(options(file));
    expect(recoveryOf(opening)).toMatchObject({ problem: "it is not a database", base: "backup", salvaged: { scenarios: 0, revisions: 0, drafts: 0 } });
    expectKept(recoveryOf(opening), file, junk);
    expect(expectTruth(opening)).toBe(IN_BACKUP);
  });

  const withoutHeader = (content: Buffer): Buffer => Buffer.concat([Buffer.alloc(100), content.subarray(100)]);

  it("B8: a zeroed header is mended in a copy, and everything is read", () => {
    const zeroed = withoutHeader(sound);
    const { file } = lay(zeroed);
    const opening = openStore(options(file));
    expect(recoveryOf(opening)).toMatchObject({ base: "empty", salvaged: { scenarios: 3, revisions: IN_ALL, drafts: 1 }, unreadableRows: 0 });
    expectKept(recoveryOf(opening), file, zeroed);
    expect(valueOf(opening.store.open(ids[0]!)).draft?.document).toEqual(reserve(300));
    expect(expectTruth(opening)).toBe(IN_ALL);
  });

  it("B8: what can be read of the damaged file brings the backup up to date", () => {
    const opening = openStore(options(lay(withoutHeader(sound), true).file));
    expect(recoveryOf(opening)).toMatchObject({ base: "backup", salvaged: { scenarios: 0, revisions: IN_ALL - IN_BACKUP, drafts: 1 } });
    expect(recoveryOf(opening).holds).toEqual({ scenarios: 3, revisions: IN_ALL, drafts: 1 });
    expect(contentOf(opening)).toEqual(everything);
  });

  it("B8: a revision whose result is damaged is not taken over; the others are", () => {
    const { file } = lay(sound);
    const db = new Database(file);
    db.exec(`
      DROP TRIGGER revision_body_no_update;
      UPDATE revision_body SET result = CAST(substr(result, 1, 200) || x'00' || substr(result, 202) AS BLOB) WHERE revision_id = 2`);
    db.close();
    const damaged = withoutHeader(readFileSync(file));
    const opening = openStore(options(lay(damaged).file));
    expect(recoveryOf(opening)).toMatchObject({ salvaged: { revisions: IN_ALL - 1 }, unreadableRows: 1 });
    expect(expectTruth(opening)).toBe(IN_ALL - 1);
  });

  it("B8, B30: between two damaged pages, rows that lie millions of ids apart are found by the index, and each lost one is counted", () => {
    const { file } = lay(sound);
    const db = new Database(file);
    const insert = db.prepare(`
      INSERT INTO scenario (rowid, id, title, notes, tags, question, hypothesis, findings, decision, search_text, created_at, labelled_at)
      VALUES (?, ?, ?, printf('%.200c', 'x'), '[]', '', '', '', '', '', 1, 1)`);
    db.transaction(() => {
      for (let n = 1; n <= 300; n++) insert.run(n * 1_000_000, `far-${n}`, `Title ${n}.`);
    })();
    db.close();
    const damaged = readFileSync(file);
    // The last place is that of the row; where a page was split, the root keeps old bytes.
    const pageOf = (n: number): number => Math.floor(damaged.lastIndexOf(`Title ${n}.`) / PAGE);
    const pages = Array.from({ length: 300 }, (_, i) => pageOf(i + 1));
    const broken = new Set([pageOf(100), pageOf(200)]);
    for (const page of broken) damaged.fill(0xff, page * PAGE, (page + 1) * PAGE);
    const lost = pages.filter((page) => broken.has(page)).length;
    expect(lost).toBeGreaterThan(2);
    const { salvaged, unreadableRows } = recoveryOf(openStore(options(lay(damaged).file)));
    expect({ scenarios: salvaged.scenarios, unreadableRows }).toEqual({ scenarios: 3 + 300 - lost, unreadableRows: lost });
  });

  it("B8: recovery leaves the database, what it set aside, and nothing else", () => {
    const { file, folder } = lay(withoutHeader(sound), true);
    const { keptIn } = recoveryOf(openStore(options(file)));
    expect(readdirSync(folder).toSorted()).toEqual(["backups", basename(keptIn!), "lodestone.db"]);
  });

  it("B8: a scenario whose tags are damaged keeps its title and revisions", () => {
    const { file } = lay(sound);
    const db = new Database(file);
    db.pragma("ignore_check_constraints = ON");
    db.exec(`UPDATE scenario SET tags = '["half'`);
    db.close();
    const opening = openStore(options(file));
    expect(recoveryOf(opening)).toMatchObject({ problem: "malformed JSON", unreadableRows: 0 });
    expect(contentOf(opening)).toEqual(everything);
  });

  it("B8: revisions whose scenario is lost are kept under a title that says so", () => {
    const { file } = lay(sound);
    const db = new Database(file);
    db.pragma("foreign_keys = OFF");
    db.exec("DELETE FROM scenario; PRAGMA user_version = 0");
    db.close();
    const opening = openStore(options(file));
    expect(recoveryOf(opening).salvaged).toMatchObject({ revisions: IN_ALL });
    const titles = valueOf(opening.store.list()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(ids.map((id) => `Recovered scenario ${id}`).toSorted());
    expect(expectTruth(opening)).toBe(IN_ALL);
  });

  it("B8: a database of ours without a schema version is damage, not an old one", () => {
    const { file } = lay(sound);
    const db = new Database(file);
    db.pragma("user_version = 0");
    db.close();
    const opening = openStore(options(file));
    expect(recoveryOf(opening)).toMatchObject({ problem: "it holds no schema", unreadableRows: 0 });
    expect(contentOf(opening)).toEqual(everything);
  });

  it("B8: an empty file counts as lost", () => {
    const { file } = lay(Buffer.alloc(0), true);
    const opening = openStore(options(file));
    expect(recoveryOf(opening)).toMatchObject({ problem: "it is empty", base: "backup" });
    expect(expectTruth(opening)).toBe(IN_BACKUP);
  });

  it("B8: a missing file with backups is restored from the newest, and said to be missing", () => {
    const { file, folder } = lay(sound, true);
    renameSync(file, join(folder, "moved-away.db"));
    const opening = openStore(options(file));
    expect(opening.status).toMatchObject({ mode: "ready", notice: { code: "store-missing", file } });
    expect(recoveryOf(opening)).toMatchObject({ problem: "it is missing", keptIn: null, base: "backup" });
    expect(expectTruth(opening)).toBe(IN_BACKUP);
  });

  it("B8: a damaged backup is passed over for the next one, and stays where it is", () => {
    const { file, folder } = lay(Buffer.alloc(0), true);
    const newest = join(folder, "backups", "lodestone-20270131T110000000Z-manual.db");
    writeFileSync(newest, sound.subarray(0, 5 * PAGE));
    expect(recoveryOf(openStore(options(file))).backup?.name).toBe("lodestone-20270131T100000000Z-manual.db");
    expect(existsSync(newest)).toBe(true);
  });

  it("B8: the recovery screen offers no deletion", () => {
    const { file } = lay(Buffer.alloc(0), true);
    const { found } = openStore(options(file));
    expect(storeChoices(found, 1)).toEqual(["open-folder", "restore-backup", "export-all", "start-empty", "continue"]);
  });

  it("B8: a truncated file is not opened for writing by accident", () => {
    const { file } = lay(sound);
    truncateSync(file, 150);
    expect(recoveryOf(openStore(options(file))).keptIn).not.toBeNull();
  });
});
