/** How the window looks at the scenario: screen, selection, panels, messages. Never saved with a scenario and never part of undo. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { RevisionInfo, Sample } from "../../shared/ipc/channels.ts";
import type { ImportedDataset } from "../../shared/ipc/dataset-library.ts";
import type { ImportPreview } from "../../shared/ipc/file-exchange.ts";
import type { Result } from "../../shared/result.ts";
import type { ChartChoice, ExploreSelection, PinnedScenario, Weighting } from "../../shared/view/explore/explore-types.ts";

export type ScreenId = "explore" | "compare" | "stress" | "uncertainty" | "find" | "explain" | "library" | "data";

/** The parts of the Data screen. */
export type DataTab = "dataset" | "assumptions" | "method" | "history" | "checks" | "switching";

export interface Selection {
  /** An id of the dataset, or "all" for the composite over all minerals. */
  readonly mineral: string;
  /** Stage of stage-level indicators; null = the mineral's headline stage; "*" = one line per stage. */
  readonly stage: string | null;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** At most one action, e.g. Undo. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Something that stays under the title bar until it is solved or dismissed. `key` keeps a repeated failure from stacking. */
export interface Banner {
  readonly key: string;
  readonly tone: "info" | "warn" | "error";
  readonly title: string;
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly primary?: boolean; readonly run: () => void }[];
}

export type DialogState =
  | { readonly kind: "samples"; readonly samples: readonly Sample[] }
  | {
      readonly kind: "confirm";
      readonly title: string;
      readonly text: string;
      readonly confirm: string;
      readonly destructive: boolean;
      readonly run: () => void;
    }
  | { readonly kind: "title"; readonly title: string; readonly confirm: string; readonly value: string; readonly run: (title: string) => void }
  | { readonly kind: "error"; readonly error: AppError }
  /** `number` is the revision shown first; revisions newest first. */
  | { readonly kind: "revisions"; readonly id: string; readonly title: string; readonly revisions: readonly RevisionInfo[]; readonly number: number }
  | { readonly kind: "import"; readonly preview: ImportPreview }
  /** `outcome` is what became of an import that was asked for just now. */
  | { readonly kind: "datasets"; readonly outcome: Result<ImportedDataset, AppError> | null }
  | { readonly kind: "ledger" }
  | { readonly kind: "backups" }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "palette" }
  | { readonly kind: "about" };

/** A symbol of a formula and the entry in which it stands, by their ids. */
export interface NumbersAsked {
  readonly symbol: string;
  readonly entry: string;
}

/** The row of a number, or the symbol in an entry of the method. */
export type CameFrom = { readonly kind: "number"; readonly row: string } | ({ readonly kind: "symbol" } & NumbersAsked);

export interface SessionState {
  readonly screen: ScreenId;
  readonly selection: Selection;
  readonly outcomeYear: number;
  /** How minerals are averaged into the composite. */
  readonly weighting: Weighting;
  /** Left chart: the dependence line with its references, or its parts. */
  readonly leftChart: ExploreSelection["left"];
  /** What the right chart shows; null = what goes with the lever in hand. */
  readonly rightIndicator: ChartChoice | null;
  /** The small charts of all minerals stand in the place of tiles, headline, charts and cards. */
  readonly wall: boolean;
  /** Scenarios whose lines stay on the charts. */
  readonly pins: readonly PinnedScenario[];
  readonly leverTab: "levers" | "world";
  readonly dataTab: DataTab;
  /** Row of the dataset in hand; null = the first. */
  readonly dataRow: string | null;
  /** Numbers of a symbol of the method that the dataset is narrowed to; null = all. */
  readonly numbersAsked: NumbersAsked | null;
  /** Entry of the method that was asked for; null = its beginning. */
  readonly methodEntry: string | null;
  /** Where an entry of the method, or a number, was come to from, to go back there. */
  readonly cameFrom: CameFrom | null;
  /** Lever whose detail panel is open. */
  readonly detailLever: string | null;
  /** Lever that was touched last: decides which indicators are offered first. */
  readonly leverInHand: string | null;
  readonly toasts: readonly Toast[];
  readonly banners: readonly Banner[];
  readonly dialog: DialogState | null;
  /** What the opening of the database found is shown in the place of the screens. */
  readonly recovery: boolean;
}

export type SessionStore = StoreApi<SessionState>;

export const createSessionStore = (outcomeYear: number, recovery: boolean): SessionStore =>
  createStore<SessionState>(() => ({
    screen: "explore",
    selection: { mineral: "all", stage: null },
    outcomeYear,
    weighting: "equal",
    leftChart: "dependence",
    rightIndicator: null,
    wall: false,
    pins: [],
    leverTab: "levers",
    dataTab: "dataset",
    dataRow: null,
    numbersAsked: null,
    methodEntry: null,
    cameFrom: null,
    detailLever: null,
    leverInHand: null,
    toasts: [],
    banners: [],
    dialog: null,
    recovery,
  }));
