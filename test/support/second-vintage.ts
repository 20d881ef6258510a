/** A second vintage of the shipped dataset: a copy of its folder in which a few rows say something else, as the next edition of the data would. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { shippedDatasetFolder } from "../../electron/dataset/shipped-dataset.ts";

/** Text of a file → what takes its place; each must be found. */
const EDITS: readonly (readonly [file: string, from: RegExp, to: string])[] = [
  ["dataset.json", /"label": "[^"]*"/, '"label": "US 2026.2"'],
  // Private projects begin more often than the first edition says.
  ["parameters/general.csv", /^,x0_entry,0\.04,/m, ",x0_entry,0.08,"],
];

/** Writes it into `folder`, which must not exist. Throws where the shipped files no longer hold what is edited. */
export function writeSecondVintage(folder: string): void {
  cpSync(shippedDatasetFolder(resolve(import.meta.dirname, "../../resources")), folder, { recursive: true });
  for (const [name, from, to] of EDITS) {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    if (!from.test(text)) throw new Error(`${name} holds nothing like ${String(from)}`);
    writeFileSync(file, text.replace(from, to));
  }
}
