/**
 * Checked mode: asserts the invariants M1–M5 and M8 of the specification month by month, from the outside, so that the normal path pays nothing.
 * It keeps its own copy of the state before a month and recomputes what must balance.
 */
import { monthAt } from "../time.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

/** The first thing that does not hold. `numbers` are those of the rule, by the specification's symbols. */
export interface Violation {
  readonly rule: "M1" | "M2" | "M3" | "M4" | "M5" | "M8";
  /** Calendar month, or the year for rules about annual figures. */
  readonly when: string;
  readonly mineral: string;
  /** Null where the rule is about the whole chain or the whole country. */
  readonly stage: string | null;
  readonly what: string;
  readonly numbers: Readonly<Record<string, number>>;
}

export function violationText(violation: Violation): string {
  const { rule, when, mineral, stage, what, numbers } = violation;
  const figures = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
  return `${rule} ${what}: ${mineral}${stage === null ? "" : ` ${stage}`}, ${when}; ${figures.join(", ")}`;
}

interface StageBefore {
  industryStock: number;
  governmentStock: number;
  /** K + ΣPM + ΣCO + ΣRU. */
  pipeline: number;
  permitting3: number;
}

export class InvariantWatch {
  /** The first violation, or null. */
  violation: Violation | null = null;
  readonly #run: Run;
  readonly #before: StageBefore[] = [];
  /** Inflow − outflow of the chain's content since the first month, and its gross size (M2). */
  #inflow = 0;
  #outflow = 0;
  #contentAtStart = 0;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Call after projects have entered and before anything else of the month. */
  beforeMonth(m: MineralRun, t: number): void {
    m.stages.forEach((c, i) => {
      this.#before[i] = { industryStock: c.industryStock, governmentStock: c.governmentStock, pipeline: pipelineOf(c), permitting3: c.permitting3 };
    });
    if (t > 0) return;
    this.#inflow = 0;
    this.#outflow = 0;
    this.#contentAtStart = contentOf(m);
  }

  /** Call at the end of the month. */
  afterMonth(m: MineralRun, t: number): void {
    if (this.violation !== null) return;
    m.stages.forEach((c, i) => {
      this.#stageBalance(c, this.#before[i]!, t);
      this.#pipelineBalance(c, this.#before[i]!, t);
      this.#stageBounds(c, t);
    });
    this.#chainBalance(m, t);
    this.#mineralBounds(m, t);
  }

  /** Call after the totals. */
  afterRun(): void {
    if (this.violation !== null) return;
    this.#annualIdentity();
    this.#costIdentity();
    this.#finiteIndicators();
  }

  /** M1: ΔV + ΔG = Q + Rin + I + C − X − DelD − DelF, to 1e-11 of the largest term, or of what is asked for: the rounding of what can be delivered of it. */
  #stageBalance(c: StageRun, before: StageBefore, t: number): void {
    const stored = c.industryStock - before.industryStock + (c.governmentStock - before.governmentStock);
    const supply = c.output + c.recycled + c.imports + c.allyImports;
    const use = c.exports + c.deliveredDemand + c.deliveredFeed;
    const asked = c.demand + c.feed;
    const scale = Math.max(1e-12, asked, supply, use, c.industryStock, before.industryStock, c.governmentStock, before.governmentStock);
    if (!(Math.abs(supply - use - stored) <= 1e-11 * scale)) {
      this.#note("M1", c, t, "the stage does not balance", { supply, use, stored });
    }
  }

  /** M3: Δ(K + PM + CO + RU) = starts − op·at. */
  #pipelineBalance(c: StageRun, before: StageBefore, t: number): void {
    const change = pipelineOf(c) - before.pipeline;
    const lost = c.permitRate * before.permitting3 * (1 - c.survival);
    const scale = Math.max(1e-12, before.pipeline, c.starts);
    if (!(Math.abs(change - (c.starts - lost)) <= 1e-11 * scale)) {
      this.#note("M3", c, t, "the capacity pipeline does not balance", { change, starts: c.starts, lost });
    }
  }

  /** M4 for a stage. */
  #stageBounds(c: StageRun, t: number): void {
    const asked = c.demand + c.feed;
    const small = 1e-11 * Math.max(1e-12, asked, c.demandReference);
    if (!(c.industryStock >= -small)) this.#note("M4", c, t, "the industry stock is negative", { V: c.industryStock });
    if (!(c.governmentStock >= -small)) this.#note("M4", c, t, "the reserve is negative", { G: c.governmentStock });
    if (!(c.unmet >= 0 && c.unmet <= asked + small)) this.#note("M4", c, t, "unmet demand lies outside 0 and demand", { unmet: c.unmet, dem: asked });
    if (!(c.premium >= 1 - 1e-12 && c.premium <= c.p.pi_cap + 1e-12)) {
      this.#note("M4", c, t, "the premium lies outside 1 and pi_cap", { pi: c.premium, pi_cap: c.p.pi_cap });
    }
    const flows = [c.output, c.recycled, c.imports, c.allyImports, c.exports, c.released, c.governmentFill, c.starts, c.capacity];
    if (!flows.every((flow) => flow >= 0)) this.#note("M4", c, t, "a flow or the capacity is negative or not a number", { lowest: Math.min(...flows) });
    let total = 0;
    for (const share of c.shares) {
      total += share;
      if (!(share >= -1e-12)) this.#note("M4", c, t, "a supplier share is negative", { w: share });
    }
    if (c.shares.length > 0 && !(Math.abs(total - 1) <= 1e-9)) this.#note("M4", c, t, "supplier shares do not sum to one", { sum: total });
  }

  /** M4 for a mineral. */
  #mineralBounds(m: MineralRun, t: number): void {
    const { p } = m;
    const between = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) - 1e-12 && value <= Math.max(a, b) + 1e-12;
    const inUse = m.inUse.subarray(0, m.inUseOrder);
    if (!inUse.every((stock) => stock >= 0)) this.#note("M4", m, t, "the in-use stock is negative", { U: Math.min(...inUse) });
    if (!(m.scrap >= -1e-11 * Math.max(1, m.collected))) this.#note("M4", m, t, "the scrap stock is negative", { Z: m.scrap });
    if (!(m.recyclingCapacity >= 0)) this.#note("M4", m, t, "the recycling capacity is negative", { KR: m.recyclingCapacity });
    const ceiling = Math.max(p.c_max, Math.min(0.95, p.c_max * (1 + p.circ_cmax_bonus)));
    if (!between(m.collectionRate, p.c0, ceiling))
      this.#note("M4", m, t, "the collection rate lies outside c0 and its ceiling", { c: m.collectionRate, ceiling });
    if (!between(m.recoveryYield, p.rho0, p.rho_max)) this.#note("M4", m, t, "the recovery yield lies outside rho0 and rho_max", { rho: m.recoveryYield });
    if (!between(m.substituted, 0, p.sub_max)) this.#note("M4", m, t, "the substituted share lies outside 0 and sub_max", { sigma: m.substituted });
  }

  /** M2: what has entered the chain since the first month has left it or is still in it, to 1e-10 of the throughput. */
  #chainBalance(m: MineralRun, t: number): void {
    const extra = m.model.inUseFactor - 1;
    let delivered = 0;
    m.stages.forEach((c, i) => {
      const gamma = c.p.content_factor;
      delivered += gamma * c.deliveredDemand;
      this.#inflow += gamma * (c.imports + c.allyImports + (i === 0 ? c.output : 0));
      this.#outflow += gamma * c.exports;
      if (i > 0) this.#outflow += m.stages[i - 1]!.p.content_factor * m.stages[i - 1]!.deliveredFeed - gamma * c.output;
    });
    this.#inflow += Math.max(0, extra) * delivered;
    this.#outflow += m.disposal + Math.max(0, -extra) * delivered;
    const stored = contentOf(m) - this.#contentAtStart;
    const scale = Math.max(1e-12, this.#inflow, Math.abs(this.#outflow), this.#contentAtStart);
    if (!(Math.abs(this.#inflow - this.#outflow - stored) <= 1e-10 * scale)) {
      this.#note("M2", m, t, "the chain's content does not balance", { inflow: this.#inflow, outflow: this.#outflow, stored });
    }
  }

  /** M5: nir·AC = AC − Q − R. */
  #annualIdentity(): void {
    const { stage } = this.#run.annual;
    this.#eachStageYear((c, at, year) => {
      const nir = stage.nir[at]!;
      if (Number.isNaN(nir)) return;
      const apparent = stage.apparent_consumption_t[at]!;
      const domestic = stage.production_t[at]! + stage.secondary_t[at]!;
      if (!(Math.abs(nir * apparent - (apparent - domestic)) <= 1e-10 * Math.max(1e-12, Math.abs(apparent), domestic))) {
        this.#noteYear("M5", c, year, "net import reliance is not 1 − (Q + R)/AC", { nir, AC: apparent, domestic });
      }
    });
  }

  /** M8: Σ by lever = Σ by mineral (with "shared") = total, to 1e-9. */
  #costIdentity(): void {
    const { annual, model } = this.#run;
    const years = model.years.length;
    model.years.forEach((_, year) => {
      const byLever = sumAt(annual.costByLever, years, year);
      const byMineral = sumAt(annual.costByMineral, years, year);
      const total = annual.total.public_cost_musd[year]!;
      const scale = Math.max(1, Math.abs(total));
      if (!(Math.abs(byLever - total) <= 1e-9 * scale && Math.abs(byMineral - total) <= 1e-9 * scale)) {
        this.#noteYear("M8", null, year, "cost lines do not add up to the total", { byLever, byMineral, total });
      }
    });
  }

  /** Every annual figure is finite; only shares and times with a zero denominator may be undefined. */
  #finiteIndicators(): void {
    this.#eachStageYear((c, at, year) => {
      for (const [id, series] of Object.entries(this.#run.annual.stage)) {
        const value = series[at]!;
        if (!Number.isFinite(value) && !(Number.isNaN(value) && mayBeUndefined.has(id))) this.#noteYear("M4", c, year, `${id} is not finite`, { [id]: value });
      }
    });
  }

  #eachStageYear(check: (c: StageRun, at: number, year: number) => void): void {
    const years = this.#run.model.years.length;
    for (const c of this.#run.stages) for (let year = 0; year < years; year++) check(c, c.model.index * years + year, year);
  }

  #note(rule: Violation["rule"], at: StageRun | MineralRun, t: number, what: string, numbers: Readonly<Record<string, number>>): void {
    this.#keep(rule, at, monthAt(t, this.#run.model.dataset.start), what, numbers);
  }

  #noteYear(rule: Violation["rule"], at: StageRun | null, year: number, what: string, numbers: Readonly<Record<string, number>>): void {
    this.#keep(rule, at, String(this.#run.model.years[year]), what, numbers);
  }

  #keep(rule: Violation["rule"], at: StageRun | MineralRun | null, when: string, what: string, numbers: Readonly<Record<string, number>>): void {
    if (this.violation !== null) return;
    const stage = at !== null && "mineral" in at.model ? at.model : null;
    const mineral = at === null ? "all minerals" : this.#run.model.minerals[stage === null ? at.model.index : stage.mineral]!.id;
    this.violation = { rule, when, mineral, stage: stage?.id ?? null, what, numbers };
  }
}

const mayBeUndefined: ReadonlySet<string> = new Set([
  "nir",
  "nirx",
  "unmet_share",
  "total_loss_share",
  "cover_days",
  "government_cover_days",
  "hhi",
  "top_supplier_share",
  "top_country_of_demand",
  "nonallied_dependence",
  "supply_hhi",
]);

const pipelineOf = (c: StageRun): number =>
  c.capacity + c.permitting1 + c.permitting2 + c.permitting3 + c.construction1 + c.construction2 + c.construction3 + c.rampUp1 + c.rampUp2;

/** ΣU + Z + Σγ(V + G), t of chain content. */
function contentOf(m: MineralRun): number {
  let content = m.scrap;
  for (const stock of m.inUse.subarray(0, m.inUseOrder)) content += stock;
  for (const c of m.stages) content += c.p.content_factor * (c.industryStock + c.governmentStock);
  return content;
}

function sumAt(series: Float64Array, years: number, year: number): number {
  let sum = 0;
  for (let at = year; at < series.length; at += years) sum += series[at]!;
  return sum;
}
