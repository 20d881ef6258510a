import { describe, expect, it } from "vitest";
import { compileModel } from "../../../shared/model/compile-model.ts";
import { collectionNotes, moneyNotes } from "../../../shared/model/lever-notes.ts";
import { withBaseYear } from "../../../shared/verify/altered-dataset.ts";
import { dataset, model, runChecked, scenario, setting } from "./shipped.ts";

describe("collection targets", () => {
  const inputs = scenario([setting("recycling_rate", 65)]);
  const run = runChecked(inputs);

  it("E9: say where the target is above its ceiling, where it changes nothing and where it binds", () => {
    const kinds = new Map(collectionNotes(model, run, 2040).map(({ mineral, kind }) => [mineral, kind]));
    // Nickel is collected at 80 % anyway; tantalum's ceiling is 60 %.
    expect(kinds.get("nickel")).toBe("no-effect");
    expect(kinds.get("tantalum")).toBe("above-ceiling");
    expect(kinds.get("lithium")).toBe("binding");
    expect(kinds.size).toBe(9);
  });

  it("E9: give target, rate reached and the highest rate a target reaches", () => {
    const note = collectionNotes(model, run, 2050).find(({ mineral }) => mineral === "tantalum")!;
    expect(note.target).toBe(0.65);
    expect(note.limit).toBeCloseTo(0.25 + 0.9 * (0.6 - 0.25), 12);
    expect(note.reached).toBeLessThanOrEqual(note.limit!);
    expect(note.reached).toBeGreaterThan(0.5);
  });

  it("E9: show the target on its way up, and none before it starts", () => {
    expect(collectionNotes(model, run, 2026)).toEqual([]);
    expect(collectionNotes(model, run, 2028)[0]!.target).toBeCloseTo(0.65 * (24 / 60), 12);
    expect(collectionNotes(model, run, 1999)).toEqual([]);
  });

  it("E9: say where there is no scrap", () => {
    const empty = compileModel(withBaseYear(dataset, { demand: 0 }));
    const kinds = new Set(
      collectionNotes(empty, runChecked(inputs, empty), 2040)
        .filter(({ mineral }) => mineral === "lithium")
        .map(({ kind }) => kind),
    );
    expect([...kinds]).toEqual(["no-scrap"]);
  });
});

describe("money", () => {
  it("C2: for minerals without the stage finds nothing to support", () => {
    const inputs = scenario([setting("magnet_invest", 100, { minerals: ["tin"] })]);
    expect(moneyNotes(model, runChecked(inputs), inputs, 2030)).toEqual([{ lever: "magnet_invest", mineral: null, kind: "nothing-to-support" }]);
  });

  it("C2: for a partner whom no stage lists finds nothing to support", () => {
    const inputs = scenario([setting("ally_finance", 100, { partner: "BRA", minerals: ["ree"] })]);
    expect(moneyNotes(model, runChecked(inputs), inputs, 2030)).toEqual([{ lever: "ally_finance", mineral: null, kind: "nothing-to-support" }]);
  });

  it("C2: that builds something is no note; where the market is full it is", () => {
    const inputs = scenario([setting("processing_invest", 4000)]);
    const run = runChecked(inputs);
    const noted = moneyNotes(model, run, inputs, 2040).filter(({ kind }) => kind === "builds-nothing");
    for (const { mineral } of noted) {
      const stage = model.stages.find((one) => one.id === "P" && model.minerals[one.mineral]!.id === mineral)!;
      expect(run.annual.stage.starts_t_per_yr[stage.index * 25 + 14]).toBe(0);
    }
    const building = model.stages.filter((one) => one.id === "P" && run.annual.stage.starts_t_per_yr[one.index * 25 + 14]! > 0);
    expect(noted.length + building.length).toBe(9);
  });
});
