/** A store with some history, as bytes, to be damaged in every way, and what must hold of whatever becomes of it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import type { StoreOpening } from "../../../electron/store/open-store.ts";
import type { StoreRecovery } from "../../../shared/ipc/store-opening.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import { labels, options, reserve, resultOf, statusQuo, temporaryFolder, valueOf } from "./store-fixture.ts";

export const PAGE = 4096;

/** Revisions in the backup, and in the sound database, which went on from it. */
export const IN_BACKUP = 8;
export const IN_ALL = 10;

/** A wide result, so that every revision spreads over several pages. */
function wideResult(seed: number): RunResult {
  const base = resultOf(reserve(seed), seed);
  const minerals = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`m${i}`, resultOf(statusQuo, seed + i / 10).minerals["ree"]!]));
  return { ...base, minerals };
}

const SCENARIOS = ["Reserve first", "Build at home", "Recycle"] as const;

interface Made {
  /** The database, and the backup that was made before its last changes. */
  readonly sound: Buffer;
  readonly backup: Buffer;
  /** What the sound database shows. */
  readonly everything: unknown;
  /** "id/revision" → what was saved. */
  readonly results: ReadonlyMap<string, RunResult>;
  /** Scenario ids in the order they were made. */
  readonly ids: readonly string[];
}

function make(): Made {
  const results = new Map<string, RunResult>();
  const ids: string[] = [];
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
  const backup = readFileSync(join(backups.folder, valueOf(backups.make()).name));
  // Everything of the backup that can change has changed since.
  valueOf(store.saveDraft(ids[0]!, reserve(300)));
  save(ids[1]!, 4, 14);
  save(ids[2]!, 3, 23);
  valueOf(store.setLabels(ids[0]!, { title: "Reserve first, revised" }));
  valueOf(store.trash([ids[2]!]));
  valueOf(store.setSettings({ theme: "dark" }));
  valueOf(decks.update({ ...deck, items: [] }));
  valueOf(decks.update({ ...deck, title: "Tuesday", items: [...deck.items, ...deck.items] }));
  const everything = contentOf(opening);
  store.close();
  return { sound: readFileSync(file), backup, everything, results, ids };
}

/** All that a person made, as it is shown. */
export function contentOf({ store, decks }: StoreOpening): unknown {
  const scenarios = valueOf(store.list()).map((summary) => ({ summary, opened: valueOf(store.open(summary.id)) }));
  return { scenarios, settings: valueOf(store.settings()), decks: valueOf(decks.list()).map(({ id }) => valueOf(decks.open(id))) };
}

export const { sound, backup, everything, results, ids } = make();

export interface Laid {
  readonly file: string;
  readonly folder: string;
}

/** Puts a database into a folder of its own. */
export function lay(content: Buffer, withBackup = false): Laid {
  const folder = temporaryFolder();
  const file = join(folder, "lodestone.db");
  writeFileSync(file, content);
  if (withBackup) {
    mkdirSync(join(folder, "backups"));
    writeFileSync(join(folder, "backups", "lodestone-20270131T100000000Z-manual.db"), backup);
  }
  return { file, folder };
}

export const recoveryOf = ({ found }: StoreOpening): StoreRecovery => {
  if (found.kind !== "recovered") throw new Error(`expected a recovery, found ${found.kind}`);
  return found.recovery;
};

/** Whatever is shown of a revision is what was saved, a recovered store shows all it holds, and it takes new work. Answers how many revisions are there. */
export function expectTruth({ store, found }: StoreOpening): number {
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
export function expectKept(recovery: StoreRecovery, file: string, content: Buffer): void {
  expect(readFileSync(join(recovery.keptIn!, basename(file))).equals(content)).toBe(true);
}
