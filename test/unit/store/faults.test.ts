/** Surroundings that fail: full disk, read-only folder, file moved away, second process. Each is a value, nothing is lost, and the same call works once the fault is gone. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { connectFile } from "../../../electron/store/connection.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { StoreOpening } from "../../../electron/store/open-store.ts";
import { ScenarioStore } from "../../../electron/store/scenario-store.ts";
import { StoreSession } from "../../../electron/store/store-session.ts";
import { copyUnfinished } from "../../../electron/store/unfinished-journal.ts";
import type { StoreStatus } from "../../../shared/ipc/boot-info.ts";
import { runChild, startChild } from "./child-process.ts";
import { dataset, errorOf, labels, options, reserve, resultOf, statusQuo, temporaryFolder, valueOf } from "./store-fixture.ts";

function filled(folder = temporaryFolder()): StoreOpening & { readonly file: string; readonly id: string } {
  const file = join(folder, "lodestone.db");
  const opening = openStore(options(file));
  const { id } = valueOf(opening.store.create(labels("Kept"), statusQuo));
  valueOf(opening.store.save(id, reserve(90), resultOf(reserve(90))));
  return { ...opening, file, id };
}

/** Fills the draft until the store refuses. */
function writeUntilRefused(store: ScenarioStore, id: string): string {
  for (let n = 1; n < 10_000; n++) {
    const draft = store.saveDraft(id, {
      ...reserve(n),
      assumptions: Array.from({ length: 50 * n }, () => ({ mineral: "all", stage: "", key: "leak", value: n })),
    });
    if (!draft.ok) return draft.error.code;
  }
  throw new Error("never refused");
}

describe("a full disk", () => {
  it("B13: SQLITE_FULL refuses the write, keeps everything saved before, and the same write works once there is room", () => {
    const { store, file, id } = filled();
    store.close();
    const db = connectFile(file);
    const pages = Number(db.pragma("page_count", { simple: true }));
    db.pragma(`max_page_count = ${pages + 2}`);
    const small = new ScenarioStore(new StoreSession(db, file, "ready", () => 5), { dataset, now: () => 5, newId: () => "x" });
    expect(writeUntilRefused(small, id)).toBe("disk-full");
    const before = valueOf(small.open(id));
    expect(before).toMatchObject({ revision: 1, saved: reserve(90) });
    expect(errorOf(small.save(id, reserve(91), { ...resultOf(reserve(91)), minerals: bulk() }))).toEqual({ code: "disk-full", file });
    expect(valueOf(small.open(id))).toEqual(before);
    db.pragma("max_page_count = 1000000");
    expect(valueOf(small.save(id, reserve(91), { ...resultOf(reserve(91)), minerals: bulk() })).revision).toBe(2);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  });

  /** A folder on a disk of its own of 1 MB; null with the reason where the system allows none. */
  function smallDisk(): { readonly disk: string } | { readonly reason: string } {
    const disk = temporaryFolder();
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]);
    if (mounted.status !== 0) return { reason: `a small disk cannot be mounted here: ${mounted.error?.message ?? String(mounted.stderr).trim()}` };
    onTestFinished(() => void spawnSync("umount", ["-l", disk]));
    return { disk };
  }

  it("B13: where a full disk has no room for a recovery, nothing is moved; with room it is done", ({ skip }) => {
    const small = smallDisk();
    const disk = "reason" in small ? skip(small.reason) : small.disk;
    const { store, file } = filled(disk);
    store.close();
    writeFileSync(file, readFileSync(file).subarray(0, -1));
    const damaged = readFileSync(file);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, "filler"), Buffer.alloc(bavail * bsize));
    expect(openStore(options(file)).status).toEqual({ mode: "memory-only", file, notice: { code: "disk-full", file } });
    expect(readFileSync(file).equals(damaged)).toBe(true);
    expect(readdirSync(disk).toSorted()).toEqual(["filler", "lodestone.db"]);
    rmSync(join(disk, "filler"));
    expect(valueOf(openStore(options(file)).store.list())).toHaveLength(1);
  });

  it("B13: on a disk of 1 MB nothing acknowledged is lost and no good backup is replaced", ({ skip }) => {
    const small = smallDisk();
    const disk = "reason" in small ? skip(small.reason) : small.disk;
    // What a person would delete to make room.
    writeFileSync(join(disk, "ballast"), Buffer.alloc(300_000));
    const { store, backups, file, id } = filled(disk);
    const good = valueOf(backups.make());
    const goodBytes = readFileSync(join(backups.folder, good.name));
    expect(writeUntilRefused(store, id)).toBe("disk-full");
    const draft = valueOf(store.open(id)).draft;
    // Fill what is left, so that not even a small backup has room.
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - 8192)));
    expect(errorOf(backups.make()).code).toBe("disk-full");
    expect(readFileSync(join(backups.folder, good.name)).equals(goodBytes)).toBe(true);
    expect(readdirSync(backups.folder)).toEqual([good.name]);
    store.close();
    const full = openStore(options(file));
    expect(full.status.mode).toBe("ready");
    expect(valueOf(full.store.open(id))).toMatchObject({ saved: reserve(90), draft });
    rmSync(join(disk, "ballast"));
    expect(valueOf(full.store.save(id, reserve(91), resultOf(reserve(91)))).revision).toBe(2);
  });

  /** Some 300 kB that do not compress. */
  function bulk(): ReturnType<typeof resultOf>["minerals"] {
    const noise = Array.from({ length: 16_000 }, (_, i) => Math.sin(i * 12.9898) * 43758.5453);
    return { ree: { stages: {}, mineral: { noise } } };
  }
});

describe("read only", () => {
  const NOBODY = 65534;

  /** Runs as somebody who may not write; root would not be stopped by permission bits. */
  function runAsOther(file: string): { readonly answer: Record<string, unknown> } | { readonly reason: string } {
    const run = runChild("open-and-write", [file], process.getuid?.() === 0 ? NOBODY : null);
    if (run.error) return { reason: run.error.message };
    return run.status === 0 ? { answer: JSON.parse(run.stdout) as Record<string, unknown> } : { reason: run.stderr.trim().split("\n").at(-1) ?? "" };
  }

  it.for([
    { what: "file and folder", fileMode: 0o444, folderMode: 0o555 },
    { what: "folder", fileMode: 0o666, folderMode: 0o555 },
    { what: "file", fileMode: 0o444, folderMode: 0o777 },
  ])("B14: a read-only $what opens for reading, says so, and refuses every write", ({ fileMode, folderMode }, { skip }) => {
    const { store, file } = filled();
    store.close();
    const bytes = readFileSync(file);
    chmodSync(file, fileMode);
    chmodSync(dirname(file), folderMode);
    const run = runAsOther(file);
    chmodSync(dirname(file), 0o755);
    const answer = "reason" in run ? skip(`cannot run as another user here: ${run.reason}`) : run.answer;
    const readOnly = { code: "store-read-only", file };
    expect(answer).toEqual({ status: { mode: "read-only", file, notice: readOnly }, found: "read-only", titles: ["Kept"], write: readOnly, backup: readOnly });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual(["lodestone.db"]);
  });

  it.for([
    {
      what: "an older schema",
      lay: (folder: string) => cpSync(join(import.meta.dirname, "../../fixtures/store/schema-1.db"), join(folder, "lodestone.db")),
      scenarios: 3,
    },
    { what: "a WAL database", lay: layWal, scenarios: 1 },
    { what: "a journal to play back", lay: layJournal, scenarios: 1 },
  ])("B14: $what on a read-only disk is read from a copy in memory", ({ lay, scenarios }, { skip }) => {
    const folder = temporaryFolder();
    lay(folder);
    const before = contentOf(folder);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    const run = runAsOther(join(folder, "lodestone.db"));
    chmodSync(folder, 0o755);
    const answer = "reason" in run ? skip(`cannot run as another user here: ${run.reason}`) : run.answer;
    expect(answer).toMatchObject({ status: { mode: "read-only" }, write: { code: "store-read-only" } });
    expect(answer["titles"]).toHaveLength(scenarios);
    expect(contentOf(folder)).toEqual(before);
  });

  function layWal(folder: string): void {
    const { store, file } = filled(folder);
    store.close();
    const db = connectFile(file);
    db.pragma("journal_mode = WAL");
    db.exec("UPDATE scenario SET title = 'In the WAL'");
    const wal = readFileSync(`${file}-wal`);
    const bytes = readFileSync(file);
    db.close();
    writeFileSync(file, bytes);
    writeFileSync(`${file}-wal`, wal);
  }

  function layJournal(folder: string): void {
    const { store, file } = filled(folder);
    store.close();
    const db = connectFile(file);
    db.pragma("cache_size = 1");
    db.exec("BEGIN IMMEDIATE; UPDATE scenario SET notes = hex(randomblob(20000))");
    const [bytes, journal] = [readFileSync(file), readFileSync(`${file}-journal`)];
    db.exec("ROLLBACK");
    db.close();
    writeFileSync(file, bytes);
    writeFileSync(`${file}-journal`, journal);
  }

  const contentOf = (folder: string): Record<string, string> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]));
});

describe("the file moves", () => {
  it("B15: a write after the file was moved away is refused; with the file back, the same write works", () => {
    const { store, file, id } = filled();
    renameSync(file, `${file}.away`);
    expect(errorOf(store.saveDraft(id, reserve(120)))).toEqual({ code: "store-moved", file });
    expect(valueOf(store.open(id))).toMatchObject({ revision: 1, draft: null });
    renameSync(`${file}.away`, file);
    valueOf(store.saveDraft(id, reserve(120)));
    expect(valueOf(store.open(id)).draft?.document).toEqual(reserve(120));
  });

  it("B15: a write after the folder was deleted is refused, and what was read stays readable", () => {
    const { store, file, id } = filled();
    rmSync(dirname(file), { recursive: true });
    mkdirSync(dirname(file));
    expect(errorOf(store.saveDraft(id, reserve(120))).code).toBe("store-moved");
    expect(valueOf(store.list()).map(({ title }) => title)).toEqual(["Kept"]);
  });
});

describe("two processes", () => {
  it("B16: while another process holds the file, reads and writes wait and then say busy; afterwards the same write works", async () => {
    const { store, file, id } = filled();
    store.close();
    const impatient = openStore(options(file, { busyTimeoutMs: 100 }));
    const other = startChild("hold-lock", [file]);
    const exited = new Promise((resolve) => other.on("exit", resolve));
    await new Promise((resolve) => other.stdout.once("data", resolve));
    expect(errorOf(impatient.store.saveDraft(id, reserve(120)))).toEqual({ code: "store-busy", file });
    const late = openStore(options(file, { busyTimeoutMs: 100 }));
    expect(late).toMatchObject({ found: { kind: "refused" }, status: { mode: "memory-only", notice: { code: "store-busy" } } });
    other.stdin.end();
    await exited;
    valueOf(impatient.store.saveDraft(id, reserve(120)));
    expect(valueOf(impatient.store.open(id)).draft?.document).toEqual(reserve(120));
  });

  it("B23: the journal of a transaction that another process is in is left to that process", () => {
    const { store, file } = filled();
    store.close();
    const other = connectFile(file);
    other.exec("BEGIN IMMEDIATE; UPDATE scenario SET notes = 'being written'");
    expect(existsSync(`${file}-journal`)).toBe(true);
    expect(copyUnfinished(file, 5, 50)).toBeNull();
    other.exec("ROLLBACK");
    other.pragma("cache_size = 1");
    // More than fits the cache: pages go to the file before the commit, and readers wait.
    other.exec("BEGIN IMMEDIATE; UPDATE scenario SET notes = hex(randomblob(200000)), title = 'being written'");
    expect(() => copyUnfinished(file, 5, 50)).toThrow("database is locked");
    other.exec("ROLLBACK");
    other.close();
    expect(readdirSync(dirname(file))).toEqual(["lodestone.db"]);
  });

  it("B24: of two starts that find the same damage, the second uses what the first has put in its place", () => {
    const { store, file } = filled();
    store.close();
    const good = join(temporaryFolder(), "good.db");
    cpSync(file, good);
    writeFileSync(file, "junk");
    let isFirst = true;
    // The clock is read after the damage was found and before anything is moved.
    const now = (): number => {
      if (isFirst) renameSync(file, `${file}.damaged`);
      if (isFirst) cpSync(good, file);
      isFirst = false;
      return 5;
    };
    const opening = openStore(options(file, { now }));
    expect(opening).toMatchObject({ found: { kind: "opened" }, status: { mode: "ready", notice: null } });
    expect(valueOf(opening.store.list()).map(({ title }) => title)).toEqual(["Kept"]);
    expect(readdirSync(dirname(file)).toSorted()).toEqual(["lodestone.db", "lodestone.db.damaged"]);
  });

  it("B16: a commit that another reader holds up is taken back, and the list with it", () => {
    const { store, file, id } = filled();
    store.close();
    const impatient = openStore(options(file, { busyTimeoutMs: 50 })).store;
    const before = valueOf(impatient.list());
    const reader = connectFile(file);
    reader.exec("BEGIN; SELECT * FROM scenario");
    expect(errorOf(impatient.trash([id]))).toEqual({ code: "store-busy", file });
    expect(valueOf(impatient.list())).toEqual(before);
    reader.exec("COMMIT");
    expect(valueOf(impatient.trash([id]))[0]?.trashedAt).not.toBeNull();
  });

  it("B16: two stores on one file see each other's work, and revisions number on", () => {
    const { store, file, id } = filled();
    const second = openStore(options(file)).store;
    expect(valueOf(second.save(id, reserve(91), resultOf(reserve(91)))).revision).toBe(2);
    expect(valueOf(store.save(id, reserve(92), resultOf(reserve(92)))).revision).toBe(3);
    expect(valueOf(second.open(id)).revisions.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it("B1: processes that make the same new database at once end up with one, set nothing aside, and lose no write", async () => {
    const file = join(temporaryFolder(), "lodestone.db");
    const runs = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const run = startChild("open-and-write", [file]);
        const chunks: Buffer[] = [];
        run.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
        await new Promise((resolve) => run.on("close", resolve));
        return JSON.parse(Buffer.concat(chunks).toString()) as { readonly write: unknown; readonly status: StoreStatus };
      }),
    );
    expect(runs.map(({ write }) => write)).toEqual(["ok", "ok", "ok", "ok"]);
    // On a machine so busy that the others hold the file beyond the waiting time, a process says so and stays in memory; nobody's write is lost unsaid.
    const [ready, refused] = [runs.filter(({ status }) => status.mode === "ready"), runs.filter(({ status }) => status.mode !== "ready")];
    expect(refused.map(({ status }) => [status.mode, status.notice?.code])).toEqual(refused.map(() => ["memory-only", "store-busy"]));
    expect(ready.length).toBeGreaterThan(0);
    expect(valueOf(openStore(options(file)).store.list())).toHaveLength(ready.length);
    expect(readdirSync(dirname(file)).toSorted()).toEqual(["backups", "lodestone.db"]);
  });
});
