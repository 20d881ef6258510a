import { describe, expect, it } from "vitest";
import type { Lever } from "../../../shared/dataset/dataset.ts";
import { describeChanges, describeEdit } from "../../../shared/scenario/describe-edit.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { LeverSetting, ScenarioDocument } from "../../../shared/scenario/scenario.ts";

const lever = (id: string, name: string, unit: string, byDefault = 0): Lever => ({
  id,
  group: "g",
  name,
  unit,
  min: 0,
  max: 4000,
  step: 5,
  default: byDefault,
  bands: [],
  defaultStart: "2027-01",
  defaultRampMonths: 1,
  represents: "",
  policyPrecedent: "",
  costRule: "",
  equation: "",
  subSettings: "",
});

const dataset = {
  levers: [
    lever("reserve_days", "Strategic reserve", "days of stage demand"),
    lever("mining", "Mining support", "$M/yr"),
    lever("ppp", "Public share", "% of capital", 50),
  ],
  worlds: [
    { id: "stated", label: "Stated policies" },
    { id: "high", label: "High demand" },
  ],
  events: [
    {
      id: "ban",
      name: "Export ban",
      minerals: "*",
      stages: "*",
      suppliers: "CHN",
      scope: "targeted" as const,
      severity: 1,
      durationMonths: 12,
      rampInMonths: 1,
      recoveryMonths: 0,
      worldShare: {},
      leak: null,
      source: "",
    },
  ],
};

const empty = statusQuoDocument("stated");
const set = (id: string, value: number, over: Partial<LeverSetting> = {}): LeverSetting => ({
  lever: id,
  value,
  start: "2027-01",
  ramp: 1,
  minerals: "all",
  ...over,
});
const withLevers = (...levers: LeverSetting[]): ScenarioDocument => ({ ...empty, inputs: { ...empty.inputs, levers } });
const changes = (before: ScenarioDocument, after: ScenarioDocument): readonly string[] => describeChanges(dataset, before, after);

describe("what an edit did", () => {
  it("H6: a lever's value, from the status quo where nothing was set", () => {
    expect(changes(empty, withLevers(set("reserve_days", 180)))).toEqual(["Strategic reserve 0 to 180 days"]);
    expect(changes(withLevers(set("reserve_days", 120)), withLevers(set("reserve_days", 180)))).toEqual(["Strategic reserve 120 to 180 days"]);
    expect(changes(withLevers(set("mining", 1200)), empty)).toEqual(["Mining support $1,200 to $0 m/yr"]);
    expect(changes(empty, withLevers(set("ppp", 62.5)))).toEqual(["Public share 50 to 62.5%"]);
  });

  it("H6: its dates, and the rest in one word", () => {
    const from = withLevers(set("mining", 600));
    expect(changes(from, withLevers(set("mining", 600, { start: "2030-01" })))).toEqual(["Mining support start 2027 to 2030"]);
    expect(changes(from, withLevers(set("mining", 600, { ramp: 24 })))).toEqual(["Mining support ramp 1 to 24 months"]);
    expect(changes(from, withLevers(set("mining", 600, { end: "2040-01" })))).toEqual(["Mining support until 2040"]);
    expect(changes(withLevers(set("mining", 600, { end: "2040-01" })), from)).toEqual(["Mining support without end"]);
    expect(changes(from, withLevers(set("mining", 600), set("mining", 10, { minerals: ["tin"] })))).toEqual(["Mining support settings"]);
    expect(changes(from, withLevers(set("mining", 600, { eligible: 0.2 })))).toEqual(["Mining support settings"]);
  });

  it("H6: world, events, assumptions, target and budget", () => {
    const target = { indicator: "dependence", mineral: null, value: 0.4, year: 2035 };
    expect(changes(empty, { ...empty, inputs: { ...empty.inputs, world: "high" } })).toEqual(["World Stated policies to High demand"]);
    const banned = { ...empty, inputs: { ...empty.inputs, events: [{ event: "ban", start: "2030-01" }] } };
    expect(changes(empty, banned)).toEqual(["Export ban added"]);
    expect(changes(banned, empty)).toEqual(["Export ban removed"]);
    expect(changes(banned, { ...empty, inputs: { ...empty.inputs, events: [{ event: "ban", start: "2031-01" }] } })).toEqual(["Export ban changed"]);
    const twice = { ...empty, inputs: { ...empty.inputs, events: [...banned.inputs.events, ...banned.inputs.events] } };
    expect([changes(banned, twice), changes(twice, banned)]).toEqual([["Export ban added"], ["Export ban removed"]]);
    expect(changes({ ...empty, target, budget: 4000 }, { ...empty, target: { ...target, year: 2040 }, budget: 10 })).toEqual([
      "Target changed",
      "Budget changed",
    ]);
    expect(changes(empty, { ...empty, target, budget: 4000 })).toEqual(["Target set", "Budget set"]);
    expect(changes({ ...empty, target, budget: 4000 }, empty)).toEqual(["Target removed", "Budget removed"]);
    expect(changes(empty, { ...empty, assumptions: [{ mineral: "all", stage: "", key: "leak", value: 0.1 }] })).toEqual(["Assumptions"]);
    expect(changes(empty, statusQuoDocument("stated"))).toEqual([]);
  });

  it("H6, H9: an entry names the first change and how many more; a new title comes first", () => {
    const labels = emptyLabels("A");
    const after = withLevers(set("reserve_days", 180), set("mining", 100), set("ppp", 60));
    expect(describeEdit(dataset, { document: empty, labels }, { document: after, labels })).toBe("Strategic reserve 0 to 180 days and 2 more");
    expect(describeEdit(dataset, { document: empty, labels }, { document: empty, labels: emptyLabels("B") })).toBe("Rename to B");
    expect(describeEdit(dataset, { document: empty, labels }, { document: empty, labels: { ...labels, decision: "Go" } })).toBe("Notes");
  });
});
