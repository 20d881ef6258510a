/** Formulas of the start, worlds, levers, money and disruptions, and those of the market by supplier, worked out beside the model. */
import { describe, expect, it } from "vitest";
import type { Formula } from "../../../shared/formula/formula.ts";
import type { MineralRun } from "../../../shared/model/mineral-run.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import type { StageRun } from "../../../shared/model/stage-run.ts";
import { startState } from "../../../shared/model/start-run.ts";
import { monthIndex } from "../../../shared/time.ts";
import { copyOfMonth } from "../../support/copy-of-month.ts";
import { evaluate } from "../../support/evaluate-formula.ts";
import { everything } from "../../support/every-lever.ts";
import { relationOf, valueIn, worth } from "../../support/formulas-beside-run.ts";
import type { Own, StageMonth } from "../../support/formulas-beside-run.ts";
import { dataset, model } from "./shipped.ts";

type Numbers = Readonly<Record<string, number>>;
type Row = readonly [what: string, formula: number, held: number];

/** A formula whose symbols are all given. */
const withNumbers = (formula: Formula, numbers: Numbers, other: (id: string) => number = () => NaN): number =>
  evaluate(formula, {
    value: (id) => numbers[id] ?? other(id),
    count: () => 0,
    holds: () => false,
    push: () => NaN,
  });
const given = (number: string, left: string, numbers: Numbers, nth = 0): number => withNumbers(relationOf(number, left, nth).right, numbers);

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const wrong = (rows: readonly Row[]): readonly Row[] => rows.filter(([, formula, held]) => !close(formula, held)).slice(0, 5);

const parametersOf = (holder: object): Numbers =>
  Object.fromEntries(Object.entries(holder).filter((entry): entry is [string, number] => typeof entry[1] === "number"));

describe("the start of a run", () => {
  const run = createRun(model);
  simulate(model, everything, run);
  startState(run, everything);
  const rows: Row[] = [];
  for (const m of run.minerals) {
    const p = parametersOf(m.p);
    const f0 = given("3.1", "f0", p);
    const g = given("3.1", "g", p);
    const demand = m.stages.reduce((sum, c) => sum + c.p.content_factor * c.model.demand, 0);
    // Σ over stages of one stage that stands for all.
    const inUse = [
      evaluate(relationOf("3.2", "U_1").right, {
        value: (id) => ({ f0, g, in_use_factor: m.model.inUseFactor, content_factor: 1, demand_s: demand })[id] ?? p[id]!,
        count: () => 1,
        holds: () => false,
        push: () => NaN,
      }),
    ];
    for (let i = 1; i < m.inUseOrder; i++) inUse.push(given("3.3", "U_i", { f0, g, U_before: inUse[i - 1]! }));
    const E0 = given("3.4", "E0", { f0, U_k: inUse.at(-1)! });
    const R0 = given("3.5", "R0", { ...p, E0 });
    inUse.forEach((stock, i) => rows.push([`3.2 U_${i + 1} ${m.model.id}`, stock, m.inUse[i]!]));
    rows.push([`3.4 E0 ${m.model.id}`, E0, m.initialEndOfLife]);
    rows.push([`3.7 KR ${m.model.id}`, given("3.7", "KR", { ...p, E0 }), m.recyclingCapacity]);
    rows.push([`3.9 c ${m.model.id}`, given("3.9", "c", p), m.collectionRate]);
    rows.push([`3.9 ρ ${m.model.id}`, given("3.9", "ρ", p), m.recoveryYield]);
    for (const c of m.stages) {
      const { demand: need, feed, capacity, governmentStock, suppliers } = c.model;
      const all = { ...parametersOf(c.p), demand: need, feed, capacity, government_stock: governmentStock, R0: c.takesRecycled ? R0 : 0 };
      const where = `${m.model.id} ${c.model.id}`;
      rows.push([`3.6 nn ${where}`, need + feed > 0 ? given("3.6", "nn", all) : 1, c.normalDependence]);
      rows.push([`3.8 V ${where}`, given("3.8", "V", all), c.industryStock]);
      rows.push([`3.8 G ${where}`, given("3.8", "G", all), c.governmentStock]);
      rows.push([`3.9 K ${where}`, given("3.9", "K", all), c.capacity]);
      suppliers.forEach(({ share }, j) => rows.push([`3.9 w_j ${where} ${j}`, given("3.9", "w_j", { w0_j: share }), c.shares[j]!]));
    }
  }

  it("V285: stocks, capacity, shares and material in use are what the formulas give", () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(wrong(rows)).toEqual([]);
  });
});

describe("worlds, levers, money and disruptions over time", () => {
  const run = createRun(model);
  simulate(model, everything, run);
  const months = Array.from({ length: model.months }, (_, t) => t);
  const leverAt = (lever: string, t: number): number => {
    const { value, start, ramp } = everything.levers.find((one) => one.lever === lever)!;
    const F_t = given("4.1", "F_t", { t, t_start: monthIndex(start, dataset.start), t_end: Infinity, ramp });
    return given("4.2", "effective", { value, F_t });
  };
  const costOf = (lever: string, year: number): number => run.annual.costByLever[model.leverIndex.get(lever)! * model.years.length + year]!;

  it("V285: demand and price abroad follow the anchors", () => {
    const years = dataset.anchorYears;
    const rows = dataset.worldSeries
      .filter(({ world }) => world === everything.world)
      .flatMap(({ mineral, variable, values }) => {
        const m = run.minerals.find((one) => one.model.id === mineral)!;
        const held = variable === "demand_index" ? m.demandIndex : m.priceIndex;
        return months.map((t): Row => {
          const y_t = given("3.10", "y_t", { t, y_start: dataset.baseYear + 1 });
          const i = Math.min(
            years.length - 2,
            years.findLastIndex((year) => year + 0.5 <= y_t),
          );
          const numbers = { y_t, Y_i: years[i]! + 0.5, Y_next: years[i + 1]! + 0.5, v_i: values[i]!, v_next: values[i + 1]! };
          return [`${mineral} ${variable} ${t}`, given("3.11", "v_t", numbers), held[t]!];
        });
      });
    expect(rows.length).toBe(2 * model.minerals.length * model.months);
    expect(wrong(rows)).toEqual([]);
  });

  it("V285: levers for the country, and what infrastructure, hubs and the public share come to", () => {
    const rows: Row[] = [];
    let [b1, b2, b3, Bcap, Ghub] = [0, 0, 0, 0, 0];
    const p = parametersOf(run.p);
    for (const t of months) {
      rows.push(
        [`permit ${t}`, leverAt("permit_speed", t) / 100, run.permit[t]!],
        [`transparency ${t}`, leverAt("transparency", t) / 100, run.transparency[t]!],
      );
      rows.push([`Step 1.1 ${t}`, given("Step 1.1", "hI", { ...p, Bcap }), run.infrastructureGain[t]!]);
      rows.push([`Step 1.2 ${t}`, given("Step 1.2", "hH", { ...p, Ghub }), run.hubGain[t]!]);
      const { value, start, ramp } = everything.levers.find(({ lever }) => lever === "ppp_public_share")!;
      const F_t = given("4.1", "F_t", { t, t_start: monthIndex(start, dataset.start), t_end: Infinity, ramp });
      const φ = given("Step 1.3", "φ", { ...p, φ_v: value / 100, F_t });
      rows.push([`Step 1.4 ${t}`, given("Step 1.4", "aφ", { ...p, φ }) / φ, run.grantReach[t]!]);
      // Step 3 with the delay of E0, three steps.
      const f = given("E0.1", "f", { n: 3, T: p["infra_build_months"]! });
      const inflow = leverAt("infrastructure", t) / 12;
      const out = given("E0.4", "outflow", { f, S_n: b3 });
      const [first, second] = [b1, b2];
      b1 = given("E0.2", "S_1′", { S_1: b1, inflow, f });
      b2 = given("E0.3", "S_i′", { S_i: b2, S_before: first, f });
      b3 = given("E0.3", "S_i′", { S_i: b3, S_before: second, f });
      const step = relationOf("Step 3.1", "Bcap′").right;
      Bcap = evaluate(step, { value: (id) => (id === "Bcap" ? Bcap : (p[id] ?? 0)), count: () => 0, holds: () => false, push: () => out });
      Ghub = given("Step 3.2", "Ghub′", { ...p, Ghub, hub: leverAt("hubs", t) });
    }
    expect(run.infrastructureGain.at(-1)).toBeGreaterThan(0.1);
    expect(wrong(rows)).toEqual([]);
  });

  it("V285: money is split by the weights, and what is set costs what its rule says", () => {
    const capital = (m: MineralRun, role: string): number =>
      m.stages.reduce((sum, c) => sum + (c.model.role === role ? given("4.3", "Ω", parametersOf(c.p)) : 0), 0);
    const ofMineral = (m: MineralRun): Numbers => ({
      ...parametersOf(m.p),
      E0: m.initialEndOfLife,
      p_ref_P: m.processing.p.p_ref,
      capex_P: m.processing.p.capex,
    });
    const weights: Readonly<Record<string, (m: MineralRun) => number>> = {
      mining_invest: (m) => capital(m, "mining"),
      processing_invest: (m) => capital(m, "processing"),
      magnet_invest: (m) => capital(m, "fabrication"),
      collection_spend: (m) => given("4.4", "Ω", ofMineral(m)),
      recycling_plants: (m) => given("4.5", "Ω", ofMineral(m)),
      rd_substitution: () => given("4.7", "Ω", {}),
      rd_extraction: () => given("4.7", "Ω", {}),
    };
    const rows: Row[] = [];
    for (const [lever, weight] of Object.entries(weights)) {
      const all = run.minerals.map(weight);
      run.minerals.forEach((m, i) => {
        const scheduled = m.levers.find((one) => one.lever === lever);
        const share = evaluate(relationOf("4.8", "share_m").right, {
          value: (_, __, at) => all[at["m"] ?? i]!,
          count: () => all.length,
          holds: () => false,
          push: () => NaN,
        });
        rows.push([`4.8 ${lever} ${m.model.id}`, share, scheduled?.mineralShare[i] ?? 0]);
      });
    }
    const p = parametersOf(run.p);
    model.years.forEach((_, year) => {
      const ofYear = (pay: (t: number) => number): number => months.slice(year * 12, year * 12 + 12).reduce((sum, t) => sum + pay(t), 0);
      for (const lever of ["mining_invest", "infrastructure", "hubs", "collection_spend", "recycling_plants", "rd_substitution", "rd_extraction"])
        rows.push([`C2 ${lever} ${year}`, ofYear((t) => given("C2", "pay", { effective: leverAt(lever, t) })), costOf(lever, year)]);
      rows.push([`C3 ${year}`, ofYear((t) => given("C3", "pay", { ...p, pm: leverAt("permit_speed", t) / 100 })), costOf("permit_speed", year)]);
      rows.push([`C10 ${year}`, ofYear((t) => given("C10", "pay", { ...p, ψ: leverAt("transparency", t) / 100 })), costOf("transparency", year)]);
      rows.push([`C11 ${year}`, ofYear((t) => given("C11", "pay", { ...p, effective: leverAt("ally_finance", t) })), costOf("ally_finance", year)]);
    });
    expect(wrong(rows)).toEqual([]);
  });

  it("V285: disruptions ramp in, hold and fade as the formulas say", () => {
    const p = parametersOf(run.p);
    const rows = everything.events.flatMap((event) => {
      const preset = "event" in event ? dataset.events.find(({ id }) => id === event.event)! : null;
      const t0 = monthIndex(event.start, dataset.start);
      const own = "event" in event ? null : event;
      const numbers = {
        ...p,
        t0,
        δ: preset?.severity ?? own!.severity,
        d: preset?.durationMonths ?? own!.duration,
        ramp_in: preset?.rampInMonths ?? own!.ramp_in,
        τ_r: preset?.recoveryMonths ?? own!.recovery,
      };
      const touched = run.stages.flatMap((c) => c.events.filter(({ from }) => from === t0));
      const [first] = touched;
      return months
        .filter((t) => t >= t0 && t < t0 + numbers.d + 60)
        .map((t): Row => {
          const tail = given("4.10", "tail", { ...numbers, t });
          const formula = t < t0 + numbers.d ? given("4.9", "δ_t", { ...numbers, t }) : given("4.11", "δ_t", { ...numbers, tail });
          return [`${preset?.id ?? "own"} ${t}`, formula, first!.severity[t]!];
        });
    });
    expect(rows.filter(([, , held]) => held > 0).length).toBeGreaterThan(30);
    expect(wrong(rows)).toEqual([]);
  });
});

describe("the market by supplier", () => {
  const rows = new Map<string, Row[]>();
  const run = createRun(model);
  let before: MineralRun | null = null;
  const check = (what: string, formula: number, held: number, where: string): void => {
    rows.set(what, [...(rows.get(what) ?? []), [`${what} ${where}`, formula, held]]);
  };

  /** Events of the stage that are in force. */
  const inForce = (c: StageRun, t: number, scope: string, j: number | null): StageRun["events"] =>
    c.events.filter((event) => event.scope === scope && event.severity[t]! > 0 && (j === null || event.hits[j] === 1));

  const checkDisruptions = (month: StageMonth, c: StageRun, where: string): void => {
    const { t } = month;
    const ofEvents = (events: StageRun["events"]): Own => ({
      events: events.length,
      δ_t: ({ e }) => events[e!]!.severity[t]!,
      δe: ({ e }) => given("4.12", "δe", { δ_t: events[e!]!.severity[t]!, leak: 1 - events[e!]!.held }),
      W: ({ e }) => events[e!]!.worldShare,
    });
    check("E4.9 Qd", worth(month, relationOf("E4.9", "Qd").right, ofEvents(inForce(c, t, "outage", null))), c.plannedOutput, where);
    check("E5.2 gf", worth(month, relationOf("E5.2", "gf").right, ofEvents(inForce(c, t, "global", null))), c.worldFactor, where);
    // Read in disruptions only.
    if (!c.active) return;
    c.shares.forEach((_, j) => {
      check("E5.2 tf_j", worth(month, relationOf("E5.2", "tf_j").right, ofEvents(inForce(c, t, "targeted", j)), { j }), c.targetedFactors[j]!, where);
      check("E5.2 bf_j", worth(month, relationOf("E5.2", "bf_j").right, ofEvents(inForce(c, t, "global", j)), { j }), c.globalFactors[j]!, where);
    });
  };

  const checkImports = (month: StageMonth, c: StageRun, where: string): void => {
    if (c.need === 0) return;
    const line = !c.active ? 0 : c.global ? 2 : 1;
    const available = relationOf("E5.6", "cap_j", line).right;
    const own: Own = {
      v_k: ({ i }) => valueIn(month, "w_i", false, { i: i! }) * valueIn(month, "tf_j", false, { j: i! }) * c.globalFactors[i!]!,
      cap_j: ({ j }) => worth(month, available, own, { j: j! }),
    };
    check(`E5.6 I ${["calm", "targeted", "global"][line]!}`, worth(month, relationOf("E5.6", "I").right, own), c.imports, where);
  };

  /** E10.1 to E10.7, each line on what the one before left. */
  const checkShares = (month: StageMonth, c: StageRun, was: StageRun, where: string): void => {
    const count = c.shares.length;
    let aims = Array.from(c.baseShares);
    const each = (number: string, own: (j: number) => Own): number[] => aims.map((_, j) => worth(month, relationOf(number, "ws_j", 0).right, own(j), { j }));
    const scaled = (made: readonly number[]): number[] => {
      const sum = made.reduce((all, one) => all + one, 0);
      return sum > 0 ? made.map((one) => one / sum) : Array.from(was.shares);
    };
    const ofAims = (j: number): Own => ({ ws_j: aims[j]! });
    if (month.now.diversify > 0 && c.topNonAllied >= 0) {
      const top = worth(month, relationOf("E10.1", "ws_top").right);
      aims = aims.map((_, j) => (j === c.topNonAllied ? top : worth(month, relationOf("E10.1", "ws_j").right, { ws_top: top }, { j })));
    }
    if (c.tariffed || month.now.transparency > 0) aims = scaled(each("E10.2", ofAims));
    if (month.now.transparency > 0) aims = scaled(each("E10.3", ofAims));
    if (c.targeted) aims = scaled(each("E10.4", ofAims));
    const gap = aims.reduce((sum, aim, j) => sum + Math.abs(aim - was.shares[j]!), 0) / 2;
    if (gap < 1e-12) return;
    for (let j = 0; j < count; j++) {
      const formula = worth(month, relationOf("E10.7", "w_j′").right, { ws_j: ({ j: k }) => aims[k!]! }, { j });
      check("E10 w_j′", formula, c.shares[j]!, where);
    }
  };

  const checkPartners = (month: StageMonth, c: StageRun, was: StageRun, where: string): void => {
    c.allyPlants.forEach((plant, i) => {
      const j = plant.supplier;
      check("E11 KA_j′", worth(month, relationOf("E11.3", "KA_j′").right, {}, { j }), plant.capacity, where);
      if (!(plant.finance > 0)) return;
      const [held] = was.allyPlants[i]!.pipeline;
      const rate = Math.min(1, c.p.ally_n / Math.max(c.p.ally_n, c.p.ally_t));
      check("E11 s_j", worth(month, relationOf("E11.2", "s_j").right, {}, { j }), plant.pipeline[0]! - held! + rate * held!, where);
    });
  };

  simulate(model, everything, run, {
    observe: (m, t) => {
      const was = before;
      before = copyOfMonth(m);
      if (was === null || was.model !== m.model || t === 0 || t % 2 !== 0) return;
      m.stages.forEach((c, stage) => {
        const month: StageMonth = { run, t, before: was, now: m, stage };
        const where = `${m.model.id} ${c.model.id} ${t}`;
        checkDisruptions(month, c, where);
        checkImports(month, c, where);
        checkShares(month, c, was.stages[stage]!, where);
        checkPartners(month, c, was.stages[stage]!, where);
        check("E12.1 eic", stage === 0 ? c.p.ei : worth(month, relationOf("E12.1", "eic").right), c.cumulativeIntensity, where);
        if (c.wedged) c.shares.forEach((_, j) => check("E3.1 L_j", worth(month, relationOf("E3.1", "L_j").right, {}, { j }), c.wedges[j]!, where));
      });
    },
  });

  it.each([
    "E3.1 L_j",
    "E4.9 Qd",
    "E5.2 gf",
    "E5.2 tf_j",
    "E5.2 bf_j",
    "E5.6 I calm",
    "E5.6 I targeted",
    "E5.6 I global",
    "E10 w_j′",
    "E11 KA_j′",
    "E11 s_j",
    "E12.1 eic",
  ])("V285: %s is what its formula gives, month by month", (what) => {
    const found = rows.get(what) ?? [];
    expect(found.length).toBeGreaterThan(20);
    expect(new Set(found.map(([, , held]) => held)).size).toBeGreaterThan(3);
    expect(wrong(found)).toEqual([]);
  });
});
