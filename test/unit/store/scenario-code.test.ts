import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import type { LeverSetting, ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { statusQuoDocument } from "../../../shared/scenario/scenario.ts";

const setting = (lever: string, value: number): LeverSetting => ({ lever, value, start: "2027-01", ramp: 1, minerals: ["ree", "cobalt"] });
const withLevers = (levers: readonly LeverSetting[]): ScenarioDocument => ({ ...statusQuoDocument("stated"), inputs: { levers, world: "stated", events: [] } });

describe("scenario code", () => {
  it("S14: is pinned", () => {
    expect(scenarioCode(statusQuoDocument("stated"))).toBe("LS-PQTT-8Y29");
    expect(scenarioCode(withLevers([setting("reserve_days", 180)]))).toBe("LS-XNKA-CHS5");
  });

  it("S14: has eight characters that are not taken for one another", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(scenarioCode(withLevers([setting("tariff", value)]))).toMatch(/^LS-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it("S14: does not depend on the order of levers or fields, nor on target, budget and absent fields", () => {
    const a = setting("tariff", 25);
    const b = setting("reserve_days", 180);
    const code = scenarioCode(withLevers([a, b]));
    const turned = Object.fromEntries(Object.entries(b).toReversed()) as unknown as LeverSetting;
    expect(scenarioCode(withLevers([turned, a]))).toBe(code);
    expect(scenarioCode({ ...withLevers([a, b]), target: { indicator: "nir", mineral: null, value: 0.5, year: 2030 }, budget: 1 } as ScenarioDocument)).toBe(
      code,
    );
    expect(scenarioCode(withLevers([a, { ...b, end: undefined } as unknown as LeverSetting]))).toBe(code);
  });

  it("S14: anything that can change a number changes it", () => {
    const base = withLevers([setting("reserve_days", 180)]);
    const variants: readonly ScenarioDocument[] = [
      withLevers([setting("reserve_days", 180.0000001)]),
      withLevers([{ ...setting("reserve_days", 180), start: "2027-02" }]),
      withLevers([{ ...setting("reserve_days", 180), minerals: "all" }]),
      withLevers([{ ...setting("reserve_days", 180), end: "2040-01" }]),
      { ...base, inputs: { ...base.inputs, world: "high" } },
      { ...base, inputs: { ...base.inputs, events: [{ event: "china_ree", start: "2031-01" }] } },
      { ...base, assumptions: [{ mineral: "all", stage: "", key: "leak", value: 0.1 }] },
    ];
    expect(new Set([base, ...variants].map(scenarioCode)).size).toBe(variants.length + 1);
  });
});
