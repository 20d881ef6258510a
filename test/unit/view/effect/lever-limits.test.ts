import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../../electron/dataset/read-dataset.ts";
import { monthlySeries } from "../../../../shared/model/monthly.ts";
import { createRun } from "../../../../shared/model/run.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import { readScenarioFile } from "../../../../shared/scenario/scenario-file.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { resources } from "../../dataset/shipped-tables.ts";
import { dataset, model, setting } from "../../analysis/shipped-model.ts";
import { effectOf, study, wordsOf } from "./study-kit.ts";

/** Capacity at the end of the run, t/yr. */
function capacity(levers: readonly LeverSetting[], mineral: string, stage: string): number {
  const run = createRun(model);
  simulate(model, { levers, world: "stated", events: [] }, run);
  return monthlySeries(run, mineral, stage, "K").at(-1)!;
}

/** Those of a sample. */
function leversOf(file: string): readonly LeverSetting[] {
  const read = readScenarioFile(file, readFileSync(path.join(resources, "samples", file), "utf8"), dataset, sha256);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.scenarios[0]!.inputs.levers;
}

describe("limits of money for plants", () => {
  it("L43: rare-earth mines stand far above what home need can take: all of the money is idle, with both figures", () => {
    const effect = effectOf("mining_invest", 1000, { minerals: ["ree"] });
    expect(effect.limits).toMatchObject([{ kind: "idle", reason: "need", mineral: "ree", first: 2027, last: 2050 }]);
    expect(effect.money!.idle).toBeCloseTo(effect.money!.spent, 6);
    expect(effect.changesNothing).toBe(true);
    expect(wordsOf(effect).details).toEqual([
      "No effect on any figure but cost.",
      "Idle: $23.5 bn of $23.5 bn builds nothing.",
      "Rare earths, mining: $23.5 bn in 2027 to 2050 builds nothing. In 2027, 63.8 kt/yr stand or are under way, more than the 18.2 kt/yr that home need supports.",
    ]);
  });

  it("V267: close below a ceiling it says how much of it is taken, as above it how far", () => {
    const gallium = effectOf("processing_invest", 1000).limits.find((limit) => limit.kind === "idle" && limit.mineral === "gallium");
    if (gallium?.kind !== "idle") throw new Error("not idle");
    expect(gallium.capacity).toBeLessThan(gallium.ceiling);
    expect(wordsOf(effectOf("processing_invest", 1000)).details.join(" ")).toMatch(
      /Gallium, processing: \S+ \S+ in \d+(?: to \d+)? builds nothing\. In \d+, [\d.]+ t\/yr of the [\d.]+ t\/yr that home need supports stand or are under way\./,
    );
  });

  it("V274: infrastructure is late because it takes its own time to build, as long as the dataset says", () => {
    const months = dataset.parameters.find(({ key }) => key === "infra_build_months")!.value;
    expect(wordsOf(effectOf("infrastructure", 2000)).row).toMatch(
      new RegExp(`^No visible effect before 20\\d\\d: time to build infrastructure is ${String(months)} months\\.`),
    );
  });

  it("L43: nickel mines have nobody at home to take the ore", () => {
    const effect = effectOf("mining_invest", 300, { minerals: ["nickel"] });
    expect(effect.limits).toMatchObject([{ kind: "idle", reason: "no-need" }]);
    expect(wordsOf(effect)).toMatchObject({
      row: "No effect on any figure but cost. Idle: $7.1 bn of $7.1 bn.",
      brief: "no effect",
      idle: "idle $7.1 bn",
    });
  });

  it("L43: without a deposit nothing is begun", () => {
    const effect = effectOf("mining_invest", 50, { minerals: ["tantalum"] }, [{ mineral: "tantalum", stage: "M", key: "k_max", value: 0 }]);
    expect(effect.limits).toMatchObject([{ kind: "idle", reason: "no-deposit" }]);
    expect(wordsOf(effect).details.at(-1)).toMatch(/^Tantalum, mining: \$1\.2 bn in 2027 to 2050 builds nothing: no deposit\.$/);
  });

  it("L43: beyond the pace of an industry money is idle; without it nearly as much is built", () => {
    const tin = (value: number): LeverSetting => setting("processing_invest", value, { minerals: ["tin"], ramp: 1 });
    const limit = study([tin(1000)]).effects.get("processing_invest")!.limits[0]!;
    if (limit.kind !== "idle") throw new Error("not idle");
    expect(limit.reason).toBe("pace");
    expect(capacity([tin(limit.useful)], "tin", "P")).toBeGreaterThan(0.94 * capacity([tin(1000)], "tin", "P"));
    expect(capacity([tin(limit.useful / 4)], "tin", "P")).toBeLessThan(0.7 * capacity([tin(1000)], "tin", "P"));
  });

  it("L42: magnets exist for rare earths only", () => {
    const effect = effectOf("magnet_invest", 300, { minerals: ["tin", "cobalt"] });
    expect(effect.limits).toEqual([{ kind: "no-stage", minerals: ["cobalt", "tin"] }]);
    expect(wordsOf(effect).row).toBe("No effect for cobalt and tin: no such stage in the chain.");
  });

  it("L42: recycling plants without scrap say so with both amounts", () => {
    const effect = effectOf("recycling_plants", 300, { minerals: ["ree"] });
    expect(effect.limits).toMatchObject([
      { kind: "idle", reason: "collectable" },
      { kind: "no-scrap", mineral: "ree", year: 2035 },
    ]);
    expect(wordsOf(effect).details.at(-1)).toMatch(/^Plants wait for scrap\. In 2035: rare earths \d+ t for plants that could take [\d.]+ kt\.$/);
  });

  it("L42: a public share without a grant, and with one", () => {
    expect(wordsOf(effectOf("ppp_public_share", 80))).toEqual({
      row: "No effect: no grant is paid that it could share.",
      brief: "no grant to share",
      instead: "no grant to share",
      idle: null,
      details: ["No effect: no grant is paid that it could share."],
    });
    const both = study([setting("ppp_public_share", 80), setting("processing_invest", 500)]);
    expect(both.effects.get("ppp_public_share")!.limits).toEqual([]);
  });
});

describe("limits of partners", () => {
  const effect = study(leversOf("partner-investment-plan.lodestone")).effects.get("ally_finance")!;

  it("L42: the partner plan of the samples: Congo's tin finds hardly a buyer, Congo is no ally, most of the money is beyond the pace", () => {
    expect(effect.limits).toMatchObject([
      { kind: "idle", reason: "pace", partner: "AUS", mineral: "ree" },
      { kind: "idle", reason: "pace", partner: "CAN", mineral: "cobalt" },
      { kind: "idle", reason: "pace", partner: "COD", mineral: "tantalum" },
      { kind: "no-buyer", partner: "COD", mineral: "tin", stage: "M" },
      { kind: "not-ally", partner: "COD" },
    ]);
    expect(wordsOf(effect).row).toBe(
      "No visible effect on import dependence; it shows in imports from financed partner plants of 4 minerals from 2028. Idle: $4.4 bn of $7.5 bn.",
    );
    expect(wordsOf(effect).details).toContain("Tin from Congo (Kinshasa), mining: 4,292 t could be sent in 2041, 447 t finds a buyer at home.");
  });

  it("L42: a partner that supplies nothing at that stage gets no plants", () => {
    const chile = effectOf("ally_finance", 200, { minerals: ["gallium"], partner: "CHL" });
    expect(chile).toMatchObject({ changesNothing: true, limits: [{ kind: "not-listed", partner: "CHL", minerals: ["gallium"], money: 200 }] });
    expect(wordsOf(chile).details).toContain("$200 m a year builds nothing: Chile is not a listed supplier of gallium at this stage.");
  });
});

describe("limits of collection", () => {
  it("L42: a target above the ceiling names the ceiling, and collection ends there", () => {
    const effect = effectOf("recycling_rate", 65);
    const above = effect.limits.filter((limit) => limit.kind === "above-ceiling");
    expect(above.map(({ mineral }) => mineral)).toEqual(["ree", "tantalum", "graphite", "gallium", "germanium"]);
    const run = createRun(model);
    simulate(model, { levers: [setting("recycling_rate", 65)], world: "stated", events: [] }, run);
    for (const { mineral, ceiling } of above) {
      expect(run.minerals.find((m) => m.model.id === mineral)!.collectionRate).toBeLessThanOrEqual(ceiling + 1e-12);
      expect(run.minerals.find((m) => m.model.id === mineral)!.collectionRate).toBeGreaterThan(0.97 * ceiling);
    }
    expect(wordsOf(effect).row).toContain("Target not reached for 5 minerals.");
    expect(wordsOf(effectOf("recycling_rate", 95)).row).toContain("Target not reached for any of the 9 minerals.");
  });

  it("L42: a target that is reached anyway changes nothing and says by how much", () => {
    const nickel = effectOf("recycling_rate", 65, { minerals: ["nickel"] });
    expect(nickel).toMatchObject({ changesNothing: true, limits: [{ kind: "reached-anyway", mineral: "nickel", target: 0.65 }] });
    expect(wordsOf(nickel, "nickel").row).toBe("No effect for nickel: 80% is collected anyway, target 65%.");
  });

  it("L42: what spending reaches anyway counts as well", () => {
    const both = study([setting("collection_spend", 400, { minerals: ["cobalt"], start: "2026-01" }), setting("recycling_rate", 40, { minerals: ["cobalt"] })]);
    expect(both.effects.get("recycling_rate")!.limits).toMatchObject([{ kind: "reached-anyway", mineral: "cobalt" }]);
  });

  it("L42: scrap that waits for plants says how much of it is recycled", () => {
    expect(effectOf("recycling_rate", 50, { minerals: ["lithium"] }).limits).toMatchObject([{ kind: "no-plants-for-scrap", mineral: "lithium" }]);
    const withPlants = study([setting("recycling_rate", 50, { minerals: ["lithium"] }), setting("recycling_plants", 500, { minerals: ["lithium"] })]);
    expect(withPlants.effects.get("recycling_rate")!.limits).toEqual([]);
  });

  it("L43: spending beyond what there is to collect is named with its amount", () => {
    const effect = effectOf("collection_spend", 1000, { minerals: ["germanium"] });
    expect(effect.limits).toMatchObject([{ kind: "collection-full", mineral: "germanium" }, { kind: "no-plants-for-scrap" }]);
    expect(wordsOf(effect).details).toContainEqual(expect.stringMatching(/^Germanium: \$\d+ m a year collects nothing more; collection ends near 50%\.$/));
  });
});

describe("limits of market support, trade and reserves", () => {
  it("L42: a floor below the price does nothing", () => {
    const effect = effectOf("price_floor", 80);
    expect(effect.changesNothing).toBe(true);
    expect(effect.limits.filter(({ kind }) => kind === "price-above-floor")).toHaveLength(dataset.minerals.length);
    expect(wordsOf(effect, "cobalt").details).toContain("No effect for cobalt: the price never falls below 100% of the base year, floor 80%.");
  });

  it("L42: a guarantee below the use that the market gives does nothing", () => {
    const effect = effectOf("offtake", 60, { minerals: ["lithium"] });
    expect(effect).toMatchObject({ changesNothing: true, limits: [{ kind: "runs-anyway", mineral: "lithium", guarantee: 0.6 }] });
    expect(wordsOf(effect).row).toMatch(/^No effect for lithium: plants run at \d+% or more anyway, guarantee 60%\.$/);
  });

  it("L42: support that leaves the margin below the hurdle begins no new plants; support beyond it does", () => {
    const credit = effectOf("production_credit", 10, { minerals: ["ree"] });
    expect(credit.limits).toMatchObject([{ kind: "below-hurdle", mineral: "ree", stage: "P" }]);
    const kept = effectOf("price_floor", 200, { minerals: ["lithium"] });
    expect(kept.limits).toEqual([]);
  });

  it("L42: a tariff on cobalt metal meets allied suppliers only", () => {
    const effect = effectOf("tariff", 50, { minerals: ["cobalt"], stages: ["P"] });
    expect(effect).toMatchObject({ changesNothing: true, limits: [{ kind: "no-supplier", minerals: ["cobalt"] }] });
    expect(wordsOf(effect).row).toBe("No effect for cobalt: no supplier that it could act on.");
  });

  it("L42: a reserve where nothing is needed stays empty", () => {
    expect(effectOf("reserve_days", 90, { minerals: ["gallium"], stages: ["X"] })).toMatchObject({
      changesNothing: true,
      limits: [{ kind: "no-need", minerals: ["gallium"] }],
    });
  });

  it("L44: a reserve does not lower dependence: the words say where it shows", () => {
    expect(wordsOf(effectOf("reserve_days", 90))).toMatchObject({
      row: "No visible effect on import dependence; it shows in days of cover (reserve alone) of 9 minerals from 2027.",
      brief: "shows in days of cover",
      idle: null,
    });
  });

  it("L44: support for mines shows in chain-origin dependence years before it shows in import dependence", () => {
    const words = wordsOf(effectOf("mining_invest", 600, { minerals: ["graphite"] }), "graphite");
    expect(words.row).toMatch(
      /^No visible effect before 20\d\d: permits run until 20\d\d, construction until 20\d\d\. It shows in chain-origin dependence from 20\d\d\./,
    );
    expect(`${words.brief} · ${words.idle}`).toMatch(/^20\d\d · idle \$[\d.]+ bn$/);
    expect(words.row).toContain(`before ${words.brief}:`);
  });

  it("V275: little money for mines shows late because it is little, not because of the permits of the last of them", () => {
    const levers = leversOf("balanced-package.lodestone");
    const rowAt = (value: number): string => {
      const others = levers.filter(({ lever }) => lever !== "mining_invest");
      return wordsOf(study([...others, setting("mining_invest", value)]).effects.get("mining_invest")!).row ?? "";
    };
    expect(rowAt(1500)).toMatch(/^No visible effect before 203\d: permits run until/);
    expect(rowAt(200)).toMatch(/^No visible effect before 204\d: less than 0\.1 points until then\./);
  });

  it("L44: a setting for other minerals says for which it is", () => {
    expect(wordsOf(effectOf("processing_invest", 200, { minerals: ["nickel", "lithium"] }), "tin").row).toMatch(/^Set for nickel and lithium only/);
  });
});
