import { describe, expect, it } from "vitest";
import { leverFinder } from "../../../../shared/view/explore/find-lever.ts";
import { shippedDataset as dataset } from "../../dataset/shipped-tables.ts";

const finds = leverFinder(dataset);
const found = (typed: string): readonly string[] => [...finds(typed).ids];

describe("finding a lever", () => {
  it("L61: by what people call it, in any number of words, as singular or plural", () => {
    expect(found("mining subsidy")).toContain("mining_invest");
    expect(found("permits")).toContain("permit_speed");
    expect(found("subsidies")).toEqual(expect.arrayContaining(["mining_invest", "processing_invest", "production_credit"]));
    expect(found("Stockpiles")[0]).toBe("reserve_days");
    expect(found("Section 301")).toEqual(["tariff"]);
    expect(found("china")).toEqual(["tariff", "diversify", "transparency"]);
    expect(found("CHN")).toEqual(expect.arrayContaining(["tariff", "diversify", "transparency"]));
    expect(found("Australia")).toEqual(["transparency", "ally_finance"]);
    expect(found("tariff china")).toEqual(["tariff"]);
    // A supplier of the other dataset.
    expect(found("Sudmark")).toEqual([]);
    expect(found("")).toHaveLength(dataset.levers.length);
    expect(found("zeppelin")).toEqual([]);
  });

  it("V270: where nothing has the words as typed, those a slip of the keys away are offered as a guess", () => {
    for (const [typed, id] of [
      ["recylcing", "recycling_rate"],
      ["permiting", "permit_speed"],
      ["stockplie", "reserve_days"],
      ["tarrif", "tariff"],
    ] as const) {
      const { ids, isGuess } = finds(typed);
      expect([typed, ids.has(id), isGuess]).toEqual([typed, true, true]);
      expect(ids.size).toBeLessThan(dataset.levers.length / 2);
    }
    expect(finds("tariff").isGuess).toBe(false);
    expect(finds("zeppelin")).toEqual({ ids: new Set(), isGuess: false });
  });
});
