/**
 * Holds the model against a reference case: every annual series, every cost line and the monthly probes.
 * Difference = |a − b|/max(1, |a|) with a from the case; text and "not defined" must agree exactly, a missing series counts as infinite.
 */
import type { InputProblem } from "../errors/app-error.ts";
import { resultOfRun } from "../indicator/result-of-run.ts";
import type { Model } from "../model/compile-model.ts";
import { violationText } from "../model/invariants.ts";
import { monthlySeries } from "../model/monthly.ts";
import { stageQuantities } from "../model/month-record.ts";
import type { StageQuantity } from "../model/month-record.ts";
import type { RunResult, Series, TextSeries } from "../model/run-result.ts";
import { createRun } from "../model/run.ts";
import type { Run } from "../model/run.ts";
import { simulate } from "../model/simulate.ts";
import { err, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { checkInputs } from "../scenario/scenario-file-inputs.ts";
import type { ScenarioInputs } from "../scenario/scenario.ts";

type Values = readonly (number | string | null)[];
type Block = Readonly<Record<string, Values>>;

export interface ReferenceCase {
  readonly code: string;
  readonly title: string;
  readonly inputs: ScenarioInputs;
  readonly years: readonly number[];
  /** Month → "mineral.stage" → quantity → value. */
  readonly monthly_probe: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  readonly minerals: Readonly<Record<string, { readonly stages: Readonly<Record<string, Block>>; readonly mineral: Block }>>;
  readonly totals: Readonly<Record<string, Values | Block>>;
}

/** Differences above this fail a case. */
export const CASE_TOLERANCE = 1e-9;

export interface CaseComparison {
  readonly largestRelativeDifference: number;
  /** Path of the largest difference, e.g. "minerals.x.stages.P.nirx.2035". */
  readonly where: string;
  readonly expected: number | string | null;
  readonly got: number | string | null;
  /** Values compared. */
  readonly compared: number;
  /** A violated invariant of the run, or null. */
  readonly violation: string | null;
  readonly pass: boolean;
}

/** Runs the case in checked mode and compares. The error names the inputs that the dataset does not know. */
export function compareCase(model: Model, reference: ReferenceCase, file = reference.code): Result<CaseComparison, readonly InputProblem[]> {
  const problems = checkInputs(reference.inputs, model.dataset);
  if (problems.length > 0) return err(problems.map(({ path, wrong, right }) => ({ file, row: null, column: `inputs.${path}`, wrong, right })));
  const run = createRun(model);
  const violation = simulate(model, reference.inputs, run, { checked: true });
  const result = resultOfRun(model, run, reference.inputs, model.dataset.vintage);
  const worst = new WorstDifference(reference.years, result.years);
  compareResult(worst, reference, result);
  compareProbes(worst, reference, run);
  return ok({
    largestRelativeDifference: worst.difference,
    where: worst.where,
    expected: worst.expected,
    got: worst.got,
    compared: worst.compared,
    violation: violation === null ? null : violationText(violation),
    pass: worst.difference <= CASE_TOLERANCE && worst.compared > 0 && violation === null,
  });
}

class WorstDifference {
  difference = 0;
  where = "";
  expected: number | string | null = null;
  got: number | string | null = null;
  compared = 0;
  readonly #years: readonly number[];
  /** Position of each year of the case in our series. */
  readonly #positions: readonly number[];

  constructor(years: readonly number[], ours: readonly number[]) {
    this.#years = years;
    this.#positions = years.map((year) => ours.indexOf(year));
  }

  value(path: string, expected: number | string | null, got: number | string | null | undefined): void {
    this.compared += 1;
    const difference = differenceOf(expected, got);
    if (difference <= this.difference && this.where !== "") return;
    this.difference = difference;
    this.where = path;
    this.expected = expected;
    this.got = got ?? null;
  }

  series(path: string, expected: Values, got: Series | TextSeries | undefined): void {
    if (expected.length !== this.#years.length)
      this.value(`${path} (number of years)`, this.#years.length, expected.length === 0 ? null : `${expected.length}`);
    expected.forEach((value, y) => this.value(`${path}.${this.#years[y]}`, value, got?.[this.#positions[y] ?? -1]));
  }
}

function differenceOf(expected: number | string | null, got: number | string | null | undefined): number {
  if (typeof expected === "number" && typeof got === "number") {
    const difference = Math.abs(expected - got) / Math.max(1, Math.abs(expected));
    return Number.isNaN(difference) ? Infinity : difference;
  }
  return expected === got ? 0 : Infinity;
}

function compareResult(worst: WorstDifference, reference: ReferenceCase, result: RunResult): void {
  for (const [mineral, { stages, mineral: own }] of Object.entries(reference.minerals)) {
    const ours = result.minerals[mineral];
    for (const [stage, block] of Object.entries(stages)) {
      for (const [id, values] of Object.entries(block)) worst.series(`minerals.${mineral}.stages.${stage}.${id}`, values, ours?.stages[stage]?.[id]);
    }
    for (const [id, values] of Object.entries(own)) worst.series(`minerals.${mineral}.mineral.${id}`, values, ours?.mineral[id]);
  }
  for (const [id, expected] of Object.entries(reference.totals)) {
    const ours = result.totals[id];
    if (isValues(expected)) worst.series(`totals.${id}`, expected, ours !== undefined && isSeries(ours) ? ours : undefined);
    else compareCostLines(worst, `totals.${id}`, expected, ours !== undefined && !isSeries(ours) ? ours : {});
  }
}

/** A cost line that one side lacks is zero. */
function compareCostLines(worst: WorstDifference, path: string, expected: Block, ours: Readonly<Record<string, Series>>): void {
  const lines = new Set([...Object.keys(expected), ...Object.keys(ours)]);
  for (const line of lines) {
    const own = ours[line];
    const values = expected[line] ?? own?.map(() => 0) ?? [];
    worst.series(`${path}.${line}`, values, own ?? values.map(() => 0));
  }
}

// A series is an array, a block of cost lines is not; Array.isArray alone does not narrow readonly arrays.
const isValues = (value: Values | Block): value is Values => Array.isArray(value);
const isSeries = (value: Series | Readonly<Record<string, Series>>): value is Series => Array.isArray(value);

function compareProbes(worst: WorstDifference, reference: ReferenceCase, run: Run): void {
  for (const [month, cells] of Object.entries(reference.monthly_probe)) {
    for (const [cell, quantities] of Object.entries(cells)) {
      const [mineral = "", stage = ""] = cell.split(".");
      for (const [quantity, expected] of Object.entries(quantities)) {
        worst.value(`monthly_probe.${month}.${cell}.${quantity}`, expected, probe(run, mineral, stage, quantity, Number(month)));
      }
    }
  }
}

function probe(run: Run, mineral: string, stage: string, quantity: string, month: number): number | null {
  const isKnown = run.model.stages.some((one) => one.id === stage && run.model.minerals[one.mineral]!.id === mineral);
  if (!isKnown || !stageQuantities.includes(quantity as StageQuantity)) return null;
  return monthlySeries(run, mineral, stage, quantity as StageQuantity)[month] ?? null;
}
