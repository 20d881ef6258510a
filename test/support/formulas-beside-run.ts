/** The symbols of the method's formulas in a month of a run: what the model holds for them, and, for the rest, what their own formulas give. */
import type { AllyPlant } from "../../shared/model/ally-plant.ts";
import type { MineralRun } from "../../shared/model/mineral-run.ts";
import type { Run } from "../../shared/model/run.ts";
import type { StageRun } from "../../shared/model/stage-run.ts";
import type { Formula } from "../../shared/formula/formula.ts";
import { equations } from "../../shared/method/equations.ts";
import { evaluate } from "./evaluate-formula.ts";

/** A month of a stage: the mineral as it was when the month began and as it is now, at its end. */
export interface StageMonth {
  readonly run: Run;
  readonly t: number;
  readonly before: MineralRun;
  readonly now: MineralRun;
  readonly stage: number;
}

type Read = (month: StageMonth, isEnd: boolean, j: number) => number;

const total = (values: Iterable<number>): number => [...values].reduce((sum, one) => sum + one, 0);
const mineralState =
  (read: (m: MineralRun) => number): Read =>
  ({ before, now }, isEnd) =>
    read(isEnd ? now : before);
const stageState =
  (read: (c: StageRun, j: number) => number): Read =>
  ({ before, now, stage }, isEnd, j) =>
    read((isEnd ? now : before).stages[stage]!, j);
const flow =
  (read: (c: StageRun, j: number) => number): Read =>
  ({ now, stage }, _, j) =>
    read(now.stages[stage]!, j);
const ofMineral =
  (read: (m: MineralRun, month: StageMonth) => number): Read =>
  (month) =>
    read(month.now, month);
const plantOf = (c: StageRun, j: number): AllyPlant | undefined => c.allyPlants.find(({ supplier }) => supplier === j);

/** What the model keeps. A symbol that is not here is worked out from its own formula. */
const kept: Readonly<Record<string, Read>> = {
  K: stageState((c) => c.capacity),
  PM: stageState((c) => c.permitting1 + c.permitting2 + c.permitting3),
  CO: stageState((c) => c.construction1 + c.construction2 + c.construction3),
  RU: stageState((c) => c.rampUp1 + c.rampUp2),
  V: stageState((c) => c.industryStock),
  G: stageState((c) => c.governmentStock),
  π: stageState((c) => c.premium),
  π̄: stageState((c) => c.premiumAverage),
  x: stageState((c) => c.surgeState),
  nn: stageState((c) => c.normalDependence),
  w_j: stageState((c, j) => c.shares[j]!),
  w_i: stageState((c, j) => c.shares[j]!),
  KA_j: stageState((c, j) => plantOf(c, j)?.capacity ?? 0),
  PA_j: stageState((c, j) => total(plantOf(c, j)?.pipeline ?? [])),
  U_1: mineralState((m) => m.inUse[0]!),
  U_k: mineralState((m) => m.inUse[m.inUseOrder - 1]!),
  Z: mineralState((m) => m.scrap),
  KR: mineralState((m) => m.recyclingCapacity),
  RP: mineralState((m) => m.recyclingPermitting1 + m.recyclingPermitting2 + m.recyclingPermitting3),
  RC: mineralState((m) => m.recyclingConstruction1 + m.recyclingConstruction2 + m.recyclingConstruction3),
  RR: mineralState((m) => m.recyclingRampUp1 + m.recyclingRampUp2),
  c: mineralState((m) => m.collectionRate),
  ρ: mineralState((m) => m.recoveryYield),
  σ: mineralState((m) => m.substituted),
  ext: mineralState((m) => m.lifeExtension),
  a: mineralState((m) => m.cleanPractice),
  Hs: mineralState((m) => m.substitutionKnowledge),
  Hx: mineralState((m) => m.extractionKnowledge),
  f: ofMineral((m) => m.outflowRate),
  E: ofMineral((m) => m.endOfLife),
  coll: ofMineral((m) => m.collected),
  R: ofMineral((m) => m.recycled),
  disp: ofMineral((m) => m.disposal),
  circ: ofMineral((m) => m.circular),
  χ: ofMineral((m) => m.cleanCredit),
  mc: ofMineral((m) => m.collectionMoney),
  plants: ofMineral((m) => m.plantMoney),
  target: ofMineral((m) => m.recyclingTarget),
  div: ofMineral((m) => m.diversify),
  p_w: ofMineral((m, { t }) => m.priceIndex[t]!),
  d_w: ofMineral((m, { t }) => m.demandIndex[t]!),
  ψ: ofMineral((_, { run, t }) => run.transparency[t]!),
  pm: ofMineral((_, { run, t }) => run.permit[t]!),
  hI: ofMineral((_, { run, t }) => run.infrastructureGain[t]!),
  hH: ofMineral((_, { run, t }) => run.hubGain[t]!),
  // The run keeps their quotient.
  aφ: ofMineral((_, { run, t }) => run.grantReach[t]!),
  φ: () => 1,
  in_use_factor: ofMineral((m) => m.model.inUseFactor),
  eic_P: ofMineral((m) => m.processing.cumulativeIntensity),
  demand: flow((c) => c.model.demand),
  demand_s: flow((c) => c.model.demand),
  Dref: flow((c) => c.demandReference),
  D: flow((c) => c.demand),
  F: flow((c) => c.feed),
  Q: flow((c) => c.output),
  Qd: flow((c) => c.plannedOutput),
  Rin: flow((c) => c.recycled),
  need_I: flow((c) => c.need),
  I: flow((c) => c.imports),
  C: flow((c) => c.allyImports),
  X: flow((c) => c.exports),
  unmet: flow((c) => c.unmet),
  DelD: flow((c) => c.deliveredDemand),
  DelF: flow((c) => c.deliveredFeed),
  buyG: flow((c) => c.governmentFill),
  Rel: flow((c) => c.released),
  P: flow((c) => c.price),
  L_j: flow((c, j) => c.wedges[j]!),
  L̄: flow((c) => c.meanWedge),
  τ_j: flow((c, j) => c.tariffs[j]!),
  risk_j: flow((c, j) => c.risks[j]!),
  w0_j: flow((c, j) => c.baseShares[j]!),
  w0_top: flow((c) => c.baseShares[c.topNonAllied]!),
  ws_j: flow((c, j) => c.targetShares[j]!),
  tf_j: flow((c, j) => c.targetedFactors[j]!),
  tf_i: flow((c, j) => c.targetedFactors[j]!),
  bf_j: flow((c, j) => c.globalFactors[j]!),
  gf: flow((c) => c.worldFactor),
  act: flow((c) => (c.active ? 1 : 0)),
  floor: flow((c) => c.floor),
  el: flow((c) => c.eligible),
  uo: flow((c) => c.offtake),
  so: flow((c) => c.offtakeShare),
  cr: flow((c) => c.credit),
  cb: flow((c) => c.baseCost),
  cc: flow((c) => c.costBeforeCredit),
  cost: flow((c) => c.unitCost),
  m0: flow((c) => c.referenceMargin),
  um: flow((c) => c.marketUse),
  y: flow((c) => c.yieldNow),
  A: flow((c) => c.absorption),
  grant: flow((c) => c.grant),
  rd: flow((c) => c.reserveDays),
  starts: flow((c) => c.starts),
  fin_j: flow((c, j) => plantOf(c, j)?.finance ?? 0),
  eic: flow((c) => c.cumulativeIntensity),
};

/** Symbols of the neighbouring stages. */
const neighbours: Readonly<Record<string, readonly [step: -1 | 1, id: string]>> = {
  Qd_next: [1, "Qd"],
  y_next: [1, "y"],
  DelF_before: [-1, "DelF"],
  eic_before: [-1, "eic"],
};

/** The formula of each symbol, by the equation that gives it; those of E5.6 are told apart by the caller. */
const definitions = new Map<string, Formula>();
for (const { formulas } of equations) {
  for (const { formula } of formulas) {
    for (const part of formula.kind === "list" ? formula.parts : [formula]) {
      if (part.kind === "relation" && part.relation === "=" && part.left.kind === "symbol" && !definitions.has(part.left.id))
        definitions.set(part.left.id, part.right);
    }
  }
}

/** As read by the method page, relation by relation. */
const relations = equations.flatMap(({ id, formulas }) =>
  formulas.flatMap(({ number, formula }) => (formula.kind === "list" ? formula.parts : [formula]).map((part) => ({ equation: id, number, part }))),
);
export const relationOf = (number: string, left: string, nth = 0): Extract<Formula, { kind: "relation" }> => {
  const found = relations.filter(({ number: one, part }) => one === number && part.kind === "relation" && nameOf(part.left) === left)[nth]?.part;
  if (found?.kind !== "relation") throw new Error(`no formula ${number} for ${left}`);
  return found;
};
const nameOf = (one: Formula): string => (one.kind === "symbol" ? one.id : one.kind === "end" && one.of.kind === "symbol" ? `${one.of.id}′` : "");

const parameter = (holder: object, key: string): number | undefined => (holder as Readonly<Record<string, number>>)[key];

/** What a symbol is worth in the month. `own` comes before everything. */
export function valueIn(month: StageMonth, id: string, isEnd: boolean, at: Readonly<Record<string, number>>, own: Own = {}): number {
  const replaced = own[id];
  if (replaced !== undefined) return typeof replaced === "number" ? replaced : replaced(at);
  const { now, run, stage } = month;
  const c = now.stages[at["s"] ?? stage]!;
  const here: StageMonth = { ...month, stage: at["s"] ?? stage };
  const neighbour = neighbours[id];
  if (neighbour) {
    const [step, of] = neighbour;
    return now.stages[here.stage + step] === undefined ? NaN : valueIn({ ...here, stage: here.stage + step }, of, isEnd, {}, own);
  }
  if (id === "π̄_s") return c.premiumAverage;
  const read = kept[id];
  // A symbol may stand for the same number of another supplier.
  if (read) return read(here, isEnd, id.endsWith("_i") ? at["i"]! : (at["j"] ?? 0));
  const [, key = "", role = ""] = /^(.+)_([RP])$/.exec(id) ?? [];
  const found =
    parameter(c.p, id) ??
    parameter(now.p, id) ??
    parameter(run.p, id) ??
    (role === "R" ? parameter(now.recycling, key) : role === "P" ? parameter(now.processing.p, key) : undefined);
  if (found !== undefined) return found;
  const formula = definitions.get(id);
  if (!formula) throw new Error(`nothing is known of ${id}`);
  return worth(here, formula, own, at);
}

/** Symbols that a test gives itself, as a number or by the indices around them. */
export type Own = Readonly<Record<string, number | ((at: Readonly<Record<string, number>>) => number)>>;

/** A formula worked out in the month. */
export function worth(month: StageMonth, formula: Formula, own: Own = {}, at: Readonly<Record<string, number>> = {}): number {
  const { now, before, stage } = month;
  const c = now.stages[stage]!;
  return evaluate(
    formula,
    {
      value: (id, isEnd, where) => valueIn(month, id, isEnd, where, own),
      count: (index) => (index === "s" ? now.stages.length : index === "e" ? countOf(own) : c.shares.length),
      holds: (words, where) => {
        const c = now.stages[where["s"] ?? stage]!;
        switch (words) {
          case "first stage":
            return c.isFirst;
          case "mining or processing":
            return c.isPrimary;
          case "tariff, diversification, targeted disruption or partner finance":
            return c.tariffed || now.diversify > 0 || c.targeted || c.allyPlants.some(({ finance }) => finance > 0);
          default:
            throw new Error(`nothing is known of "${words}"`);
        }
      },
      push: (content, _, months) => outflow(before, before.stages[stage]!, content, months, at["j"] ?? 0),
    },
    at,
  );
}

const countOf = (own: Own): number => (typeof own["events"] === "number" ? own["events"] : 0);

/** E0: what leaves the last step. */
function outflow(m: MineralRun, c: StageRun, content: string, months: number, j: number): number {
  const last: Readonly<Record<string, readonly [order: number, held: number]>> = {
    PM: [3, c.permitting3],
    CO: [3, c.construction3],
    RU: [2, c.rampUp2],
    RP: [3, m.recyclingPermitting3],
    RC: [3, m.recyclingConstruction3],
    RR: [2, m.recyclingRampUp2],
    PA_j: [c.p.ally_n, plantOf(c, j)?.pipeline.at(-1) ?? 0],
  };
  const [order, held] = last[content]!;
  return Math.min(1, order / months) * held;
}
