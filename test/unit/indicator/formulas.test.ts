/** The formula of each indicator, worked out from the months of a run with every lever and three kinds of disruption, beside what the model gives. */
import { describe, expect, it } from "vitest";
import type { Formula } from "../../../shared/formula/formula.ts";
import { parseFormula } from "../../../shared/formula/parse-formula.ts";
import { CATALOGUE } from "../../../shared/indicator/catalogue.ts";
import type { Indicator } from "../../../shared/indicator/indicator.ts";
import { readerOfRun } from "../../../shared/indicator/run-reader.ts";
import { constructionMonths, permitMonths, rampMonths } from "../../../shared/model/multipliers.ts";
import type { MineralRun } from "../../../shared/model/mineral-run.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import type { StageRun } from "../../../shared/model/stage-run.ts";
import { evaluate } from "../../support/evaluate-formula.ts";
import { everything } from "../../support/every-lever.ts";
import { model } from "../model/shipped.ts";

type Numbers = Readonly<Record<string, number>>;

/** What a stage holds at the end of a month: flows of the month, stocks and capacities of its end. */
const stageMonth = (c: StageRun, run: ReturnType<typeof createRun>, t: number): Numbers => ({
  Q: c.output,
  Rin: c.recycled,
  I: c.imports,
  C: c.allyImports,
  X: c.exports,
  Dref: c.demandReference,
  D: c.demand,
  F: c.feed,
  unmet: c.unmet,
  P: c.price,
  π: c.premium,
  V: c.industryStock,
  G: c.governmentStock,
  Rel: c.released,
  K: c.capacity,
  PM: c.permitting1 + c.permitting2 + c.permitting3,
  CO: c.construction1 + c.construction2 + c.construction3,
  RU: c.rampUp1 + c.rampUp2,
  starts: c.starts,
  Tp: permitMonths(c, run.permit[t]!),
  Tc: constructionMonths(c, run.infrastructureGain[t]!),
  Tr: rampMonths(c, run.hubGain[t]!),
});

const mineralMonth = (m: MineralRun): Numbers => ({
  E: m.endOfLife,
  coll: m.collected,
  R: m.recycled,
  Z: m.scrap,
  KR: m.recyclingCapacity,
  U: Array.from(m.inUse.subarray(0, m.inUseOrder)).reduce((sum, one) => sum + one, 0),
  c: m.collectionRate,
  ρ: m.recoveryYield,
  σ: m.substituted,
  a: m.cleanPractice,
});

/** Of December's end; the others are sums over the year. */
const AT_THE_END = new Set(["V", "G", "K", "PM", "CO", "RU", "Tp", "Tc", "Tr", "Z", "KR", "U"]);
/** Of December's start, which is November's end. */
const AT_ITS_START = new Set(["c", "ρ", "σ", "a"]);
/** Where flows are those of December: cover is asked for at its demand. */
const OF_DECEMBER = new Set(["cover_days", "government_cover_days"]);
const z90 = 1.2815515655446004;

const run = createRun(model);
const stages = model.stages.map((): Numbers[] => []);
const minerals = model.minerals.map((): Numbers[] => []);
simulate(model, everything, run, {
  observe: (m, t) => {
    minerals[m.model.index]!.push(mineralMonth(m));
    for (const c of m.stages) stages[c.model.index]!.push(stageMonth(c, run, t));
  },
});
const reader = readerOfRun(model, run);
const classes = model.dataset.classes.map(({ id }) => id);

interface Where {
  readonly mineral: number | null;
  /** Place in the chain. */
  readonly stage: number | null;
}

interface Place extends Where {
  readonly indicator: Indicator;
  readonly year: number;
}

/** What a symbol of an indicator's formula is worth in a year. */
function valueOf(place: Place, written: ReadonlyMap<string, Formula>, id: string, isEnd: boolean, at: Numbers): number {
  const { indicator, year } = place;
  const of = (formula: Formula, where: Numbers = at): number => worth(place, written, formula, where);
  const own = written.get(id);
  if (own) return of(own);
  const m = at["m"] ?? place.mineral;
  const mineral = m === null ? null : run.minerals[m]!;
  const published = (level: "mineral", indicatorId: string): number => reader[level](mineral!.model.id, indicatorId)[year] ?? NaN;
  const t = at["t"];
  const months = (series: readonly Numbers[]): number => {
    // Cleaner practice counts as it was when the month began.
    if (id === "a" && t !== undefined) return series[year * 12 + t - 1]?.["a"] ?? 0;
    const ofYear = series.slice(year * 12, year * 12 + 12).map((month) => month[id]!);
    if (t !== undefined) return ofYear[t]!;
    if (AT_THE_END.has(id) || OF_DECEMBER.has(indicator.id)) return ofYear[11]!;
    return AT_ITS_START.has(id) ? ofYear[10]! : ofYear.reduce((sum, one) => sum + one, 0);
  };
  const sumAt = (chain: number, quantity: string): number =>
    stages[mineral!.stages[chain]!.model.index]!.slice(year * 12, year * 12 + 12).reduce((sum, month) => sum + month[quantity]!, 0);
  switch (id) {
    case "z90":
      return z90;
    case "T_lead":
      return ["Tp", "Tc", "Tr"].reduce((sum, part) => sum + stages[c().model.index]![year * 12 + 11]![part]!, 0);
    case "dep_m":
      return published("mineral", "dependence");
    case "origin_m":
      return published("mineral", "chain_origin_dependence");
    case "ghg_home":
      return published("mineral", "emissions_territorial_t");
    case "ghg_all":
      return published("mineral", "emissions_consumption_t");
    case "val_m":
      return mineral!.stages.reduce((sum, each) => sum + each.model.demand * each.p.p_ref, 0);
    case "pay_t":
      return run.publicCost[t!]!;
    case "pay_k":
      return run.publicCost[year * 12 + t!]!;
    case "discount_rate_real":
      return run.p.discount_rate_real;
    case "t":
      return t!;
    case "ρ_pub":
      return mineral!.model.publishedCountsSecondary;
    case "recycled_ghg_factor":
      return mineral!.p.recycled_ghg_factor;
    case "eic_P":
      return mineral!.processing.cumulativeIntensity;
  }
  const chain = /^(Q|X|F|AC|I|C|ref)_([MP])$/.exec(id);
  if (chain) {
    const [, quantity = "", role] = chain;
    const p = mineral!.model.processingStage;
    const where = role === "P" ? p : p - 1;
    // Without an earlier stage all of processing's feed counts as from home.
    if (where < 0) return quantity === "X" ? 0 : 1;
    if (quantity === "ref") return sumAt(where, "Dref") + sumAt(where, "F");
    if (quantity === "AC") return reader.stage(mineral!.model.id, mineral!.stages[where]!.model.id, "apparent_consumption_t")[year] ?? NaN;
    return sumAt(where, quantity);
  }
  function c(): StageRun {
    return mineral!.stages[at["s"] ?? place.stage ?? mineral!.model.publishedBasisStage]!;
  }
  if (m !== null && id in minerals[m]![0]! && !(id === "R" && at["s"] !== undefined)) return months(minerals[m]!);
  const here = c();
  const j = at["j"];
  const rows = model.years.length;
  switch (id) {
    case "I_j":
      return here.importsBySupplier[year * here.shares.length + j!]!;
    case "C_j":
      return here.allyImportsBySupplier[year * here.shares.length + j!]!;
    case "nonally_j":
      return here.isAlly[j!] === 1 ? 0 : 1;
    case "nirx_s":
      return reader.stage(mineral!.model.id, here.model.id, "nirx")[year] ?? 0;
    case "val_s":
      return here.model.demand * here.p.p_ref;
    case "eic":
      return here.cumulativeIntensity;
    case "ei":
      return here.p.ei;
    case "clean_abatement_max":
      return here.p.clean_abatement_max;
    case "import_ei_mult":
      return here.p.import_ei_mult;
    case "revenue":
      return run.annual.stage.tariff_revenue_musd[here.model.index * rows + year]! / 12;
    case "private":
      return run.annual.stage.private_cost_musd[here.model.index * rows + year]! / 12;
    case "AC":
      return reader.stage(mineral!.model.id, here.model.id, "apparent_consumption_t")[year] ?? NaN;
    case "ΔV":
    case "ΔG": {
      const stock = id === "ΔV" ? "V" : "G";
      const first = stock === "V" ? here.initialIndustryStock : here.model.governmentStock;
      const series = stages[here.model.index]!;
      return series[year * 12 + 11]![stock]! - (year === 0 ? first : series[year * 12 - 1]![stock]!);
    }
    case "unmet_k": {
      const month = stages[here.model.index]![year * 12 + t!]!;
      // E5.10: classes are served in their order.
      const share = (k: number): number => mineral!.model.classShares[k]! * (month["D"]! + month["F"]!);
      const k = classes.indexOf(/^unmet_(.+)_t$/.exec(indicator.id)![1]!);
      const served = month["D"]! + month["F"]! - month["unmet"]!;
      const before = classes.slice(0, k).reduce((sum, _, i) => sum + share(i), 0);
      return Math.max(0, share(k) - Math.max(0, served - before));
    }
  }
  if (isEnd || id in stages[0]![0]!) return months(stages[here.model.index]!);
  throw new Error(`${indicator.id}: nothing is known of ${id}`);
}

function worth(place: Place, written: ReadonlyMap<string, Formula>, formula: Formula, at: Numbers = {}): number {
  const mineral = (where: Numbers): MineralRun => run.minerals[where["m"] ?? place.mineral!]!;
  return evaluate(
    formula,
    {
      value: (id, isEnd, where) => valueOf(place, written, id, isEnd, where),
      count: (index, where) => {
        switch (index) {
          case "t":
            return place.indicator.id === "public_cost_discounted_cum_musd" ? (place.year + 1) * 12 : 12;
          case "m":
            return run.minerals.length;
          case "s":
            return mineral(where).stages.length;
          case "k":
            return 1;
          default:
            return mineral(where).stages[where["s"] ?? place.stage!]!.shares.length;
        }
      },
      holds: (words, where) => {
        if (words === "mining or processing") return run.minerals[where["m"] ?? place.mineral!]!.stages[where["s"]!]!.isPrimary;
        if (words === "published for a stage") return mineral(where).model.publishedBasisKind === "stage";
        if (words === "published back to the mine") return mineral(where).model.publishedBasisKind === "chain";
        throw new Error(`nothing is known of "${words}"`);
      },
      push: () => NaN,
    },
    at,
  );
}

/** The formula that gives the indicator, and those of the symbols that stand beside it. */
function partsOf(text: string): { readonly main: Formula; readonly written: ReadonlyMap<string, Formula> } {
  const formula = parseFormula(text);
  const parts = formula.kind === "list" ? formula.parts : [formula];
  const right = (part: Formula): Formula => (part.kind === "relation" && part.relation === "=" ? part.right : part);
  const written = new Map(parts.slice(1).flatMap((part) => (part.kind === "relation" && part.left.kind === "symbol" ? [[part.left.id, part.right]] : [])));
  return { main: right(parts[0]!), written };
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("the formulas of the indicators", () => {
  it.each(CATALOGUE.filter(({ unit }) => unit !== "text").map((indicator) => [`${indicator.level} ${indicator.id}`, indicator] as const))(
    "V284: %s is what its formula gives, at every place and in every year",
    (_, indicator) => {
      const { main, written } = partsOf(indicator.formula);
      const places = model.minerals.flatMap(({ index, stages: chain }): readonly Where[] =>
        indicator.level === "stage" ? chain.map((_stage, stage) => ({ mineral: index, stage })) : [{ mineral: index, stage: null }],
      );
      const country: readonly Where[] = [{ mineral: null, stage: null }];
      const differences: unknown[] = [];
      let held = 0;
      for (const { mineral, stage } of indicator.level === "total" ? country : places) {
        const { id = "", stages: chain = [] } = mineral === null ? {} : model.minerals[mineral]!;
        const series =
          indicator.level === "total"
            ? reader.total(indicator.id)
            : indicator.level === "mineral"
              ? reader.mineral(id, indicator.id)
              : reader.stage(id, chain[stage!]!.id, indicator.id);
        series.forEach((given, year) => {
          // Where it is not defined its words say so.
          if (given === null) return;
          const found = worth({ indicator, year, mineral, stage }, written, main);
          if (close(found, given)) held += 1;
          else differences.push({ id, stage, year, formula: found, model: given });
        });
      }
      expect(differences.slice(0, 3)).toEqual([]);
      expect(held).toBeGreaterThanOrEqual(model.years.length);
    },
  );
});
