/**
 * Everything that opens, keeps, renames or moves whole scenarios, by way of the main process.
 * Each action takes its turn in one queue with autosave. Failures are shown here; callers only learn whether it happened.
 */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { OpenScenario, PlannerApi, Reply, ScenarioSummary } from "../../shared/ipc/channels.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { Autosave } from "./autosave.ts";
import { afterRevision, freshScenario, hasUnwrittenEdits, openedScenario } from "./document-store.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import type { LibraryStore } from "./library-store.ts";
import type { Serial } from "./serial.ts";
import type { ViewActions } from "./view-actions.ts";

export interface ScenarioActions {
  /** Makes a revision of the open scenario; resolves to whether it was made. */
  readonly save: () => Promise<boolean>;
  readonly saveAs: (title: string) => Promise<boolean>;
  readonly openScenario: (id: string) => Promise<boolean>;
  /** A fresh status-quo scenario, in the store from its first settled change on. */
  readonly newScenario: () => Promise<boolean>;
  readonly duplicate: (id: string) => Promise<void>;
  /** Labels of any scenario; those of the open one go through `edit.setLabels`, so that undo covers them. */
  readonly setLabels: (id: string, labels: Partial<ScenarioLabels>) => Promise<void>;
  readonly trash: (ids: readonly string[]) => Promise<void>;
  readonly restore: (ids: readonly string[]) => Promise<void>;
  readonly importFile: () => Promise<void>;
  readonly exportFile: (ids: readonly string[]) => Promise<void>;
  readonly refreshLibrary: () => Promise<void>;
  /** Reads the details of a library row; null closes them. */
  readonly selectRow: (id: string | null) => Promise<void>;
}

export interface ScenarioPorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly library: LibraryStore;
  readonly view: ViewActions;
  readonly autosave: Autosave;
  readonly serial: Serial;
  readonly defaultWorld: string;
  readonly endGesture: () => void;
  readonly setLabelsOfOpen: (labels: Partial<ScenarioLabels>) => void;
  /** Another scenario has become the open one. */
  readonly onEntered: (state: DocumentState) => void;
  /** The open scenario got its row. */
  readonly onCreated: (id: string) => void;
}

export const UNTITLED = "Untitled scenario";

export function createScenarioActions(ports: ScenarioPorts): ScenarioActions {
  const { api, documents, library, view, serial, autosave } = ports;
  /** What this window still holds of scenarios that are not open: their undo history, and edits that could not be written. */
  const kept = new Map<string, Pick<DocumentState, "history"> & { readonly unwritten: boolean }>();

  const show = (error: AppError): false => {
    view.openDialog({ kind: "error", error });
    return false;
  };

  async function refreshLibrary(): Promise<void> {
    if (library.getState().status === "ready") library.setState({ status: "stale" });
    const listed = await api.invoke("scenario:list", null);
    library.setState(listed.ok ? { status: "ready", scenarios: listed.value, error: null } : { status: "failed", error: listed.error });
  }

  function takeList(listed: Reply<"scenario:trash">): listed is Extract<Reply<"scenario:trash">, { ok: true }> {
    if (listed.ok) library.setState({ status: "ready", scenarios: listed.value, error: null });
    else show(listed.error);
    return listed.ok;
  }

  /** Writes and sets aside the open scenario; false when it has no row and could not get one, unless `force`. */
  async function leave(force: () => void): Promise<boolean> {
    ports.endGesture();
    const failure = await autosave.drain();
    const state = documents.getState();
    if (state.id !== null) {
      kept.set(state.id, { history: state.history, unwritten: hasUnwrittenEdits(state) });
      return true;
    }
    if (failure === null) return true;
    view.openDialog({
      kind: "confirm",
      title: `Leave ${state.labels.title}?`,
      text: "It could not be written to the scenario database and would be lost. Export is not possible before it is written either.",
      confirm: "Leave and lose it",
      destructive: true,
      run: force,
    });
    return false;
  }

  function enter(state: DocumentState): true {
    documents.setState(state, true);
    view.hideBanner("draft");
    ports.onEntered(state);
    return true;
  }

  const openNow = async (id: string, force = false): Promise<boolean> => {
    if (documents.getState().id === id) return true;
    if (!force && !(await leave(() => void serial(() => openNow(id, true))))) return false;
    const opened = await api.invoke("scenario:open", { id });
    return opened.ok ? enter(openedScenario(opened.value, kept.get(id))) : show(opened.error);
  };

  const newNow = async (force = false): Promise<boolean> => {
    if (!force && !(await leave(() => void serial(() => newNow(true))))) return false;
    return enter(freshScenario(statusQuoDocument(ports.defaultWorld), freeTitle(library.getState().scenarios)));
  };

  /** The open scenario's id, with a row made for it first where it has none. */
  async function rowOfOpen(): Promise<string | null> {
    const { id, history } = documents.getState();
    if (id !== null) return id;
    const created = await api.invoke("scenario:create", history.present);
    if (!created.ok) {
      show(created.error);
      return null;
    }
    documents.setState((now) => afterRevision(now, created.value), true);
    ports.onCreated(created.value.id);
    return created.value.id;
  }

  async function saveNow(): Promise<boolean> {
    ports.endGesture();
    const failure = await autosave.drain();
    if (failure !== null) return show(failure);
    const id = await rowOfOpen();
    if (id === null) return false;
    const before = documents.getState();
    const saved = await api.invoke("scenario:save", { id, document: before.document });
    if (!saved.ok) return show(saved.error);
    documents.setState((now) => afterRevision(now, saved.value), true);
    const { revision } = saved.value;
    view.toast(revision === before.revision ? `Nothing to save: same as revision ${revision}` : `Saved as revision ${revision}`);
    await refreshLibrary();
    return true;
  }

  async function saveAsNow(title: string): Promise<boolean> {
    ports.endGesture();
    const from = documents.getState().id;
    if (from === null) {
      ports.setLabelsOfOpen({ title });
      return saveNow();
    }
    const failure = await autosave.drain();
    if (failure !== null) return show(failure);
    const made = await api.invoke("scenario:save-as", { from, title, document: documents.getState().document });
    if (!made.ok) return show(made.error);
    const { history } = documents.getState();
    kept.set(from, { history, unwritten: false });
    enter(openedScenario(made.value));
    view.toast(`Saved as ${title}`);
    await refreshLibrary();
    return true;
  }

  async function duplicateNow(id: string): Promise<void> {
    await autosave.drain();
    const source = await api.invoke("scenario:open", { id });
    if (!source.ok) return void show(source.error);
    const document = currentDocument(source.value);
    const title = `${source.value.labels.title} (copy)`;
    const made = await api.invoke("scenario:save-as", { from: id, title, document });
    if (!made.ok) return void show(made.error);
    view.toast(`Duplicated as ${title}`);
    await refreshLibrary();
    await selectRow(made.value.id);
  }

  async function setLabelsNow(id: string, labels: Partial<ScenarioLabels>): Promise<void> {
    if (id === documents.getState().id) {
      ports.setLabelsOfOpen(labels);
      await autosave.drain();
    } else {
      const changed = await api.invoke("scenario:set-labels", { id, labels });
      if (!changed.ok) return void show(changed.error);
    }
    await refreshLibrary();
    await selectRow(library.getState().selected);
  }

  async function trashNow(ids: readonly string[]): Promise<void> {
    const open = documents.getState().id;
    const takesOpen = open !== null && ids.includes(open);
    if (takesOpen) await autosave.drain();
    const titles = library.getState().scenarios.filter(({ id }) => ids.includes(id));
    if (!takeList(await api.invoke("scenario:trash", { ids }))) return;
    if (takesOpen) await newNow();
    if (ids.includes(library.getState().selected ?? "")) await selectRow(null);
    view.toast(titles.length === 1 ? `${titles[0]!.title} moved to trash` : `${ids.length} scenarios moved to trash`, {
      label: "Undo",
      run: () => void serial(() => restoreNow(ids, takesOpen ? open : null)),
    });
  }

  async function restoreNow(ids: readonly string[], reopen: string | null): Promise<void> {
    if (!takeList(await api.invoke("scenario:restore", { ids }))) return;
    if (reopen !== null) await openNow(reopen);
    else view.toast(ids.length === 1 ? "Restored" : `${ids.length} scenarios restored`);
  }

  async function selectRow(id: string | null): Promise<void> {
    library.setState((state) => ({ selected: id, detail: state.detail?.id === id ? state.detail : null }));
    if (id === null) return;
    const opened = await api.invoke("scenario:open", { id });
    if (library.getState().selected !== id) return;
    if (opened.ok) library.setState({ detail: opened.value });
    else show(opened.error);
  }

  return {
    save: () => serial(saveNow),
    saveAs: (title) => serial(() => saveAsNow(title)),
    openScenario: (id) => serial(() => openNow(id)),
    newScenario: () => serial(() => newNow()),
    duplicate: (id) => serial(() => duplicateNow(id)),
    setLabels: (id, labels) => serial(() => setLabelsNow(id, labels)),
    trash: (ids) => serial(() => trashNow(ids)),
    restore: (ids) => serial(() => restoreNow(ids, null)),
    importFile: () =>
      serial(async () => {
        const imported = await api.invoke("file:import", null);
        if (!imported.ok) return void show(imported.error);
        const [first, ...more] = imported.value.ids;
        if (first === undefined) return;
        await refreshLibrary();
        await selectRow(first);
        view.showScreen("library");
        view.toast(more.length === 0 ? "Imported 1 scenario" : `Imported ${more.length + 1} scenarios`);
      }),
    exportFile: (ids) =>
      serial(async () => {
        const failure = await autosave.drain();
        if (failure !== null) return void show(failure);
        const exported = await api.invoke("file:export", { ids });
        if (!exported.ok) return void show(exported.error);
        if (exported.value.file !== null) view.toast(`Exported to ${exported.value.file}`);
      }),
    refreshLibrary: () => serial(refreshLibrary),
    selectRow,
  };
}

/** What the scenario says now: its draft where it has one. */
export const currentDocument = (open: OpenScenario): DocumentState["document"] => {
  const document = open.draft?.document ?? open.saved;
  if (!document) throw new Error(`scenario ${open.id} has neither revision nor draft`);
  return document;
};

/** "Untitled scenario", with the first number that no scenario has. */
export function freeTitle(scenarios: readonly Pick<ScenarioSummary, "title">[]): string {
  const taken = new Set(scenarios.map(({ title }) => title));
  if (!taken.has(UNTITLED)) return UNTITLED;
  let number = 2;
  while (taken.has(`${UNTITLED} ${number}`)) number++;
  return `${UNTITLED} ${number}`;
}
