/** Run-time shape of a `.lodestone` file, version 1. Shape only; whether ids and values fit the dataset is `scenario-file-check.ts`. */
import { z } from "zod";
import type { InputProblem } from "../errors/app-error.ts";
import { err, ok, type Result } from "../result.ts";
import { scenarioDocumentSchema, scenarioLabelsSchema } from "./scenario.schema.ts";
import type { FiledDataset } from "./scenario-file-datasets.ts";
import type { FiledScenario, ScenarioFile } from "./filed-scenario.ts";

/** Lever settings and disruptions in one file: five hundred scenarios of a hundred. An export makes several files before it comes to this. */
export const MOST_SETTINGS = 50_000;
/** As in the largest library that lists and searches are made for. */
export const MOST_SCENARIOS = 10_000;

const LIMITS = {
  text: 100_000,
  title: 1_000,
  list: 5_000,
  scenarios: MOST_SCENARIOS,
  years: 200,
  values: 200_000,
  settings: MOST_SETTINGS,
  problems: 100,
  decks: 1_000,
  deckItems: 500,
  vintages: 8,
  tables: 500,
  tableRows: 20_000,
  columns: 100,
} as const;

const text = z.string().max(LIMITS.text).default("");
/** Series are looked at in one go: a file may hold millions of their values. */
const seriesOf = (fits: (value: unknown) => boolean, what: string) =>
  z.custom<unknown[]>((value) => Array.isArray(value) && value.length <= LIMITS.years && value.every(fits), `this is not a list of ${what}, one per year`);
const isFiniteNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);
const series = seriesOf((value) => value === null || isFiniteNumber(value), "numbers or null");
const seriesOrText = seriesOf((value) => value === null || typeof value === "string" || isFiniteNumber(value), "numbers, texts or null");
const byId = <T extends z.ZodType>(value: T) => z.record(z.string().min(1).max(100), value);

const { inputs, assumptions, target, budget } = scenarioDocumentSchema.shape;
const { title, tags } = scenarioLabelsSchema.shape;

const totals = byId(z.union([series, byId(series)])).check((context) => {
  for (const required of ["cost_by_lever_musd", "cost_by_mineral_musd"]) {
    const value = context.value[required];
    if (value === undefined || Array.isArray(value)) {
      context.issues.push({ code: "custom", input: value, path: [required], message: "one series per id is needed here", continue: true });
    }
  }
});

const runResult = z.strictObject({
  planner: z.strictObject({ model_version: z.string().max(100), data_vintage: z.string().max(200) }),
  inputs,
  years: z.array(z.int().min(1900).max(3000)).max(LIMITS.years),
  minerals: byId(z.strictObject({ stages: byId(byId(seriesOrText)), mineral: byId(series) })),
  totals,
});

/** A field that is left out has its empty value, so that a file can be written by hand; title and inputs must stand. */
const filedScenario = z.strictObject({
  id: z.string().max(100).default(""),
  title: title.min(1).max(LIMITS.title),
  notes: text,
  tags: tags.max(LIMITS.list).default([]),
  question: text,
  hypothesis: text,
  findings: text,
  decision: text,
  inputs,
  assumptions: assumptions.max(LIMITS.list).default([]),
  target: target.default(null),
  budget: budget.default(null),
  result: runResult.nullable().default(null),
});

const deckView = z.strictObject({
  screen: z.string().max(100),
  settings: z.record(z.string().max(100), z.union([z.string().max(LIMITS.title), z.number(), z.boolean(), z.null()])),
});

const deck = z.strictObject({
  title: z.string().min(1).max(LIMITS.title),
  items: z.array(z.strictObject({ scenario: z.string().max(100).nullable(), view: deckView, notes: text })).max(LIMITS.deckItems),
});

const cells = z.custom<string[]>(
  (value) => Array.isArray(value) && value.length <= LIMITS.columns && value.every((cell) => typeof cell === "string" && cell.length <= LIMITS.text),
  "this is not a list of texts, one per column",
);

/** What the tables say is for the dataset's own checks. */
const datasets = z.strictObject({
  vintages: z
    .array(
      z.strictObject({
        vintage: z.string().max(200),
        manifest: z.looseObject({}),
        tables: z
          .array(z.strictObject({ file: z.string().max(200), columns: cells, rows: z.array(cells) }))
          .max(LIMITS.tables)
          .refine((tables) => tables.reduce((sum, { rows }) => sum + rows.length, 0) <= LIMITS.tableRows, `it has more than ${LIMITS.tableRows} rows`),
      }),
    )
    .max(LIMITS.vintages),
});

const finite = z.unknown().refine((value) => !some(value, (v) => typeof v === "number" && !Number.isFinite(v)), "it holds a number too large to keep");

/** Scenarios are looked at one by one, so that a file full of mistakes is given up early. */
const fileVersion1 = z.strictObject({
  format: z.literal("lodestone"),
  version: z.literal(1),
  app: z.string().max(100).default(""),
  scenarios: z.array(z.unknown()).min(1).max(LIMITS.scenarios),
  decks: finite.pipe(z.array(deck).max(LIMITS.decks)).exactOptional(),
  dataset: finite.pipe(datasets).exactOptional(),
  checksum: z.string().exactOptional(),
});

/** As in the file: datasets are still tables. */
export interface FileContent extends Omit<ScenarioFile, "datasets"> {
  readonly datasets?: readonly FiledDataset[];
}

/** The content of a version 1 file, or the fields that do not fit, by their paths. */
export function parseFileContent(file: string, content: unknown): Result<FileContent, readonly InputProblem[]> {
  const envelope = fileVersion1.safeParse(content, { reportInput: true });
  if (!envelope.success) return err(envelope.error.issues.flatMap((issue) => problemsOf(file, issue, [])));
  const { app, decks, dataset } = envelope.data;
  const scenarios: FiledScenario[] = [];
  const problems: InputProblem[] = [];
  let settings = 0;
  for (const [i, value] of envelope.data.scenarios.entries()) {
    const scenario = parseScenario(file, value, ["scenarios", i]);
    if (scenario.ok) {
      scenarios.push(scenario.value);
      settings += scenario.value.inputs.levers.length + scenario.value.inputs.events.length;
      if (settings > LIMITS.settings) {
        const wrong = `up to here the file holds more than ${LIMITS.settings} lever settings and events`;
        return err([{ file, row: null, column: pathText(["scenarios", i, "inputs"]), wrong, right: "put fewer scenarios into one file" }]);
      }
    } else problems.push(...scenario.error.slice(0, LIMITS.problems));
    if (problems.length >= LIMITS.problems) break;
  }
  if (problems.length > 0) return err(problems);
  return ok({ app, scenarios, ...(decks === undefined ? {} : { decks }), ...(dataset === undefined ? {} : { datasets: dataset.vintages }) });
}

function parseScenario(file: string, value: unknown, path: readonly PropertyKey[]): Result<FiledScenario, readonly InputProblem[]> {
  let values = 0;
  if (some(value, (v) => ++values > LIMITS.values || (Array.isArray(v) && v.length > LIMITS.list))) {
    const wrong = `it holds a list of more than ${LIMITS.list} entries or more than ${LIMITS.values} values`;
    return err([{ file, row: null, column: pathText(path), wrong, right: "this is not a scenario; remove it" }]);
  }
  const parsed = filedScenario.safeParse(value, { reportInput: true });
  return parsed.success ? ok(parsed.data as FiledScenario) : err(parsed.error.issues.flatMap((issue) => problemsOf(file, issue, path)));
}

/** Whether `test` holds for `value` or anything inside it. Depth is bounded before parsing. */
function some(value: unknown, test: (value: unknown) => boolean): boolean {
  if (test(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) ? value.some((item) => some(item, test)) : Object.values(value).some((item) => some(item, test));
}

type Issue = z.core.$ZodIssue;

function problemsOf(file: string, issue: Issue, before: readonly PropertyKey[]): readonly InputProblem[] {
  const path = [...before, ...issue.path];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    // Of several allowed shapes the one with the fewest complaints is what the writer meant.
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return closest.flatMap((inner) => problemsOf(file, inner, path));
  }
  const problem = (at: readonly PropertyKey[], wrong: string, right: string): InputProblem => ({ file, row: null, column: pathText(at), wrong, right });
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => problem([...path, key], "the field is not known", "remove it"));
  if (issue.code === "invalid_type")
    return [
      problem(
        path,
        issue.input === undefined ? "the field is missing" : `${kindOf(issue.input)} stands here`,
        `write ${kindNames[issue.expected] ?? issue.expected}`,
      ),
    ];
  return [problem(path, lowerFirst(issue.message), "mend this field")];
}

const kindNames: Readonly<Record<string, string>> = {
  string: "text between quotation marks",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list between square brackets",
  object: "fields between braces",
  record: "fields between braces",
};

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : "a number too large to hold";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

/** "scenarios[0].inputs.levers[2].value" */
const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? String(part) : `.${String(part)}`)).join("");
