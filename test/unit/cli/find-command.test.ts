/** `planner find`: packages as files, and what cannot be met. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plannerHere as planner } from "./run-planner.ts";

const OTHER = ["--dataset", "resources/datasets/norland-example"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lodestone-find-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function json(...args: readonly string[]) {
  const { code, out, err } = await planner(...args, ...OTHER, "--json");
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe("planner find", () => {
  it("K20: packages are saved as scenarios that answer the question, and their claims hold when they are run", async () => {
    const save = join(folder, "found.lodestone");
    const asked = ["find", "--target", "25%", "--year", "2040", "--lever", "processing_invest=0..400", "--lever", "rd_substitution=0..200", "--seed", "3"];
    const found = await json(...asked, "--save", save, "--csv", join(folder, "found.csv"), "--workers", "2");
    expect(found.is_met).toBe(true);
    const packages = found.packages as readonly { value: number; cost_musd: number; inputs: { levers: readonly { lever: string; value: number }[] } }[];
    for (const [i, one] of packages.entries()) {
      const chosen = packages.length > 1 ? ["--scenario", String(i + 1)] : [];
      const again = await json("run", save, ...chosen, "--years", "2040");
      expect(again.totals.composite_equal).toEqual([one.value]);
      expect(again.inputs).toEqual(one.inputs);
      expect(one.value).toBeLessThanOrEqual(0.25);
    }
    // The result that was stored with each package is the one that is computed now.
    const stored = await json("compare", save, "--stored", "--years", "2040");
    expect(stored).toEqual(await json("compare", save, "--years", "2040"));
    const [first] = JSON.parse(readFileSync(save, "utf8")).scenarios;
    expect(first.target).toEqual({ indicator: "dependence", mineral: null, value: 0.25, year: 2040 });
    expect(first.question).toContain("composite_equal in 2040, in Steady growth: target 25.0%");
    const { cost_musd, inputs, value } = packages[0]!;
    const level = (lever: string): number => inputs.levers.find((one) => one.lever === lever)?.value ?? 0;
    const row = `package,1,${value},${cost_musd},,steady,${level("processing_invest")},${level("rd_substitution")},`;
    const rows = readFileSync(join(folder, "found.csv"), "utf8").trimEnd().split("\n");
    expect(rows.find((line) => line.startsWith(row))).toMatch(/,LS-[0-9A-Z]{4}-[0-9A-Z]{4},Steady growth,,[^,]+,[^,]+,3$/);
    expect(rows[0]).toMatch(/,code,scenario_world,assumptions,data_vintage,model_version,seed$/);
  });

  it("N86: packages that were sought in another world are saved in it, and run to the value that was claimed", async () => {
    const save = join(folder, "elsewhere.lodestone");
    const worlds = ["--world", "rush"];
    const found = await json("find", "--target", "50%", "--year", "2040", "--lever", "rd_substitution=0..200", ...worlds, "--save", save);
    const again = await json("run", save, ...(found.packages.length > 1 ? ["--scenario", "1"] : []), "--years", "2040");
    expect(again.inputs.world).toBe("rush");
    expect(again.totals.composite_equal).toEqual([found.packages[0].value]);
  });

  it("N80: what it writes names the assumptions of its scenario, in text, JSON and every row of the CSV", async () => {
    const file = join(folder, "assumed.lodestone");
    const inputs = { levers: [], world: "steady", events: [] };
    const scenario = { title: "Assumed", inputs, assumptions: [{ mineral: "all", stage: "", key: "x0_entry", value: 0.08 }] };
    writeFileSync(file, JSON.stringify({ format: "lodestone", version: 1, scenarios: [scenario] }));
    const csv = join(folder, "assumed.csv");
    const asked = ["find", file, "--target", "35%", "--lever", "rd_substitution=0..100"];
    const { packages } = await json(...asked, "--csv", csv);
    expect(packages[0].assumptions).toEqual([
      { mineral: "all", stage: "", key: "x0_entry", value: 0.08, unit: expect.any(String), dataset_value: expect.any(Number) },
    ]);
    expect(packages[0].code).toMatch(/^LS-/);
    const [, ...rows] = readFileSync(csv, "utf8").trimEnd().split("\n");
    expect(rows.length).toBeGreaterThan(1);
    for (const line of rows) expect(line).toContain("x0_entry: 0.08");
    expect((await planner(...asked, ...OTHER)).out).toContain("x0_entry: 0.08");
  });

  it("K20: text names what is in every package, the frontier and what one billion more buys; what cannot be met is said with what binds", async () => {
    const { out } = await planner("find", "--target", "35%", "--year", "2040", "--lever", "rd_substitution=0..100", ...OTHER);
    expect(out).toContain("In every package: research on substitutes.");
    expect(out).toMatch(/Best outcome for its cost:[^]*One billion more than .* buys/);
    const asked = ["--year", "2030", "--lever", "processing_invest=0..500"];
    const hopeless = await planner("find", "--target", "1%", ...asked, "--budget", "200", ...OTHER);
    expect(hopeless.code).toBe(0);
    expect(hopeless.out).toContain("The target cannot be met; the best within reach is");
    expect(hopeless.out).toContain("Even without a budget");
  });
});
