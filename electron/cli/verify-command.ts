/** `planner verify`: invariants, analytic checks and reference cases, each with the numbers that it compared. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { InputProblem } from "../../shared/errors/app-error.ts";
import { problemText } from "../../shared/errors/error-text.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { checkInputs } from "../../shared/scenario/scenario-file-inputs.ts";
import { refusalOf } from "../../shared/scenario/scenario-file-text.ts";
import { numberText } from "../../shared/format/number.ts";
import { CASE_TOLERANCE, type CaseComparison, compareCase, type ReferenceCase } from "../../shared/verify/compare-case.ts";
import { parseReferenceCase } from "../../shared/verify/reference-case.schema.ts";
import { type CheckReport, verifyModel } from "../../shared/verify/verify-model.ts";
import { namedDataset } from "../dataset/named-dataset.ts";
import { loadDataset } from "../dataset/read-dataset.ts";
import { resourcesFolder, shippedDatasetFolder } from "../dataset/shipped-dataset.ts";
import { isSystemError, systemReason } from "../files/write-atomic.ts";
import { type Command, errorLines, exitCode, readArguments, refuse, type Terminal } from "./command.ts";
import { textTable } from "./text-table.ts";

const help = `planner verify [--cases DIR] [--dataset DIR] [--json]

Checks the model: invariants over worlds, events and levers, analytic results of the specification, and reference cases.

  --cases DIR    reference cases (*.json); without it those in test/reference, which are for the shipped dataset and editions of it
  --dataset DIR  another dataset, a folder or a zip file
  --json         the same for machines

A case agrees if no value differs by more than ${CASE_TOLERANCE} of the larger of 1 and the expected value; text and "not defined" must be equal.
Exit 0: everything holds. Exit 1: something does not. Exit 2: a case cannot be read.
`;

export const verifyCommand: Command = {
  help,
  run: (args, terminal) => {
    const parsed = readArguments("verify", args, { cases: { type: "string" }, dataset: { type: "string" }, json: { type: "boolean" } }, 0);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values } = parsed.value;
    const resources = resourcesFolder(import.meta.url);
    const dataset = namedDataset(values.dataset);
    if (!dataset.ok) return refuse(terminal, errorLines(dataset.error));
    const folder = values.cases ?? (belongsToCases(dataset.value, resources) ? join(resources, "..", "test", "reference") : null);
    const cases = folder === null ? ok([]) : readCases(folder, dataset.value);
    if (!cases.ok) return refuse(terminal, cases.error);
    const json = values.json === true;
    const checks = runChecks(dataset.value, json ? null : terminal);
    const comparisons = compareCases(cases.value, dataset.value);
    if (json) terminal.out(`${JSON.stringify({ checks, cases: comparisons }, null, 1)}\n`);
    else terminal.out(casesText(checks, comparisons));
    return [...checks, ...comparisons].every((one) => one.pass) ? exitCode.done : exitCode.finding;
  },
};

/** The project's own cases were computed for the shipped dataset; an altered copy of it keeps its id. */
function belongsToCases({ id }: Dataset, resources: string): boolean {
  const shipped = loadDataset(shippedDatasetFolder(resources));
  return shipped.ok && shipped.value.id === id;
}

interface NamedCase {
  readonly file: string;
  readonly reference: ReferenceCase;
}

/** All cases of a folder, or every problem of every case: nothing is run while one of them cannot be read. */
function readCases(folder: string, dataset: Dataset): Result<readonly NamedCase[], string> {
  try {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted();
    if (files.length === 0) return err(`${folder} holds no reference case (*.json).`);
    const read = files.map((file) => ({ file, reference: readCase(folder, file, dataset) }));
    const problems = read.flatMap(({ reference }) => (reference.ok ? [] : reference.error));
    if (problems.length > 0) return err(problems.map(problemText).join("\n"));
    return ok(read.flatMap(({ file, reference }) => (reference.ok ? [{ file, reference: reference.value }] : [])));
  } catch (error) {
    if (isSystemError(error)) return err(errorLines({ code: "file-unreadable", file: folder, reason: systemReason(error) }));
    throw error;
  }
}

function readCase(folder: string, file: string, dataset: Dataset): Result<ReferenceCase, readonly InputProblem[]> {
  const content = parseJson(readFileSync(join(folder, file), "utf8"));
  if (!content.ok) return err([{ file, row: null, column: null, wrong: content.error, right: "write JSON as the cases in test/reference do" }]);
  const reference = parseReferenceCase(content.value, file);
  if (!reference.ok) return reference;
  const problems = checkInputs(reference.value.inputs, dataset);
  return problems.length === 0 ? reference : err(problems.map(({ path, wrong, right }) => ({ file, row: null, column: `inputs.${path}`, wrong, right })));
}

function parseJson(text: string): Result<unknown, string> {
  const refusal = refusalOf(text);
  if (refusal !== null) return err(refusal);
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return err(error instanceof Error ? error.message : "the text is not JSON");
  }
}

interface CheckLine extends Pick<CheckReport["outcome"], "expected" | "got" | "tolerance" | "pass" | "note"> {
  readonly rule: string;
  readonly title: string;
}

/** Runs the table of checks; with a terminal each line is shown as soon as it is known. */
function runChecks(dataset: Dataset, terminal: Terminal | null): readonly CheckLine[] {
  const lines: CheckLine[] = [];
  terminal?.out("Invariants and analytic checks\n");
  for (const { check, outcome } of verifyModel(dataset)) {
    lines.push({ rule: check.id, title: check.title, ...outcome });
    terminal?.out(`  ${outcome.pass ? "ok  " : "FAIL"}  ${check.id.padEnd(6)} ${check.title}${outcome.pass ? "" : `: ${failure(outcome)}`}\n`);
  }
  return lines;
}

const failure = ({ expected, got, tolerance, note }: CheckReport["outcome"]): string =>
  `expected ${expected}, got ${got}, tolerance ${tolerance}${note === undefined ? "" : `; ${note}`}`;

interface CaseLine extends CaseComparison {
  readonly case: string;
  readonly title: string;
}

function compareCases(cases: readonly NamedCase[], dataset: Dataset): readonly CaseLine[] {
  const model = compileModel(dataset);
  return cases.map(({ file, reference }) => {
    const compared = compareCase(model, reference, file);
    // readCases checked the inputs with the same function.
    if (!compared.ok) throw new Error(compared.error.map(problemText).join("\n"));
    return Object.assign({ case: reference.code, title: reference.title }, compared.value);
  });
}

function casesText(checks: readonly CheckLine[], cases: readonly CaseLine[]): string {
  const counted = `${checks.filter((check) => check.pass).length} of ${checks.length} checks hold.`;
  if (cases.length === 0) return `\n${counted} There are no reference cases for this dataset.\n`;
  const table = textTable(
    ["", "case", "largest difference", "values", "at"],
    ["left", "left", "right", "right", "left"],
    cases.map((c) => [c.pass ? "ok" : "FAIL", c.case, c.largestRelativeDifference.toExponential(1), numberText(c.compared, 0), whereText(c)]),
  );
  const agreeing = cases.filter((one) => one.pass).length;
  return `\nReference cases: largest relative difference, allowed ${CASE_TOLERANCE}\n${table}\n${counted} ${agreeing} of ${cases.length} cases agree.\n`;
}

function whereText({ where, expected, got, violation, pass }: CaseLine): string {
  const numbers = pass ? "" : `: expected ${String(expected)}, got ${String(got)}`;
  return `${where}${numbers}${violation === null ? "" : `; ${violation}`}`;
}
