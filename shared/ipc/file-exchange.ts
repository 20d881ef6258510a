/** What the window is told of `.lodestone` files: what an import would bring, what became of it, and what an export wrote. Types only, as in `channels.ts`. */
import type { AppError } from "../errors/app-error.ts";
import type { ScenarioDocument, ScenarioLabels } from "../scenario/scenario.ts";

/** A scenario as it stands in the window, for an export when it cannot be written to the store. `id` null = it has no row yet. */
export interface EditedScenario {
  readonly id: string | null;
  readonly labels: ScenarioLabels;
  readonly document: ScenarioDocument;
}

export interface ExportDone {
  /** Empty when the dialog was closed. */
  readonly files: readonly string[];
  readonly scenarios: number;
  /** Of these, how many went as drafts: edited since the last revision, so without its numbers. */
  readonly withoutResult: number;
  readonly decks: number;
}

/** new: as a scenario of its own, beside one with the same id as a copy. revision: as the next revision of the one that is here. */
export type ImportChoice = "new" | "revision" | "skip";

/** One scenario of a file that could be imported. */
export interface ImportLine {
  readonly title: string;
  readonly tags: readonly string[];
  /** Their beginning. */
  readonly notes: string;
  readonly code: string;
  /** Its label; the user's own name for a world of their own. */
  readonly world: string;
  readonly changedLevers: number;
  /**
   * none: it has no numbers and arrives as a draft. same: computed again here, bit for bit. elsewhere: from another model or other data.
   * differs: from today's model and data, which compute something else: somebody changed it. unchecked: one result of very many.
   */
  readonly result: "none" | "same" | "elsewhere" | "differs" | "unchecked";
  readonly modelVersion: string | null;
  readonly dataVintage: string | null;
  /** Share of need met from abroad in `headlineYear`, as in the library. */
  readonly headline: number | null;
  readonly headlineYear: number | null;
  /** The scenario here with the same id. */
  readonly existing: ExistingScenario | null;
}

export interface ExistingScenario {
  readonly id: string;
  readonly title: string;
  /** Number of its last revision; 0 = only a draft. */
  readonly revision: number;
  readonly trashed: boolean;
  /** It says the same already: labels, inputs and result. */
  readonly isSame: boolean;
}

/** A dataset in a file: how far it is the one in use here. */
export interface FileVintage {
  readonly vintage: string;
  readonly isHere: boolean;
  /** Tables with rows that the dataset here does not have. */
  readonly differing: readonly { readonly table: string; readonly rows: number }[];
}

export interface ImportFileInfo {
  /** Name without folder. */
  readonly file: string;
  /** Why it cannot be imported; the rest is empty then. */
  readonly error: AppError | null;
  /** Version of Lodestone that wrote it; "" = by hand. */
  readonly app: string;
  readonly lines: readonly ImportLine[];
  readonly decks: readonly { readonly title: string; readonly items: number }[];
  readonly vintages: readonly FileVintage[];
}

export interface ImportPreview {
  /** Names the preview when its import is asked for; only the last one is kept. */
  readonly token: string;
  readonly files: readonly ImportFileInfo[];
}

export interface ImportedScenario {
  readonly id: string;
  /** False: it became a revision of the scenario. */
  readonly isNew: boolean;
}

export interface ImportAnswer {
  readonly scenarios: readonly ImportedScenario[];
  readonly decks: number;
  /** Names the import when it is to be taken back. */
  readonly step: string;
}

/** What is chosen until somebody chooses otherwise: an import adds, and changes nothing that is here. */
export const firstChoice = ({ existing }: ImportLine): ImportChoice => (existing?.isSame === true && !existing.trashed ? "skip" : "new");
