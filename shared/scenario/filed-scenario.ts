/** What a `.lodestone` file holds, once read. */
import type { Dataset } from "../dataset/dataset.ts";
import type { RunResult } from "../model/run-result.ts";
import type { DeckView } from "./deck.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario in a file. `id` is "" where the file gives none; `result` is null where none is stored. */
export interface FiledScenario extends Scenario {
  readonly result: RunResult | null;
}

/** A deck in a file. Each item that shows a scenario shows the result that the file holds of it. */
export interface FiledDeck {
  readonly title: string;
  /** `scenario` is the id of one of the file's scenarios; null = a view without one. */
  readonly items: readonly { readonly scenario: string | null; readonly view: DeckView; readonly notes: string }[];
}

export interface ScenarioFile {
  /** Version of Lodestone that wrote the file. */
  readonly app: string;
  readonly scenarios: readonly FiledScenario[];
  readonly decks?: readonly FiledDeck[];
  /** The datasets that the results were computed from, whole. */
  readonly datasets?: readonly Dataset[];
}
