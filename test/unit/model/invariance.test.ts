import { describe, expect, it } from "vitest";
import { compileModel } from "../../../shared/model/compile-model.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { Run } from "../../../shared/model/run.ts";
import type { LeverSetting } from "../../../shared/scenario/scenario.ts";
import { dataset, defaultWorld, runChecked, scenario, setting } from "./shipped.ts";

/** A package that touches every block of equations, and two disruptions. */
const levers: readonly LeverSetting[] = [
  setting("reserve_days", 90, { stages: ["P", "X"] }),
  setting("mining_invest", 400),
  setting("processing_invest", 800),
  setting("permit_speed", 75),
  setting("infrastructure", 300),
  setting("hubs", 100),
  setting("price_floor", 130),
  setting("tariff", 25),
  setting("diversify", 20),
  setting("transparency", 40),
  setting("ally_finance", 500, { partner: "AUS" }),
  setting("recycling_rate", 40),
  setting("recycling_plants", 100),
  setting("rd_substitution", 150),
  setting("rd_extraction", 100),
];
const events = [
  { event: "embargo_multi", start: "2033-01" },
  { event: "drc_cobalt", start: "2028-02" },
];
const largest = (run: Run, other: Run, pairs: readonly (readonly [number, number])[], level: "stage" | "mineral", skip: readonly string[] = []) => {
  let worst = 0;
  let where = "";
  for (const [id, values] of Object.entries(run.annual[level])) {
    if (skip.includes(id)) continue;
    const others = (other.annual[level] as Readonly<Record<string, Float64Array>>)[id]!;
    for (const [a, b] of pairs) {
      for (let year = 0; year < 25; year++) {
        const [x, y] = [values[a * 25 + year]!, others[b * 25 + year]!];
        const difference = Number.isNaN(x) && Number.isNaN(y) ? 0 : Math.abs(x - y) / Math.max(1, Math.abs(x));
        if (!(difference <= worst)) [worst, where] = [difference, `${id} of ${a}, ${2026 + year}`];
      }
    }
  }
  return { worst, where };
};

/** Tie: the first of two equal suppliers is the top one, so their order matters by definition. */
const base = runChecked(scenario(levers, defaultWorld, events));
const sameOrder = (count: number) => [...Array(count).keys()].map((i) => [i, i] as const);

describe("M7: order does not matter", () => {
  it("M7: reversing suppliers changes nothing beyond 1e-10", () => {
    const reversed: Dataset = { ...dataset, suppliers: dataset.suppliers.toReversed() };
    const run = runChecked(scenario(levers, defaultWorld, events), compileModel(reversed));
    const stages = largest(base, run, sameOrder(18), "stage");
    expect(stages.worst <= 1e-10 ? "agrees" : stages.where).toBe("agrees");
    const minerals = largest(base, run, sameOrder(9), "mineral");
    expect(minerals.worst <= 1e-10 ? "agrees" : minerals.where).toBe("agrees");
  });

  it("M7: reversing minerals changes nothing beyond 1e-10", () => {
    const model = compileModel({ ...dataset, minerals: dataset.minerals.toReversed() });
    const run = runChecked(scenario(levers, defaultWorld, events), model);
    const place = new Map(model.stages.map((stage) => [`${model.minerals[stage.mineral]!.id} ${stage.id}`, stage.index]));
    const stagePairs = base.model.stages.map((stage) => [stage.index, place.get(`${base.model.minerals[stage.mineral]!.id} ${stage.id}`)!] as const);
    const mineralPairs = base.model.minerals.map(({ id, index }) => [index, model.mineralIndex.get(id)!] as const);
    const stages = largest(base, run, stagePairs, "stage");
    expect(stages.worst <= 1e-10 ? "agrees" : stages.where).toBe("agrees");
    const minerals = largest(base, run, mineralPairs, "mineral");
    expect(minerals.worst <= 1e-10 ? "agrees" : minerals.where).toBe("agrees");
    base.annual.total.public_cost_musd.forEach((cost, year) => {
      expect(Math.abs(cost - run.annual.total.public_cost_musd[year]!)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(cost)));
    });
  });
});

describe("M7: scale does not matter", () => {
  const scale = 7;
  const masses: ReadonlySet<string> = new Set(["a_max", "k_max", "ally_a_max", "ally_k_max"]);
  /** Money scales too: half-saturation stocks of knowledge, infrastructure and hubs, and administration. */
  const money: ReadonlySet<string> = new Set(["rd_half_sub", "rd_x_half", "infra_half", "hub_half", "permit_admin_cost", "transp_admin_cost"]);
  const moneyLevers: ReadonlySet<string> = new Set(dataset.levers.filter(({ unit }) => unit === "$M/yr").map(({ id }) => id));
  const baseMasses: ReadonlySet<string> = new Set(["demand", "feed_to_next_stage", "capacity", "government_stock"]);
  const times = (value: number, isScaled: boolean): number => (isScaled ? value * scale : value);
  const scaled: Dataset = {
    ...dataset,
    parameters: dataset.parameters.map((row) => Object.assign({}, row, { value: times(row.value, masses.has(row.key) || money.has(row.key)) })),
    baseYearValues: dataset.baseYearValues.map((row) =>
      Object.assign({}, row, { value: row.value === null ? null : times(row.value, baseMasses.has(row.quantity)) }),
    ),
    projects: dataset.projects.map((row) => Object.assign({}, row, { capacityTPerYr: row.capacityTPerYr * scale })),
  };
  const scaledLevers = levers.map((lever) => Object.assign({}, lever, { value: times(lever.value, moneyLevers.has(lever.lever)) }));
  const run = runChecked(scenario(scaledLevers, defaultWorld, events), compileModel(scaled));
  const ratio = (id: string): boolean => !/_(?:t|musd|t_per_yr)$/.test(id);

  it("M7: masses and money times seven leave every ratio unchanged", () => {
    const masslike = (level: "stage" | "mineral"): readonly string[] => Object.keys(base.annual[level]).filter((id) => !ratio(id));
    const stages = largest(base, run, sameOrder(18), "stage", masslike("stage"));
    expect(stages.worst <= 1e-9 ? "agrees" : stages.where).toBe("agrees");
    const minerals = largest(base, run, sameOrder(9), "mineral", masslike("mineral"));
    expect(minerals.worst <= 1e-9 ? "agrees" : minerals.where).toBe("agrees");
  });

  it("M7: masses and costs come out seven times as large", () => {
    for (const id of ["production_t", "imports_t", "unmet_t", "capacity_t_per_yr", "tariff_revenue_musd"] as const) {
      base.annual.stage[id].forEach((value, i) => {
        expect(Math.abs(run.annual.stage[id][i]! - scale * value)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale * Math.abs(value)));
      });
    }
    base.annual.total.public_cost_musd.forEach((value, i) => {
      expect(Math.abs(run.annual.total.public_cost_musd[i]! - scale * value)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale * Math.abs(value)));
    });
  });
});
