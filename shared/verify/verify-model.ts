/**
 * Everything that can be checked about the model without outside data: invariants over worlds, events and levers, and the analytic checks.
 * The command line prints it, the tests run the same table.
 *
 *   for (const { check, outcome } of verifyModel(dataset)) print(check.id, check.title, outcome.pass, outcome.expected, outcome.got);
 *
 * Reference cases are separate: `parseReferenceCase` and `compareCase`.
 */
import type { Dataset } from "../dataset/dataset.ts";
import { analyticGroups } from "./analytic-checks.ts";
import type { Check, CheckGroup, CheckOutcome } from "./check.ts";
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

/** All checks in the order in which they run. Nothing is computed yet. */
export function checkGroups(dataset: Dataset): readonly CheckGroup[] {
  const invariants = invariantChecks(dataset);
  const isDisguise = ({ id }: Check): boolean => id === "M6";
  return [
    {
      title: "Nothing is lost or made up",
      proves: "Material, stocks, capacity and money balance in every month, in every world, disruption and lever at its strongest.",
      checks: invariants.filter((check) => !isDisguise(check)),
    },
    {
      title: "Status quo is status quo",
      proves: "Levers at their defaults and disruptions of no severity change no bit of the result.",
      checks: invariants.filter(isDisguise),
    },
    ...analyticGroups,
  ];
}

const checksOf = (dataset: Dataset): readonly Check[] => checkGroups(dataset).flatMap(({ checks }) => checks);

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
