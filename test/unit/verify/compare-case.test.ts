import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compareCase } from "../../../shared/verify/compare-case.ts";
import type { CaseComparison } from "../../../shared/verify/compare-case.ts";
import { parseReferenceCase } from "../../../shared/verify/reference-case.schema.ts";
import { model } from "../model/shipped.ts";

type Json = { [key: string]: Json } & { [index: number]: Json };
const text = readFileSync(fileURLToPath(new URL("../../reference/S05.json", import.meta.url)), "utf8");
const fresh = (): Json => JSON.parse(text) as Json;

function compared(json: unknown): CaseComparison {
  const parsed = parseReferenceCase(json, "S05.json");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const result = compareCase(model, parsed.value);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The case with one value replaced; `path` leads to it. */
function bent(path: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  const json = fresh();
  let at = json;
  for (const key of path.slice(0, -1)) at = at[key]!;
  const last = path.at(-1)!;
  at[last] = change(at[last]) as Json;
  return json;
}

describe("comparing with a reference case", () => {
  it("A21: passes the case as it is and says how many values it compared", () => {
    const outcome = compared(fresh());
    expect(outcome).toMatchObject({ pass: true, violation: null });
    expect(outcome.compared).toBeGreaterThan(23_000);
    expect(outcome.largestRelativeDifference).toBeLessThan(1e-9);
  });

  it.each<readonly [string, readonly (string | number)[], number]>([
    ["a stage indicator", ["minerals", "ree", "stages", "P", "nirx", 3], 2e-9],
    ["a mineral indicator", ["minerals", "tin", "mineral", "dependence", 20], 2e-9],
    ["a total", ["totals", "composite_equal", 9], 2e-9],
    ["a cost line", ["totals", "cost_by_lever_musd", "transparency", 9], 1e-6],
    ["a probe", ["monthly_probe", "11", "ree.P", "pi"], 2e-9],
  ])("A21: finds %s that is a little off, and where", (_what, path, off) => {
    const outcome = compared(bent(path, (old) => (old as number) + off));
    expect(outcome.pass).toBe(false);
    const year = path.at(-1);
    const where = [...path.slice(0, -1), typeof year === "number" ? 2026 + year : year].join(".");
    expect(outcome.where).toBe(where);
    expect(outcome.largestRelativeDifference).toBeGreaterThan(1e-9);
  });

  it("A21: large values may differ by 1e-9 of themselves, not more", () => {
    const path = ["totals", "emissions_consumption_t", 3];
    expect(compared(bent(path, (old) => (old as number) * (1 + 5e-10))).pass).toBe(true);
    expect(compared(bent(path, (old) => (old as number) * (1 + 2e-9))).pass).toBe(false);
  });

  it.each<readonly [string, readonly (string | number)[], unknown]>([
    ["another supplier", ["minerals", "ree", "stages", "P", "top_supplier", 0], "AUS"],
    ["a value where none is defined", ["minerals", "ree", "stages", "M", "hhi", 0], 0],
    ["none where a value is", ["minerals", "ree", "stages", "P", "hhi", 0], null],
    ["an indicator that the model does not know", ["minerals", "ree", "stages", "P", "no_such"], Array(25).fill(0)],
    ["a mineral that the model does not know", ["minerals", "kryptonite"], { stages: {}, mineral: { dependence: Array(25).fill(0) } }],
    ["a probe of a stage that is not there", ["monthly_probe", "0", "ree.Z"], { Q: 1 }],
    ["years that are cut off", ["minerals", "ree", "mineral", "dependence"], [0.85]],
  ])("A21: %s counts as infinitely wrong", (_what, path, value) => {
    const outcome = compared(bent(path, () => value));
    expect(outcome).toMatchObject({ pass: false, largestRelativeDifference: Infinity });
    expect(outcome.where).toContain(path.slice(0, 3).join("."));
  });

  it("A21: a cost line that one side lacks is zero", () => {
    const more = bent(["totals", "cost_by_lever_musd", "hubs"], () => Array(25).fill(0));
    expect(compared(more).pass).toBe(true);
    const json = fresh();
    delete (json["totals"]!["cost_by_lever_musd"] as Record<string, unknown>)["transparency"];
    expect(compared(json)).toMatchObject({ pass: false, expected: 0, got: 7.5 });
  });
});

describe("malformed cases", () => {
  it("A22: are refused with the place that is wrong", () => {
    const wrong = parseReferenceCase(
      bent(["inputs", "levers", 0, "value"], () => "much"),
      "S05.json",
    );
    expect(wrong).toMatchObject({ ok: false, error: [{ file: "S05.json", column: "inputs.levers.0.value" }] });
    expect(parseReferenceCase(null, "x.json").ok).toBe(false);
    expect(parseReferenceCase({}, "x.json").ok).toBe(false);
    expect(
      parseReferenceCase(
        bent(["inputs", "levers", 0, "start"], () => "2027-13"),
        "x",
      ).ok,
    ).toBe(false);
    expect(
      parseReferenceCase(
        bent(["minerals", "ree", "mineral", "dependence", 0], () => [1]),
        "x",
      ).ok,
    ).toBe(false);
  });

  it("A22: inputs that the dataset does not know are named", () => {
    const parsed = parseReferenceCase(
      bent(["inputs", "world"], () => "mars"),
      "S05.json",
    );
    if (!parsed.ok) throw new Error("the shape is right");
    const result = compareCase(model, parsed.value, "S05.json");
    expect(result).toMatchObject({ ok: false, error: [{ file: "S05.json", column: "inputs.world" }] });
  });
});
