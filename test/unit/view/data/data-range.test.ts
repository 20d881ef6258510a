import { describe, expect, it } from "vitest";
import { rangeBar, rangeEffect, rangeEnds } from "../../../../shared/view/data/data-range.ts";
import { headlineValue } from "../../../../shared/view/data/data-effect.ts";
import { readerOfRun } from "../../../../shared/indicator/run-reader.ts";
import { parameterVector } from "../../../../shared/model/parameter-vector.ts";
import { createRun } from "../../../../shared/model/run.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import { dataset, model } from "../../analysis/shipped-model.ts";

const all = { mineral: null, weighting: "equal", year: 2035 } as const;
const tin = { ...all, mineral: "tin" };
const ends = rangeEnds({ low: 1, high: 9 }, 5);
const effect = (now: number | null, ...atEnds: (number | null)[]) =>
  rangeEffect(
    dataset,
    [all],
    ends,
    [now],
    atEnds.map((value) => [value]),
  );

describe("what the ends of a range would do", () => {
  it("V178: each end is told from the scenario as it is, with sign, direction and tone; the finding names year and subject", () => {
    const view = effect(0.47, 0.461, 0.5);
    expect(view.finding).toBe("Low −0.9 points and high +3 points: 2035 import dependence of all minerals");
    expect(view.lines.map(({ label }) => label)).toEqual(["At its low, 1", "At its high, 9"]);
    expect(view.lines.map(({ cells: [cell] }) => [cell?.change, cell?.difference.direction, cell?.difference.tone])).toEqual([
      ["47.0% to 46.1%", "down", "better"],
      ["47% to 50%", "up", "worse"],
    ]);
    const [low, high] = view.lines.map(({ cells: [cell] }) => cell!.bar);
    expect(high).toBe(1);
    expect(low).toBeCloseTo(-0.3);
  });

  it("V178: no effect, less than can be seen, and what is not defined have words of their own and no bar", () => {
    expect(effect(0.47, 0.47, 0.47).finding).toBe("No effect on 2035 import dependence of all minerals");
    expect(effect(0.47, 0.4703, 0.47).finding).toBe("No visible effect on 2035 import dependence of all minerals: less than 0.1 points");
    expect(effect(null, null, null).finding).toBe("The 2035 import dependence of all minerals is not defined");
    expect(effect(0.47, 0.4703, 0.47).lines[0]!.cells[0]!.bar).toBe(0);
    expect(effect(0.47, 0.47, 0.5).finding).toBe("Low no change and high +3 points: 2035 import dependence of all minerals");
  });

  it("V178: an end that is in use already is not asked, nor one that is not recorded", () => {
    expect(rangeEnds({ low: 1, high: 9 }, 1).map(({ name }) => name)).toEqual(["high"]);
    expect(rangeEnds({ low: null, high: 9 }, 1).map(({ name }) => name)).toEqual(["high"]);
    expect(rangeEnds({ low: null, high: null }, 1)).toEqual([]);
  });

  it("V178: on the shipped dataset the direction is that of the model: the more tin is collected the less is bought abroad", () => {
    const row = dataset.parameters.find(({ mineral, stage, key }) => mineral === "tin" && stage === "" && key === "c0")!;
    const valueAt = (value: number): number | null => {
      const run = createRun(model);
      const vector = parameterVector(model, [{ mineral: "tin", stage: "", key: "c0", value }]);
      if (!vector.ok) throw new Error("the assumption does not fit");
      simulate(model, { levers: [], world: dataset.worlds[0]!.id, events: [] }, run, { vector: vector.value });
      return headlineValue(readerOfRun(model, run), tin);
    };
    const view = rangeEffect(
      dataset,
      [tin],
      rangeEnds(row, row.value),
      [valueAt(row.value)],
      [row.low!, row.high!].map((end) => [valueAt(end)]),
    );
    expect(view.lines.map(({ cells: [cell] }) => cell!.difference.direction)).toEqual(["up", "down"]);
    expect(view.subjects).toEqual(["tin"]);
  });
});

describe("a range as a bar", () => {
  it("V178: the ends span it, and a value beyond them stretches it", () => {
    expect(rangeBar({ low: 0, high: 10, value: 4 }, null)).toMatchObject({ from: 0, to: 1, label: "Range 0 to 10, dataset 4" });
    const beyond = rangeBar({ low: 0, high: 10, value: 4 }, 20)!;
    expect(beyond).toMatchObject({ from: 0, to: 0.5, label: "Range 0 to 10, dataset 4, this scenario 20" });
    expect(beyond.marks.map(({ kind, at }) => [kind, at])).toEqual([
      ["low", 0],
      ["high", 0.5],
      ["dataset", 0.2],
      ["scenario", 1],
    ]);
    expect(beyond.marks.map(({ text }) => text)).toEqual(["low 0", "high 10", "", ""]);
    expect(rangeBar({ low: 0, high: 10, value: 4 }, 30)!.marks[0]!.text).toBe("range 0 to 10");
  });

  it("V178: without both ends there is no bar", () => {
    expect(rangeBar({ low: null, high: 10, value: 4 }, null)).toBeNull();
    expect(rangeBar({ low: 4, high: 4, value: 4 }, null)).toBeNull();
  });
});
