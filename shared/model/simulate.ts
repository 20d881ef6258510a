/**
 * One run of the model (specification, section 5): all months of every mineral and all annual indicators, written into a preallocated run.
 * Minerals meet only in steps 1 and 3, which depend on levers alone, so each mineral goes through all months by itself.
 * Deterministic, no clock, no random numbers; the same in Node, window and worker.
 */
import type { ScenarioInputs } from "../scenario/scenario.ts";
import { growAllyPlants } from "./ally-plants.ts";
import { annualTotals } from "./annual-totals.ts";
import { growCapacity } from "./capacity.ts";
import { closeYear } from "./close-year.ts";
import type { Model } from "./compile-model.ts";
import { bookCostsOfMonth, bookPlannedCosts } from "./costs.ts";
import { demandAndMargin } from "./demand-and-margin.ts";
import { eventsOfMonth } from "./disruption.ts";
import { endOfLife } from "./end-of-life.ts";
import { InvariantWatch } from "./invariants.ts";
import type { Violation } from "./invariants.ts";
import { market } from "./market.ts";
import { recordMonth } from "./monthly.ts";
import { countryPolicy } from "./policy.ts";
import { policyOfMonth } from "./policy-of-month.ts";
import { enterProjects } from "./projects.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import { scheduleEvents } from "./schedule-events.ts";
import { scheduleLevers } from "./schedule-levers.ts";
import { recordShortage } from "./shortage.ts";
import { growRecycling, moveSlowStates, putIntoUse } from "./slow-states.ts";
import { startParameters, startState } from "./start-run.ts";
import { moveShares } from "./supplier-shares.ts";

export interface SimulateOptions {
  /** One value per row of the dataset's parameter table (`parameterVector`); default: the dataset's own. */
  readonly vector?: Float64Array;
  /** Checked mode: assert the invariants M1–M5 and M8 in every month and year; not with `monthlyOnly`. Slower; the results are the same. */
  readonly checked?: boolean;
  /** True: only the monthly records (monthly.ts). Costs and annual indicators are not worked out; what stands there afterwards has no meaning. */
  readonly monthlyOnly?: boolean;
  /** So many years are run, from the first; default: all. What stands for later years afterwards has no meaning. Not in checked mode. */
  readonly years?: number;
  /** Positions of the minerals that are run; null, the default: all. Totals and what stands for other minerals have no meaning. Not in checked mode. */
  readonly minerals?: readonly number[] | null;
  /** Called at the end of each month of each mineral with the state it leaves behind, to be read only (plant-trace.ts). */
  readonly observe?: (m: MineralRun, t: number) => void;
}

/**
 * Fills `run` with the results of `inputs`, which must have passed `checkInputs`: unknown ids throw here, as programmer errors.
 * Answers the first violated invariant in checked mode, else null.
 */
export function simulate(model: Model, inputs: ScenarioInputs, run: Run, options: SimulateOptions = {}): Violation | null {
  const { checked = false, monthlyOnly = false, years = model.years.length, minerals = null, observe } = options;
  if (run.model !== model) throw new Error("the run was made for another model");
  const isPart = monthlyOnly || years < model.years.length || minerals !== null;
  if (checked && isPart) throw new Error("the invariants need costs and annual indicators of all years and minerals");
  startParameters(run, options.vector ?? model.parameterValues);
  startState(run, inputs);
  const levers = scheduleLevers(run, inputs.levers);
  scheduleEvents(run, inputs.events);
  countryPolicy(run, levers);
  if (!monthlyOnly) bookPlannedCosts(run, levers);
  const watch = checked ? new InvariantWatch(run) : null;
  for (const m of minerals?.map((index) => run.minerals[index]!) ?? run.minerals) simulateMineral(run, m, years, monthlyOnly, watch, observe);
  if (!monthlyOnly && minerals === null) annualTotals(run);
  watch?.afterRun();
  return watch?.violation ?? null;
}

function simulateMineral(
  run: Run,
  m: MineralRun,
  years: number,
  monthlyOnly: boolean,
  watch: InvariantWatch | null,
  observe: SimulateOptions["observe"],
): void {
  const { policyChanges, stageMonths } = run;
  const { stages } = m;
  const booksCosts = m.booksCosts && !monthlyOnly;
  let t = 0;
  for (let year = 0; year < years; year++) {
    for (let month = 0; month < 12; month++, t++) {
      if (t === m.nextProjectMonth) enterProjects(m, t);
      if (watch !== null) watch.beforeMonth(m, t);
      const changes = policyChanges[t]!;
      if (changes !== 0) policyOfMonth(run, m, t, changes);
      if (t >= m.eventsFrom && t <= m.eventsTo) eventsOfMonth(m, t);

      endOfLife(m);
      demandAndMargin(m, t);
      let before = stages[0]!;
      for (let i = 0; i < stages.length; i++) {
        const c = stages[i]!;
        market(c, m, before, year);
        if (c.unmet > 0 || c.released > 0) recordShortage(run, c, year);
        growCapacity(c);
        if (c.allyPlants.length > 0) growAllyPlants(c);
        if (c.sharesMove) moveShares(c, m, year);
        recordMonth(stageMonths, c);
        before = c;
      }
      putIntoUse(m);
      growRecycling(m);
      moveSlowStates(m);
      if (booksCosts) bookCostsOfMonth(run, m, t, year);
      if (watch !== null) watch.afterMonth(m, t);
      if (observe !== undefined) observe(m, t);
    }
    if (!monthlyOnly) closeYear(run, m, year);
  }
}
