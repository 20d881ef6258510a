import { describe, expect, it } from "vitest";
import { planner } from "./run-planner.ts";

describe("planner switching", () => {
  it("K11: without a target, or with one that cannot be, nothing is computed", () => {
    expect(planner("switching")).toMatchObject({ code: 2, out: "" });
    expect(planner("switching", "--target", "400@2035").err).toContain("a percentage from 0 to 100 and a year from 2026 to 2050");
    expect(planner("switching", "--target", "40@2035", "--mineral", "gold").err).toContain("the minerals are ree, lithium");
    expect(planner("switching", "--target", "40@2035", "--top", "0")).toMatchObject({ code: 2, out: "" });
  });
});
