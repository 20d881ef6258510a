/**
 * Pipelines of a run month by month (E8, E8R, E11): what is in permitting, construction and ramp-up, what stands, where building ends, and which
 * public money asks for more than can be begun. Recorded beside a run through `SimulateOptions.observe`; the normal path pays nothing.
 */
import type { AllyPlant } from "./ally-plant.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

/** Building counts as saturated from here on: 1 − exp(−3), 95 % of what can be begun in a year, is begun. */
const SATURATED = 3;
/** With less of the ceiling free than this, money begins less than a twentieth of what it would in open room. */
const NO_ROOM = 0.05;

/** One pipeline; all series have one value per month. Recycling counts tonnes of scrap. */
export class Pipe {
  readonly kind: "plants" | "recycling" | "partner";
  readonly mineral: string;
  readonly stage: string;
  /** Supplier iso3 of a partner's plants. */
  readonly partner: string | null;
  /** t/yr at the end of the month. The delay of partner plants is one piece; it stands under construction. */
  readonly permitting: Float64Array;
  readonly construction: Float64Array;
  readonly rampUp: Float64Array;
  readonly capacity: Float64Array;
  /** t/yr at which nothing more is begun. */
  readonly ceiling: Float64Array;
  /** Public money for this pipeline, and the part of it that begins nothing, $M/yr. */
  readonly money: Float64Array;
  readonly idle: Float64Array;
  /** t in the month: what capacity allows, and what was made, processed or shipped. */
  readonly possible: Float64Array;
  readonly used: Float64Array;

  constructor(kind: Pipe["kind"], mineral: string, stage: string, partner: string | null, months: number) {
    const series = (): Float64Array => new Float64Array(months);
    this.kind = kind;
    this.mineral = mineral;
    this.stage = stage;
    this.partner = partner;
    this.permitting = series();
    this.construction = series();
    this.rampUp = series();
    this.capacity = series();
    this.ceiling = series();
    this.money = series();
    this.idle = series();
    this.possible = series();
    this.used = series();
  }
}

/** What a stage's plants see: price and margin (E2, E4), share of capacity in use, need at home; by month. */
export class StageTrace {
  readonly mineral: string;
  readonly stage: string;
  /** P, index. */
  readonly price: Float64Array;
  /** m. */
  readonly margin: Float64Array;
  /** u that the market alone would give. */
  readonly marketUse: Float64Array;
  /** Dref + F, t. */
  readonly need: Float64Array;

  constructor(mineral: string, stage: string, months: number) {
    this.mineral = mineral;
    this.stage = stage;
    this.price = new Float64Array(months);
    this.margin = new Float64Array(months);
    this.marketUse = new Float64Array(months);
    this.need = new Float64Array(months);
  }
}

export class PlantTrace {
  /** Pass to `simulate` as `observe`. A trace may be used again: every month overwrites its own. */
  readonly observe: (m: MineralRun, t: number) => void;
  /** In the order of the model's stages. */
  readonly stages: readonly StageTrace[];
  readonly #plants: readonly Pipe[];
  readonly #recycling: readonly Pipe[];
  #partners = new Map<string, Pipe>();
  readonly #months: number;

  constructor(run: Run) {
    const { months, minerals } = run.model;
    const place = run.model.stages.map((stage) => ({ mineral: minerals[stage.mineral]!.id, stage: stage.id }));
    this.#months = months;
    this.stages = place.map(({ mineral, stage }) => new StageTrace(mineral, stage, months));
    this.#plants = place.map(({ mineral, stage }) => new Pipe("plants", mineral, stage, null, months));
    this.#recycling = minerals.map(({ id, stages, recyclingStage }) => new Pipe("recycling", id, stages[recyclingStage]!.id, null, months));
    this.observe = (m, t) => {
      if (t === 0 && m.model.index === 0) this.#partners = new Map();
      for (const c of m.stages) {
        this.#observeStage(c, t);
        for (const plant of c.allyPlants) this.#observePartner(m, c, plant, t);
      }
      this.#observeRecycling(m, t);
    };
  }

  get pipes(): readonly Pipe[] {
    return [...this.#plants, ...this.#recycling, ...this.#partners.values()];
  }

  #observeStage(c: StageRun, t: number): void {
    const seen = this.stages[c.model.index]!;
    const margin = c.keptNetPrice / c.unitCost - 1;
    seen.price[t] = c.price;
    seen.margin[t] = margin;
    seen.marketUse[t] = c.marketUse;
    seen.need[t] = c.demandReference + c.feed;

    const pipe = this.#plants[c.model.index]!;
    pipe.permitting[t] = c.permitting1 + c.permitting2 + c.permitting3;
    pipe.construction[t] = c.construction1 + c.construction2 + c.construction3;
    pipe.rampUp[t] = c.rampUp1 + c.rampUp2;
    pipe.capacity[t] = c.capacity;
    // E8: ceil = min(k_max, home_cover·12·pos(ref − Rin)/u_ref); head is what starts found of it
    pipe.ceiling[t] = Math.min(c.p.k_max, c.coverFactor * Math.max(0, c.demandReference + c.feed - c.recycled));
    pipe.possible[t] = c.capacity / 12;
    pipe.used[t] = c.output;
    pipe.money[t] = c.grant;
    const hasRoom = c.startsPerRoom > 0 && c.starts >= NO_ROOM * c.startsPerRoom;
    const otherwise = c.entry + c.p.iota * Math.max(0, margin - c.p.m_hurdle);
    pipe.idle[t] = hasRoom ? beyondSaturation(c.grant, c.grantScale, otherwise) : c.grant;
  }

  /** Recycling plants have no ceiling of starts per year; room ends at what could ever be collected. */
  #observeRecycling(m: MineralRun, t: number): void {
    const pipe = this.#recycling[m.model.index]!;
    const [permitting, construction, rampUp] = [
      m.recyclingPermitting1 + m.recyclingPermitting2 + m.recyclingPermitting3,
      m.recyclingConstruction1 + m.recyclingConstruction2 + m.recyclingConstruction3,
      m.recyclingRampUp1 + m.recyclingRampUp2,
    ];
    pipe.permitting[t] = permitting;
    pipe.construction[t] = construction;
    pipe.rampUp[t] = rampUp;
    pipe.capacity[t] = m.recyclingCapacity;
    const collectable = 12 * m.p.recycle_headroom * m.p.c_max * m.endOfLife;
    pipe.ceiling[t] = collectable;
    pipe.possible[t] = m.recyclingCapacity / 12;
    pipe.used[t] = m.recycled / m.recoveryYieldBefore;
    pipe.money[t] = m.plantMoney;
    pipe.idle[t] = collectable - m.recyclingCapacity - permitting - construction - rampUp >= NO_ROOM * collectable ? 0 : m.plantMoney;
  }

  #observePartner(m: MineralRun, c: StageRun, plant: AllyPlant, t: number): void {
    const partner = c.model.suppliers[plant.supplier]!.iso3;
    const key = `${c.model.index}|${partner}`;
    let pipe = this.#partners.get(key);
    if (!pipe) this.#partners.set(key, (pipe = new Pipe("partner", m.model.id, c.model.id, partner, this.#months)));
    let building = 0;
    for (const part of plant.pipeline) building += part;
    let offered = 0;
    for (const each of c.allyPlants) offered += each.offered;
    pipe.construction[t] = building;
    pipe.capacity[t] = plant.capacity;
    pipe.ceiling[t] = c.p.ally_k_max;
    pipe.possible[t] = plant.offered;
    pipe.used[t] = offered > 0 ? (plant.offered / offered) * c.allyImports : 0;
    pipe.money[t] = plant.finance;
    const hasRoom = 1 - (plant.capacity + building) / c.p.ally_k_max >= NO_ROOM;
    pipe.idle[t] = hasRoom ? beyondSaturation(plant.finance, 1e6 / (c.p.capex * c.p.ally_a_max), 0) : plant.finance;
  }
}

/** The part of `money` beyond the point at which starts are saturated; `scale` turns $M/yr into the exponent, `otherwise` is what starts without it. */
function beyondSaturation(money: number, scale: number, otherwise: number): number {
  if (money <= 0) return 0;
  const asked = money * scale;
  const useful = Math.max(0, SATURATED - otherwise);
  return asked > useful ? (money * (asked - useful)) / asked : 0;
}
