import { describe, expect, it } from "vitest";
import { plannerHere } from "./run-planner.ts";

describe("planner switching", () => {
  it("K11: without a target, or with one that cannot be, nothing is computed", async () => {
    expect(await plannerHere("switching")).toMatchObject({ code: 2, out: "" });
    expect((await plannerHere("switching", "--target", "400@2035")).err).toContain("a percentage from 0 to 100 and a year from 2026 to 2050");
    expect((await plannerHere("switching", "--target", "40@2035", "--mineral", "gold")).err).toContain("the minerals are ree, lithium");
    expect(await plannerHere("switching", "--target", "40@2035", "--top", "0")).toMatchObject({ code: 2, out: "" });
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
