/** Scenarios that come from elsewhere or from copies: what an import brings, and duplicates. Each request is done whole or not at all. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Result } from "../../shared/result.ts";
import type { DeckView } from "../../shared/scenario/deck.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { StoreContext } from "./scenario-store.ts";
import { ScenarioWriter } from "./scenario-writer.ts";
import type { Repositories, StoreSession } from "./store-session.ts";
import { documentOf, labelsOf, lastLine, readable, resultOf } from "./stored-scenario.ts";

export interface ImportedScenario {
  /** Its id where it comes from: kept when nothing here has it, "" = none. */
  readonly id: string;
  readonly labels: ScenarioLabels;
  readonly document: ScenarioDocument;
  /** Without a result it arrives as a draft, with one as a revision. */
  readonly result: RunResult | null;
  /** Becomes the next revision of this scenario, not a new one; needs a result. */
  readonly into: string | null;
}

export interface ImportedDeck {
  readonly title: string;
  /** `scenario` is an index into the imported scenarios; null = a view without one. */
  readonly items: readonly { readonly scenario: number | null; readonly view: DeckView; readonly notes: string }[];
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

  /** All of it or nothing. Answers the scenarios' ids in the same order. */
  import({ scenarios, decks = [], datasets = [] }: Imported): Result<readonly string[], AppError> {
    return this.#session.write((stored, at) => {
      for (const dataset of datasets) stored.revisions.keepDataset(dataset, at);
      const ids = scenarios.map((scenario) => (scenario.into === null ? this.#add(stored, scenario, at) : this.#addTo(stored, scenario.into, scenario, at)));
      for (const deck of decks) this.#addDeck(stored, deck, ids, at);
      return ids;
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

  #add(stored: Repositories, { id: wanted, labels, document, result }: ImportedScenario, at: number): string {
    const id = wanted !== "" && stored.scenarios.labels(wanted) === null ? wanted : this.#newId();
    stored.scenarios.insert(id, labels, at);
    if (result === null) this.#writer.putDraft(stored, id, document, at);
    else this.#writer.append(stored, id, document, result, at);
    return id;
  }

  /** The labels here stay, but for those that are empty; a draft here stays unsaved; out of the trash it comes. */
  #addTo(stored: Repositories, id: string, { labels, document, result }: ImportedScenario, at: number): string {
    const own = labelsOf(stored, id);
    if (result === null) throw new RangeError("a revision needs a result");
    const last = lastLine(stored, id);
    const isThere =
      last !== null && sameValue(documentOf(id, own.title, last), document) && sameValue(resultOf(stored, id, own.title, last.number).planner, result.planner);
    if (!isThere) this.#writer.append(stored, id, document, result, at);
    const filled = withEmptyFilled(own, labels);
    if (!sameValue(own, filled)) stored.scenarios.setLabels(id, filled, at);
    stored.scenarios.setTrashed(id, null);
    return id;
  }

  #addDeck({ decks, revisions }: Repositories, { title, items }: ImportedDeck, ids: readonly string[], at: number): void {
    const placed = items.map(({ scenario, view, notes }) => {
      const id = scenario === null ? undefined : ids[scenario];
      return { scenario: id === undefined ? null : { id, revision: revisions.lastNumber(id) }, view, notes };
    });
    decks.put({ id: this.#newId(), title, items: placed }, at);
  }
}

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
