/** The corruption table: each kind of damage lands in its named outcome, and nothing of it is deleted. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import type { StoreOpening } from "../../../electron/store/open-store.ts";
import { storeChoices } from "../../../shared/ipc/store-opening.ts";
import type { StoreRecovery } from "../../../shared/ipc/store-opening.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import { labels, options, reserve, resultOf, statusQuo, temporaryFolder, valueOf } from "./store-fixture.ts";

const PAGE = 4096;

/** A wide result, so that every revision spreads over several pages. */
function wideResult(seed: number): RunResult {
  const base = resultOf(reserve(seed), seed);
  const minerals = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`m${i}`, resultOf(statusQuo, seed + i / 10).minerals["ree"]!]));
  return { ...base, minerals };
}

const SCENARIOS = ["Reserve first", "Build at home", "Recycle"] as const;
let sound: Buffer;
let backup: Buffer;
let everything: unknown;
const results = new Map<string, RunResult>();
/** Scenario ids in the order they were made. */
const ids: string[] = [];

/** Revisions in the backup, and in the sound database, which went on from it. */
const IN_BACKUP = 8;
const IN_ALL = 10;

beforeAll(() => {
  const file = join(temporaryFolder(), "lodestone.db");
  const opening = openStore(options(file));
  const { store, backups, decks } = opening;
  const save = (id: string, number: number, seed: number): void => {
    const result = wideResult(seed);
    results.set(`${id}/${number}`, result);
    valueOf(store.save(id, reserve(seed), result));
  };
  for (const [i, title] of SCENARIOS.entries()) {
    const { id } = valueOf(store.create(labels(title), statusQuo));
    ids.push(id);
    for (let n = 1; n <= (i === 2 ? 2 : 3); n++) save(id, n, i * 10 + n);
  }
  const deck = valueOf(decks.create("Monday", [{ scenario: { id: ids[0]!, revision: 1 }, view: { screen: "explore", settings: {} }, notes: "" }]));
  valueOf(store.saveDraft(ids[0]!, reserve(200)));
  valueOf(store.saveDraft(ids[1]!, reserve(201)));
  backup = readFileSync(join(backups.folder, valueOf(backups.make()).name));
  // Everything of the backup that can change has changed since.
  valueOf(store.saveDraft(ids[0]!, reserve(300)));
  save(ids[1]!, 4, 14);
  save(ids[2]!, 3, 23);
  valueOf(store.setLabels(ids[0]!, { title: "Reserve first, revised" }));
  valueOf(store.trash([ids[2]!]));
  valueOf(store.setSettings({ theme: "dark" }));
  valueOf(decks.update({ ...deck, items: [] }));
  valueOf(decks.update({ ...deck, title: "Tuesday", items: [...deck.items, ...deck.items] }));
  everything = contentOf(opening);
  store.close();
  sound = readFileSync(file);
});

/** All that a person made, as it is shown. */
function contentOf({ store, decks }: StoreOpening): unknown {
  const scenarios = valueOf(store.list()).map((summary) => ({ summary, opened: valueOf(store.open(summary.id)) }));
  return { scenarios, settings: valueOf(store.settings()), decks: valueOf(decks.list()).map(({ id }) => valueOf(decks.open(id))) };
}

interface Laid {
  readonly file: string;
  readonly folder: string;
}

function lay(content: Buffer, withBackup = false): Laid {
  const folder = temporaryFolder();
  const file = join(folder, "lodestone.db");
  writeFileSync(file, content);
  if (withBackup) {
    mkdirSync(join(folder, "backups"));
    writeFileSync(join(folder, "backups", "lodestone-20270131T100000000Z-manual.db"), backup);
  }
  return { file, folder };
}

const recoveryOf = ({ found }: StoreOpening): StoreRecovery => {
  if (found.kind !== "recovered") throw new Error(`expected a recovery, found ${found.kind}`);
  return found.recovery;
};

/** Whatever is shown of a revision is what was saved, a recovered store shows all it holds, and it takes new work. Answers how many revisions are there. */
function expectTruth({ store, found }: StoreOpening): number {
  let revisions = 0;
  const refused = new Set<string>();
  for (const { id } of valueOf(store.list())) {
    const opened = store.open(id);
    if (!opened.ok) {
      refused.add(opened.error.code);
      continue;
    }
    for (const { number } of opened.value.revisions) {
      const stored = store.revision(id, number);
      if (!stored.ok) {
        refused.add(stored.error.code);
        continue;
      }
      expect(stored.value.result).toStrictEqual(results.get(`${id}/${number}`));
      revisions++;
    }
  }
  expect([...refused].filter((code) => code !== "scenario-unreadable" || found.kind === "recovered")).toEqual([]);
  valueOf(store.create(labels("After"), statusQuo));
  store.close();
  return revisions;
}

/** The damaged file lies in its folder, byte for byte. */
function expectKept(recovery: StoreRecovery, file: string, content: Buffer): void {
  expect(readFileSync(join(recovery.keptIn!, basename(file))).equals(content)).toBe(true);
}

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
});

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

  it("B8: a truncated file is not opened for writing by accident", () => {
    const { file } = lay(sound);
    truncateSync(file, 150);
    expect(recoveryOf(openStore(options(file))).keptIn).not.toBeNull();
  });
});
