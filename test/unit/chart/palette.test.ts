import { describe, expect, it } from "vitest";
import { mineralColours, stageColours } from "../../../shared/chart/palette.ts";
import { sparkPaths } from "../../../shared/chart/spark.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";

const minerals = (...ids: readonly string[]): Pick<Dataset, "minerals"> => ({ minerals: ids.map((id) => ({ id })) as unknown as Dataset["minerals"] });

describe("colours", () => {
  it("V13: a mineral has its colour by id, an unknown one takes a free colour", () => {
    const colours = mineralColours(minerals("ree", "vanadium", "lithium", "uranium"));
    expect(colours.get("ree")).toEqual({ fill: "--m-ree", text: "--m-ree-t" });
    expect(colours.get("lithium")?.fill).toBe("--m-li");
    expect(new Set([...colours.values()].map(({ fill }) => fill)).size).toBe(4);
  });

  it("V13: removing a mineral never recolours a known one", () => {
    expect(mineralColours(minerals("lithium")).get("lithium")).toEqual(mineralColours(minerals("ree", "lithium")).get("lithium"));
  });

  it("V13: stages are coloured by role", () => {
    const colours = stageColours({
      stages: [
        { id: "dig", label: "Digging", role: "mining" },
        { id: "P", label: "Processing", role: "processing" },
        { id: "P2", label: "Refining", role: "processing" },
      ],
    });
    expect([...colours.values()].map(({ fill }) => fill)).toEqual(["--st-mining", "--st-refining", "--st-metal"]);
  });
});

describe("spark lines", () => {
  it("V14: both lines share one scale, gaps stay gaps", () => {
    expect(sparkPaths([0, null, 10], [5, 5, 5], 100, 50)).toEqual({ current: "M0 46M100 4", reference: "M0 25L50 25L100 25" });
  });

  it("V14: rounding noise is a flat line", () => {
    expect(sparkPaths([0.71, 0.7099999999, 0.71], [0.71, 0.71, 0.71], 100, 50).current).toBe("M0 25L50 25L100 25");
  });

  it("V14: a flat pair lies in the middle, a zero pair on the floor, nothing draws nothing", () => {
    expect(sparkPaths([3, 3], [3, 3], 10, 10).current).toBe("M0 5L10 5");
    expect(sparkPaths([0, 0], [0, 0], 10, 10).current).toBe("M0 9.2L10 9.2");
    expect(sparkPaths([null], [null], 10, 10)).toEqual({ current: "", reference: "" });
  });
});
