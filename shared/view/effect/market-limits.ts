/** Limits of market support, trade measures and reserves: nothing to act on, or a setting that the market passes anyway. */
import { rampFactor } from "../../model/schedule-levers.ts";
import { isGrant, leversWith } from "../../lever/lever-catalogue.ts";
import type { MineralRun } from "../../model/mineral-run.ts";
import type { StageRun } from "../../model/stage-run.ts";
import type { StageTrace } from "../../model/plant-trace.ts";
import type { LeverLimit, LimitInput } from "./lever-limit.ts";
import { coversMineral } from "./lever-cover.ts";

const PERCENT = 100;
const MONTHS = 12;
/** Output below this share of the need is nothing to support. */
const HARDLY = 0.01;

export function marketLimits(input: LimitInput): readonly LeverLimit[] {
  switch (input.lever.id) {
    case "price_floor":
      return [...priceAboveFloor(input), ...belowHurdle(input)];
    case "offtake":
      return [...runsAnyway(input), ...withoutPlants(input)];
    case "production_credit":
    case "clean_credit":
      return [...belowHurdle(input), ...withoutPlants(input)];
    case "tariff":
      return withoutSupplier(input, paysTariff);
    case "diversify":
      return withoutSupplier(input, (c) => c.topNonAllied >= 0 && c.baseShares[c.topNonAllied]! < 1);
    case "transparency":
      return withoutSupplier(input, (c) => c.risks.some((risk, j) => risk > 0 && c.baseShares[j]! > 0));
    case "reserve_days":
      return withoutNeed(input);
    case "ppp_public_share":
      return input.levers.some(({ lever, value }) => GRANTS.has(lever) && value > 0) ? [] : [{ kind: "no-grant" }];
    default:
      return [];
  }
}

const GRANTS: ReadonlySet<string> = new Set(leversWith(isGrant));

const covered = ({ settings, whole }: LimitInput): readonly MineralRun[] =>
  whole.run.minerals.filter(({ model }) => settings.some((setting) => coversMineral(setting, model.id)));

const traceOf = ({ whole }: LimitInput, c: StageRun): StageTrace => whole.trace.stages[c.model.index]!;

/** Months in which the lever has an effect on the mineral. */
function monthsInForce({ lever, whole }: LimitInput, m: MineralRun): readonly number[] {
  const own = m.levers.filter((each) => each.lever === lever.id);
  return Array.from({ length: whole.run.model.months }, (_, t) => t).filter((t) => own.some((each) => rampFactor(each, t) > 0));
}

function priceAboveFloor(input: LimitInput): readonly LeverLimit[] {
  return covered(input).flatMap((m) => {
    const own = m.levers.filter((each) => each.lever === "price_floor");
    const floor = Math.max(...own.map(({ value }) => value)) / PERCENT;
    const { price } = traceOf(input, m.processing);
    const lowest = Math.min(...monthsInForce(input, m).map((t) => price[t]!));
    return lowest >= floor && Number.isFinite(lowest) ? [{ kind: "price-above-floor", mineral: m.model.id, price: lowest, floor }] : [];
  });
}

function runsAnyway(input: LimitInput): readonly LeverLimit[] {
  return covered(input).flatMap((m) => {
    const guarantee = Math.max(...m.levers.filter((each) => each.lever === "offtake").map(({ value }) => value)) / PERCENT;
    const { marketUse } = traceOf(input, m.processing);
    const lowest = Math.min(...monthsInForce(input, m).map((t) => marketUse[t]!));
    return lowest >= guarantee && Number.isFinite(lowest) ? [{ kind: "runs-anyway", mineral: m.model.id, use: lowest, guarantee }] : [];
  });
}

/** Minerals whose supported plants make next to nothing at home as long as the lever holds. */
function withoutPlants(input: LimitInput): readonly LeverLimit[] {
  const minerals = covered(input)
    .filter((m) => {
      const stages = input.lever.id === "offtake" ? [m.processing] : m.stages.filter(({ isPrimary }) => isPrimary);
      return stages.every((c) => {
        const pipe = input.pairs.find(({ pipe: each }) => each.kind === "plants" && each.mineral === m.model.id && each.stage === c.model.id)!.pipe;
        return monthsInForce(input, m).every((t) => pipe.capacity[t]! / MONTHS < HARDLY * traceOf(input, c).need[t]! || traceOf(input, c).need[t] === 0);
      });
    })
    .map(({ model }) => model.id);
  return minerals.length === 0 ? [] : [{ kind: "no-plants", minerals }];
}

/** Where the margin never comes above the hurdle, the lever changes how much plants run, not how many are begun (E8). */
function belowHurdle(input: LimitInput): readonly LeverLimit[] {
  return covered(input).flatMap((m) =>
    m.stages
      .filter((c) => (input.lever.id === "price_floor" ? c.isProcessing : c.isPrimary))
      .flatMap((c): readonly LeverLimit[] => {
        const { margin } = traceOf(input, c);
        const highest = Math.max(...monthsInForce(input, m).map((t) => margin[t]!));
        return highest <= c.p.m_hurdle && Number.isFinite(highest)
          ? [{ kind: "below-hurdle", mineral: m.model.id, stage: c.model.id, margin: highest, hurdle: c.p.m_hurdle }]
          : [];
      }),
  );
}

/** Whether a tariff falls on a supplier that sends something. */
const paysTariff = (c: StageRun, m: MineralRun): boolean =>
  m.levers.some(
    ({ lever, stages, countries }) =>
      lever === "tariff" &&
      stages[c.model.index] === 1 &&
      c.model.suppliers.some(({ iso3, share, isAlly, isRest }) => share > 0 && (countries === null ? !isAlly && !isRest : countries.includes(iso3))),
  );

/** Minerals where no stage that needs much has a supplier that the lever could act on. */
function withoutSupplier(input: LimitInput, hasOne: (c: StageRun, m: MineralRun) => boolean): readonly LeverLimit[] {
  const minerals = covered(input)
    .filter((m) => {
      const needs = m.stages.map((c) => Math.max(...traceOf(input, c).need));
      const much = HARDLY * Math.max(...needs);
      return m.stages.every((c, i) => needs[i]! <= much || !hasOne(c, m));
    })
    .map(({ model }) => model.id);
  return minerals.length === 0 ? [] : [{ kind: "no-supplier", minerals }];
}

function withoutNeed(input: LimitInput): readonly LeverLimit[] {
  const minerals = covered(input)
    .filter((m) =>
      input.whole.trace.stages.filter(({ mineral }) => mineral === m.model.id).every(({ need, stage }) => !holds(input, stage) || need.every((t) => t === 0)),
    )
    .map(({ model }) => model.id);
  return minerals.length === 0 ? [] : [{ kind: "no-need", minerals }];
}

/** Whether a setting puts a reserve at the stage: named, else processing. */
function holds({ settings, whole }: LimitInput, stage: string): boolean {
  const role = whole.run.model.stages.find(({ id }) => id === stage)?.role;
  return settings.some(({ stages }) => (stages === undefined ? role === "processing" : stages.includes(stage)));
}
