import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { computeWith } from "../../../electron/compute-result.ts";
import { fileContent } from "../../../electron/store/export-scenarios.ts";
import { importChosen, importLines } from "../../../electron/store/import-scenarios.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { FILE_VERSION } from "../../../shared/scenario/scenario-file.ts";
import { shippedDataset } from "../dataset/shipped-tables.ts";
import { options, temporaryFolder, valueOf } from "../store/store-fixture.ts";
import { read, write } from "./sample-files.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/files");
const released = Array.from({ length: FILE_VERSION }, (_, i) => i + 1);
const textOf = (version: number): string => readFileSync(join(FIXTURES, `version-${version}.lodestone`), "utf8");
/** A hash is added with its version and never changed. */
const FROZEN: Readonly<Record<number, string>> = { 1: "7c339b5a76918f95" };
const newest = textOf(FILE_VERSION);

describe("golden files", () => {
  it("F17: every released version has its golden file, which is never changed", () => {
    expect(readdirSync(FIXTURES).toSorted()).toEqual(released.map((version) => `version-${version}.lodestone`));
    expect(Object.fromEntries(released.map((version) => [version, sha256(textOf(version)).slice(0, 16)]))).toEqual(FROZEN);
  });

  it.each(released)("F17: the golden file of version %i is read, and written as the newest version byte for byte", (version) => {
    const content = valueOf(read(textOf(version)));
    expect(write(content) === newest).toBe(true);
  });

  it.each(released)("F17: the golden file of version %i comes out of a database as it went in: scenarios, results, draft, deck and data", async (version) => {
    const content = valueOf(read(textOf(version)));
    const compute = computeWith(shippedDataset);
    const { store, decks, exchange } = openStore(options(join(temporaryFolder(), "lodestone.db"), { dataset: shippedDataset }));
    const lines = valueOf(await importLines(store, content, shippedDataset, (document) => compute(document, "file:import")));
    const done = valueOf(
      await importChosen({ exchange }, [{ content, lines, choices: lines.map(() => "new" as const) }], (document) => compute(document, "file:import")),
    );
    const ids = done.scenarios.map(({ id }) => id);
    expect(write(valueOf(fileContent({ store, decks }, ids, [], content.app))) === newest).toBe(true);
    store.close();
  });
});
