/**
 * What is done to whole scenarios from the library: list, find, label, copy, trash and restore. What changes something can be undone.
 * Failures are shown here; callers only learn whether it happened.
 */
import type { PlannerApi, Reply } from "../../shared/ipc/channels.ts";
import type { ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { Autosave } from "./autosave.ts";
import type { DocumentStore } from "./document-store.ts";
import type { LibraryStore } from "./library-store.ts";
import type { Opening } from "./opening.ts";
import type { Serial } from "./serial.ts";
import type { LibraryStep, UndoStack } from "./undo-stack.ts";
import type { ViewActions } from "./view-actions.ts";

export interface LibraryActions {
  readonly refresh: () => Promise<void>;
  /** What the search field says; the list follows. */
  readonly search: (text: string) => Promise<void>;
  /** Reads the details of a row; null closes them. */
  readonly select: (id: string | null) => Promise<void>;
  readonly duplicate: (ids: readonly string[]) => Promise<boolean>;
  /** Labels of any scenario; those of the open one are edits of it. */
  readonly setLabels: (id: string, labels: Partial<ScenarioLabels>) => Promise<boolean>;
  readonly trash: (ids: readonly string[]) => Promise<boolean>;
  readonly restore: (ids: readonly string[]) => Promise<boolean>;
}

/** The same for tasks that already have their turn in the queue. */
export interface LibrarySteps {
  /** Reads the list, and the details beside it, again. */
  readonly refresh: () => Promise<void>;
  readonly moveToTrash: (ids: readonly string[]) => Promise<boolean>;
  readonly takeFromTrash: (ids: readonly string[]) => Promise<boolean>;
}

export interface LibraryPorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly library: LibraryStore;
  readonly view: ViewActions;
  readonly autosave: Autosave;
  readonly serial: Serial;
  readonly opening: Opening;
  readonly undo: UndoStack;
  readonly setLabelsOfOpen: (labels: Partial<ScenarioLabels>) => void;
}

export function createLibraryActions(ports: LibraryPorts): LibraryActions & { readonly steps: LibrarySteps } {
  const { api, documents, library, view, autosave, serial, opening, undo } = ports;

  async function refresh(): Promise<void> {
    if (library.getState().status === "ready") library.setState({ status: "stale" });
    const listed = await api.invoke("scenario:list", null);
    library.setState(listed.ok ? { status: "ready", scenarios: listed.value, error: null } : { status: "failed", error: listed.error });
    await find(library.getState().query.text);
  }

  /** Labels are searched where they are kept: notes and the four fields are not in the list. The answer to an older text is dropped. */
  async function find(text: string): Promise<void> {
    if (text.trim() === "") return library.setState({ found: null });
    const answer = await api.invoke("scenario:search", { text });
    if (answer.ok && library.getState().query.text === text) library.setState({ found: new Set(answer.value) });
  }

  async function select(id: string | null): Promise<void> {
    library.setState((state) => ({ selected: id, detail: state.detail?.id === id ? state.detail : null, damaged: null }));
    if (id === null) return;
    const opened = await api.invoke("scenario:open", { id });
    if (library.getState().selected !== id) return;
    if (opened.ok) return library.setState({ detail: opened.value });
    const lines = await api.invoke("scenario:revisions", { id });
    if (library.getState().selected === id) library.setState({ detail: null, damaged: { error: opened.error, revisions: lines.ok ? lines.value : [] } });
  }

  function takeList(listed: Reply<"scenario:trash">): boolean {
    if (!listed.ok) return opening.refuse(listed.error);
    library.setState({ status: "ready", scenarios: listed.value, error: null });
    return true;
  }

  const titleOf = (id: string): string => library.getState().scenarios.find((one) => one.id === id)?.title ?? "A scenario";
  const named = (ids: readonly string[]): string => (ids.length === 1 ? titleOf(ids[0]!) : `${ids.length} scenarios`);

  /** Says that it was done and that it can be undone. */
  function done(text: string, step: Omit<LibraryStep, "label">): true {
    const takeBack = undo.record({ label: text, ...step });
    view.toast(text, { label: "Undo", run: () => void takeBack() });
    return true;
  }

  async function moveToTrash(ids: readonly string[]): Promise<boolean> {
    const open = documents.getState().id;
    const takesOpen = open !== null && ids.includes(open);
    if (takesOpen) await autosave.drain();
    if (!takeList(await api.invoke("scenario:trash", { ids }))) return false;
    if (takesOpen) await opening.fresh();
    if (ids.includes(library.getState().selected ?? "")) await select(null);
    return true;
  }

  async function takeFromTrash(ids: readonly string[], reopen: string | null): Promise<boolean> {
    if (!takeList(await api.invoke("scenario:restore", { ids }))) return false;
    if (reopen !== null) await opening.open(reopen);
    return true;
  }

  async function trash(ids: readonly string[]): Promise<boolean> {
    const open = documents.getState().id;
    const reopen = open !== null && ids.includes(open) ? open : null;
    const text = `${named(ids)} moved to trash`;
    if (!(await moveToTrash(ids))) return false;
    return done(text, { undo: () => takeFromTrash(ids, reopen), redo: () => moveToTrash(ids) });
  }

  async function restore(ids: readonly string[]): Promise<boolean> {
    if (!(await takeFromTrash(ids, null))) return false;
    return done(`${named(ids)} restored`, { undo: () => moveToTrash(ids), redo: () => takeFromTrash(ids, null) });
  }

  async function duplicate(ids: readonly string[]): Promise<boolean> {
    await autosave.drain();
    const made = await api.invoke("scenario:duplicate", { ids });
    if (!made.ok) return opening.refuse(made.error);
    const copies = made.value;
    await refresh();
    await select(copies[0] ?? null);
    const text = copies.length === 1 ? `Duplicated as ${titleOf(copies[0]!)}` : `Duplicated ${copies.length} scenarios`;
    return done(text, { undo: () => moveToTrash(copies), redo: () => takeFromTrash(copies, null) });
  }

  /** Writes labels of a scenario that is not open. */
  async function writeLabels(id: string, labels: Partial<ScenarioLabels>): Promise<boolean> {
    if (documents.getState().id === id) {
      ports.setLabelsOfOpen(labels);
      if ((await autosave.drain()) !== null) return false;
    } else {
      const changed = await api.invoke("scenario:set-labels", { id, labels });
      if (!changed.ok) return opening.refuse(changed.error);
    }
    await refreshAll();
    return true;
  }

  async function refreshAll(): Promise<void> {
    await refresh();
    await select(library.getState().selected);
  }

  async function setLabels(id: string, labels: Partial<ScenarioLabels>): Promise<boolean> {
    if (documents.getState().id === id) return writeLabels(id, labels);
    const opened = await api.invoke("scenario:open", { id });
    if (!opened.ok) return opening.refuse(opened.error);
    const before = opened.value.labels;
    if (!(await writeLabels(id, labels))) return false;
    const old = Object.fromEntries((Object.keys(labels) as (keyof ScenarioLabels)[]).map((key) => [key, before[key]]));
    const what = labels.title === undefined ? `Notes of ${titleOf(id)}` : `Rename to ${labels.title}`;
    undo.record({ label: what, undo: () => writeLabels(id, old), redo: () => writeLabels(id, labels) });
    return true;
  }

  return {
    refresh: () => serial(refresh),
    search(text) {
      library.setState(({ query }) => ({ query: { ...query, text } }));
      return find(text);
    },
    select,
    duplicate: (ids) => serial(() => duplicate(ids)),
    setLabels: (id, labels) => serial(() => setLabels(id, labels)),
    trash: (ids) => serial(() => trash(ids)),
    restore: (ids) => serial(() => restore(ids)),
    steps: { refresh: refreshAll, moveToTrash, takeFromTrash: (ids) => takeFromTrash(ids, null) },
  };
}
