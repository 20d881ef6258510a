/**
 * Which scenarios a list shows and in which order, a page at a time, so that ten thousand are no slower than twenty: the window asks for the rows in sight.
 * Remembers what it has sorted and folded for as long as the list stays the same object.
 */
import { foldText } from "../format/fold-text.ts";
import type { ScenarioPage, ScenarioQuery, ScenarioSummary, SortColumn } from "../ipc/channels.ts";

export const defaultQuery: ScenarioQuery = { text: "", tag: null, trash: false, sort: "changed", descending: true };

export interface IndexNames {
  readonly worldName: (id: string) => string;
  /** "LS-7K2M-Q0XD"; asked for only where a word of the search may be one. */
  readonly codeOf: (scenario: ScenarioSummary) => string;
  /** Model and data of today: what a scenario stored with others is marked by. */
  readonly modelVersion: string;
  readonly vintage: string;
}

/** Stored with another model or other data than today's. */
export const isStoredElsewhere = (
  scenario: Pick<ScenarioSummary, "revision" | "modelVersion" | "dataVintage">,
  today: Pick<IndexNames, "modelVersion" | "vintage">,
): boolean => scenario.revision > 0 && (scenario.modelVersion !== today.modelVersion || scenario.dataVintage !== today.vintage);

type Facts = Pick<ScenarioPage, "counts" | "tags" | "largestCost">;

export class ScenarioIndex {
  readonly #names: IndexNames;
  readonly #searchable = new WeakMap<ScenarioSummary, string>();
  readonly #titleKey = new WeakMap<ScenarioSummary, string>();
  #list: readonly ScenarioSummary[] = [];
  #facts: Facts | null = null;
  readonly #sorted = new Map<string, readonly ScenarioSummary[]>();
  #last: { readonly key: string; readonly found: ReadonlySet<string> | null; readonly matching: readonly ScenarioSummary[] } | null = null;

  constructor(names: IndexNames) {
    this.#names = names;
  }

  /** Works out beforehand what sorting and searching need to know of a line. */
  prepare(scenario: ScenarioSummary): void {
    this.#titleOf(scenario);
    this.#textOf(scenario);
  }

  /** `found` holds the ids whose labels hold every word of the query; null = there are no words. */
  page(
    list: readonly ScenarioSummary[],
    asked: { readonly query: ScenarioQuery; readonly from: number; readonly count: number },
    found: ReadonlySet<string> | null,
  ): ScenarioPage {
    const matching = this.matching(list, asked.query, found);
    this.#facts ??= this.#factsOf(list);
    return { from: asked.from, rows: matching.slice(asked.from, asked.from + asked.count), total: matching.length, ...this.#facts };
  }

  /** Every word must stand in title, tags or world, whatever its case and accents, or begin the code, or the labels hold all of them. Rows without a figure come last in either direction. */
  matching(list: readonly ScenarioSummary[], query: ScenarioQuery, found: ReadonlySet<string> | null): readonly ScenarioSummary[] {
    if (list !== this.#list) this.#forget(list);
    const key = JSON.stringify([query.text, query.tag, query.trash, query.sort, query.descending]);
    if (this.#last?.key === key && sameSet(this.#last.found, found)) return this.#last.matching;
    const words = foldText(query.text).split(/\s+/).filter(Boolean);
    const matching = this.#inOrder(query).filter(
      (scenario) =>
        (scenario.trashedAt !== null) === query.trash &&
        (query.tag === null || scenario.tags.includes(query.tag)) &&
        (words.length === 0 || found?.has(scenario.id) === true || words.every((word) => this.#holds(scenario, word))),
    );
    this.#last = { key, found, matching };
    return matching;
  }

  #forget(list: readonly ScenarioSummary[]): void {
    this.#list = list;
    this.#facts = null;
    this.#last = null;
    this.#sorted.clear();
  }

  #inOrder({ sort, descending }: ScenarioQuery): readonly ScenarioSummary[] {
    const key = `${sort} ${descending}`;
    const known = this.#sorted.get(key);
    if (known) return known;
    const sorted = this.#list.toSorted(this.#comparison(sort, descending ? -1 : 1));
    this.#sorted.set(key, sorted);
    return sorted;
  }

  #comparison(sort: SortColumn, sign: 1 | -1): (a: ScenarioSummary, b: ScenarioSummary) => number {
    const byTitle = (a: ScenarioSummary, b: ScenarioSummary): number => compare(this.#titleOf(a), this.#titleOf(b)) || compare(a.id, b.id);
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

  #factsOf(list: readonly ScenarioSummary[]): Facts {
    const alive = list.filter(({ trashedAt }) => trashedAt === null);
    return {
      counts: {
        scenarios: alive.length,
        elsewhere: alive.filter((scenario) => isStoredElsewhere(scenario, this.#names)).length,
        trashed: list.length - alive.length,
      },
      tags: [...new Set(alive.flatMap(({ tags }) => tags))].toSorted((a, b) => compare(foldText(a), foldText(b))),
      largestCost: alive.reduce((largest, { costMusdPerYr }) => Math.max(largest, Math.abs(costMusdPerYr ?? 0)), 0),
    };
  }

  #holds(scenario: ScenarioSummary, word: string): boolean {
    return this.#textOf(scenario).includes(word) || (CODE_BEGINS.test(word) && foldText(this.#names.codeOf(scenario)).startsWith(word));
  }

  #textOf(scenario: ScenarioSummary): string {
    return remembered(this.#searchable, scenario, () => foldText([scenario.title, ...scenario.tags, this.#names.worldName(scenario.world)].join(" ")));
  }

  /** Numbers inside a title count as numbers: "Mine 9" comes before "Mine 10". */
  #titleOf(scenario: ScenarioSummary): string {
    return remembered(this.#titleKey, scenario, () => foldText(scenario.title).replace(/\d+/g, (digits) => digits.padStart(NUMBER_WIDTH, "0")));
  }
}

const NUMBER_WIDTH = 12;

/** As people paste a code from a brief; other words are never compared with the eight characters that mean nothing. */
const CODE_BEGINS = /^ls-[0-9a-z]/;

const FIGURES: Readonly<Record<Exclude<SortColumn, "title">, (scenario: ScenarioSummary) => number | null>> = {
  headline: ({ headline }) => headline,
  cost: ({ costMusdPerYr }) => costMusdPerYr,
  levers: ({ changedLevers }) => changedLevers,
  changed: ({ changedAt }) => changedAt,
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function remembered(memory: WeakMap<ScenarioSummary, string>, scenario: ScenarioSummary, make: () => string): string {
  const known = memory.get(scenario);
  if (known !== undefined) return known;
  const made = make();
  memory.set(scenario, made);
  return made;
}

const sameSet = (a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean =>
  a === b || (a !== null && b !== null && a.size === b.size && [...a].every((id) => b.has(id)));
