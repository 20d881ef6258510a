/** Scenarios that come from elsewhere or from copies: what an import brings, takes back and brings again, and duplicates. Each request is done whole or not at all. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Result } from "../../shared/result.ts";
import type { DeckView } from "../../shared/scenario/deck.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { StoreContext } from "./scenario-store.ts";
import type { PackedRevision } from "./packed-revision.ts";
import { ScenarioWriter } from "./scenario-writer.ts";
import type { Repositories, StoreSession } from "./store-session.ts";
import { documentOf, labelsOf, lastLine, readable, refuseMissing, resultOf, revisionOf } from "./stored-scenario.ts";

export interface ImportedScenario {
  /** Its id where it comes from: kept when nothing here has it, "" = none. */
  readonly id: string;
  readonly labels: ScenarioLabels;
  readonly document: ScenarioDocument;
  /** Without a result it arrives as a draft, with one as a revision. */
  readonly result: RunResult | null;
  /** Of the document and the result, so that the transaction need not make it; needless where there is no result, or few come. */
  readonly packed?: PackedRevision;
  /** Becomes the next revision of this scenario, not a new one; needs a result. */
  readonly into: string | null;
}

export interface ImportedDeck {
  readonly title: string;
  /** `scenario` is a place among the imported scenarios, or the id of one that is here; null = a view without one. */
  readonly items: readonly { readonly scenario: number | string | null; readonly view: DeckView; readonly notes: string }[];
}

/** What an import did, enough to take it back and to bring it again. Nothing is deleted on the way. */
export interface ImportStep {
  /** Scenarios that were not here before. */
  readonly added: readonly string[];
  /** Scenarios that got what came as their next revision. */
  readonly continued: readonly { readonly id: string; readonly before: ScenarioMoment; readonly after: ScenarioMoment }[];
  readonly decks: readonly string[];
}

interface ScenarioMoment {
  /** Number of the last revision; 0 = none. */
  readonly revision: number;
  readonly labels: ScenarioLabels;
  readonly trashedAt: number | null;
}

export interface ImportDone {
  /** Of the scenarios, in the order of the request. */
  readonly ids: readonly string[];
  readonly step: ImportStep;
}

export interface Imported {
  readonly scenarios: readonly ImportedScenario[];
  readonly decks?: readonly ImportedDeck[];
  /** Datasets that results were computed from, to be kept with them. */
  readonly datasets?: readonly Dataset[];
}

export class ExchangeStore {
  readonly #session: StoreSession;
  readonly #newId: () => string;
  readonly #writer: ScenarioWriter;

  constructor(session: StoreSession, { dataset, newId }: StoreContext) {
    this.#session = session;
    this.#newId = newId;
    this.#writer = new ScenarioWriter(dataset);
  }

  /** All of it or nothing. */
  import({ scenarios, decks = [], datasets = [] }: Imported): Result<ImportDone, AppError> {
    return this.#session.write((stored, at) => {
      for (const dataset of datasets) stored.revisions.keepDataset(dataset, at);
      const taken = new Set(stored.scenarios.list().map(({ title }) => title));
      const continued: ImportStep["continued"][number][] = [];
      const ids = scenarios.map((scenario) => {
        const { into } = scenario;
        if (into === null) return this.#add(stored, scenario, taken, at);
        const before = momentOf(stored, into);
        this.#addTo(stored, into, scenario, at);
        continued.push({ id: into, before, after: momentOf(stored, into) });
        return into;
      });
      const madeDecks = decks.map((deck) => this.#addDeck(stored, deck, ids, at));
      return { ids, step: { added: ids.filter((_, i) => scenarios[i]?.into === null), continued, decks: madeDecks } };
    });
  }

  /** Trashes what the import added and makes revisions of what was there before it; labels that were changed since stay as they are. */
  takeBack({ added, continued, decks }: ImportStep): Result<null, AppError> {
    return this.#session.write((stored, at) => {
      for (const deck of decks) stored.decks.setTrashed(deck, at);
      for (const id of added) if (!stored.scenarios.setTrashed(id, at)) refuseMissing(id);
      for (const { id, before, after } of continued) this.#turn(stored, id, after, before, at);
      return null;
    });
  }

  /** What `takeBack` took, again. */
  bringBack({ added, continued, decks }: ImportStep): Result<null, AppError> {
    return this.#session.write((stored, at) => {
      for (const id of added) if (!stored.scenarios.setTrashed(id, null)) refuseMissing(id);
      for (const { id, before, after } of continued) this.#turn(stored, id, before, after, at);
      for (const deck of decks) stored.decks.setTrashed(deck, null);
      return null;
    });
  }

  /** Labels, last revision with its stored result, and draft. The title gets "(copy)". Answers the ids of the copies in the same order. */
  duplicate(originals: readonly string[]): Result<readonly string[], AppError> {
    return this.#session.write((stored, at) => {
      const taken = new Set(stored.scenarios.list().map(({ title }) => title));
      return originals.map((original) => {
        const labels = labelsOf(stored, original);
        const id = this.#newId();
        const title = copyTitle(labels.title, taken);
        stored.scenarios.insert(id, { ...labels, title }, at);
        const last = lastLine(stored, original);
        if (last !== null) {
          const document = documentOf(original, labels.title, last);
          this.#writer.append(stored, id, document, resultOf(stored, original, labels.title, last.number), at);
        }
        const draft = readable(original, labels.title, "the draft", () => stored.scenarios.draft(original));
        if (draft !== null) this.#writer.putDraft(stored, id, draft.document, at);
        return id;
      });
    });
  }

  /** Beside a scenario with the same id it is a copy, and its title says so. */
  #add(stored: Repositories, { id: wanted, labels, document, result, packed }: ImportedScenario, taken: Set<string>, at: number): string {
    const isCopy = wanted !== "" && stored.scenarios.labels(wanted) !== null;
    const id = wanted === "" || isCopy ? this.#newId() : wanted;
    stored.scenarios.insert(id, isCopy && taken.has(labels.title) ? { ...labels, title: copyTitle(labels.title, taken) } : labels, at);
    if (result === null) this.#writer.putDraft(stored, id, document, at);
    else this.#writer.append(stored, id, document, result, at, packed);
    return id;
  }

  /** The labels here stay, but for those that are empty; a draft here stays unsaved; out of the trash it comes. */
  #addTo(stored: Repositories, id: string, { labels, document, result, packed }: ImportedScenario, at: number): void {
    const own = labelsOf(stored, id);
    if (result === null) throw new RangeError("a revision needs a result");
    const last = lastLine(stored, id);
    const isThere =
      last !== null && sameValue(documentOf(id, own.title, last), document) && sameValue(resultOf(stored, id, own.title, last.number).planner, result.planner);
    if (!isThere) this.#writer.append(stored, id, document, result, at, packed);
    const filled = withEmptyFilled(own, labels);
    if (!sameValue(own, filled)) stored.scenarios.setLabels(id, filled, at);
    stored.scenarios.setTrashed(id, null);
  }

  /** From one moment of a scenario to another: the revision of then becomes the next one. A scenario that had none keeps what it has. */
  #turn(stored: Repositories, id: string, from: ScenarioMoment, to: ScenarioMoment, at: number): void {
    const labels = labelsOf(stored, id);
    if (from.revision !== to.revision && to.revision > 0) {
      const { document, result } = revisionOf(stored, id, to.revision);
      this.#writer.append(stored, id, document, result, at);
    }
    if (sameValue(labels, from.labels) && !sameValue(from.labels, to.labels)) stored.scenarios.setLabels(id, to.labels, at);
    stored.scenarios.setTrashed(id, to.trashedAt);
  }

  #addDeck({ decks, revisions }: Repositories, { title, items }: ImportedDeck, ids: readonly string[], at: number): string {
    const placed = items.map(({ scenario, view, notes }) => {
      const id = typeof scenario === "number" ? ids[scenario] : scenario;
      return { scenario: id === undefined || id === null ? null : { id, revision: revisions.lastNumber(id) }, view, notes };
    });
    const id = this.#newId();
    decks.put({ id, title, items: placed }, at);
    return id;
  }
}

const momentOf = (stored: Repositories, id: string): ScenarioMoment => ({
  revision: stored.revisions.lastNumber(id),
  labels: labelsOf(stored, id),
  trashedAt: stored.scenarios.summary(id)?.trashedAt ?? null,
});

const withEmptyFilled = (own: ScenarioLabels, others: ScenarioLabels): ScenarioLabels => ({
  title: own.title,
  notes: own.notes || others.notes,
  tags: own.tags.length > 0 ? own.tags : others.tags,
  question: own.question || others.question,
  hypothesis: own.hypothesis || others.hypothesis,
  findings: own.findings || others.findings,
  decision: own.decision || others.decision,
});

/** "A (copy)", "A (copy 2)" …: the first that is free; it is taken from then on. */
function copyTitle(title: string, taken: Set<string>): string {
  let number = 1;
  const candidate = (): string => `${title} (copy${number === 1 ? "" : ` ${number}`})`;
  while (taken.has(candidate())) number++;
  taken.add(candidate());
  return candidate();
}
