/** Rules and tests name each other: shared/SPEC.md is the list of what is promised, titles of tests say what they prove. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

const rules = [...read("shared/SPEC.md").matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, id]) => id!);
const texts = globSync("test/{unit,dom,e2e,package}/**/*.test.{ts,tsx}", { cwd: root }).map(read);
/** "V1, W30: …", "M1–M5: …" */
const titles = texts.flatMap((text) => [...text.matchAll(/\b(?:it|test)(?:\.\w+)*\(\s*["`]([A-Z]\d+(?:[,–-] ?[A-Z]?\d+)*):/g)].map(([, ids]) => ids!));

describe("rules", () => {
  it("each stands once, under its letter", () => {
    for (const section of read("shared/SPEC.md").split(/^## /m)) {
      expect(new Set([...section.matchAll(/^- \*\*([A-Z])\d+\*\* /gm)].map(([, letter]) => letter)).size).toBeLessThanOrEqual(1);
    }
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([]);
    expect(rules.length).toBeGreaterThan(400);
  });

  it("an id in the title of a test is that of a rule", () => {
    const quoted = titles.flatMap((ids) => ids.match(/[A-Z]\d+/g) ?? []);
    expect(quoted.length).toBeGreaterThan(1000);
    expect([...new Set(quoted)].filter((id) => !rules.includes(id))).toEqual([]);
  });
});
