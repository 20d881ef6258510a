import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { allyPartners } from "../../../renderer/features/explore/levers/ally-partners.ts";
import { costRuleText } from "../../../renderer/features/explore/levers/cost-rule-text.ts";
import { eventText } from "../../../renderer/features/explore/world/event-text.ts";
import { labelPlaces } from "../../../renderer/features/explore/outcome/gauge.tsx";
import { leversCostText, publicCostView } from "../../../renderer/features/explore/outcome/public-cost.ts";
import { subSettingsOf } from "../../../renderer/features/explore/levers/sub-settings.ts";
import { worldSummaries } from "../../../renderer/features/explore/world/world-summary.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import { levelReader } from "../support/test-planner.tsx";
import { exploreDataset } from "./explore-kit.tsx";

const shipped = import.meta.glob<string>("../../../resources/datasets/*/levers.csv", { query: "?raw", import: "default", eager: true });

describe("labels under the gauge", () => {
  it("V247: status quo and target never stand over each other, wherever they lie", () => {
    const part = (text: string): number => Number.parseFloat(text) / 100;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [lower, upper] = labelPlaces(low, high);
        fc.pre(high - low < 0.45);
        expect([lower.transform, upper.transform]).toEqual(["translateX(-100%)", "none"]);
        expect(part(upper.left) - part(lower.left)).toBeGreaterThanOrEqual(0.03 - 1e-9);
        expect(part(lower.left)).toBeGreaterThanOrEqual(0.3);
        expect(part(upper.left)).toBeLessThanOrEqual(0.62 + 1e-9);
      }),
    );
    expect(labelPlaces(0.1, 0.9).map(({ left }) => left)).toEqual(["10%", "90%"]);
  });
});

describe("sub-settings of a lever", () => {
  it("L27: are read from the dataset's words; what applies to all minerals has none", () => {
    expect(subSettingsOf({ subSettings: "minerals; partner (supplier iso3); stages (default P)" })).toMatchObject({
      minerals: true,
      partner: true,
      stages: true,
      defaultStages: ["P"],
      countries: false,
    });
    expect(subSettingsOf({ subSettings: "minerals; stages (default all); countries (list, default non_ally)" })).toMatchObject({
      countries: true,
      defaultStages: null,
    });
    expect(Object.values(subSettingsOf({ subSettings: "none (all minerals)" }))).toEqual([false, false, false, false, false, false, null]);
  });

  it("L27: every sub-setting that the shipped levers name is one that the panel can edit", () => {
    const known = /^(?:minerals|stages \(default (?:all|[A-Za-z]+)\)|partner \(.*\)|eligible share \(.*\)|phase_out \(.*\)|countries \(.*\)|none \(.*\))$/;
    const cells = Object.values(shipped).flatMap((text) =>
      Papa.parse<{ sub_settings: string }>(text.trim(), { header: true }).data.map((row) => row.sub_settings),
    );
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.flatMap((cell) => cell.split(";").map((part) => part.trim())).filter((part) => !known.test(part))).toEqual([]);
  });

  it("L27: every cost rule that the shipped levers name has a sentence", () => {
    const codes = Object.values(shipped).flatMap((text) => Papa.parse<{ cost_rule: string }>(text.trim(), { header: true }).data.map((row) => row.cost_rule));
    expect(codes.filter((code) => costRuleText(code) === code)).toEqual([]);
  });
});

describe("partners", () => {
  it("L28: are allied suppliers, the one with most places first; never the unnamed rest", () => {
    expect(allyPartners(exploreDataset)).toEqual([
      { iso3: "AUS", name: "Australia", places: 2 },
      { iso3: "PER", name: "Peru", places: 1 },
    ]);
  });
});

describe("worlds and disruptions in words", () => {
  it("L34: a world says its demand and prices ten years on", () => {
    expect(worldSummaries(exploreDataset)).toEqual([
      { id: "stated", label: "Stated policies", demand: "Demand 1.4 times 2025 by 2035 (1.2 to 1.5 by mineral)", prices: "World prices as in 2025" },
      {
        id: "high",
        label: "High demand",
        demand: "Demand 2.5 times 2025 by 2035 (2.0 to 3.0 by mineral)",
        prices: "World prices 0% to 25% above 2025 in 2035, by mineral",
      },
    ]);
  });

  it("L34: a disruption says of what, from whom, how much, how long, for whom and its recovery", () => {
    expect(eventText(exploreDataset, { event: "stop", start: "2030-01" })).toBe(
      "Rare earths from China down 90% for 12 months, only to the United States; recovers over 6 months",
    );
    const own = { minerals: "*", stages: "M", suppliers: "*", severity: 0.3, start: "2030-01", duration: 2, ramp_in: 1, recovery: 0 };
    expect(eventText(exploreDataset, { ...own, scope: "global" })).toBe("All minerals (mining) from all suppliers down 30% for 2 months, for every buyer");
    expect(eventText(exploreDataset, { ...own, scope: "outage" })).toBe("All minerals (mining) made in the United States down 30% for 2 months");
    expect(eventText(exploreDataset, { event: "gone", start: "2030-01" })).toBe("");
  });
});

describe("public cost line", () => {
  const years = [2026, 2027, 2035, 2036];
  const reader: ResultReader = {
    ...levelReader(0),
    years,
    total: () => [9000, 2000, 4000, 9000],
    costByLever: (id) => (id === "a" ? [0, 300, 500, 0] : [0, 0, 0, 0]),
  };

  it("L31: is the mean over 2027 to 2035 and says an overrun with its amount", () => {
    expect(publicCostView(exploreDataset, reader, null)).toEqual({ cost: "$3.0 bn/yr", budget: null, fraction: 1, overrun: null });
    expect(publicCostView(exploreDataset, reader, 4000)).toEqual({ cost: "$3.0", budget: "of $4.0 bn/yr", fraction: 0.75, overrun: null });
    expect(publicCostView(exploreDataset, reader, 2400).overrun).toBe("Over budget by $0.6 bn a year. No lever was changed.");
  });

  it("L31: an overrun below one shown step is told in a finer unit, never as 0.0", () => {
    expect(publicCostView(exploreDataset, reader, 2990).overrun).toBe("Over budget by $10 m a year. No lever was changed.");
  });

  it("L31: a group costs the sum of its levers", () => {
    expect(leversCostText(exploreDataset, reader, ["a", "b"])).toBe("$400 m/yr");
  });
});
