/** The method in words and formulas: sections of entries that the page lists and searches. Limits are the model's; those of one dataset are read from its rows. */
import type { Dataset } from "../../dataset/dataset.ts";
import { foldText } from "../../format/fold-text.ts";
import { numberText } from "../../format/number.ts";
import { unitWords } from "../../format/unit-words.ts";
import { inSentence, listText, shortName } from "../../format/words.ts";
import { leversWith } from "../../lever/lever-catalogue.ts";
import { symbolsIn } from "../../formula/formula.ts";
import { parseFormula } from "../../formula/parse-formula.ts";
import { CATALOGUE } from "../../indicator/catalogue.ts";
import { boundsOf } from "../../indicator/indicator-bounds.ts";
import type { Indicator, IndicatorLevel, IndicatorUnit } from "../../indicator/indicator.ts";
import type { Equation, NumberedFormula } from "../../method/equation.ts";
import { equations } from "../../method/equations.ts";
import type { MethodSymbol } from "../../method/symbol.ts";
import { symbolOf } from "../../method/symbols.ts";
import { variableGroups } from "../../method/variables.ts";
import { glossaryTerms } from "./data-glossary.ts";
import { leadTimes } from "../explore/lever-lead-time.ts";

/** A symbol under a formula, in words. */
export interface LegendLine {
  readonly symbol: MethodSymbol;
  readonly name: string;
  /** "" = a pure number. */
  readonly unit: string;
}

export interface MethodEntry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly formulas: readonly NumberedFormula[];
  /** Every symbol of the formulas, or, in the list of symbols, those of its topic. */
  readonly legend: readonly LegendLine[];
  /** "Unit", "share …"; "Not defined", "without imports". */
  readonly facts: readonly (readonly [term: string, text: string])[];
}

export interface MethodSection {
  readonly id: "indicators" | "equations" | "costs" | "symbols" | "limits" | "glossary";
  readonly label: string;
  readonly entries: readonly MethodEntry[];
}

export const methodSections = (dataset: Dataset): readonly MethodSection[] => [
  { id: "indicators", label: "Indicators", entries: CATALOGUE.map((one) => indicatorEntry(dataset, one)) },
  { id: "equations", label: "Equations", entries: equations.filter((one) => !isCost(one)).map((one) => equationEntry(dataset, one)) },
  { id: "costs", label: "Cost rules", entries: equations.filter(isCost).map((one) => equationEntry(dataset, one)) },
  { id: "symbols", label: "Symbols", entries: [SIGNS, ...variableGroups.map((group) => symbolEntry(dataset, group))] },
  { id: "limits", label: "Limits", entries: [...MODEL_LIMITS.map((one) => plainEntry(one)), ...datasetLimits(dataset)] },
  { id: "glossary", label: "Glossary", entries: glossary(dataset) },
];

/** Entries in which every word stands somewhere. */
export function filterEntries(entries: readonly MethodEntry[], search: string): readonly MethodEntry[] {
  const wanted = foldText(search).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const all = foldText(entryText(entry));
    return wanted.every((word) => all.includes(word));
  });
}

/** Entries whose title or name in files holds every word; none for no word. */
export function filterTitles(entries: readonly MethodEntry[], search: string): readonly MethodEntry[] {
  const wanted = foldText(search).split(/\s+/).filter(Boolean);
  return entries.filter(({ id, title, facts }) => {
    const all = foldText([id, title, ...facts.filter(([term]) => term === "Name in files").map(([, name]) => name.replaceAll("_", "-"))].join(" "));
    return wanted.length > 0 && wanted.every((word) => all.includes(word));
  });
}

/** An entry as text to copy: formulas as they are written, with dataset keys, and what each symbol stands for. */
export function entryText({ id, title, text, formulas, legend, facts }: MethodEntry): string {
  return [
    title,
    text,
    ...formulas.map(({ number, text: written, note }) => `(${number}) ${written}${note === "" ? "" : `   [${note}]`}`),
    ...legend.map(({ symbol, name, unit }) => `${symbol.id}: ${name}${unit === "" ? "" : `, ${unit}`}`),
    ...facts.map(([term, fact]) => `${term}: ${fact}`),
    ...(formulas.length > 0 ? [id] : []),
  ].join("\n");
}

const LEVELS: Readonly<Record<IndicatorLevel, string>> = {
  stage: "one for each stage of a mineral",
  mineral: "one for each mineral",
  total: "one for all minerals together",
};

const UNITS: Readonly<Record<IndicatorUnit, string>> = {
  share: "share, shown in percent; differences in points",
  t: "t of content in the year",
  t_per_yr: "t/yr",
  t_co2e: "t CO2e in the year",
  musd: "millions in prices of the base year",
  days: "days",
  months: "months",
  index: "index",
  hhi: "points of the index",
  text: "a name",
};

const BETTER: Readonly<Record<Indicator["better"], string>> = { down: "lower", up: "higher", neither: "neither" };

function indicatorEntry(dataset: Dataset, indicator: Indicator): MethodEntry {
  const { id, level, label, definition, unit, formula: written, rules, better } = indicator;
  const formula = parseFormula(written);
  const { range, none } = boundsOf(indicator);
  const { symbol, real } = dataset.currency;
  return {
    id: `${level}:${id}`,
    title: label,
    text: definition,
    formulas: [{ number: rules[0] ?? "", text: written, formula, note: "" }],
    legend: symbolsIn(formula).map((one) => legendLine(dataset, symbolOf(one))),
    facts: [
      ["Unit", unit === "musd" ? `million ${symbol} in prices of ${real}` : UNITS[unit]],
      ["Range", range],
      ["Not defined", none === "" ? "never" : none],
      ["Better", BETTER[better]],
      ["Given", LEVELS[level]],
      ["Name in files", id],
      [rules.length === 1 ? "Rule" : "Rules", rules.join(", ")],
    ],
  };
}

const isCost = ({ id }: Equation): boolean => /^C\d/.test(id) || id === "Discount";

/** What the title of an entry begins with where it has no rule. */
const isRule = (id: string): boolean => /^[A-Z]\d/.test(id);

const equationEntry = (dataset: Dataset, { id, title, says, formulas, symbols }: Equation): MethodEntry => ({
  id,
  title: isRule(id) ? `${id} · ${title}` : title,
  text: says,
  formulas,
  legend: symbols.map((symbol) => legendLine(dataset, symbol)),
  facts: [],
});

function legendLine(dataset: Dataset, symbol: MethodSymbol): LegendLine {
  const { numbers } = symbol;
  if (numbers?.kind !== "parameter") return { symbol, name: symbol.name, unit: symbol.unit };
  const { currency, parameters } = dataset;
  const units = new Set(parameters.filter(({ key }) => key === numbers.key).map(({ unit, key }) => unitWords(unit, currency, key)));
  return { symbol, name: symbol.name, unit: listText([...units].filter((unit) => unit !== "")) };
}

const symbolEntry = (dataset: Dataset, { title, says, symbols }: (typeof variableGroups)[number]): MethodEntry => ({
  id: title,
  title,
  text: says,
  formulas: [],
  legend: symbols.map((symbol) => legendLine(dataset, symbol)),
  facts: [],
});

/** What stands around letters. */
const SIGNS: MethodEntry = {
  id: "Signs",
  title: "Signs",
  text: "Flows are of a month, stocks and capacities of its start. A letter with a prime is the same at the month's end, one with a star is what it moves towards, one with a bar is a mean. Small letters under it: j and i are suppliers, s a stage, m a mineral, k a class of uses or a lever, t a month.",
  formulas: [],
  legend: [],
  facts: [
    ["push(S, in, T)", "what leaves a delay of mean T months in this month (E0)"],
    ["max(0, x)", "x where it is positive, else 0"],
    ["min(1, max(0, x))", "x kept between 0 and 1"],
    ["∝", "in proportion, then scaled to add up to 1"],
    ["Stages", "M mining, P processing, X fabrication, R recycling; a dataset gives them names of its own"],
  ],
};

const plainEntry = ([title, text]: readonly [title: string, text: string], facts: MethodEntry["facts"] = []): MethodEntry => ({
  id: title,
  title,
  text,
  formulas: [],
  legend: [],
  facts,
});

/** Specification, section 11. */
const MODEL_LIMITS: readonly (readonly [title: string, text: string])[] = [
  [
    "How sure the parts are",
    "Exact: delays, mass and money. Sourced but uncertain by half: lead times, investment, recycling levels. Assumed and dominant: elasticities, unit costs at home, saturation scales, private starts, the cover at which projects stop, and how likely projects are.",
  ],
  ["Prices", "The price premium is an index of tightness, not a forecast. Panic buying is not in the model."],
  ["Demand", "Demand at home is assumed to follow the world's outlook or an assumed growth. One unusual base year sets the level of everything after it."],
  [
    "What the country cannot move",
    "It takes the prices abroad as they are: what it buys, builds or stops buying moves no world price, and other countries do not answer. Only a disruption raises the price, by the premium.",
  ],
  [
    "What a run is not",
    "Each month follows from the one before. Nobody looks ahead, nothing is optimised, and nothing is fitted to past years: the model starts from one base year and has not been run over earlier ones.",
  ],
  [
    "Ranges and chances",
    "Numbers are drawn between low and high, each by itself; only investment costs move together, and so do construction times. Whether a disruption comes is a choice of the scenario, never drawn.",
  ],
  ["Emissions", "Each stage keeps the intensity of the base year but for cleaner practice at home. Transport is not counted."],
  [
    "Collection targets",
    "Effort grows with the logarithm of the distance to the ceiling. A target at or above the ceiling is priced at the most that can be asked for, although it is not reached. One high target for all minerals is therefore very dear: set targets by mineral. A target covers collection only; recycled tonnes also need plants and recovery.",
  ],
  [
    "Who pays for collection",
    "The effort is valued at the reference price and booked as public cost so that packages compare. Under producer responsibility producers and buyers would pay it.",
  ],
  [
    "What is pooled",
    "One stage pools all products that go through it: separate elements, grades and qualities of one mineral are not told apart. A product that matters on its own can be added as another mineral.",
  ],
  [
    "Goods with minerals inside",
    "Demand at home leaves out minerals that arrive inside finished goods, so scrap can grow faster than the demand that is counted.",
  ],
  [
    "Left out",
    "Form of contracts, ore grades, by-products that depend on one another, closures of single plants, retaliation. Use disruptions or another base capacity to try them.",
  ],
  ["After a disruption", "How long a disruption lasts after it ends is set by the assumed recovery tail, not predicted."],
  [
    "Suppliers without a name",
    "Suppliers counted together as others cannot be hit by a disruption of one country. A disruption for everybody needs a world share; production shares overstate exposure where the supplier uses its own output.",
  ],
  ["Money that builds nothing", "Levers set in money cost what is set, also where the ceiling is reached and nothing more can be built."],
  [
    "Minerals meet only through money",
    "Minerals share money, infrastructure and hubs, and disruptions that hit several. They do not compete for workers, power or land.",
  ],
];

/** "recycling plants 3.5 years", "mines 5 to 9 years": all steps of new plants in the dataset, the shortest first. */
function plantTimes(dataset: Dataset): readonly string[] {
  const times = leversWith(({ delays }) => (delays?.keys.length ?? 0) > 1).flatMap((id) => {
    const [whole] = leadTimes(dataset, id);
    return whole ? [{ name: inSentence(whole.stage), months: whole.months }] : [];
  });
  const years = (months: number): string => numberText(months / 12, months % 12 === 0 ? 0 : 1);
  return times
    .toSorted((a, b) => a.months.least - b.months.least)
    .map(({ name, months: { least, most } }) => `${name} ${least === most ? years(least) : `${years(least)} to ${years(most)}`} years`);
}

/** What the rows of the dataset say about it. */
function datasetLimits(dataset: Dataset): readonly MethodEntry[] {
  const { baseYearValues, label, parameters } = dataset;
  const name = (id: string): string => inSentence(shortName(dataset.minerals.find((one) => one.id === id)?.name ?? id));
  const open = baseYearValues.filter(({ quantity, value }) => quantity === "statistical_discrepancy" && value !== null && Math.abs(value) >= 1);
  const withheld = [...new Set(baseYearValues.filter(({ grade }) => grade === "withheld_estimate").map(({ mineral }) => name(mineral)))];
  const stocks = baseYearValues.filter(({ quantity }) => quantity === "government_stock");
  const guessed = parameters.filter(({ grade }) => grade === "assumption").length;
  const entries: (readonly [title: string, text: string] | null)[] = [
    [
      `${label}: what comes first`,
      `From application to full output take ${listText(plantTimes(dataset))}. Only stocks, supplier shares, announced projects, hubs and substitution act sooner.`,
    ],
    [`${label}: assumptions`, `${guessed} of ${parameters.length} parameters are expert judgement without a source.`],
    withheld.length === 0
      ? null
      : [`${label}: withheld figures`, `Base-year figures of ${listText(withheld)} are withheld at the source and estimated by the dataset.`],
    open.length === 0
      ? null
      : [
          `${label}: what does not close`,
          `The base-year balance leaves ${listText(open.map(({ mineral, value }) => `${numberText(value ?? 0, 0)} t of ${name(mineral)}`))} unexplained. It is kept as it is; published dependence is computed, never forced.`,
        ],
    stocks.length > 0 && stocks.every(({ value, grade }) => value === 0 && grade === "assumption")
      ? [`${label}: government stocks`, "Government stocks are not published and set to 0."]
      : null,
  ];
  return entries.filter((entry) => entry !== null).map((one) => plainEntry(one));
}

/** A term with its standard definition, where there is one. */
const glossary = (dataset: Dataset): readonly MethodEntry[] =>
  glossaryTerms(dataset).map(({ term, text, standard }) => plainEntry([term, text], standard === "" ? [] : [["Standard", standard]]));
