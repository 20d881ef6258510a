/** Analytic checks of the collection target (recycling_rate) and of what it costs (specification, section 9). */
import type { Dataset } from "../dataset/dataset.ts";
import type { Series } from "../model/run-result.ts";
import type { LeverSetting } from "../scenario/scenario.ts";
import { flat, onlyMineral, parameterOf, probeMineral, withBaseYear, withParameters, withoutEntry } from "./altered-dataset.ts";
import { fromStart, scenarioOf } from "./analytic-market-checks.ts";
import { compare, compareSeries, runChecked, worst } from "./check.ts";
import type { Check, CheckOutcome, Finished } from "./check.ts";

export const recyclingChecks: readonly Check[] = [
  { id: "A14", title: "under a target T the collection rate is T − (T − c0)·(1 − 1/tau_collect)^n and costs the same every month", run: targetPath },
  { id: "A15", title: "the target's cost spent through collection_spend gives the same rate", run: targetAsMoney },
  { id: "A16", title: "half the money leaves rate and total cost and halves the target's own cost", run: halfMoney },
  { id: "A17", title: "a target above the ceiling reaches c0 + cap·(cm − c0) at effort −ln(1 − cap)", run: aboveCeiling },
  { id: "A18", title: "a target that is reached anyway changes nothing and costs nothing", run: (dataset) => worst(idleTargets(dataset)) },
  {
    id: "A19",
    title: "a target with an end, two targets, a target with full circular-economy incentives",
    run: (dataset) => worst([...ended(dataset), ...twoTargets(dataset), ...withCircular(dataset)]),
  },
  {
    id: "A20",
    title: "without headroom a target has no effect; without scrap it costs nothing and the rate follows",
    run: (dataset) => worst([...noHeadroom(dataset), ...noScrap(dataset)]),
  },
];

interface Setting {
  readonly base: Dataset;
  readonly mineral: string;
  readonly c0: number;
  readonly ceiling: number;
  readonly cap: number;
  readonly tau: number;
  /** A target between c0 and the highest rate that a target reaches, in percent. */
  readonly target: number;
}

/** Flat demand, so that end-of-life content stays; collection rates that leave room. */
function setting(dataset: Dataset): Setting {
  const mineral = probeMineral(dataset);
  const base = withParameters(flat(withoutEntry(onlyMineral(dataset, mineral))), { growth_hist: 0, c0: 0.1, c_max: 0.7 });
  const cap = parameterOf(base, mineral.id, "collect_target_cap");
  return { base, mineral: mineral.id, c0: 0.1, ceiling: 0.7, cap, tau: parameterOf(base, mineral.id, "tau_collect"), target: 40 };
}

const run = (base: Dataset, levers: readonly LeverSetting[]): Finished => runChecked(base, scenarioOf(base, levers));
const rates = (finished: Finished): Series => finished.reader.mineral(finished.model.minerals[0]!.id, "collection_rate");
const numbers = (series: Series): readonly number[] => series.map((value) => value ?? NaN);
const duty = (finished: Finished): readonly number[] => numbers(finished.reader.costByLever("recycling_rate"));
const cost = (finished: Finished): readonly number[] => numbers(finished.reader.total("public_cost_musd"));
const constant = (value: number, like: readonly number[]): readonly number[] => like.map(() => value);

/** The annual collection rate is that of the start of December: n = 12·year + 11 months after the start. */
function path(s: Setting, finished: Finished, aimed: number): readonly number[] {
  return finished.reader.years.map((_, year) => aimed - (aimed - s.c0) * (1 - 1 / s.tau) ** (12 * year + 11));
}

function targetPath(dataset: Dataset): CheckOutcome {
  const s = setting(dataset);
  const finished = run(s.base, [fromStart(s.base, "recycling_rate", s.target)]);
  const costs = duty(finished);
  return worst([
    compareSeries(path(s, finished, s.target / 100), numbers(rates(finished)), 1e-12, "collection rate"),
    compareSeries(constant(costs[0]!, costs), costs, 1e-9, "yearly cost"),
    compare(1, costs[0]! > 0 ? 1 : 0, 0, "the target costs something"),
  ]);
}

function targetAsMoney(dataset: Dataset): CheckOutcome {
  const s = setting(dataset);
  const targeted = run(s.base, [fromStart(s.base, "recycling_rate", s.target)]);
  const paid = run(s.base, [fromStart(s.base, "collection_spend", duty(targeted)[0]!)]);
  return compareSeries(numbers(rates(targeted)), numbers(rates(paid)), 1e-12);
}

function halfMoney(dataset: Dataset): CheckOutcome {
  const s = setting(dataset);
  const target = fromStart(s.base, "recycling_rate", s.target);
  const alone = run(s.base, [target]);
  const half = duty(alone)[0]! / 2;
  const both = run(s.base, [target, fromStart(s.base, "collection_spend", half)]);
  return worst([
    compareSeries(numbers(rates(alone)), numbers(rates(both)), 1e-12, "collection rate"),
    compareSeries(constant(half, duty(both)), duty(both), 1e-9, "the target's own cost"),
    compareSeries(cost(alone), cost(both), 1e-9, "total cost"),
  ]);
}

function aboveCeiling(dataset: Dataset): CheckOutcome {
  const s = setting(dataset);
  const finished = run(s.base, [fromStart(s.base, "recycling_rate", 95)]);
  const m = finished.run.minerals[0]!;
  const reached = s.c0 + s.cap * (s.ceiling - s.c0);
  const endOfLife = finished.reader.mineral(s.mineral, "eol_t")[0] ?? NaN;
  const effort = duty(finished)[0]! / (m.p.collect_effort_scale * m.processingPrice * 0.001 * endOfLife);
  return worst([
    compareSeries(path(s, finished, reached), numbers(rates(finished)), 1e-12, "collection rate"),
    compare(-Math.log(1 - s.cap), effort, 1e-9, "effort"),
  ]);
}

/** Bit for bit: every indicator of both runs is the same. */
function identical(a: Finished, b: Finished, note: string): CheckOutcome {
  let differences = 0;
  const count = (x: Float64Array, y: Float64Array): void => x.forEach((value, i) => (differences += Object.is(value, y[i]) ? 0 : 1));
  for (const level of ["stage", "mineral", "total"] as const) {
    for (const [id, series] of Object.entries(a.run.annual[level])) count(series, (b.run.annual[level] as Readonly<Record<string, Float64Array>>)[id]!);
  }
  count(a.run.stageMonths, b.run.stageMonths);
  return compare(0, differences, 0, note);
}

function idleTargets(dataset: Dataset): readonly CheckOutcome[] {
  const s = setting(dataset);
  const without = run(s.base, []);
  const atStart = run(s.base, [fromStart(s.base, "recycling_rate", 100 * s.c0)]);
  const spending = fromStart(s.base, "collection_spend", 200);
  const spent = run(s.base, [spending]);
  // The rate that the money itself moves to lies above the rate of any month on the way.
  const below = 100 * (s.c0 + 0.5 * (numbers(rates(spent))[0]! - s.c0));
  const both = run(s.base, [spending, fromStart(s.base, "recycling_rate", below)]);
  return [
    identical(without, atStart, "target at c0"),
    identical(spent, both, "target below what spending reaches"),
    compareSeries(constant(0, duty(atStart)), duty(atStart), 0, "cost at c0"),
    compareSeries(constant(0, duty(both)), duty(both), 0, "cost below spending"),
  ];
}

function ended(dataset: Dataset): readonly CheckOutcome[] {
  const s = setting(dataset);
  const end = `${Number(s.base.start.slice(0, 4)) + 10}-01`;
  const finished = run(s.base, [fromStart(s.base, "recycling_rate", s.target, { end })]);
  const after = duty(finished).slice(10);
  const c = s.target / 100 - (s.target / 100 - s.c0) * (1 - 1 / s.tau) ** 120;
  const last = finished.reader.years.length - 1;
  return [
    compareSeries(constant(0, after), after, 0, "no cost after the end"),
    compare(s.c0 + (c - s.c0) * (1 - 1 / s.tau) ** (12 * last + 11 - 120), numbers(rates(finished))[last]!, 1e-12, "falls back to c0"),
  ];
}

function twoTargets(dataset: Dataset): readonly CheckOutcome[] {
  const s = setting(dataset);
  const one = run(s.base, [fromStart(s.base, "recycling_rate", s.target)]);
  const two = run(s.base, [fromStart(s.base, "recycling_rate", s.target / 2), fromStart(s.base, "recycling_rate", s.target)]);
  return [identical(one, two, "the larger of two targets counts")];
}

function withCircular(dataset: Dataset): readonly CheckOutcome[] {
  const s = setting(dataset);
  // A weak effort by circularity itself leaves the target binding.
  const base = withParameters(s.base, { circ_effort: 0, circ_cmax_bonus: 0.1 });
  const finished = run(base, [fromStart(base, "recycling_rate", 95), fromStart(base, "circular", 100)]);
  const ceiling = Math.min(0.95, 1.1 * s.ceiling);
  return [compareSeries(path(s, finished, s.c0 + s.cap * (ceiling - s.c0)), numbers(rates(finished)), 1e-12, "ceiling with circular 100")];
}

function noHeadroom(dataset: Dataset): readonly CheckOutcome[] {
  const s = setting(dataset);
  const base = withParameters(s.base, { c_max: s.c0 });
  return [identical(run(base, []), run(base, [fromStart(base, "recycling_rate", s.target)]), "cm = c0")];
}

function noScrap(dataset: Dataset): readonly CheckOutcome[] {
  const s = setting(dataset);
  const base = withBaseYear(s.base, { demand: 0 });
  const finished = run(base, [fromStart(base, "recycling_rate", s.target)]);
  return [
    compareSeries(path(s, finished, s.target / 100), numbers(rates(finished)), 1e-12, "rate without scrap"),
    compareSeries(constant(0, duty(finished)), duty(finished), 0, "cost without scrap"),
  ];
}
