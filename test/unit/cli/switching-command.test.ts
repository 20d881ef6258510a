import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plannerHere } from "./run-planner.ts";

describe("planner switching", () => {
  it("K11: without a target, or with one that cannot be, nothing is computed", async () => {
    expect(await plannerHere("switching")).toMatchObject({ code: 2, out: "" });
    expect((await plannerHere("switching", "--target", "400@2035")).err).toContain("a percentage from 0 to 100 and a year from 2026 to 2050");
    expect((await plannerHere("switching", "--target", "40@2035", "--mineral", "gold")).err).toContain("the minerals are ree, lithium");
    expect(await plannerHere("switching", "--target", "40@2035", "--top", "0")).toMatchObject({ code: 2, out: "" });
  });

  it("K37: it takes what the other analyses take: a database's scenarios, other settings, threads, JSON and CSV, all with what they rest on", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lodestone-switching-"));
    try {
      const [store, csv] = [join(folder, "scenarios.sqlite"), join(folder, "out.csv")];
      const other = ["--dataset", "resources/datasets/norland-example"];
      const asked = ["--set", "rd_substitution=50", "--target", "40@2035", "--workers", "0", ...other];
      const told = await plannerHere("switching", ...asked, "--top", "3", "--csv", csv);
      expect(told).toMatchObject({ code: 0, err: "" });
      expect(told.out).toMatch(/^Import dependence of all minerals is .* 40% in 2035\.\n/);
      expect(told.out).toContain(`Wrote ${csv}.`);
      expect(told.out).toContain("Data: ");
      const found = JSON.parse((await plannerHere("switching", ...asked, "--json")).out);
      expect(found.planner.data_vintage).toMatch(/NORLAND|Norland/i);
      expect(found.scenarios[0]).toMatchObject({ title: "As set", code: expect.stringMatching(/^LS-/) });
      const [head, ...rows] = readFileSync(csv, "utf8").trimEnd().split("\n");
      expect(head).toMatch(/^scenario,holds,mineral,stage,parameter,value,low,high,turns_at,fragility,code,/);
      expect(rows).toHaveLength(found.rows.length);
      expect((await plannerHere("switching", "nobody", "--store", store, "--target", "40@2035", ...other)).err).toContain("there is no such file");
      expect((await plannerHere("switching", ...asked, "--workers", "some")).err).toContain("--workers some");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("K35: --against asks for a ranking, and says in words what does not go together", async () => {
    const balanced = "resources/samples/balanced-package.lodestone";
    const reserve = "resources/samples/reserve-first.lodestone";
    expect((await plannerHere("switching", balanced, "--against", reserve, "--target", "40@2035")).err).toContain("ask one at a time");
    expect((await plannerHere("switching", balanced, "--target", "40@2035", "--year", "2040")).err).toContain("need --against FILE");
    expect(await plannerHere("switching", balanced, "--against", reserve, "--year", "1999")).toMatchObject({ code: 2, out: "" });
    expect((await plannerHere("switching", balanced, "--against", reserve, "--against-scenario", "7")).err).toContain("--against-scenario 7 is not in");
  });
});
