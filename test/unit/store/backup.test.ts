import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backupsToDelete, isBackupDue } from "../../../electron/store/backup-policy.ts";
import type { BackupStamp } from "../../../electron/store/backup-policy.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { StoreOpening } from "../../../electron/store/open-store.ts";
import { errorOf, labels, options, reserve, resultOf, statusQuo, temporaryFolder, valueOf } from "./store-fixture.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2027, 0, 31, 12);
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const stamps = fc
  .array(fc.record({ hoursAgo: fc.integer({ min: 0, max: 24 * 30 }), kind: fc.constantFrom("rotation", "manual", "before-migration", "before-restore") }), {
    maxLength: 40,
  })
  .map((list) => list.map(({ hoursAgo, kind }, i): BackupStamp => ({ name: `b${i}`, madeAt: NOON - hoursAgo * HOUR - i, kind })));

describe("rotation", () => {
  it("B11: keeps at most ten, three of today and one of an earlier day beside the ways back, and never gives up the newest", () => {
    fc.assert(
      fc.property(stamps, (backups) => {
        const gone = new Set(backupsToDelete(backups, NOON, dayOf));
        const kept = backups.filter(({ name }) => !gone.has(name));
        const newest = (list: readonly BackupStamp[]): BackupStamp | undefined => list.toSorted((a, b) => b.madeAt - a.madeAt)[0];
        const waysBack = [
          newest(backups),
          newest(backups.filter(({ kind }) => kind === "before-migration")),
          newest(backups.filter(({ kind }) => kind === "before-restore")),
        ];
        for (const way of waysBack) expect(way === undefined || !gone.has(way.name)).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(10);
        const ordinary = kept.filter((backup) => !waysBack.includes(backup));
        for (const day of new Set(ordinary.map(({ madeAt }) => dayOf(madeAt)))) {
          expect(ordinary.filter(({ madeAt }) => dayOf(madeAt) === day).length).toBeLessThanOrEqual(day === dayOf(NOON) ? 3 : 1);
        }
      }),
    );
  });

  it("B11: keeps the last backup of each of the latest days as long as there is room", () => {
    fc.assert(
      fc.property(stamps, (backups) => {
        const gone = new Set(backupsToDelete(backups, NOON, dayOf));
        const kept = backups.filter(({ name }) => !gone.has(name));
        const lastOfDay = new Map<string, BackupStamp>();
        for (const backup of backups.toSorted((a, b) => a.madeAt - b.madeAt)) lastOfDay.set(dayOf(backup.madeAt), backup);
        const lost = [...lastOfDay.values()].filter(({ name }) => gone.has(name));
        expect(lost.length === 0 || kept.length === 10).toBe(true);
      }),
    );
  });

  it("B11: rotating again gives up nothing more", () => {
    fc.assert(
      fc.property(stamps, (backups) => {
        const gone = new Set(backupsToDelete(backups, NOON, dayOf));
        expect(
          backupsToDelete(
            backups.filter(({ name }) => !gone.has(name)),
            NOON,
            dayOf,
          ),
        ).toEqual([]);
      }),
    );
  });

  it("B11: a backup is due a quarter of an hour after the last one, and only after a change", () => {
    const made = [{ name: "b", madeAt: NOON, kind: "rotation" as const }];
    expect(isBackupDue([], NOON, NOON)).toBe(true);
    expect(isBackupDue(made, NOON + 1, NOON + HOUR / 4 - 1)).toBe(false);
    expect(isBackupDue(made, NOON + 1, NOON + HOUR / 4)).toBe(true);
    expect(isBackupDue(made, NOON - 1, NOON + HOUR)).toBe(false);
  });
});

function openWithScenario(): StoreOpening & { readonly file: string; readonly id: string } {
  const file = join(temporaryFolder(), "lodestone.db");
  const opening = openStore(options(file));
  const { id } = valueOf(opening.store.create(labels("First"), statusQuo));
  valueOf(opening.store.save(id, reserve(90), resultOf(reserve(90))));
  return { ...opening, file, id };
}

const titles = ({ store }: Pick<StoreOpening, "store">): readonly string[] => valueOf(store.list()).map(({ title }) => title);

describe("backups", () => {
  it("B11: a backup is listed with its size, newest first, and is one whole database", () => {
    const { backups, store } = openWithScenario();
    valueOf(backups.make());
    valueOf(store.create(labels("Second"), statusQuo));
    const second = valueOf(backups.make("rotation"));
    const listed = valueOf(backups.list());
    expect(listed.map(({ kind }) => kind)).toEqual(["rotation", "manual"]);
    expect(listed[0]).toEqual(second);
    expect(statSync(join(backups.folder, second.name)).size).toBe(second.bytes);
    expect(titles(openStore(options(join(backups.folder, second.name))))).toEqual(["Second", "First"]);
  });

  it("B11: only files that are backups of this database are listed", () => {
    const { backups, file } = openWithScenario();
    valueOf(backups.make());
    const folder = join(dirname(file), "backups");
    for (const name of ["notes.txt", "other-20270131T100000000Z-manual.db", "lodestone-2027-manual.db", ".lodestone-20270131T100000000Z-manual.db.x.tmp"]) {
      writeFileSync(join(folder, name), "x");
    }
    expect(valueOf(backups.list())).toHaveLength(1);
  });

  it("B12: restoring puts the backup in place, and restoring the state before undoes it", () => {
    const { backups, store, file, id } = openWithScenario();
    const { name } = valueOf(backups.make());
    valueOf(store.create(labels("Second"), statusQuo));
    const before = valueOf(backups.restore(name));
    expect(before.kind).toBe("before-restore");
    expect(titles({ store })).toEqual(["First"]);
    valueOf(store.saveDraft(id, reserve(1)));
    valueOf(backups.restore(before.name));
    expect(titles({ store })).toEqual(["Second", "First"]);
    store.close();
    expect(titles(openStore(options(file)))).toEqual(["Second", "First"]);
  });

  it("B26: starting empty leaves no scenario, and restoring the state before undoes it", () => {
    const { backups, store, file } = openWithScenario();
    const before = valueOf(backups.startEmpty());
    expect(before.kind).toBe("before-restore");
    expect(titles({ store })).toEqual([]);
    store.close();
    const again = openStore(options(file));
    expect([again.found, titles(again)]).toEqual([{ kind: "opened" }, []]);
    valueOf(again.backups.restore(before.name));
    expect(titles(again)).toEqual(["First"]);
    expect(readdirSync(dirname(file)).toSorted()).toEqual(["backups", "lodestone.db"]);
  });

  it("B12: a damaged, newer or unknown backup is refused, and the present state stays", () => {
    const { backups, store, file } = openWithScenario();
    const folder = join(dirname(file), "backups");
    mkdirSync(folder);
    const half = "lodestone-20270131T100000000Z-manual.db";
    writeFileSync(join(folder, half), readFileSync(file).subarray(0, 3 * 4096));
    const newer = "lodestone-20270131T100000001Z-manual.db";
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(99, 60);
    writeFileSync(join(folder, newer), bytes);
    expect([half, newer, "nothing"].map((name) => errorOf(backups.restore(name)).code)).toEqual(["backup-unusable", "backup-unusable", "backup-unusable"]);
    expect(titles({ store })).toEqual(["First"]);
    expect(readdirSync(dirname(file)).toSorted()).toEqual(["backups", "lodestone.db"]);
    expect(existsSync(join(folder, half))).toBe(true);
  });

  it("B11: makeIfDue makes one after a change and none without", () => {
    const file = join(temporaryFolder(), "lodestone.db");
    let time = Date.now() + 1000;
    const { store, backups } = openStore(options(file, { now: () => time }));
    valueOf(store.create(labels("First"), statusQuo));
    expect(valueOf(backups.makeIfDue())).toMatchObject({ kind: "rotation" });
    time += HOUR;
    expect(valueOf(backups.makeIfDue())).toBeNull();
  });
});
