/** SIGKILL at any moment: whatever was acknowledged is there, nothing is half there. Process death only; a power cut needs another rig. */
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connectFile } from "../../../electron/store/connection.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { startChild } from "./child-process.ts";
import type { Script } from "./child-process.ts";
import { exportGolden } from "./golden-content.ts";
import { options, reserve, resultOf, temporaryFolder, valueOf } from "./store-fixture.ts";

/** Chains run side by side, each on a database of its own. */
const CHAINS = 4;
const KILLS_PER_CHAIN = 26;
const KILLS_WHILE_MIGRATING = 24;

/** Kills a child some milliseconds after it has printed that many lines, and answers the whole lines it had printed. */
async function runAndKill(script: Script, args: readonly string[], lines: number, delay: number): Promise<readonly string[]> {
  const child = startChild(script, args);
  let said = "";
  let errors = "";
  let doomed = false;
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (doomed || said.split("\n").length <= lines) return;
    doomed = true;
    setTimeout(() => child.kill("SIGKILL"), delay);
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const signal = await new Promise((resolve) => child.on("close", (_code, how) => resolve(how)));
  if (signal !== "SIGKILL") throw new Error(`the child ended by itself: ${errors}`);
  return said.slice(0, said.lastIndexOf("\n")).split("\n");
}

const numberIn = (document: { readonly inputs: { readonly levers: readonly { readonly value: number }[] } } | undefined | null): number =>
  document?.inputs.levers[0]?.value ?? 0;

/** The number of the newest work that the file holds, after proof that nothing in it is half done. */
function newestIn(file: string, scenario: string): number {
  const { store, found, status } = openStore(options(file));
  expect([found.kind, status.notice]).toEqual(["opened", null]);
  const { saved, draft, revisions, revision } = valueOf(store.open(scenario));
  expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, i) => revision - i));
  for (const { number } of revisions.slice(0, 3)) {
    const stored = valueOf(store.revision(scenario, number));
    expect(stored.document).toEqual(reserve(3 * number));
    expect(stored.result).toStrictEqual(resultOf(stored.document, 3 * number));
  }
  store.close();
  const db = connectFile(file);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("foreign_key_check")).toEqual([]);
  db.close();
  return Math.max(numberIn(saved), numberIn(draft?.document));
}

describe("SIGKILL", () => {
  it(`B17: ${CHAINS * KILLS_PER_CHAIN} kills during writes lose no acknowledged draft or revision`, { timeout: 300_000 }, async () => {
    const tally = { kills: 0, acknowledged: 0, lost: 0, unfinished: 0 };
    const chain = async (seed: number): Promise<void> => {
      const file = join(temporaryFolder(), "lodestone.db");
      let scenario = "";
      let newest = 0;
      for (let kill = 0; kill < KILLS_PER_CHAIN; kill++) {
        const [id = "", ...numbers] = await runAndKill("write-until-killed", [file, scenario, String(newest)], 1 + (kill % 4), (seed * 7 + kill * 13) % 90);
        scenario = id;
        const acknowledged = Number(numbers.at(-1) ?? newest);
        tally.unfinished += existsSync(`${file}-journal`) ? 1 : 0;
        newest = newestIn(file, scenario);
        tally.kills += 1;
        tally.acknowledged += numbers.length;
        tally.lost += newest < acknowledged ? 1 : 0;
        // At most the one commit whose acknowledgement the kill cut off.
        expect(newest).toBeLessThanOrEqual(acknowledged + 1);
      }
    };
    await Promise.all(Array.from({ length: CHAINS }, (_, seed) => chain(seed)));
    console.log(`SIGKILL: ${tally.kills} kills, ${tally.acknowledged} acknowledged commits, ${tally.unfinished} left a journal, ${tally.lost} lost`);
    expect(tally).toMatchObject({ kills: CHAINS * KILLS_PER_CHAIN, lost: 0 });
    // The kills fell into the middle of work, not beside it.
    expect(tally.acknowledged).toBeGreaterThan(tally.kills);
  });

  it(`B17: ${KILLS_WHILE_MIGRATING} kills while a database is opened and migrated leave it old or new, never between`, { timeout: 300_000 }, async () => {
    const fixtures = join(import.meta.dirname, "../../fixtures/store");
    const golden: unknown = JSON.parse(readFileSync(join(fixtures, "golden.json"), "utf8"));
    const attempt = async (kill: number): Promise<string> => {
      const file = join(temporaryFolder(), "lodestone.db");
      copyFileSync(join(fixtures, "schema-1.db"), file);
      await runAndKill("open-until-killed", [file], 1, (kill * 3) % 40);
      const opening = openStore(options(file));
      expect(JSON.parse(exportGolden(opening))).toEqual(golden);
      opening.store.close();
      return opening.found.kind;
    };
    const outcomes: string[] = [];
    for (let kill = 0; kill < KILLS_WHILE_MIGRATING; kill += CHAINS) {
      outcomes.push(...(await Promise.all(Array.from({ length: CHAINS }, (_, i) => attempt(kill + i)))));
    }
    expect(outcomes.filter((kind) => kind !== "migrated" && kind !== "opened")).toEqual([]);
  });
});
