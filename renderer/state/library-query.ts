/** Which scenarios the library lists, in which order, and how a row reads. Pure. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { scaleFor } from "../../shared/format/scale.ts";
import { valueOrNone } from "../../shared/format/quantity.ts";
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";

export type SortColumn = "title" | "headline" | "cost" | "levers" | "changed";

export interface LibraryQuery {
  readonly text: string;
  /** null = any. */
  readonly tag: string | null;
  readonly trash: boolean;
  readonly sort: SortColumn;
  readonly descending: boolean;
}

export const defaultQuery: LibraryQuery = { text: "", tag: null, trash: false, sort: "changed", descending: true };

/** A column that is chosen for the first time begins with what people look for there: names from A, figures from the lowest, dates from the newest. */
export const sortedBy = (query: LibraryQuery, sort: SortColumn): LibraryQuery =>
  query.sort === sort ? { ...query, descending: !query.descending } : { ...query, sort, descending: sort === "changed" };

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/**
 * Every word of the search must stand in title, tags or world, whatever its case and accents, or the store has found the scenario by its labels (`found`).
 * Rows without a figure come last in either direction.
 */
export function listedScenarios(
  scenarios: readonly ScenarioSummary[],
  query: LibraryQuery,
  worldName: (id: string) => string,
  found: ReadonlySet<string> | null = null,
): readonly ScenarioSummary[] {
  const words = fold(query.text).split(/\s+/).filter(Boolean);
  const listed = scenarios.filter(
    (scenario) =>
      (scenario.trashedAt !== null) === query.trash &&
      (query.tag === null || scenario.tags.includes(query.tag)) &&
      (words.length === 0 || found?.has(scenario.id) === true || matches(fold([scenario.title, ...scenario.tags, worldName(scenario.world)].join(" ")), words)),
  );
  return listed.toSorted(comparison(query));
}

/** All tags in use outside the trash, A to Z. */
export const tagsInUse = (scenarios: readonly ScenarioSummary[]): readonly string[] =>
  [...new Set(scenarios.filter(({ trashedAt }) => trashedAt === null).flatMap(({ tags }) => tags))].toSorted(collator.compare);

/** "Recycling, cleared" → ["Recycling", "cleared"]: trimmed, without empty ones and repeats. */
export const parseTags = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** Stored with another model or other data than today's. */
export const isStoredElsewhere = (
  scenario: Pick<ScenarioSummary, "revision" | "modelVersion" | "dataVintage">,
  modelVersion: string,
  vintage: string,
): boolean => scenario.revision > 0 && (scenario.modelVersion !== modelVersion || scenario.dataVintage !== vintage);

export interface RowText {
  readonly headline: string;
  readonly cost: string;
  readonly levers: string;
}

export function rowText(scenario: ScenarioSummary, currency: Dataset["currency"]): RowText {
  const share = scaleFor({ id: "composite_equal", unit: "share" }, 1, currency.symbol);
  const money = scaleFor({ id: "public_cost_musd", unit: "musd" }, Math.abs(scenario.costMusdPerYr ?? 0), currency.symbol);
  return {
    headline: valueOrNone(scenario.headline, share),
    cost: valueOrNone(scenario.costMusdPerYr, money),
    levers: scenario.changedLevers === 0 ? "status quo" : String(scenario.changedLevers),
  };
}

function comparison({ sort, descending }: LibraryQuery): (a: ScenarioSummary, b: ScenarioSummary) => number {
  const sign = descending ? -1 : 1;
  const byTitle = (a: ScenarioSummary, b: ScenarioSummary): number => collator.compare(a.title, b.title);
  if (sort === "title") return (a, b) => sign * byTitle(a, b);
  const figure = FIGURES[sort];
  return (a, b) => {
    const [left, right] = [figure(a), figure(b)];
    if (left === right) return byTitle(a, b);
    if (left === null) return 1;
    if (right === null) return -1;
    return sign * (left - right);
  };
}

const FIGURES: Readonly<Record<Exclude<SortColumn, "title">, (scenario: ScenarioSummary) => number | null>> = {
  headline: ({ headline }) => headline,
  cost: ({ costMusdPerYr }) => costMusdPerYr,
  levers: ({ changedLevers }) => changedLevers,
  changed: ({ changedAt }) => changedAt,
};

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

const matches = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));
