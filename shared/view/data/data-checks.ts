/** The checks of the model as text, in groups: what had to come out, and what came out as far as they were run. */
import { exactNumberText, numberText } from "../../format/number.ts";
import { capitalised } from "../../format/words.ts";
import type { CheckGroup } from "../../verify/check.ts";
import type { CheckResult } from "../../verify/verify-model.ts";

export interface CheckRow {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  /** "" for a rule that only holds or does not, and before it was run. */
  readonly expected: string;
  readonly got: string;
  readonly state: "holds" | "fails" | "not run yet";
  /** Where the numbers were taken, or what was violated; "" = nothing to add. */
  readonly note: string;
}

export interface CheckRowGroup {
  readonly title: string;
  readonly proves: string;
  readonly rows: readonly CheckRow[];
}

export interface ChecksView {
  /** "All 77 checks hold", "75 of 77 checks hold", "77 checks, not run yet", "30 of 77 checks were run; all hold" */
  readonly finding: string;
  /** What fails stands in a group of its own before all others. */
  readonly groups: readonly CheckRowGroup[];
}

export function checksView(groups: readonly CheckGroup[], results: readonly CheckResult[]): ChecksView {
  const found = new Map(results.map((result) => [`${result.id}:${result.title}`, result.outcome]));
  const shown = groups.map(({ title, proves, checks }, g): CheckRowGroup => ({
    title,
    proves,
    rows: checks.map((check, c) => rowOf(`${g}:${c}`, check, found.get(`${check.id}:${check.title}`))),
  }));
  const rows = shown.flatMap((group) => group.rows);
  const failed = rows.filter(({ state }) => state === "fails");
  const rest = shown
    .map(({ title, proves, rows: all }) => ({ title, proves, rows: all.filter(({ state }) => state !== "fails") }))
    .filter((group) => group.rows.length > 0);
  const fails = { title: "What fails", proves: "A result computed on this dataset must not be trusted where one of these speaks of it.", rows: failed };
  return { finding: findingOf(rows, failed.length), groups: failed.length === 0 ? rest : [fails, ...rest] };
}

function findingOf(rows: readonly CheckRow[], failed: number): string {
  const run = rows.filter(({ state }) => state !== "not run yet").length;
  const all = numberText(rows.length, 0);
  if (run === 0) return `${all} checks, not run yet`;
  if (run < rows.length)
    return `${numberText(run, 0)} of ${all} checks were run; ${failed === 0 ? "all hold" : `${numberText(failed, 0)} of them ${failed === 1 ? "fails" : "fail"}`}`;
  return failed === 0 ? `All ${all} checks hold` : `${numberText(rows.length - failed, 0)} of ${all} checks hold`;
}

function rowOf(id: string, { id: rule, title }: Pick<CheckResult, "id" | "title">, outcome: CheckResult["outcome"] | undefined): CheckRow {
  const row = { id, rule, title: capitalised(title), expected: "", got: "", note: "" };
  if (outcome === undefined) return { ...row, state: "not run yet" };
  const { expected, got, tolerance, pass, note } = outcome;
  const isYesNo = tolerance === 0 && expected === 0;
  const digits = (value: number): string => (Number.isFinite(value) ? exactNumberText(Number(value.toPrecision(6))) : "n/a");
  const numbers = isYesNo ? {} : { expected: digits(expected), got: digits(got) };
  return { ...row, ...numbers, state: pass ? "holds" : "fails", note: note ?? "" };
}
