import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lever } from "../../../shared/dataset/dataset.ts";
import * as edits from "../../../shared/scenario/edit-scenario.ts";
import { statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { LeverSetting, ScenarioDocument } from "../../../shared/scenario/scenario.ts";

const lever = (id: string, group: string, over: Partial<Lever> = {}): Lever => ({
  id,
  group,
  name: id,
  unit: "%",
  min: 0,
  max: 100,
  step: 5,
  default: 0,
  bands: [],
  defaultStart: "2027-01",
  defaultRampMonths: 12,
  represents: "",
  policyPrecedent: "",
  costRule: "",
  equation: "",
  subSettings: "",
  ...over,
});

const tariff = lever("tariff", "Trade");
const share = lever("share", "Supply", { default: 50, min: 15 });
const ally = lever("ally", "Allies");
const levers = [tariff, share, ally];
const empty = statusQuoDocument("stated");
const plain = (over: Partial<LeverSetting> = {}): LeverSetting => ({ lever: "tariff", value: 20, start: "2027-01", ramp: 12, minerals: "all", ...over });
const withLevers = (...settings: LeverSetting[]): ScenarioDocument => ({ ...empty, inputs: { ...empty.inputs, levers: settings } });
const settings = (document: ScenarioDocument): readonly LeverSetting[] => document.inputs.levers;

describe("a lever's row", () => {
  it("L1: makes an instance with the dataset's start and ramp", () => {
    expect(settings(edits.setLever(empty, { lever: tariff }, 20))).toEqual([plain()]);
  });

  it("L1: edits the first instance that covers all minerals and leaves the others alone", () => {
    const own = plain({ minerals: ["cobalt"], value: 90 });
    const later = plain({ value: 70, start: "2030-01" });
    const document = withLevers(own, plain(), later);
    expect(settings(edits.setLever(document, { lever: tariff }, 35))).toEqual([own, plain({ value: 35 }), later]);
    expect(edits.rowInstance(document, { lever: tariff })?.value).toBe(20);
  });

  it("L1: partners have rows of their own", () => {
    const document = edits.setLever(edits.setLever(empty, { lever: ally, partner: "AUS" }, 40), { lever: ally, partner: "CAN" }, 60);
    expect(settings(document).map(({ partner, value }) => [partner, value])).toEqual([
      ["AUS", 40],
      ["CAN", 60],
    ]);
    expect(edits.rowInstance(document, { lever: ally, partner: "CAN" })?.value).toBe(60);
    expect(settings(edits.setLever(document, { lever: ally, partner: "AUS" }, 0))).toHaveLength(1);
  });

  it("L2: any value within the bounds is kept exactly; anything else changes nothing", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
        expect(
          Object.is(edits.rowInstance(edits.setLever(withLevers(plain()), { lever: tariff }, value), { lever: tariff })?.value ?? tariff.default, value),
        ).toBe(true);
      }),
      { examples: [[17.3]] },
    );
    const document = withLevers(plain());
    for (const wrong of [-0.001, 100.001, NaN, Infinity, -Infinity]) expect(edits.setLever(document, { lever: tariff }, wrong)).toBe(document);
  });

  it("L3: back at status quo a plain instance is gone, for any default", () => {
    expect(edits.setLever(edits.setLever(empty, { lever: tariff }, 20), { lever: tariff }, 0)).toEqual(empty);
    expect(edits.setLever(edits.setLever(empty, { lever: share }, 80), { lever: share }, 50)).toEqual(empty);
  });

  it("L3: an instance with settings of its own stays at status quo, so that dragging through it loses nothing", () => {
    for (const own of [plain({ start: "2030-01" }), plain({ ramp: 24 }), plain({ end: "2040-01" }), plain({ eligible: 0.3 }), plain({ stages: ["P"] })]) {
      const document = edits.setLever(withLevers(own), { lever: tariff }, 0);
      expect(settings(document)).toEqual([{ ...own, value: 0 }]);
      expect(settings(edits.setLever(document, { lever: tariff }, 20))).toEqual([own]);
      expect(edits.leverDiffers(document, tariff)).toBe(false);
    }
  });

  it("L4: start, ramp and end are edited on the row's instance, an end after its start", () => {
    const row = { lever: tariff };
    const document = edits.setLeverEnd(edits.setLeverRamp(edits.setLeverStart(withLevers(plain()), row, "2029-07"), row, 0), row, "2035-01");
    expect(settings(document)).toEqual([plain({ start: "2029-07", ramp: 0, end: "2035-01" })]);
    expect(settings(edits.setLeverEnd(document, row, null))).toEqual([plain({ start: "2029-07", ramp: 0 })]);
    expect(edits.setLeverStart(document, row, "2035-01")).toBe(document);
    expect(edits.setLeverEnd(document, row, "2029-07")).toBe(document);
    expect(edits.setLeverStart(document, row, "2029-13")).toBe(document);
    expect(edits.setLeverEnd(document, row, "soon")).toBe(document);
    for (const ramp of [-1, 0.5, NaN]) expect(edits.setLeverRamp(document, row, ramp)).toBe(document);
  });

  it("L4: a start can be set before the value", () => {
    expect(settings(edits.setLever(edits.setLeverStart(empty, { lever: tariff }, "2031-01"), { lever: tariff }, 20))).toEqual([plain({ start: "2031-01" })]);
  });
});

describe("several levers", () => {
  const mixed = withLevers(plain(), plain({ lever: "share", value: 70 }), plain({ minerals: ["tin"] }), plain({ lever: "ally", partner: "AUS" }));

  it("L5: replacing keeps the other levers in their order", () => {
    const next = [plain({ value: 5 }), plain({ value: 6, minerals: ["tin"] })];
    const replaced = settings(edits.replaceInstances(mixed, "tariff", next));
    expect(replaced.map((setting) => setting.lever)).toEqual(["tariff", "tariff", "share", "ally"]);
    expect(replaced.slice(0, 2)).toEqual(next);
    expect(settings(edits.replaceInstances(mixed, "none", next)).slice(0, 4)).toEqual(settings(mixed));
  });

  it("L6: resets take their levers, all instances, and nothing else", () => {
    const document: ScenarioDocument = {
      inputs: { ...mixed.inputs, world: "high", events: [{ event: "ban", start: "2030-01" }] },
      assumptions: [{ mineral: "all", stage: "", key: "leak", value: 0.1 }],
      target: { indicator: "dependence", mineral: null, value: 0.4, year: 2035 },
      budget: 4000,
    };
    expect(edits.resetAll(document)).toEqual({ ...document, inputs: { ...document.inputs, levers: [] } });
    expect(settings(edits.resetGroup(document, levers, "Trade")).map((setting) => setting.lever)).toEqual(["share", "ally"]);
    expect(settings(edits.resetLever(document, "tariff")).map((setting) => setting.lever)).toEqual(["share", "ally"]);
  });

  it("L7: a lever differs when any of its instances does, in the dataset's order", () => {
    const document = withLevers(plain({ lever: "share", value: 50, start: "2030-01" }), plain({ minerals: ["tin"], value: 1 }));
    expect(edits.changedLevers(document, levers).map(({ id }) => id)).toEqual(["tariff"]);
  });
});

describe("the rest of a document", () => {
  it("L8: worlds come from the dataset", () => {
    const worlds = [
      { id: "stated", label: "Stated" },
      { id: "high", label: "High" },
    ];
    expect(edits.setWorld(empty, worlds, "high").inputs.world).toBe("high");
    expect(edits.setWorld(empty, worlds, "nowhere")).toBe(empty);
  });

  it("L8: events are added, replaced and removed by position", () => {
    const [first, second, third] = ["a", "b", "c"].map((event) => ({ event, start: "2030-01" })) as [
      { event: string; start: string },
      { event: string; start: string },
      { event: string; start: string },
    ];
    const document = edits.addEvent(edits.addEvent(empty, first), second);
    expect(edits.replaceEvent(document, 0, third).inputs.events).toEqual([third, second]);
    expect(edits.removeEvent(document, 0).inputs.events).toEqual([second]);
    for (const outside of [-1, 2, 0.5]) {
      expect(edits.removeEvent(document, outside)).toBe(document);
      expect(edits.replaceEvent(document, outside, third)).toBe(document);
    }
  });

  it("L8: an assumption replaces one row until it is taken away", () => {
    const at = { mineral: "tin", stage: "P", key: "yield" };
    const document = edits.setAssumption(edits.setAssumption(empty, at, 0.8), { ...at, stage: "" }, 0.7);
    expect(edits.setAssumption(document, at, 0.9).assumptions).toEqual([
      { ...at, value: 0.9 },
      { ...at, stage: "", value: 0.7 },
    ]);
    expect(edits.setAssumption(document, at, null).assumptions).toEqual([{ ...at, stage: "", value: 0.7 }]);
    expect(edits.setAssumption(document, at, NaN)).toBe(document);
  });

  it("L9: edits that change nothing return the very document", () => {
    const target = { indicator: "dependence", mineral: null, value: 0.4, year: 2035 };
    const document = { ...withLevers(plain()), target, budget: 5 };
    const row = { lever: tariff };
    const same: readonly ScenarioDocument[] = [
      edits.setLever(document, row, 20),
      edits.setLeverStart(document, row, "2027-01"),
      edits.setLeverRamp(document, row, 12),
      edits.setLeverEnd(document, row, null),
      edits.replaceInstances(document, "tariff", [plain()]),
      edits.resetLever(document, "share"),
      edits.resetGroup(document, levers, "Allies"),
      edits.setTarget(document, { ...target }),
      edits.setBudget(document, 5),
      edits.setBudget(document, -1),
      edits.setBudget(document, NaN),
      edits.setAssumption(document, { mineral: "all", stage: "", key: "leak" }, null),
    ];
    for (const result of same) expect(result).toBe(document);
    expect(edits.setLever(empty, row, 0)).toBe(empty);
    expect(edits.resetAll(empty)).toBe(empty);
  });
});
