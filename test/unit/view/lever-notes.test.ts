import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import type { LeverSetting } from "../../../shared/scenario/scenario.ts";
import { statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { leverNotes } from "../../../shared/view/lever-notes.ts";

const years = [2027, 2030, 2035];
const lever = (id: string, statusQuo = 0) => ({ id, default: statusQuo }) as Dataset["levers"][number];
const mineral = (id: string, name: string, stages: readonly string[]) => ({ id, name, stages }) as unknown as Dataset["minerals"][number];
const dataset = {
  levers: [lever("mining_invest"), lever("ppp_public_share", 50), lever("recycling_rate"), lever("tariff")],
  minerals: [mineral("ree", "Rare earths", ["M", "P"]), mineral("tin", "Tin", ["P"])],
  stages: [
    { id: "M", label: "Mining", role: "mining" as const },
    { id: "P", label: "Processing", role: "processing" as const },
  ],
};

/** Mines take 108 months; tin is collected at 45 %, rare earths at 1 %. */
const reader = {
  years,
  stage: (_mineral: string, stage: string) => years.map(() => (stage === "M" ? 108 : 60)),
  mineral: (id: string) => years.map(() => (id === "tin" ? 0.45 : 0.01)),
} as unknown as ResultReader;

const set = (id: string, value: number, over: Partial<LeverSetting> = {}): LeverSetting => ({
  lever: id,
  value,
  start: "2027-01",
  ramp: 12,
  minerals: "all",
  ...over,
});

function notes(levers: readonly LeverSetting[], outcomeYear = 2035): Record<string, string> {
  const base = statusQuoDocument("stated");
  return Object.fromEntries(
    leverNotes({ dataset, document: { ...base, inputs: { ...base.inputs, levers } }, current: reader, statusQuoInWorld: reader, outcomeYear }),
  );
}

describe("lever notes", () => {
  it("L33: status quo and levers that act have no note", () => {
    expect(notes([])).toEqual({});
    expect(notes([set("mining_invest", 0), set("tariff", 25)])).toEqual({});
  });

  it("L33: an outcome year before start plus mean lead time is said; a later one is not", () => {
    expect(notes([set("mining_invest", 600)])).toEqual({
      mining_invest: "Little effect before 2036: permits, construction and ramp-up of new mines take 9 years on average.",
    });
    expect(notes([set("mining_invest", 600, { start: "2026-01" })])).toEqual({});
  });

  it("L33: a lever on minerals without that stage has no lead time to tell", () => {
    expect(notes([set("mining_invest", 600, { minerals: ["tin"] })])).toEqual({});
  });

  it("L33: a public share without a grant has no effect; with one it has", () => {
    expect(notes([set("ppp_public_share", 80)])).toEqual({ ppp_public_share: "No effect: no grant is paid that it could share." });
    expect(notes([set("ppp_public_share", 80), set("mining_invest", 50)], 2050)["ppp_public_share"]).toBeUndefined();
  });

  it("L33: minerals that reach a collection target anyway are named; all of them is said as such", () => {
    expect(notes([set("recycling_rate", 40)])).toEqual({ recycling_rate: "No effect for tin: collected at this rate anyway." });
    expect(notes([set("recycling_rate", 40, { minerals: ["tin"] })])).toEqual({ recycling_rate: "No effect: collection reaches this target anyway." });
    expect(notes([set("recycling_rate", 50)])).toEqual({});
  });
});
