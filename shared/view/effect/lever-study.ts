/**
 * What each lever does in a scenario: the scenario run once as it is and once without each lever that differs from status quo.
 * Plain data comes out, so that sentences, marks and tables can be made for any selection without another run. One step is one run.
 */
import { findIndicator } from "../../indicator/catalogue.ts";
import { readerOfRun } from "../../indicator/run-reader.ts";
import type { Lever } from "../../dataset/dataset.ts";
import { scaleFor } from "../../format/scale.ts";
import type { MineralModel, Model } from "../../model/compile-model.ts";
import { PlantTrace } from "../../model/plant-trace.ts";
import { createRun } from "../../model/run.ts";
import type { Run } from "../../model/run.ts";
import type { Series } from "../../model/run-result.ts";
import { simulate } from "../../model/simulate.ts";
import { changedLevers } from "../../scenario/edit-scenario.ts";
import type { ScenarioDocument, ScenarioInputs } from "../../scenario/scenario.ts";
import type { YearMonth } from "../../time.ts";
import { dependenceChoice, dependenceOf } from "../dependence.ts";
import type { IndicatorChoice, Weighting } from "../explore/explore-types.ts";
import { relatedIndicators } from "../explore/related-indicators.ts";
import { effectDates, visibleStep } from "./effect-dates.ts";
import type { EffectDates } from "./effect-dates.ts";
import type { LeverLimit, LimitInput, ObservedRun, PlantMoney } from "./lever-limit.ts";
import { leverLimits } from "./lever-limits.ts";
import { plantMoney } from "./money-limits.ts";
import { extraCapacity, pipePairs, plantSteps } from "./plant-steps.ts";
import type { PipePair, PlantSteps } from "./plant-steps.ts";

export interface DependenceEffect {
  /** null = all minerals, by `weighting`. */
  readonly mineral: string | null;
  readonly weighting: Weighting | null;
  /** null = never visible. */
  readonly dates: EffectDates | null;
  /** Plants that carry the first visible year; null where plants are not what it waits for. */
  readonly steps: PlantSteps | null;
}

/** A visible effect on one of the indicators that go with the lever. */
export interface ShownEffect {
  readonly choice: IndicatorChoice;
  readonly mineral: string | null;
  readonly stage: string | null;
  readonly dates: EffectDates;
}

export interface LeverEffect {
  readonly lever: string;
  /** First month of the settings that differ from status quo. */
  readonly start: YearMonth;
  /** Minerals that the settings cover; null = all. */
  readonly minerals: readonly string[] | null;
  readonly dependence: readonly DependenceEffect[];
  /** In the order of the lever's related indicators. */
  readonly shows: readonly ShownEffect[];
  /** No annual figure but money differs in a single bit. */
  readonly changesNothing: boolean;
  readonly limits: readonly LeverLimit[];
  /** null for levers that pay for no plants. */
  readonly money: PlantMoney | null;
}

export interface LeverStudy {
  readonly document: ScenarioDocument;
  readonly effects: ReadonlyMap<string, LeverEffect>;
}

/** Two preallocated runs for any number of studies, one study at a time. */
export interface LeverStudyBench {
  /** `vector`: the parameter values with the document's assumptions in them. */
  readonly begin: (document: ScenarioDocument, vector: Float64Array) => LeverStudySteps;
}

export interface LeverStudySteps {
  /** Makes one run; the study once the last one is made, else null. */
  readonly step: () => LeverStudy | null;
}

export function createLeverStudyBench(model: Model): LeverStudyBench {
  const observed = (): ObservedRun => {
    const run = createRun(model);
    return { run, reader: readerOfRun(model, run), trace: new PlantTrace(run) };
  };
  const whole = observed();
  const without = observed();
  const fill = ({ run, trace }: ObservedRun, inputs: ScenarioInputs, vector: Float64Array): void => {
    simulate(model, inputs, run, { vector, observe: trace.observe });
  };
  return {
    begin(document, vector) {
      const levers = changedLevers(document, model.dataset.levers);
      const effects = new Map<string, LeverEffect>();
      let next = -1;
      return {
        step() {
          const lever = levers[next];
          if (next < 0) fill(whole, document.inputs, vector);
          else if (lever) {
            fill(without, { ...document.inputs, levers: document.inputs.levers.filter((setting) => setting.lever !== lever.id) }, vector);
            effects.set(lever.id, leverEffect(lever, document, whole, without));
          }
          next++;
          return next < levers.length ? null : { document, effects };
        },
      };
    },
  };
}

/** `whole` is the scenario, `without` the same without any setting of `lever`. */
function leverEffect(lever: Lever, document: ScenarioDocument, whole: ObservedRun, without: ObservedRun): LeverEffect {
  const settings = document.inputs.levers.filter((setting) => setting.lever === lever.id && setting.value !== lever.default);
  const start = settings.map((setting) => setting.start).toSorted()[0] ?? lever.defaultStart;
  const pairs = pipePairs(whole.trace, without.trace);
  const input: LimitInput = { lever, settings, levers: document.inputs.levers, whole, without, pairs };
  return {
    lever: lever.id,
    start,
    minerals: settings.some(({ minerals }) => minerals === "all") ? null : [...new Set(settings.flatMap(({ minerals }) => minerals))],
    dependence: dependenceEffects(whole, without, pairs),
    shows: shownEffects(lever.id, whole, without),
    changesNothing: sameOutcome(whole.run, without.run),
    limits: leverLimits(input),
    money: plantMoney(input),
  };
}

function dependenceEffects(whole: ObservedRun, without: ObservedRun, pairs: readonly PipePair[]): readonly DependenceEffect[] {
  const { minerals } = whole.run.model;
  const places: readonly Pick<DependenceEffect, "mineral" | "weighting">[] = [
    { mineral: null, weighting: "equal" },
    { mineral: null, weighting: "value" },
    ...minerals.map(({ id }) => ({ mineral: id, weighting: null })),
  ];
  return places.map(({ mineral, weighting }) => {
    const read = ({ reader }: ObservedRun): Series => dependenceOf(reader, mineral, weighting ?? "equal");
    const { level, id } = dependenceChoice(mineral, weighting ?? "equal");
    const visible = visibleStep(scaleFor(findIndicator(level, id), 1, ""));
    const dates = effectDates(whole.reader.years, read(whole), read(without), visible);
    const isLowered = dates !== null && dates.largest.difference < 0;
    return { mineral, weighting, dates, steps: !isLowered ? null : stepsOf(whole, pairs, mineral, whole.reader.years.indexOf(dates.first)) };
  });
}

/** The pipeline that lowers dependence most by the end of the first visible year. */
function stepsOf({ run, trace }: ObservedRun, pairs: readonly PipePair[], mineral: string | null, year: number): PlantSteps | null {
  const t = 12 * year + 11;
  let found: PipePair | null = null;
  let most = 0;
  for (const pair of pairs) {
    const { pipe } = pair;
    if (pipe.kind === "partner" || (mineral !== null && pipe.mineral !== mineral)) continue;
    const m = run.minerals[run.model.mineralIndex.get(pipe.mineral)!]!;
    const c = m.stages.find(({ model }) => model.id === pipe.stage)!;
    const weight = (c.model.demand * c.p.p_ref) / m.stages.reduce((sum, each) => sum + each.model.demand * each.p.p_ref, 0);
    const extra = pipe.kind === "plants" ? extraCapacity(pair, t) / 12 : pipe.used[t]! - (pair.without?.used[t] ?? 0);
    const lowered = (weight * extra) / trace.stages[c.model.index]!.need[t]!;
    if (lowered > most) [found, most] = [pair, lowered];
  }
  return found === null ? null : plantSteps(found, t);
}

type ShownAt = Pick<ShownEffect, "mineral" | "stage">;

const placesOf = ({ level }: IndicatorChoice, minerals: readonly MineralModel[]): readonly ShownAt[] =>
  level === "total"
    ? [{ mineral: null, stage: null }]
    : minerals.flatMap(({ id, stages }): readonly ShownAt[] =>
        level === "mineral" ? [{ mineral: id, stage: null }] : stages.map((stage) => ({ mineral: id, stage: stage.id })),
      );

function shownEffects(leverId: string, whole: ObservedRun, without: ObservedRun): readonly ShownEffect[] {
  const { minerals, dataset } = whole.run.model;
  return relatedIndicators(leverId).flatMap((choice) => {
    const indicator = findIndicator(choice.level, choice.id);
    if (indicator.unit === "musd" || indicator.unit === "text") return [];
    return placesOf(choice, minerals).flatMap(({ mineral, stage }) => {
      const read = ({ reader }: ObservedRun): Series =>
        mineral === null ? reader.total(choice.id) : stage === null ? reader.mineral(mineral, choice.id) : reader.stage(mineral, stage, choice.id);
      const [current, reference] = [read(whole), read(without)];
      const extent = Math.max(...[...current, ...reference].map((value) => Math.abs(value ?? 0)));
      const dates = effectDates(whole.reader.years, current, reference, visibleStep(scaleFor(indicator, extent, dataset.currency.symbol)));
      return dates === null ? [] : [{ choice, mineral, stage, dates }];
    });
  });
}

const MONEY = /_musd$/;

function sameOutcome(a: Run, b: Run): boolean {
  const sameSeries = (mine: Readonly<Record<string, Float64Array>>, others: Readonly<Record<string, Float64Array>>): boolean =>
    Object.entries(mine).every(([id, values]) => MONEY.test(id) || values.every((value, i) => Object.is(value, others[id]![i])));
  return sameSeries(a.annual.stage, b.annual.stage) && sameSeries(a.annual.mineral, b.annual.mineral) && sameSeries(a.annual.total, b.annual.total);
}
