/** A dataset with mistakes on the command line: every one with its place, nothing computed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plannerHere as planner } from "./run-planner.ts";

const folder = mkdtempSync(join(tmpdir(), "lodestone-broken-"));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync("resources/datasets/norland-example", folder, { recursive: true });
const table = join(folder, "suppliers/copper.csv");
writeFileSync(
  table,
  readFileSync(table, "utf8")
    .replace(/^smelt,/m, "melt,")
    .replace(",55,2024,", ",fifty,2024,"),
);

it.each(["run", "verify", "compare resources/samples/balanced-package.lodestone", "find --target 40%", "list --store none.sqlite"])(
  "K30: planner %s names file, row and column of each mistake, and computes nothing",
  async (command) => {
    const { code, out, err } = await planner(...command.split(" "), "--dataset", folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/suppliers\/copper\.csv, row 2, column import_share_pct: "fifty" is not a number; /);
    expect(err).toMatch(/suppliers\/copper\.csv, row \d+, column stage: "melt" is not a known stage of this mineral; write mine or smelt/);
  },
);
