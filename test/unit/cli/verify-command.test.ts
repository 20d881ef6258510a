/** `planner verify`, as a person types it. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planner, plannerHere } from "./run-planner.ts";

const shipped = new URL("../../reference/", import.meta.url);
const CASE = readFileSync(new URL("S03.json", shipped), "utf8");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A new folder that holds these files. */
function cases(files: Readonly<Record<string, string>>): string {
  const at = mkdtempSync(join(folder, "cases-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text);
  return at;
}

describe("planner verify", () => {
  it("K6: without --cases the copies in test/reference are compared, and everything holds", () => {
    const { code, out, err } = planner("verify");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Invariants and analytic checks\n {2}ok {4}M1–M5 {2}status quo, /);
    for (let n = 1; n <= 9; n += 1) expect(out).toMatch(new RegExp(`^ok +S0${n} +\\d\\.\\de-\\d+ +2\\d,\\d{3} +\\S+$`, "m"));
    expect(out).toMatch(/\n(\d+) of \1 checks hold\. 9 of 9 cases agree\.\n$/);
  });

  it("K6: a value beyond the tolerance is shown with its place and both numbers, exit 1", () => {
    const changed = JSON.parse(CASE) as { minerals: { tin: { stages: { P: { nirx: number[] } } } } };
    const { nirx } = changed.minerals.tin.stages.P;
    nirx[9] = (nirx[9] ?? 0) + 2e-9;
    const at = cases({ "changed.json": JSON.stringify(changed), "notes.txt": "not a case" });
    copyFileSync(new URL("S01.json", shipped), join(at, "S01.json"));
    const { code, out } = planner("verify", "--cases", at);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL +S03 +2\.0e-9 +23,\d+ +minerals\.tin\.stages\.P\.nirx\.2035: expected 0\.\d+, got 0\.\d+$/m);
    expect(out).toMatch(/1 of 2 cases agree\.\n$/);
  });

  it("K6: JSON holds every check and every case", () => {
    const { code, out } = planner("verify", "--cases", cases({ "S03.json": CASE }), "--json");
    const result = JSON.parse(out) as { checks: { pass: boolean }[]; cases: { case: string; pass: boolean; largestRelativeDifference: number }[] };
    expect(code).toBe(0);
    expect(result.checks.length).toBeGreaterThan(50);
    expect(result.checks.every((check) => check.pass)).toBe(true);
    expect(result.cases).toMatchObject([{ case: "S03", pass: true }]);
    expect(result.cases[0]?.largestRelativeDifference).toBeLessThan(1e-9);
  });

  const empty = { levers: [], world: "stated", events: [] };
  const malformed: readonly (readonly [name: string, text: string, err: RegExp])[] = [
    ["text", "no case", /bad\.json: .*JSON; write JSON as the cases/],
    ["not-a-number", CASE.replace(/0\.\d{10,}/, "NaN"), /bad\.json: .*JSON/],
    ["a list", "[]", /bad\.json: /],
    ["without results", JSON.stringify({ code: "X", title: "x", inputs: empty, years: [2026] }), /bad\.json, field minerals: /],
    ["unknown world", CASE.replace('"stated"', '"mars"'), /bad\.json, field inputs\.world: "mars" is not a known world; write stated/],
    ["unknown lever", CASE.replace('"reserve_days"', '"reserve_weeks"'), /bad\.json, field inputs\.levers\[0\]\.lever: "reserve_weeks" is not a known lever/],
    ["deep nesting", "[".repeat(100_000), /bad\.json: .*nested more than/],
  ];
  it.each(malformed)("K6: a malformed case (%s) is bad input and nothing is run", async (_, text, err) => {
    const outcome = await plannerHere("verify", "--cases", cases({ "bad.json": text, "S03.json": CASE }));
    expect(outcome).toMatchObject({ code: 2, out: "", err: expect.stringMatching(err) as unknown });
  });

  it("K1: bad input exits with 2 and prints nothing else", async () => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    expect(await plannerHere("verify", "--cases", join(folder, "empty"))).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/holds no reference case/) as unknown,
    });
    expect(await plannerHere("verify", "--cases", join(folder, "none"))).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/could not be read: no such file/) as unknown,
    });
    expect(await plannerHere("verify", "--case", "x")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/Unknown option '--case'.*--cases/) as unknown,
    });
    expect(await plannerHere("verify", "--dataset", "none")).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/could not be read/) as unknown });
  });
});
