import { describe, expect, it } from "vitest";
import { planner } from "./run-planner.ts";

describe("planner verify on another dataset", () => {
  it("K6: a dataset of another id is checked without the shipped dataset's cases", () => {
    const { code, out } = planner("verify", "--dataset", "resources/datasets/norland-example");
    expect(out).toMatch(/(\d+) of \1 checks hold\. There are no reference cases for this dataset\.\n$/);
    expect(code).toBe(0);
  });
});
