/** Changes of how the window looks at things: never saved with a scenario, never an undo entry. */
import type { Banner, CameFrom, DataTab, DialogState, NumbersAsked, ScreenId, SessionState, SessionStore, Toast } from "./session-store.ts";

export interface ViewActions {
  readonly showScreen: (screen: ScreenId) => void;
  /** A mineral's id, or "all". */
  readonly selectMineral: (mineral: string) => void;
  readonly setOutcomeYear: (year: number) => void;
  /** Stage of stage-level indicators; null = the mineral's headline stage. */
  readonly selectStage: (stage: string | null) => void;
  readonly setWeighting: (weighting: SessionState["weighting"]) => void;
  readonly setLeftChart: (left: SessionState["leftChart"]) => void;
  /** null = the indicator that goes with the lever in hand. */
  readonly setRightIndicator: (indicator: SessionState["rightIndicator"]) => void;
  /** Shows or hides the wall of all minerals. */
  readonly showWall: (wall: boolean) => void;
  readonly setPins: (pins: SessionState["pins"]) => void;
  readonly setLeverTab: (tab: SessionState["leverTab"]) => void;
  readonly setDataTab: (tab: DataTab) => void;
  /** Opens published figures against recomputed ones. */
  readonly showHistory: () => void;
  readonly selectDataRow: (row: string) => void;
  /** Opens the dataset at a number, by the id of its row. */
  readonly showNumber: (row: string) => void;
  /** Opens the dataset at the numbers of a symbol of the method. */
  readonly showNumbers: (asked: NumbersAsked) => void;
  /** Opens the method at an entry, by its id; `cameFrom` offers the way back, or, a symbol, takes the focus. */
  readonly showMethod: (entry: string, cameFrom?: CameFrom) => void;
  /** Opens the detail panel of a lever; null closes it. */
  readonly openDetail: (leverId: string | null) => void;
  readonly setLeverInHand: (leverId: string | null) => void;
  readonly toast: (text: string, action?: Toast["action"]) => void;
  readonly dismissToast: (id: number) => void;
  /** Replaces a banner with the same key. */
  readonly showBanner: (banner: Banner) => void;
  readonly hideBanner: (key: string) => void;
  /** Shows, or leaves, what the opening of the database found. */
  readonly showRecovery: (recovery: boolean) => void;
  readonly openDialog: (dialog: DialogState) => void;
  readonly closeDialog: () => void;
}

const NOTHING_ASKED = { numbersAsked: null, methodEntry: null, cameFrom: null } as const;

/** More than this many messages at once are noise; the oldest leaves. */
const MOST_TOASTS = 3;

export function createViewActions(session: SessionStore): ViewActions {
  const set = (part: Partial<SessionState>): void => session.setState(part);
  let lastToast = 0;
  return {
    showScreen: (screen) => set({ screen }),
    selectMineral: (mineral) => set({ selection: { mineral, stage: null } }),
    selectStage: (stage) => session.setState(({ selection }) => ({ selection: { ...selection, stage } })),
    setOutcomeYear: (outcomeYear) => set({ outcomeYear }),
    setWeighting: (weighting) => set({ weighting }),
    setLeftChart: (leftChart) => set({ leftChart }),
    setRightIndicator: (rightIndicator) => set({ rightIndicator }),
    showWall: (wall) => set({ wall }),
    setPins: (pins) => set({ pins }),
    setLeverTab: (leverTab) => set({ leverTab }),
    setDataTab: (dataTab) => set({ dataTab, ...NOTHING_ASKED }),
    showHistory: () => set({ screen: "data", dataTab: "history", ...NOTHING_ASKED }),
    selectDataRow: (dataRow) => set({ dataRow }),
    showNumber: (dataRow) => set({ screen: "data", dataTab: "dataset", ...NOTHING_ASKED, dataRow, cameFrom: { kind: "number", row: dataRow } }),
    showNumbers: (numbersAsked) => set({ screen: "data", dataTab: "dataset", ...NOTHING_ASKED, dataRow: null, numbersAsked }),
    showMethod: (methodEntry, cameFrom) => set({ screen: "data", dataTab: "method", ...NOTHING_ASKED, methodEntry, cameFrom: cameFrom ?? null }),
    openDetail: (detailLever) => set(detailLever === null ? { detailLever } : { detailLever, leverInHand: detailLever }),
    setLeverInHand: (leverInHand) => set({ leverInHand }),
    toast: (text, action = null) => session.setState(({ toasts }) => ({ toasts: [...toasts, { id: ++lastToast, text, action }].slice(-MOST_TOASTS) })),
    dismissToast: (id) => session.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
    showBanner: (banner) => session.setState(({ banners }) => ({ banners: [...banners.filter(({ key }) => key !== banner.key), banner] })),
    hideBanner: (key) =>
      session.setState((state) => (state.banners.some((banner) => banner.key === key) ? { banners: state.banners.filter((b) => b.key !== key) } : state)),
    showRecovery: (recovery) => set({ recovery }),
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
  };
}
