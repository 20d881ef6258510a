/** Decks as the rest of the main process sees them. Every method answers a value; a write answers ok only after its commit. */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { Result } from "../../shared/result.ts";
import type { Deck, DeckItem, DeckSummary } from "../../shared/scenario/deck.ts";
import { Refusal } from "./store-session.ts";
import type { Repositories, StoreSession } from "./store-session.ts";
import { UnreadableColumn } from "./stored-json.ts";

export class DeckStore {
  readonly #session: StoreSession;
  readonly #newId: () => string;

  constructor(session: StoreSession, newId: () => string) {
    this.#session = session;
    this.#newId = newId;
  }

  /** Every deck, the trashed ones too, last changed first. */
  list(): Result<readonly DeckSummary[], AppError> {
    return this.#session.read(({ decks }) => decks.list());
  }

  open(id: string): Result<Deck, AppError> {
    return this.#session.read(({ decks }) => read(decks, id));
  }

  create(title: string, items: readonly DeckItem[] = []): Result<Deck, AppError> {
    return this.#session.write((repositories, at) => put(repositories, { id: this.#newId(), title, items }, at));
  }

  /** Replaces title and items as a whole. An item that names a revision which does not exist is refused, and nothing changes. */
  update(deck: Deck): Result<Deck, AppError> {
    return this.#session.write((repositories, at) => {
      if (!repositories.decks.has(deck.id)) refuseMissing(deck.id);
      return put(repositories, deck, at);
    });
  }

  trash(id: string): Result<readonly DeckSummary[], AppError> {
    return this.#session.write(({ decks }, at) => (decks.setTrashed(id, at) ? decks.list() : refuseMissing(id)));
  }

  restore(id: string): Result<readonly DeckSummary[], AppError> {
    return this.#session.write(({ decks }) => (decks.setTrashed(id, null) ? decks.list() : refuseMissing(id)));
  }
}

function put({ decks, revisions }: Repositories, deck: Deck, at: number): Deck {
  for (const { scenario } of deck.items) {
    if (scenario !== null && !revisions.has(scenario.id, scenario.revision)) throw new Refusal({ code: "scenario-not-found", id: scenario.id });
  }
  decks.put(deck, at);
  return deck;
}

function read(decks: Repositories["decks"], id: string): Deck {
  try {
    return decks.read(id) ?? refuseMissing(id);
  } catch (cause) {
    if (cause instanceof UnreadableColumn) throw new Refusal({ code: "deck-unreadable", id, reason: cause.message });
    throw cause;
  }
}

function refuseMissing(id: string): never {
  throw new Refusal({ code: "deck-not-found", id });
}
