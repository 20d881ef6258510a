/**
 * Every message between window and main process: names and types only, no values beyond the names, so that the sandboxed preload stays small.
 * `contract.schema.ts` holds the matching runtime schemas; a test proves that the two tables have the same rows.
 */
import type { NirTable } from "../dataset/nir-table.ts";
import type { AppError } from "../errors/app-error.ts";
import type { RunResult } from "../model/run-result.ts";
import type { Result } from "../result.ts";
import type { ScenarioDocument, ScenarioLabels } from "../scenario/scenario.ts";
import type { BootInfo, Settings } from "./boot-info.ts";
import type { DatasetEntry, DatasetSource, ImportedDataset, RemovedDataset } from "./dataset-library.ts";
import type { DatasetText } from "./dataset-text.ts";
import type { EditedScenario, ExportDone, ImportAnswer, ImportChoice, ImportPreview } from "./file-exchange.ts";
import type { BackupInfo } from "./store-opening.ts";

/** A worked example that ships with the app. */
export interface Sample {
  readonly labels: ScenarioLabels;
  readonly document: ScenarioDocument;
}

/** One line of the library. `headline` is the composite import dependence of the last revision in `headlineYear`; null before the first save. */
export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly world: string;
  readonly changedLevers: number;
  /** Number of the last revision; 0 = only a draft. */
  readonly revision: number;
  readonly hasUnsavedDraft: boolean;
  readonly changedAt: number;
  readonly trashedAt: number | null;
  readonly headline: number | null;
  readonly headlineYear: number | null;
  /** Mean public cost per year 2027–2035, million. */
  readonly costMusdPerYr: number | null;
  readonly modelVersion: string | null;
  readonly dataVintage: string | null;
}

export type SortColumn = "title" | "headline" | "cost" | "levers" | "changed";

/** What a list of scenarios is asked for. */
export interface ScenarioQuery {
  /** Words that title, notes, the four fields, tags, code or world must hold. */
  readonly text: string;
  /** null = any. */
  readonly tag: string | null;
  /** Only what is in the trash, or only what is not. */
  readonly trash: boolean;
  readonly sort: SortColumn;
  readonly descending: boolean;
}

/** Some rows of a list, and what is known of all of it. */
export interface ScenarioPage {
  /** Place of the first row among all that fit the query. */
  readonly from: number;
  readonly rows: readonly ScenarioSummary[];
  /** How many fit the query. */
  readonly total: number;
  /** Outside the trash; of these stored with another model or other data; in the trash. */
  readonly counts: { readonly scenarios: number; readonly elsewhere: number; readonly trashed: number };
  /** Tags in use outside the trash, A to Z. */
  readonly tags: readonly string[];
  /** The largest public cost per year outside the trash, million: all costs in a list are shown on its scale. */
  readonly largestCost: number;
}

export interface RevisionInfo {
  readonly number: number;
  readonly savedAt: number;
  /** "Strategic reserve 0 to 180 days", newest change first; made by the main process from the two documents. */
  readonly changes: readonly string[];
  readonly modelVersion: string;
  readonly dataVintage: string;
}

/** A scenario as opened: labels, the last revision with its stored result, and the draft if one differs. */
export interface OpenScenario {
  readonly id: string;
  readonly labels: ScenarioLabels;
  readonly revision: number;
  readonly savedAt: number | null;
  readonly saved: ScenarioDocument | null;
  readonly result: RunResult | null;
  readonly draft: { readonly document: ScenarioDocument; readonly savedAt: number } | null;
  readonly revisions: readonly RevisionInfo[];
}

/** What tells the change of a stored result apart, beside that result itself. */
export interface LedgerRuns {
  /** The revision whose inputs were run. */
  readonly revision: number;
  /** Today's model on the data of then; null = they are not held here. */
  readonly oldData: RunResult | null;
  /** Today's model on today's data. */
  readonly newData: RunResult;
}

/** An earlier revision as it was saved, with the numbers it had then. */
export interface OpenRevision {
  readonly number: number;
  readonly savedAt: number;
  readonly document: ScenarioDocument;
  readonly result: RunResult;
}

/** What closing the window would lose: scenarios with edits that are in memory only, and the sentence that says why. */
export interface Unwritten {
  readonly titles: readonly string[];
  readonly why: string;
}

/** A chart as a file: a picture, or its numbers as comma-separated text. */
export type ChartContent = { readonly kind: "png"; readonly png: Uint8Array } | { readonly kind: "csv"; readonly text: string };

/** channel → what goes in, what comes back (always as a Result with an AppError). */
export interface Requests {
  readonly "app:boot": { readonly input: null; readonly output: BootInfo };
  readonly "dataset:load": { readonly input: null; readonly output: DatasetText };
  /** Published net import reliance recomputed; null where the dataset has no such table. */
  readonly "dataset:history": { readonly input: null; readonly output: NirTable | null };
  /** Every dataset that can be chosen, the one that ships first. */
  readonly "dataset:list": { readonly input: null; readonly output: readonly DatasetEntry[] };
  /** Asks for a folder or a zip file, checks it in full and keeps a copy beside the others; null when the dialog was closed. The dataset in use stays. */
  readonly "dataset:import": { readonly input: { readonly from: DatasetSource }; readonly output: ImportedDataset | null };
  /** Puts an imported dataset that is not in use aside; its scenarios stay where they are. */
  readonly "dataset:remove": { readonly input: { readonly key: string }; readonly output: RemovedDataset };
  /** Takes one that was put aside among the others again. */
  readonly "dataset:put-back": { readonly input: { readonly name: string }; readonly output: null };
  /** Opens another dataset with the scenarios that belong to it, now and at every start; the window has to be loaded again. */
  readonly "dataset:use": { readonly input: { readonly key: string }; readonly output: null };
  readonly "settings:set": { readonly input: Partial<Settings>; readonly output: Settings };
  readonly "scenario:list": {
    readonly input: { readonly query: ScenarioQuery; readonly from: number; readonly count: number };
    readonly output: ScenarioPage;
  };
  /** All that fit the query, in its order. */
  readonly "scenario:ids": { readonly input: { readonly query: ScenarioQuery }; readonly output: readonly string[] };
  readonly "scenario:create": { readonly input: { readonly labels: ScenarioLabels; readonly document: ScenarioDocument }; readonly output: OpenScenario };
  readonly "scenario:open": { readonly input: { readonly id: string }; readonly output: OpenScenario };
  /**
   * The preferred scenario (null: the one that was open when the window was closed), or, where it is in the trash or gone, the one changed last;
   * null = there is none.
   */
  readonly "scenario:open-last": { readonly input: { readonly id: string } | null; readonly output: OpenScenario | null };
  /** Writes the draft row; answers only after the commit. */
  readonly "scenario:save-draft": {
    readonly input: { readonly id: string; readonly document: ScenarioDocument };
    readonly output: { readonly savedAt: number };
  };
  /** Makes a revision with its result snapshot, computed by the main process from the document, and drops the draft. */
  readonly "scenario:save": { readonly input: { readonly id: string; readonly document: ScenarioDocument }; readonly output: OpenScenario };
  readonly "scenario:save-as": {
    readonly input: { readonly from: string; readonly title: string; readonly document: ScenarioDocument };
    readonly output: OpenScenario;
  };
  /** Copies with labels, last revision, its stored result and the draft; titles get "(copy)". Answers their ids in the same order. */
  readonly "scenario:duplicate": { readonly input: { readonly ids: readonly string[] }; readonly output: readonly string[] };
  /** Back to the last revision: drops the draft. */
  readonly "scenario:discard-draft": { readonly input: { readonly id: string }; readonly output: OpenScenario };
  readonly "scenario:revision": { readonly input: { readonly id: string; readonly number: number }; readonly output: OpenRevision };
  /** The stored inputs of the last revision run again on the data of then and of today; null where that would give the stored result. */
  readonly "scenario:ledger": { readonly input: { readonly id: string }; readonly output: LedgerRuns | null };
  /** The revisions alone, newest first: also of a scenario whose last revision or draft is damaged. */
  readonly "scenario:revisions": { readonly input: { readonly id: string }; readonly output: readonly RevisionInfo[] };
  /** Makes a new revision with the document and the numbers of an old one. An unsaved draft becomes a revision before that. */
  readonly "scenario:restore-revision": { readonly input: { readonly id: string; readonly number: number }; readonly output: OpenScenario };
  readonly "scenario:set-labels": { readonly input: { readonly id: string; readonly labels: Partial<ScenarioLabels> }; readonly output: ScenarioSummary };
  readonly "scenario:trash": { readonly input: { readonly ids: readonly string[] }; readonly output: null };
  readonly "scenario:restore": { readonly input: { readonly ids: readonly string[] }; readonly output: null };
  /** The worked examples that fit the dataset, the one to begin with first. */
  readonly "sample:list": { readonly input: null; readonly output: readonly Sample[] };
  /** Asks where to, then writes; more than fit into one file go into several. `edited` is newer than what the store holds. */
  readonly "file:export": {
    readonly input: { readonly ids: readonly string[]; readonly edited: readonly EditedScenario[] };
    readonly output: ExportDone;
  };
  /**
   * Reads and checks files and says what an import of them would bring; nothing is changed. "dialog" asks which, "waiting" takes those that the system
   * has handed to the app. null: no file.
   */
  readonly "file:open": {
    readonly input: { readonly from: "dialog" | "waiting" | "samples" } | { readonly from: "paths"; readonly paths: readonly string[] };
    readonly output: ImportPreview | null;
  };
  /** Imports what a preview showed, all that is chosen or nothing: one choice per line, in the order of files and lines. */
  readonly "file:import": {
    readonly input: { readonly token: string; readonly choices: readonly ImportChoice[] };
    readonly output: ImportAnswer;
  };
  /** Takes an import of this session back, or brings it again. */
  readonly "file:turn-import": { readonly input: { readonly step: string; readonly way: "undo" | "redo" }; readonly output: null };
  /** Asks where, then writes a picture or a table; `file` is null when the dialog was closed. */
  readonly "file:save-chart": { readonly input: { readonly name: string; readonly content: ChartContent }; readonly output: { readonly file: string | null } };
  /** Puts a picture on the system's clipboard, which the page itself may not touch. */
  readonly "clipboard:write-image": { readonly input: { readonly png: Uint8Array }; readonly output: null };
  /** Newest first, and the folder they lie in. */
  readonly "backup:list": { readonly input: null; readonly output: { readonly folder: string; readonly backups: readonly BackupInfo[] } };
  readonly "backup:make": { readonly input: null; readonly output: BackupInfo };
  /** Puts a backup in the place of the database; answers the backup of the present state that was made before. */
  readonly "backup:restore": { readonly input: { readonly name: string }; readonly output: BackupInfo };
  /** Puts an empty database in the place of the present one; answers the backup of the present state that was made before. */
  readonly "backup:start-empty": { readonly input: null; readonly output: BackupInfo };
  /** Opens the database anew, as the start does. What was in memory only is gone; the window has to be loaded again. */
  readonly "app:reopen-store": { readonly input: null; readonly output: null };
  /** Shows the folder of the backups, or that of the database, in the system's file manager. */
  readonly "app:open-folder": { readonly input: { readonly folder: "data" | "backups" | "damaged" }; readonly output: null };
}

export type Channel = keyof Requests;
export type Input<C extends Channel> = Requests[C]["input"];
export type Reply<C extends Channel> = Result<Requests[C]["output"], AppError>;

export const channels = [
  "app:boot",
  "dataset:load",
  "dataset:history",
  "dataset:list",
  "dataset:import",
  "dataset:remove",
  "dataset:put-back",
  "dataset:use",
  "settings:set",
  "scenario:list",
  "scenario:ids",
  "scenario:create",
  "scenario:open",
  "scenario:open-last",
  "scenario:save-draft",
  "scenario:save",
  "scenario:save-as",
  "scenario:duplicate",
  "scenario:discard-draft",
  "scenario:revision",
  "scenario:revisions",
  "scenario:ledger",
  "scenario:restore-revision",
  "scenario:set-labels",
  "scenario:trash",
  "scenario:restore",
  "sample:list",
  "file:export",
  "file:open",
  "file:import",
  "file:turn-import",
  "file:save-chart",
  "clipboard:write-image",
  "backup:list",
  "backup:make",
  "backup:restore",
  "backup:start-empty",
  "app:reopen-store",
  "app:open-folder",
] as const satisfies readonly Channel[];

/** Main → window: run a command of `shared/command/commands.ts`; write drafts now and answer when done. */
export const COMMAND_EVENT = "command";
export const FLUSH_EVENT = "flush";
export const FLUSHED_EVENT = "flushed";
/** Main → window: the system has handed files to the app. */
export const FILES_EVENT = "files";

/** What the preload puts on `window.planner`. */
export interface PlannerApi {
  readonly invoke: <C extends Channel>(channel: C, input: Input<C>) => Promise<Reply<C>>;
  readonly onCommand: (run: (command: string) => void) => () => void;
  /** Called before the window closes: write what is pending, then say what could not be written (null = nothing). */
  readonly onFlush: (flush: () => Promise<Unwritten | null>) => () => void;
  /** Files are waiting: ask for them with "file:open". */
  readonly onFiles: (run: () => void) => () => void;
  /** Where a dropped file lies; "" when it is not a file of this computer. */
  readonly pathOfFile: (file: File) => string;
}
