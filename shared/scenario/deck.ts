/** A deck: saved scenarios and views in the order they are presented, each with what the speaker says. */

/** A screen and its view settings; the screen that made them reads them. */
export interface DeckView {
  readonly screen: string;
  readonly settings: Readonly<Record<string, string | number | boolean | null>>;
}

export interface DeckItem {
  /** The revision that was cleared: later ones do not change the deck. null = a view without a scenario. */
  readonly scenario: { readonly id: string; readonly revision: number } | null;
  readonly view: DeckView;
  readonly notes: string;
}

export interface DeckSummary {
  readonly id: string;
  readonly title: string;
  readonly items: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly trashedAt: number | null;
}

export interface Deck {
  readonly id: string;
  readonly title: string;
  readonly items: readonly DeckItem[];
}
