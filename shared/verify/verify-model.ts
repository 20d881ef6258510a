/**
 * Everything that can be checked about the model without outside data: invariants over worlds, events and levers, and the analytic checks.
 * The command line prints it, the tests run the same table.
 *
 *   for (const { check, outcome } of verifyModel(dataset)) print(check.id, check.title, outcome.pass, outcome.expected, outcome.got);
 *
 * Reference cases are separate: `parseReferenceCase` and `compareCase`.
 */
import type { Dataset } from "../dataset/dataset.ts";
import { analyticChecks } from "./analytic-checks.ts";
import type { Check, CheckOutcome } from "./check.ts";
import { InvariantViolated } from "./check.ts";
import { invariantChecks } from "./invariant-checks.ts";

export interface CheckReport {
  readonly check: Check;
  readonly outcome: CheckOutcome;
}

/** A report as plain data, as it travels out of a worker. */
export interface CheckResult extends Pick<Check, "id" | "title"> {
  readonly outcome: CheckOutcome;
}

const checksOf = (dataset: Dataset): readonly Check[] => [...invariantChecks(dataset), ...analyticChecks];

export const checkCount = (dataset: Dataset): number => checksOf(dataset).length;

/** Runs check by check, so that a caller can show progress. About 60 runs of the model, some of them centuries long. */
export function* verifyModel(dataset: Dataset): Generator<CheckReport> {
  for (const check of checksOf(dataset)) yield { check, outcome: runCheck(check, dataset) };
}

/** A violated invariant is a failed check; anything else that is thrown is a programmer's error and passes through. */
export function runCheck(check: Check, dataset: Dataset): CheckOutcome {
  try {
    return check.run(dataset);
  } catch (error) {
    if (error instanceof InvariantViolated) return { expected: 0, got: 1, tolerance: 0, pass: false, note: error.message };
    throw error;
  }
}
