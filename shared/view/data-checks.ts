/** The checks of the model as text: what had to come out, what came out, failures first. */
import { exactNumberText } from "../format/number.ts";
import { capitalised } from "../format/words.ts";
import type { CheckResult } from "../verify/verify-model.ts";

export interface CheckRow {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  /** "" for a rule that only holds or does not. */
  readonly expected: string;
  readonly got: string;
  readonly holds: boolean;
  /** Where the numbers were taken, or what was violated; "" = nothing to add. */
  readonly note: string;
}

export interface ChecksView {
  /** "All 77 checks hold", "75 of 77 checks hold" */
  readonly finding: string;
  readonly rows: readonly CheckRow[];
}

export function checksView(results: readonly CheckResult[]): ChecksView {
  const failed = results.filter(({ outcome }) => !outcome.pass).length;
  const rows = results.map((result, index) => rowOf(result, index)).toSorted((a, b) => Number(a.holds) - Number(b.holds));
  return { finding: failed === 0 ? `All ${results.length} checks hold` : `${results.length - failed} of ${results.length} checks hold`, rows };
}

function rowOf({ id, title, outcome: { expected, got, tolerance, pass, note } }: CheckResult, index: number): CheckRow {
  const isYesNo = tolerance === 0 && expected === 0;
  const digits = (value: number): string => (Number.isFinite(value) ? exactNumberText(Number(value.toPrecision(6))) : "n/a");
  return {
    id: `${id}:${index}`,
    rule: id,
    title: capitalised(title),
    expected: isYesNo ? "" : digits(expected),
    got: isYesNo ? "" : digits(got),
    holds: pass,
    note: note ?? "",
  };
}
