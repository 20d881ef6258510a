/** Reads dataset.json: the dataset's name, home country, time span, stages, classes and worlds. Columns in its problems are field paths. */
import { isYearMonth, monthAt, yearOf } from "../time.ts";
import { ID, ISO3 } from "./codes.ts";
import type { Dataset, IdLabel, StageLabel, StageRole } from "./dataset.ts";
import { engineClasses } from "./engine-keys.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ManifestReferences } from "./references.ts";
import { inRange, oneOf, rangeText, type NumberRange } from "./row-reader.ts";

export type Manifest = Pick<Dataset, "id" | "label" | "home" | "baseYear" | "start" | "months" | "currency" | "stages" | "classes" | "worlds">;

export const MANIFEST_FILE = "dataset.json";

const roles: readonly StageRole[] = ["mining", "processing", "fabrication", "recycling"];
/** Without these two no mineral has a place for refined material or a lead time of recycling plants. */
const requiredRoles: readonly StageRole[] = ["processing", "recycling"];
const MAX_MONTHS = 1200;

/** The manifest (null after noting every problem), and what of it other files may be held against. */
interface CheckedManifest {
  readonly manifest: Manifest | null;
  readonly references: ManifestReferences;
}

const UNREADABLE: CheckedManifest = { manifest: null, references: { homeIso3: null, baseYear: null, stages: null, worldIds: null } };

export function checkManifest(text: string | null, problems: ProblemList): CheckedManifest {
  if (text === null) {
    problems.file(MANIFEST_FILE, "the file is missing", "put it back; it names the dataset");
    return UNREADABLE;
  }
  const content = parse(text, problems);
  if (content === undefined) return UNREADABLE;
  const before = problems.count;
  const sound = new Set<string>();
  /** Reads one part and notes whether anything was wrong with it. */
  const part = <T>(name: string, read: () => T): T => {
    const found = problems.count;
    const value = read();
    if (problems.count === found) sound.add(name);
    return value;
  };
  const fields = new Fields(content, "", problems);
  fields.only(["id", "label", "home", "baseYear", "start", "months", "currency", "stages", "classes", "worlds"]);
  const home = fields.object("home");
  home.only(["iso3", "name", "adjective"]);
  const currency = fields.object("currency");
  currency.only(["code", "symbol", "real"]);
  const baseYear = part("baseYear", () => fields.number("baseYear", { min: 1900, max: 2200, integer: true }));
  const manifest: Manifest = {
    id: fields.text("id", ID),
    label: fields.text("label"),
    home: { iso3: part("home", () => home.text("iso3", ISO3)), name: home.text("name"), adjective: home.text("adjective") },
    baseYear,
    start: startMonth(fields, baseYear),
    months: fields.number("months", { min: 12, max: MAX_MONTHS, integer: true }),
    currency: { code: currency.text("code", ISO3), symbol: currency.text("symbol"), real: currency.number("real", { min: 1900, max: 2200, integer: true }) },
    stages: part("stages", () => stages(fields)),
    classes: idLabels(fields, "classes"),
    worlds: part("worlds", () => idLabels(fields, "worlds")),
  };
  if (manifest.months % 12 !== 0) fields.problem("months", `${manifest.months} is not a whole number of years`, "write a multiple of 12");
  const classIds = manifest.classes.map((c) => c.id);
  if (classIds.join() !== engineClasses.join())
    fields.problem("classes", `the classes are ${classIds.join(", ")}`, `write ${engineClasses.join(", ")}, in this order; labels are free`);
  return {
    manifest: problems.count > before ? null : manifest,
    references: {
      homeIso3: sound.has("home") ? manifest.home.iso3 : null,
      baseYear: sound.has("baseYear") ? baseYear : null,
      stages: sound.has("stages") ? manifest.stages : null,
      worldIds: sound.has("worlds") ? manifest.worlds.map(({ id }) => id) : null,
    },
  };
}

function parse(text: string, problems: ProblemList): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    problems.file(MANIFEST_FILE, `the text is not JSON (${error instanceof Error ? error.message : "unreadable"})`, "check commas, braces and quotation marks");
    return undefined;
  }
}

function startMonth(fields: Fields, baseYear: number): string {
  const start = fields.text("start");
  // Without a base year nothing can be said of the month.
  if (baseYear === 0) return start;
  const right = `write January of the year after the base year, such as ${baseYear + 1}-01`;
  if (!isYearMonth(start)) fields.problem("start", `"${start}" is not a month`, right);
  else if (start !== monthAt(0, `${yearOf(start)}-01`) || yearOf(start) !== baseYear + 1)
    fields.problem("start", `${start} does not follow the base year`, right);
  return start;
}

function stages(fields: Fields): readonly StageLabel[] {
  const found = fields.list("stages").map((item) => {
    item.only(["id", "label", "role"]);
    const role = item.text("role");
    const known = roles.find((r) => r === role);
    if (known === undefined) item.problem("role", `"${role}" is not a known role`, `write ${oneOf(roles)}`);
    return { id: item.text("id", ID), label: item.text("label"), role: known ?? "processing" };
  });
  noneTwice(
    fields,
    "stages",
    "id",
    found.map((s) => s.id),
  );
  noneTwice(
    fields,
    "stages",
    "role",
    found.map((s) => s.role),
  );
  for (const role of requiredRoles) {
    if (!found.some((s) => s.role === role)) fields.problem("stages", `no stage has the role ${role}`, `give one stage the role ${role}`);
  }
  return found;
}

function idLabels(fields: Fields, name: "classes" | "worlds"): readonly IdLabel[] {
  const found = fields.list(name).map((item) => {
    item.only(["id", "label"]);
    return { id: item.text("id", ID), label: item.text("label") };
  });
  noneTwice(
    fields,
    name,
    "id",
    found.map((x) => x.id),
  );
  return found;
}

function noneTwice(fields: Fields, list: string, field: string, values: readonly string[]): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index) fields.problem(`${list}[${index}].${field}`, `"${value}" stands twice`, `give each its own ${field}`);
  });
}

/** Typed access to the fields of one JSON object; a wrong field is noted with its path and answered with an empty value. */
class Fields {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #problems: ProblemList;

  constructor(value: unknown, path: string, problems: ProblemList) {
    this.#path = path;
    this.#problems = problems;
    if (isObject(value)) this.#value = value;
    else {
      this.#value = {};
      problems.add({ file: MANIFEST_FILE, row: null, column: path === "" ? null : path, wrong: "this is not an object", right: "write fields between braces" });
    }
  }

  problem(name: string, wrong: string, right: string): void {
    this.#problems.add({ file: MANIFEST_FILE, row: null, column: this.#at(name), wrong, right });
  }

  only(names: readonly string[]): void {
    for (const name of Object.keys(this.#value)) {
      if (!names.includes(name)) this.problem(name, "the field is not known", `the fields are ${names.join(", ")}`);
    }
  }

  text(name: string, pattern?: RegExp): string {
    const value = this.#get(name);
    if (typeof value !== "string" || value.trim() === "") this.problem(name, "the text is missing", "write text between quotation marks");
    else if (pattern === ISO3 && !ISO3.test(value)) this.problem(name, `"${value}" is not a code`, "write three capital letters");
    else if (pattern === ID && !ID.test(value)) this.problem(name, `"${value}" is not an id`, "write letters, digits, _ and -, beginning with a letter");
    return typeof value === "string" ? value : "";
  }

  number(name: string, range: NumberRange): number {
    const value = this.#get(name);
    if (typeof value === "number" && Number.isFinite(value) && inRange(value, range)) return value;
    this.problem(name, value === undefined ? "the number is missing" : `${JSON.stringify(value)} does not fit`, `write ${rangeText(range)}`);
    return 0;
  }

  object(name: string): Fields {
    return new Fields(this.#get(name), this.#at(name), this.#problems);
  }

  list(name: string): readonly Fields[] {
    const value = this.#get(name);
    if (!Array.isArray(value) || value.length === 0) {
      this.problem(name, "the list is missing or empty", "write at least one entry between square brackets");
      return [];
    }
    return value.map((item: unknown, index) => new Fields(item, `${this.#at(name)}[${index}]`, this.#problems));
  }

  #at(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
