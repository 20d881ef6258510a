/**
 * One run of the model (specification, section 5): 300 months of every mineral and all annual indicators, written into a preallocated run.
 * Minerals meet only in step 1 and 3, which depend on levers alone, so each mineral goes through all months by itself.
 * Deterministic, no clock, no random numbers; the same in Node, window and worker.
 */
import type { ScenarioInputs } from "../scenario/scenario.ts";
import { growAllyPlants } from "./ally-plants.ts";
import { annualIndicators } from "./annual.ts";
import { growCapacity } from "./capacity.ts";
import type { Model } from "./compile-model.ts";
import { bookCostsOfMonth, bookPlannedCosts } from "./costs.ts";
import { demandAndMargin } from "./demand-and-margin.ts";
import { eventsOfMonth } from "./disruption.ts";
import { endOfLife } from "./end-of-life.ts";
import { leversOfMonth } from "./levers-of-month.ts";
import { market } from "./market.ts";
import { MINERAL_RECORD, recordMineralEnd, recordMineralStart, recordStage, STAGE_RECORD } from "./monthly.ts";
import { multipliersOfMonth, tradePolicyOfMonth } from "./multipliers.ts";
import { countryPolicy } from "./policy.ts";
import type { MineralRun, Run } from "./run.ts";
import { scheduleEvents } from "./schedule-events.ts";
import { scheduleLevers } from "./schedule-levers.ts";
import { recordShortage } from "./shortage.ts";
import { growRecycling, moveSlowStates, putIntoUse } from "./slow-states.ts";
import { startParameters, startState } from "./start-run.ts";
import { bookImports, moveShares } from "./supplier-shares.ts";

export interface SimulateOptions {
  /** One value per row of the dataset's parameter table (`parameterVector`); default: the dataset's own. */
  readonly vector?: Float64Array;
}

/**
 * Fills `run` with the results of `inputs`. The inputs must have passed `checkInputs`: unknown ids throw here, as programmer errors.
 */
export function simulate(model: Model, inputs: ScenarioInputs, run: Run, options: SimulateOptions = {}): void {
  if (run.model !== model) throw new Error("the run was made for another model");
  startParameters(run, options.vector ?? model.parameterValues);
  startState(run, inputs.world);
  const levers = scheduleLevers(run, inputs.levers);
  scheduleEvents(run, inputs.events);
  countryPolicy(run, levers);
  bookPlannedCosts(run, levers);
  run.annual.unmetByClass.fill(0);
  run.annual.stage.released_t.fill(0);
  for (const m of run.minerals) simulateMineral(run, m);
  annualIndicators(run);
}

function simulateMineral(run: Run, m: MineralRun): void {
  const { months } = run.model;
  const { stages } = m;
  for (let t = 0; t < months; t++) {
    const year = Math.floor(t / 12);
    enterProjects(m, t);
    const leversChange = run.leversChange[t] === 1;
    if (leversChange) leversOfMonth(run, m, t);
    if (run.multipliersChange[t] === 1) {
      multipliersOfMonth(run, m, t);
      tradePolicyOfMonth(m);
    } else if (leversChange) tradePolicyOfMonth(m);
    if (t >= m.eventsFrom && t <= m.eventsTo) eventsOfMonth(m, t);

    endOfLife(m);
    const at = (m.model.index * months + t) * MINERAL_RECORD;
    recordMineralStart(run.mineralMonths, at, m);
    demandAndMargin(m, t);
    let feedDelivered = 0;
    for (let i = 0; i < stages.length; i++) {
      const c = stages[i]!;
      market(c, feedDelivered, c.takesRecycled ? m.recycled : 0, year);
      if (c.unmet > 0 || c.released > 0) recordShortage(run, c, year);
      growCapacity(c);
      if (c.allyPlants.length > 0) growAllyPlants(c);
      if (c.sharesMove) moveShares(c, m, year);
      if (t % 12 === 11) bookImports(c, year);
      recordStage(run.stageMonths, (c.model.index * months + t) * STAGE_RECORD, c);
      feedDelivered = c.deliveredFeed;
    }
    putIntoUse(m);
    growRecycling(m);
    moveSlowStates(m);
    recordMineralEnd(run.mineralMonths, at, m);
    if (m.booksCosts) bookCostsOfMonth(run, m, t);
  }
}

/** Step 0. */
function enterProjects(m: MineralRun, t: number): void {
  for (const project of m.model.projects) {
    if (project.month !== t) continue;
    const c = m.stages[project.stage]!;
    if (project.enters === "ramp") c.rampUp1 += project.capacity;
    else if (project.enters === "construction") c.construction1 += project.capacity;
    else c.permitting1 += project.capacity;
  }
}
