import { describe, expect, it } from "vitest";
import { plannerHere } from "./run-planner.ts";

describe("planner switching", () => {
  it("K11: without a target, or with one that cannot be, nothing is computed", async () => {
    expect(await plannerHere("switching")).toMatchObject({ code: 2, out: "" });
    expect((await plannerHere("switching", "--target", "400@2035")).err).toContain("a percentage from 0 to 100 and a year from 2026 to 2050");
    expect((await plannerHere("switching", "--target", "40@2035", "--mineral", "gold")).err).toContain("the minerals are ree, lithium");
    expect(await plannerHere("switching", "--target", "40@2035", "--top", "0")).toMatchObject({ code: 2, out: "" });
  });
});
