/** Renews what policy does to one mineral, in a month in which it differs from the month before. */
import { leversOfMonth } from "./levers-of-month.ts";
import { multipliersOfMonth, tradePolicyOfMonth } from "./multipliers.ts";
import { LEVERS_CHANGE, MULTIPLIERS_CHANGE } from "./run.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";

/** `changes`: bits LEVERS_CHANGE and MULTIPLIERS_CHANGE. */
export function policyOfMonth(run: Run, m: MineralRun, t: number, changes: number): void {
  const transparency = m.transparency;
  if ((changes & LEVERS_CHANGE) !== 0) leversOfMonth(run, m, t);
  if ((changes & MULTIPLIERS_CHANGE) !== 0) multipliersOfMonth(run, m, t);
  if ((changes & LEVERS_CHANGE) !== 0 || m.transparency !== transparency) tradePolicyOfMonth(m);
  m.slowStatesMove = true;
  for (const c of m.stages) c.technologyStale = true;
}
