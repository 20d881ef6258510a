/**
 * Reading and writing `.lodestone` files: one or many scenarios with their results, the decks made of them, and the datasets the results were computed from.
 * Every step of reading has its own named error: text → parse → envelope → version → checksum → shape → fits the dataset.
 * Nothing is returned unless every step passes.
 */
import type { Dataset } from "../dataset/dataset.ts";
import type { Sha256 } from "../dataset/table.ts";
import type { AppError, InputProblem } from "../errors/app-error.ts";
import { BYTES_PER_MEGABYTE } from "../format/megabyte.ts";
import { err, ok, type Result } from "../result.ts";
import type { FiledScenario, ScenarioFile } from "./filed-scenario.ts";
import { datasetForm, readDatasets } from "./scenario-file-datasets.ts";
import { parseFileContent } from "./scenario-file.schema.ts";
import { checkDecks, checkScenario } from "./scenario-file-check.ts";
import { canonicalJson, readableJson, refusalOf } from "./scenario-file-text.ts";

const FILE_FORMAT = "lodestone";
export const FILE_VERSION = 1;
export const FILE_EXTENSION = ".lodestone";
/** Some sixty scenarios with their results; beyond it reading would make the window wait. */
export const MAX_FILE_MEGABYTES = 24;

const MAX_PROBLEMS = 100;

/** The text of a file. Numbers keep every bit; the checksum covers everything else in the file. */
export function writeScenarioFile(content: ScenarioFile, sha256: Sha256): string {
  const { app, scenarios, decks, datasets } = content;
  const dataset = datasets === undefined ? undefined : { vintages: datasets.map(datasetForm) };
  const body = { format: FILE_FORMAT, version: FILE_VERSION, app, scenarios: scenarios.map(fileForm), decks, dataset };
  return `${readableJson({ ...body, checksum: checksumOf(body, sha256) })}\n`;
}

/** Fields in the order that people read; an absent result is left out. */
function fileForm(s: FiledScenario): Readonly<Record<string, unknown>> {
  return {
    id: s.id,
    title: s.title,
    notes: s.notes,
    tags: s.tags,
    question: s.question,
    hypothesis: s.hypothesis,
    findings: s.findings,
    decision: s.decision,
    inputs: s.inputs,
    assumptions: s.assumptions,
    target: s.target,
    budget: s.budget,
    result: s.result ?? undefined,
  };
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(readableJson(value, "    ")).length;

/** How many bytes a scenario, or a dataset, takes in a file, to the nearest percent. */
export const filedBytes = (scenario: FiledScenario): number => bytesOf(fileForm(scenario));
export const filedDatasetBytes = (dataset: Dataset): number => bytesOf(datasetForm(dataset));

const checksumOf = (content: Readonly<Record<string, unknown>>, sha256: Sha256): string => sha256(canonicalJson(content));

/**
 * The scenarios of a file, checked against `dataset`. Reads `.lodestone` files, and also a plain scenario ({title, notes, inputs}) such as a reference case.
 * Errors: file-too-large, file-not-json, file-not-lodestone, file-newer, file-checksum, file-invalid (with field paths).
 * A file without a checksum is read: it was written by hand. A checksum that does not fit is refused.
 */
export function readScenarioFile(file: string, text: string, dataset: Dataset, sha256: Sha256): Result<ScenarioFile, AppError> {
  const tooLarge = sizeError(file, text.length);
  if (tooLarge !== null) return err(tooLarge);
  const parsed = parse(file, text);
  if (!parsed.ok) return parsed;
  const opened = open(file, parsed.value, sha256);
  if (!opened.ok) return opened;
  const invalid = (problems: readonly InputProblem[]) =>
    err({ code: "file-invalid" as const, file, problems: problems.slice(0, MAX_PROBLEMS).map(opened.value.rename) });
  const content = parseFileContent(file, opened.value.content);
  if (!content.ok) return invalid(content.error);
  const { datasets, ...rest } = content.value;
  const carried = readDatasets(file, datasets ?? [], sha256);
  const problems = [
    ...rest.scenarios.flatMap((scenario, i) => checkScenario(scenario, dataset, file, `scenarios[${i}]`)),
    ...checkDecks(file, rest),
    ...(carried.ok ? [] : carried.error),
  ];
  if (problems.length > 0 || !carried.ok) return invalid(problems);
  return ok(datasets === undefined ? rest : { ...rest, datasets: carried.value });
}

/** file-too-large, or null. Callers that can ask for a size do so before they read. */
export function sizeError(file: string, bytes: number): AppError | null {
  const megabytes = Math.ceil(bytes / BYTES_PER_MEGABYTE);
  return megabytes > MAX_FILE_MEGABYTES ? { code: "file-too-large", file, megabytes, limitMegabytes: MAX_FILE_MEGABYTES } : null;
}

function parse(file: string, text: string): Result<unknown, AppError> {
  const withoutMark = text.startsWith("\ufeff") ? text.slice(1) : text;
  const refusal = refusalOf(withoutMark);
  if (refusal !== null) return err({ code: "file-not-json", file, reason: refusal });
  try {
    return ok(JSON.parse(withoutMark) as unknown);
  } catch (error) {
    return err({ code: "file-not-json", file, reason: error instanceof Error ? error.message : "it is not JSON" });
  }
}

interface Opened {
  /** Content in the shape of the current version. */
  readonly content: unknown;
  /** Puts a problem's path back into the terms of the file that was read. */
  readonly rename: (problem: InputProblem) => InputProblem;
}

/** Envelope, version and checksum. A later version adds its migration here, between checksum and shape. */
function open(file: string, value: unknown, sha256: Sha256): Result<Opened, AppError> {
  if (!isObject(value)) return err({ code: "file-not-lodestone", file });
  if (!("format" in value) && "inputs" in value) return ok(fromPlainScenario(value));
  const { format, version, checksum, ...rest } = value;
  if (format !== FILE_FORMAT || typeof version !== "number" || !Number.isInteger(version) || version < 1) return err({ code: "file-not-lodestone", file });
  if (version > FILE_VERSION) return err({ code: "file-newer", file, version, app: typeof rest["app"] === "string" ? rest["app"].slice(0, 100) : "unknown" });
  if (checksum !== undefined && (!hasFiniteNumbers(value) || checksum !== checksumOf({ format, version, ...rest }, sha256)))
    return err({ code: "file-checksum", file });
  return ok({ content: value, rename: (problem) => problem });
}

/** A reference case or hand-made sample: labels and inputs without envelope. What the model computed from it is not read. */
function fromPlainScenario(value: Readonly<Record<string, unknown>>): Opened {
  const { title, notes = "", source, inputs } = value;
  const { levers, world, own_world, events } = isObject(inputs) ? inputs : {};
  const allNotes = typeof source === "string" && typeof notes === "string" ? [notes, `Source: ${source}`].filter((part) => part !== "").join("\n\n") : notes;
  const scenario = { title, notes: allNotes, inputs: isObject(inputs) ? { levers, world, ...(own_world === undefined ? {} : { own_world }), events } : inputs };
  return {
    content: { format: FILE_FORMAT, version: FILE_VERSION, scenarios: [scenario] },
    rename: (problem) => ({ ...problem, column: problem.column?.replace(/^scenarios\[0\]\.?/, "") ?? null }),
  };
}

/** JSON text can hold 1e999, which reads as infinity; no checksum was ever made of one. */
function hasFiniteNumbers(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return Array.isArray(value) ? value.every(hasFiniteNumbers) : Object.values(value).every(hasFiniteNumbers);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
