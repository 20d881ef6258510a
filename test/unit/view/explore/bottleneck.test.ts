import { describe, expect, it } from "vitest";
import { buildWall } from "../../../../shared/view/explore/wall.ts";
import { shippedDataset as shipped } from "../../dataset/shipped-tables.ts";
import { readers } from "../shipped-runs.ts";
import { documentOf, input, wholeView } from "../view-kit.ts";

const stages = (mineral: string, leverInHand: string | null = null) =>
  wholeView(
    input({
      dataset: shipped,
      readers: readers.zero,
      document: documentOf(),
      selection: { mineral, stage: null, left: "parts" },
      leverInHand,
      outcomeYear: 2035,
    }),
  );
const names = (mineral: string, detail: RegExp): readonly string[] =>
  stages(mineral)
    .left.series.filter(({ label }) => detail.test(label?.detail ?? ""))
    .map(({ name }) => name);

describe("the stage that binds", () => {
  it("V72: the most exposed stage is named in the finding and drawn broad", () => {
    const { left } = stages("ree");
    expect(left.title).toMatch(/^The bottleneck of rare earths is processing: exposure \d+% in 2035$/);
    expect(names("ree", /bottleneck/)).toEqual(["Processing"]);
    const widest = left.series.reduce((a, b) => (b.width > a.width ? b : a));
    expect([widest.name, widest.label?.bold]).toEqual(["Processing", true]);
  });

  it("V72: a lever that builds at another stage is told so, one that builds there or everywhere is not", () => {
    expect(stages("ree", "mining_invest").left.note).toBe("Mining investment support works on mining; the bottleneck is processing");
    expect(stages("ree", "processing_invest").left.note).toBeUndefined();
    expect(stages("ree", "permit_speed").left.note).toBeUndefined();
    expect(stages("tin", "magnet_invest").left.note).toBeUndefined();
  });

  it("V73: a stage that needs next to nothing is called tiny and is never the bottleneck", () => {
    expect(names("tin", /^tiny, under 1%$/)).toEqual(["Mining"]);
    expect(stages("tin").left.title).toContain("The bottleneck of tin is processing");
    const mining = wholeView(
      input({
        dataset: shipped,
        readers: readers.zero,
        selection: { mineral: "tin", stage: "M", left: "parts" },
        rightIndicator: { level: "stage", id: "nirx" },
      }),
    );
    expect(mining.right.subtitle).toContain("a tiny stage: under 1%");
  });

  it("V72: the wall names the bottleneck of every mineral", () => {
    const wall = buildWall(input({ dataset: shipped, readers: readers.zero, document: documentOf() }), "stages");
    expect(wall.title).toMatch(/^The bottleneck is processing for \d of 9 minerals in 2035$/);
    const ree = wall.cells[0]!;
    expect(ree.label).toMatch(/^Rare earths, bottleneck processing \d+% in 2035, no change from status quo$/);
    expect(wall.together.series.map(({ name }) => name)).toContain("Tin, mining");
    expect(new Set(wall.cells.map(({ spec }) => `${spec.y.min} ${spec.y.max}`))).toEqual(new Set(["0 1"]));
  });
});
