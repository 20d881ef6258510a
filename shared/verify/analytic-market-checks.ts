/** Analytic checks of delays, stocks, disruptions, premium and supplier shares (specification, section 9). */
import type { Dataset } from "../dataset/dataset.ts";
import { monthlySeries } from "../model/monthly.ts";
import type { LeverSetting, OwnEvent, ScenarioInputs } from "../scenario/scenario.ts";
import {
  growing,
  flat,
  importsOnly,
  lasting,
  parameterOf,
  probeMineral,
  processingOnly,
  processingStage,
  withBaseYear,
  withParameters,
  withoutEntry,
} from "./altered-dataset.ts";
import { compare, compareSeries, runChecked, worst } from "./check.ts";
import type { Check, CheckOutcome, Finished } from "./check.ts";

/** Long enough for the slowest delay to run dry. */
const LONG = 6000;

export const marketChecks: readonly Check[] = [
  {
    id: "A1",
    title: "a delay of order n has mean T and variance T²/n − T",
    run: (dataset) => worst([delay(dataset, 3, 54), delay(dataset, 4, 120), delay(dataset, 2, 18)].flat()),
  },
  { id: "A1", title: "a project passes permitting, construction and ramp-up with the sum of their delays", run: (dataset) => worst(projectDelay(dataset)) },
  { id: "A2", title: "flat demand without entry leaves every state where it is", run: steadyState },
  { id: "A3", title: "under growth g end of life is (f/(f + g))^k of what enters use", run: growthAge },
  { id: "A4", title: "a reserve fills as G = Gt·(1 − (1 − 1/tau_fill)^(t + 1))", run: reserveFill },
  { id: "A5", title: "with all imports cut, unmet demand is D·t − V − G", run: totalCut },
  { id: "A6", title: "the premium rises to (1/(1 − δ))^(1/(eps_d + eps_s))", run: premiumRise },
  { id: "A7", title: "a 25 % tariff on one supplier shifts shares by 1.25^(−armington_sigma)", run: tariffShift },
  { id: "A8", title: "diversification moves the top share by rho_div a year", run: diversifySpeed },
  { id: "A12", title: "more reserve days never raise unmet demand", run: moreReserve },
  {
    id: "A13",
    title: "nothing domestic gives exposure 1, everything domestic 0",
    run: (dataset) => worst([...nothingDomestic(dataset), ...everythingDomestic(dataset)]),
  },
];

/** A scenario in the default world. */
export const scenarioOf = (dataset: Dataset, levers: readonly LeverSetting[], events: readonly OwnEvent[] = []): ScenarioInputs => ({
  levers,
  world: dataset.worlds[0]!.id,
  events,
});

/** A lever instance at full strength from the first month. */
export const fromStart = (dataset: Dataset, lever: string, value: number, more: Partial<LeverSetting> = {}): LeverSetting => ({
  lever,
  value,
  start: dataset.start,
  ramp: 1,
  minerals: "all",
  ...more,
});

/** A targeted event on all suppliers from the first month, without recovery. */
const cut = (dataset: Dataset, severity: number, start = dataset.start, duration = dataset.months): OwnEvent => ({
  minerals: "*",
  stages: "*",
  suppliers: "*",
  scope: "targeted",
  severity,
  start,
  duration,
  ramp_in: 1,
  recovery: 0,
  leak: 0,
});

const probe = (dataset: Dataset): Dataset => processingOnly(dataset, probeMineral(dataset));

function series(finished: Finished, quantity: "Ct" | "K" | "V" | "G" | "pi" | "unmet" | "D"): Float64Array {
  const mineral = finished.model.minerals[0]!;
  return monthlySeries(finished.run, mineral.id, mineral.stages[mineral.processingStage]!.id, quantity);
}

/** Mean and variance of the months at which an impulse of month 0 arrives; `rises` are the monthly rises of the delayed stock, `first` counts month 0 as. */
function moments(stock: Float64Array, first: number): { readonly mean: number; readonly variance: number } {
  let mass = 0;
  let mean = 0;
  let square = 0;
  for (let t = 1; t < stock.length; t++) {
    const arrived = stock[t]! - stock[t - 1]!;
    const months = t - 1 + first;
    mass += arrived;
    mean += arrived * months;
    square += arrived * months * months;
  }
  mean /= mass;
  return { mean, variance: square / mass - mean * mean };
}

/** One month of finance for partner plants is an impulse into a delay of order ally_n; deliveries show the plants that have arrived. */
function delay(dataset: Dataset, order: number, months: number): readonly CheckOutcome[] {
  const partner = probe(dataset).suppliers[0]!.iso3;
  const base = withParameters(lasting(flat(withoutEntry(probe(dataset))), LONG), { ally_n: order, ally_t: months, attrition: 0 });
  const second = `${dataset.start.slice(0, 5)}02`;
  const finance = fromStart(dataset, "ally_finance", 1, { end: second, partner });
  // Deliveries of month t come from the plants at its start: month 0's impulse shows in Ct one month later.
  const { mean, variance } = moments(series(runChecked(base, scenarioOf(base, [finance])), "Ct"), 0);
  const note = `order ${order}, ${months} months`;
  return [compare(months, mean, 1e-6, note), compare(months ** 2 / order - months, variance, 1e-6, note)];
}

/** A project that enters permitting is there from before month 0, so month t's rise of K arrived t + 1 months after it. */
function projectDelay(dataset: Dataset): readonly CheckOutcome[] {
  const one = probe(dataset);
  const [permit, construction, ramp] = [54, 30, 18];
  const base = withParameters(lasting(flat(withoutEntry(one)), LONG), { t_perm: permit, t_con: construction, t_ramp: ramp, attrition: 0 });
  const mineral = base.minerals[0]!;
  const project = {
    id: "probe",
    name: "",
    mineral: mineral.id,
    stage: mineral.stages[0]!,
    capacityTPerYr: 1000,
    month: base.start,
    enters: "permitting" as const,
    realisation: 1,
    source: "",
  };
  const { mean, variance } = moments(series(runChecked({ ...base, projects: [project] }, scenarioOf(base, [])), "K"), 2);
  const expected = permit ** 2 / 3 - permit + construction ** 2 / 3 - construction + ramp ** 2 / 2 - ramp;
  return [compare(permit + construction + ramp, mean, 1e-6), compare(expected, variance, 1e-6)];
}

function steadyState(dataset: Dataset): CheckOutcome {
  const base = withParameters(flat(withoutEntry(dataset)), { growth_hist: 0 });
  const { model, run, reader } = runChecked(base, scenarioOf(base, []));
  const outcomes: CheckOutcome[] = [];
  for (const mineral of model.minerals) {
    for (const stage of mineral.stages) {
      for (const quantity of ["Q", "R", "It", "X", "D", "F", "unmet", "V", "G", "pi", "K"] as const) {
        const months = monthlySeries(run, mineral.id, stage.id, quantity);
        outcomes.push(
          compareSeries(
            months.map(() => months[0]!),
            months,
            1e-9,
            `${quantity} of ${mineral.id} ${stage.id}`,
          ),
        );
      }
      outcomes.push(compare(1, Math.max(...reader.stage(mineral.id, stage.id, "premium_max").map((v) => v ?? NaN)), 0));
      outcomes.push(compare(0, Math.max(...reader.stage(mineral.id, stage.id, "unmet_t").map((v) => v ?? NaN)), 0));
    }
    for (const indicator of ["in_use_stock_t", "collection_rate", "recycling_capacity_t_per_yr", "scrap_stock_t"]) {
      const years = reader.mineral(mineral.id, indicator).map((v) => v ?? NaN);
      outcomes.push(
        compareSeries(
          years.map(() => years[0]!),
          years,
          1e-9,
          `${indicator} of ${mineral.id}`,
        ),
      );
    }
  }
  return worst(outcomes);
}

function growthAge(dataset: Dataset): CheckOutcome {
  const yearly = 0.03;
  const one = probe(dataset);
  const base = withParameters(growing(lasting(withoutEntry(one), LONG), yearly), { growth_hist: 0 });
  const mineral = base.minerals[0]!;
  const { model, reader } = runChecked(base, scenarioOf(base, []));
  const order = parameterOf(base, mineral.id, "life_n");
  const f = order / parameterOf(base, mineral.id, "life_mean");
  const g = (1 + yearly) ** (1 / 12) - 1;
  const last = model.years.length - 1;
  const entered = model.minerals[0]!.inUseFactor * (reader.stage(mineral.id, mineral.stages[0]!, "demand_t")[last] ?? NaN);
  return compare((f / (f + g)) ** order, (reader.mineral(mineral.id, "eol_t")[last] ?? NaN) / entered, 1e-9);
}

function reserveFill(dataset: Dataset): CheckOutcome {
  const base = withParameters(flat(withoutEntry(probe(dataset))), { fill_cap_share: 1e9 });
  const finished = runChecked(base, scenarioOf(base, [fromStart(base, "reserve_days", 90)]));
  const stage = finished.run.stages[0]!;
  const target = (90 / 365) * (stage.model.demand + stage.model.feed);
  const expected = Float64Array.from({ length: base.months }, (_, t) => target * (1 - (1 - 1 / stage.p.tau_fill) ** (t + 1)));
  return compareSeries(expected, series(finished, "G"), 1e-9);
}

function totalCut(dataset: Dataset): CheckOutcome {
  const one = probe(dataset);
  const closed = withParameters(importsOnly(flat(one)), { eps_d: 0, surge: 0, v_min: 0, tau_v_draw: 1, release_horizon: 1, release_trigger: 0, pi_cap: 1 });
  const demand = one.baseYearValues.find((row) => row.quantity === "demand")!.value!;
  const base = withBaseYear(closed, { government_stock: demand / 5 });
  const finished = runChecked(base, scenarioOf(base, [], [cut(base, 1)]));
  const stage = finished.run.stages[0]!;
  const stocks = stage.initialIndustryStock + stage.model.governmentStock;
  let cumulative = 0;
  const outcomes: CheckOutcome[] = [];
  series(finished, "unmet").forEach((unmet, t) => {
    cumulative += unmet;
    outcomes.push(compare(Math.max(0, (demand / 12) * (t + 1) - stocks), cumulative, 1e-9, `month ${t}`));
  });
  return worst(outcomes);
}

function premiumRise(dataset: Dataset): CheckOutcome {
  const severity = 0.4;
  const base = withParameters(importsOnly(flat(probe(dataset))), { surge: 0, k_price_sub: 0, v_min: 1, tau_contract: 1e15, pi_cap: 100 });
  const finished = runChecked(base, scenarioOf(base, [], [cut(base, severity)]));
  const { p, premiumExponent } = finished.run.stages[0]!;
  const target = (1 / (1 - severity)) ** premiumExponent;
  const expected = Float64Array.from({ length: base.months }, (_, t) => 1 + (target - 1) * (1 - (1 - 1 / p.tau_pi_up) ** (t + 1)));
  return compareSeries(expected, series(finished, "pi"), 1e-9);
}

function tariffShift(dataset: Dataset): CheckOutcome {
  const base = withParameters(lasting(flat(probe(dataset)), 1200), { tariff_passthrough: 1 });
  const [dear, other] = base.suppliers.filter((row) => row.importSharePct > 0);
  const finished = runChecked(base, scenarioOf(base, [fromStart(base, "tariff", 25, { countries: [dear!.iso3] })]));
  const { shares, p } = finished.run.stages[0]!;
  const at = (iso3: string): number => shares[finished.run.stages[0]!.model.suppliers.findIndex((supplier) => supplier.iso3 === iso3)]!;
  return compare((dear!.importSharePct / other!.importSharePct) * 1.25 ** -p.armington_sigma, at(dear!.iso3) / at(other!.iso3), 1e-9);
}

function diversifySpeed(dataset: Dataset): CheckOutcome {
  const base = withParameters(lasting(flat(probe(dataset)), 24), { rho_div: 0.02 });
  const finished = runChecked(base, scenarioOf(base, [fromStart(base, "diversify", 60)]));
  const { shares, baseShares, topNonAllied } = finished.run.stages[0]!;
  return compare(baseShares[topNonAllied]! - 0.04, shares[topNonAllied]!, 1e-12, "after two years");
}

function moreReserve(dataset: Dataset): CheckOutcome {
  const start = `${Number(dataset.start.slice(0, 4)) + 20}-01`;
  const unmet = [0, 30, 90, 180].map((days) => {
    const { reader } = runChecked(dataset, scenarioOf(dataset, [fromStart(dataset, "reserve_days", days)], [cut(dataset, 0.9, start, 12)]));
    let total = 0;
    for (const mineral of dataset.minerals) {
      for (const value of reader.stage(mineral.id, processingStage(dataset, mineral), "unmet_t")) total += value ?? 0;
    }
    return total;
  });
  const rises = unmet.slice(1).map((value, i) => Math.max(0, value - unmet[i]!));
  return compare(0, Math.max(...rises), 1e-6, `unmet ${unmet.map((value) => value.toFixed(0)).join(", ")} t with 0, 30, 90, 180 days`);
}

function nothingDomestic(dataset: Dataset): readonly CheckOutcome[] {
  const base = importsOnly(probe(dataset));
  const { reader } = runChecked(base, scenarioOf(base, []));
  return exposures(base, reader.stage).map((value) => compare(1, value, 0, "nothing domestic"));
}

function everythingDomestic(dataset: Dataset): readonly CheckOutcome[] {
  const one = withParameters(flat(withoutEntry(probe(dataset))), { c0: 0 });
  const demand = one.baseYearValues.find((row) => row.quantity === "demand")!.value!;
  const base = withBaseYear(one, { capacity: demand / parameterOf(one, one.minerals[0]!.id, "u_ref") });
  const { reader } = runChecked(base, scenarioOf(base, []));
  const nir = reader.stage(base.minerals[0]!.id, base.minerals[0]!.stages[0]!, "nir").map((value) => value ?? NaN);
  return [...exposures(base, reader.stage), ...nir].map((value) => compare(0, value, 1e-12, "everything domestic"));
}

function exposures(dataset: Dataset, read: Finished["reader"]["stage"]): readonly number[] {
  return read(dataset.minerals[0]!.id, dataset.minerals[0]!.stages[0]!, "nirx").map((value) => value ?? NaN);
}
