/** Every number of a dataset as a row that can be read, searched and traced to the equations that read it. */
import { ALL_MINERALS } from "../dataset/dataset-files.ts";
import type { Dataset, Grade, Parameter } from "../dataset/dataset.ts";
import { exactNumberText } from "../format/number.ts";
import { capitalised, inSentence } from "../format/words.ts";
import { CATALOGUE } from "../indicator/catalogue.ts";
import type { Equation } from "./data-equation.ts";
import { equationsReading, equationsReadingQuantity, equationsReadingTable } from "./data-equations.ts";
import { gradeForm, gradeWord } from "./data-grade.ts";
import type { GradeForm } from "./data-grade.ts";
import { parameterName } from "./data-parameter-names.ts";

export const dataKinds = [
  { id: "parameters", label: "Parameters" },
  { id: "base-year", label: "Base-year balance" },
  { id: "suppliers", label: "Suppliers" },
  { id: "end-uses", label: "End uses" },
  { id: "worlds", label: "Worlds" },
  { id: "projects", label: "Projects" },
  { id: "events", label: "Disruptions" },
  { id: "levers", label: "Levers" },
  { id: "minerals", label: "Minerals" },
] as const;

export type DataKind = (typeof dataKinds)[number]["id"];

export interface DataFact {
  readonly term: string;
  readonly text: string;
}

export interface DataRow {
  /** Unique among the rows of a dataset. */
  readonly id: string;
  readonly kind: DataKind;
  /** Minerals it is about; empty = it belongs to no single mineral. */
  readonly minerals: readonly string[];
  readonly name: string;
  /** "Parameter, processing" */
  readonly what: string;
  /** At most six significant digits; "" where the row has no single number. */
  readonly value: string;
  readonly unit: string;
  readonly low: string;
  readonly high: string;
  /** "2025", "2021-24", "" = the dataset does not say. */
  readonly year: string;
  readonly source: string;
  /** null: the table has no grades. */
  readonly grade: Grade | null;
  /** Row of the dataset's parameter table; null for the other tables. */
  readonly parameter: number | null;
  readonly enters: readonly Equation[];
  /** False where no equation reads it: kept for the record, not offered for editing. */
  readonly isRead: boolean;
  /** What else the dataset records about it. */
  readonly facts: readonly DataFact[];
  /** Lower case, what a search looks in. */
  readonly text: string;
}

/** All rows, in the order of `dataKinds` and of the files. `isRead` says for each row of the parameter table whether an equation reads it. */
export function dataRows(dataset: Dataset, isRead: (parameter: number) => boolean): readonly DataRow[] {
  const words = namesOf(dataset);
  const rows: readonly Row[] = [
    ...dataset.parameters.map((parameter, index) => parameterRow(dataset, parameter, index, isRead(index), words)),
    ...baseYearRows(dataset, words),
    ...supplierRows(dataset, words),
    ...endUseRows(dataset),
    ...worldRows(dataset),
    ...projectRows(dataset, words),
    ...eventRows(dataset, words),
    ...leverRows(dataset),
    ...mineralRows(dataset, words),
  ];
  return rows.map((row) => Object.assign(row, { isRead: row.enters.length > 0 || ALWAYS_READ.has(row.kind), text: searchText(row, words) }));
}

export interface DataFilter {
  readonly kind: DataKind | "all";
  /** Mineral id, "general" (rows of no single mineral) or "all". */
  readonly mineral: string;
  readonly search: string;
}

export const GENERAL_ROWS = "general";

/** Rows that fit the filter; every word of the search must stand somewhere in the row. */
export function filterRows(rows: readonly DataRow[], { kind, mineral, search }: DataFilter): readonly DataRow[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (kind === "all" || row.kind === kind) &&
      (mineral === ALL_MINERALS || (mineral === GENERAL_ROWS ? row.minerals.length === 0 : row.minerals.includes(mineral))) &&
      wanted.every((word) => row.text.includes(word)),
  );
}

/** Labels of the indicators with a chart whose rules name one of the equations: where a number shows first. Names of countries have no chart. */
export const indicatorsShowing = (enters: readonly Equation[]): readonly string[] => [
  ...new Set(CATALOGUE.filter(({ rules, unit }) => unit !== "text" && enters.some(({ id }) => rules.includes(id))).map(({ label }) => label)),
];

type Row = Omit<DataRow, "text" | "isRead">;

/** Tables whose rows name equations in a column of their own, or none. */
const ALWAYS_READ: ReadonlySet<DataKind> = new Set(["levers", "minerals"]);

interface Words {
  readonly stage: (id: string) => string;
  readonly mineral: (id: string) => string;
}

function namesOf(dataset: Dataset): Words {
  const stages = new Map(dataset.stages.map(({ id, label }) => [id, label]));
  const minerals = new Map(dataset.minerals.map(({ id, name }) => [id, name]));
  return { stage: (id) => stages.get(id) ?? id, mineral: (id) => minerals.get(id) ?? id };
}

const shown = (value: number | null): string => (value === null ? "" : exactNumberText(Number(value.toPrecision(6))));

const at = (what: string, place: string): string => (place === "" ? what : `${what}, ${inSentence(place)}`);

const EMPTY = { low: "", high: "", year: "", source: "", grade: null, parameter: null, facts: [] } as const;

const filled = (facts: readonly (readonly [term: string, text: string])[]): readonly DataFact[] =>
  facts.filter(([, text]) => text !== "").map(([term, text]) => ({ term, text }));

function parameterRow(dataset: Dataset, parameter: Parameter, index: number, isRead: boolean, words: Words): Row {
  const { mineral, stage, key, value, low, high, unit, grade, source, note } = parameter;
  const role = dataset.stages.find(({ id }) => id === stage)?.role;
  return {
    ...EMPTY,
    id: `parameters:${mineral}:${stage}:${key}`,
    kind: "parameters",
    minerals: mineral === ALL_MINERALS ? [] : [mineral],
    name: parameterName(key),
    what: at(mineral === ALL_MINERALS ? "Parameter of all minerals" : "Parameter", stage === "" ? "" : words.stage(stage)),
    value: shown(value),
    unit,
    low: shown(low),
    high: shown(high),
    source,
    grade,
    parameter: index,
    enters: isRead ? equationsReading(key, role === undefined ? null : role === "recycling") : [],
    facts: filled([
      ["Key", key],
      ["Note", note],
    ]),
  };
}

const baseYearRows = ({ baseYearValues, minerals }: Dataset, words: Words): readonly Row[] =>
  baseYearValues.map(({ mineral, stage, quantity, value, unit, year, grade, source }) => ({
    ...EMPTY,
    id: `base-year:${mineral}:${stage}:${quantity}`,
    kind: "base-year",
    minerals: [mineral],
    name: capitalised(quantity.replaceAll("_", " ")),
    what: at("Base-year balance", words.stage(stage)),
    value: value === null ? "not known" : shown(value),
    unit,
    year: String(year),
    source,
    grade,
    enters: quantity === "in_use_factor" && minerals.find(({ id }) => id === mineral)?.recyclingStage !== stage ? [] : equationsReadingQuantity(quantity),
    facts: filled([["Quantity", quantity]]),
  }));

const supplierRows = ({ suppliers }: Dataset, words: Words): readonly Row[] =>
  suppliers.map((one) => ({
    ...EMPTY,
    id: `suppliers:${one.mineral}:${one.stage}:${one.iso3}`,
    kind: "suppliers",
    minerals: [one.mineral],
    name: `Imports from ${one.country}`,
    what: at("Supplier", words.stage(one.stage)),
    value: shown(one.importSharePct),
    unit: "% of imports",
    year: one.period,
    source: one.source,
    grade: one.grade,
    enters: equationsReadingTable("suppliers"),
    facts: filled([
      ["World share", one.worldSharePct === null ? "not known" : `${shown(one.worldSharePct)}%`],
      ["Its source", one.worldShareSource],
      ["Risk weight", `${shown(one.riskWeight)} (${gradeWord(one.riskGrade)})`],
      ["Partner", one.isAlly ? "yes" : "no"],
      ["Rule", one.allyRule],
    ]),
  }));

const endUseRows = ({ minerals, classes }: Dataset): readonly Row[] =>
  minerals.flatMap(({ id, endUses }) =>
    endUses.map((use) => ({
      ...EMPTY,
      id: `end-uses:${id}:${use.name}`,
      kind: "end-uses",
      minerals: [id],
      name: use.name,
      what: `End use, ${inSentence(classes.find((one) => one.id === use.priorityClass)?.label ?? use.priorityClass)}`,
      value: shown(use.demandSharePct),
      unit: "% of demand",
      grade: use.grade,
      enters: equationsReadingTable("end-uses"),
      facts: filled([["What", use.description]]),
    })),
  );

const worldRows = ({ worldSeries, worlds, anchorYears, baseYear }: Dataset): readonly Row[] =>
  worldSeries.map(({ world, mineral, variable, values, grade, source }) => ({
    ...EMPTY,
    id: `worlds:${world}:${mineral}:${variable}`,
    kind: "worlds",
    minerals: [mineral],
    name: `${variable === "demand_index" ? "Demand" : "Price abroad"}, ${inSentence(worlds.find(({ id }) => id === world)?.label ?? world)}`,
    what: `World, ${String(anchorYears.at(-1) ?? "")}`,
    value: shown(values.at(-1) ?? null),
    unit: `index, ${baseYear} = 1`,
    year: "",
    source,
    grade,
    enters: equationsReadingTable("worlds"),
    facts: anchorYears.map((year, i) => ({ term: String(year), text: shown(values[i] ?? null) })),
  }));

const ENTRY: Readonly<Record<Dataset["projects"][number]["enters"], string>> = { ramp: "ramp-up", construction: "construction", permitting: "permitting" };

const projectRows = ({ projects }: Dataset, words: Words): readonly Row[] =>
  projects.map((one) => ({
    ...EMPTY,
    id: `projects:${one.id}`,
    kind: "projects",
    minerals: [one.mineral],
    name: one.name,
    what: at("Project", words.stage(one.stage)),
    value: shown(one.capacityTPerYr),
    unit: "t/yr",
    year: one.month,
    source: one.source,
    enters: equationsReadingTable("projects"),
    facts: filled([
      ["Enters", ENTRY[one.enters]],
      ["Expected share", `${shown(one.realisation * 100)}% of the capacity`],
    ]),
  }));

const eventRows = ({ events, minerals }: Dataset, words: Words): readonly Row[] =>
  events.map((one) => {
    const hit = one.minerals === "*" ? minerals.map(({ id }) => id) : one.minerals.split("|");
    return {
      ...EMPTY,
      id: `events:${one.id}`,
      kind: "events",
      minerals: hit,
      name: one.name,
      what: `Disruption, ${one.scope}`,
      value: shown(one.severity * 100),
      unit: "% cut",
      source: one.source,
      enters: equationsReadingTable("events"),
      facts: filled([
        ["Minerals", one.minerals === "*" ? "all" : hit.map(words.mineral).join(", ")],
        ["Stages", one.stages === "*" ? "all" : one.stages.split("|").map(words.stage).join(", ")],
        ["Suppliers", one.suppliers === "*" ? "all" : one.suppliers.replaceAll("|", ", ")],
        ["Lasts", `${one.durationMonths} months, recovery ${one.recoveryMonths} months`],
        [
          "World share",
          Object.entries(one.worldShare)
            .map(([id, share]) => `${words.mineral(id)} ${shown(share * 100)}%`)
            .join(", "),
        ],
        ["Leak", one.leak === null ? "" : `${shown(one.leak * 100)}%`],
      ]),
    };
  });

const leverRows = ({ levers }: Dataset): readonly Row[] =>
  levers.map((one) => ({
    ...EMPTY,
    id: `levers:${one.id}`,
    kind: "levers",
    minerals: [],
    name: one.name,
    what: `Lever, ${inSentence(one.group)}`,
    value: shown(one.default),
    unit: one.unit,
    low: shown(one.min),
    high: shown(one.max),
    year: one.defaultStart,
    source: one.policyPrecedent,
    enters: [],
    facts: filled([
      ["Stands for", one.represents],
      ["Works in", one.equation],
      ["Cost rule", one.costRule],
      ["Settings", one.subSettings],
      ["Ramp", `${one.defaultRampMonths} months`],
    ]),
  }));

const mineralRows = ({ minerals }: Dataset, words: Words): readonly Row[] =>
  minerals.map((one) => ({
    ...EMPTY,
    id: `minerals:${one.id}`,
    kind: "minerals",
    minerals: [one.id],
    name: one.name,
    what: "Mineral",
    value: "",
    unit: one.contentUnit,
    enters: [],
    facts: filled([
      ["Stages", one.stages.map(words.stage).join(", ")],
      ["Recycled material", `enters at ${inSentence(words.stage(one.recyclingStage))}`],
      ["Published figure", `${inSentence(words.stage(one.publishedBasisStage))}, ${one.publishedBasisKind === "chain" ? "back to the mine" : "this stage"}`],
    ]),
  }));

function searchText(row: Row, words: Words): string {
  const minerals = row.minerals.flatMap((id) => [id, words.mineral(id)]);
  const facts = row.facts.map(({ text }) => text);
  return [row.name, row.what, row.value, row.unit, row.year, row.source, gradeWord(row.grade), ...minerals, ...facts, ...row.enters.map(({ id }) => id)]
    .join(" ")
    .toLowerCase();
}

/** Rows with a grade, counted by form. */
export function countForms(rows: readonly DataRow[]): Readonly<Record<GradeForm, number>> {
  const counts = { reported: 0, estimated: 0, withheld: 0, assumption: 0 };
  for (const { grade } of rows) if (grade !== null) counts[gradeForm(grade)] += 1;
  return counts;
}
