/** Decks and their items. Throws SqliteError and UnreadableColumn. */
import { z } from "zod";
import type { Deck, DeckItem, DeckSummary, DeckView } from "../../shared/scenario/deck.ts";
import type { Connection, Statement } from "./connection.ts";
import { UnreadableColumn } from "./stored-json.ts";

interface SummaryRow {
  readonly id: string;
  readonly title: string;
  readonly items: number;
  readonly created_at: number;
  readonly changed_at: number;
  readonly trashed_at: number | null;
}

interface ItemRow {
  readonly scenario_id: string | null;
  readonly revision: number | null;
  readonly view: string;
  readonly notes: string;
}

const viewSchema = z.strictObject({
  screen: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
}) satisfies z.ZodType<DeckView>;

export class DeckRepository {
  readonly #list: Statement<SummaryRow>;
  readonly #title: Statement<{ readonly title: string }>;
  readonly #items: Statement<ItemRow>;
  readonly #put: Statement;
  readonly #dropItems: Statement;
  readonly #putItem: Statement;
  readonly #setTrashed: Statement;

  constructor(db: Connection) {
    this.#list = db.prepare(`
      SELECT id, title, created_at, changed_at, trashed_at, (SELECT count(*) FROM deck_item WHERE deck_id = deck.id) AS items
      FROM deck ORDER BY changed_at DESC, id`);
    this.#title = db.prepare("SELECT title FROM deck WHERE id = ?");
    this.#items = db.prepare("SELECT scenario_id, revision, view, notes FROM deck_item WHERE deck_id = ? ORDER BY position");
    this.#put = db.prepare(`
      INSERT INTO deck (id, title, created_at, changed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, changed_at = excluded.changed_at`);
    this.#dropItems = db.prepare("DELETE FROM deck_item WHERE deck_id = ?");
    this.#putItem = db.prepare("INSERT INTO deck_item (deck_id, position, scenario_id, revision, view, notes) VALUES (?, ?, ?, ?, ?, ?)");
    this.#setTrashed = db.prepare("UPDATE deck SET trashed_at = ? WHERE id = ?");
  }

  /** Every deck, the trashed ones too, last changed first. */
  list(): readonly DeckSummary[] {
    return this.#list.all().map(({ id, title, items, created_at, changed_at, trashed_at }) => ({
      id,
      title,
      items,
      createdAt: created_at,
      changedAt: changed_at,
      trashedAt: trashed_at,
    }));
  }

  has(id: string): boolean {
    return this.#title.get(id) !== undefined;
  }

  read(id: string): Deck | null {
    const row = this.#title.get(id);
    return row === undefined ? null : { id, title: row.title, items: this.#items.all(id).map(toItem) };
  }

  /** Writes the deck as a whole: title and all items. */
  put({ id, title, items }: Deck, at: number): void {
    this.#put.run(id, title, at, at);
    this.#dropItems.run(id);
    for (const [position, { scenario, view, notes }] of items.entries()) {
      this.#putItem.run(id, position, scenario?.id ?? null, scenario?.revision ?? null, JSON.stringify(view), notes);
    }
  }

  /** Answers false when there is no such deck. */
  setTrashed(id: string, at: number | null): boolean {
    return this.#setTrashed.run(at, id).changes === 1;
  }
}

function toItem({ scenario_id: id, revision, view, notes }: ItemRow): DeckItem {
  const parsed = viewSchema.safeParse(JSON.parse(view));
  if (!parsed.success) throw new UnreadableColumn("a view of it has the wrong shape");
  return { scenario: id === null || revision === null ? null : { id, revision }, view: parsed.data, notes };
}
