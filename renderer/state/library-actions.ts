/**
 * What is done to whole scenarios from the library: list, find, label, copy, trash and restore. What changes something can be undone.
 * Failures are shown here; callers only learn whether it happened.
 */
import type { OpenScenario, PlannerApi, ScenarioQuery, ScenarioSummary } from "../../shared/ipc/channels.ts";
import { defaultQuery } from "../../shared/scenario/scenario-index.ts";
import type { ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { Autosave } from "./autosave.ts";
import type { DocumentStore } from "./document-store.ts";
import type { LibraryStore } from "./library-store.ts";
import type { Opening } from "./opening.ts";
import type { Serial } from "./serial.ts";
import type { LibraryStep, UndoStack } from "./undo-stack.ts";
import type { ViewActions } from "./view-actions.ts";

export interface LibraryActions {
  /** Reads what is shown again. */
  readonly refresh: () => Promise<void>;
  /** Another search, tag, order or place; the rows follow. */
  readonly ask: (query: ScenarioQuery) => Promise<void>;
  /** Rows from `from` up to `end` (exclusive) are in sight: those that are missing are read. */
  readonly show: (from: number, end: number) => Promise<void>;
  /** Ticks every scenario that fits the query. */
  readonly tickAll: () => Promise<void>;
  /** The first scenarios outside the trash that hold every word. */
  readonly find: (text: string, count: number) => Promise<readonly ScenarioSummary[]>;
  /** Reads the details of a row; null closes them. */
  readonly select: (id: string | null) => Promise<void>;
  /** The row in hand is none of these any more. */
  readonly deselect: (ids: readonly string[]) => Promise<void>;
  /** A scenario as the store holds it now, without opening it; null (and the reason shown) where it cannot be read. */
  readonly read: (id: string) => Promise<OpenScenario | null>;
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

/** Rows read beyond those in sight, so that scrolling seldom waits. */
const AROUND = 60;
const PAGE = 60;

const around = ({ from, end }: { readonly from: number; readonly end: number }) => {
  const first = Math.max(0, from - AROUND);
  return { from: first, count: end + AROUND - first };
};

export function createLibraryActions(ports: LibraryPorts): LibraryActions & { readonly steps: LibrarySteps } {
  const { api, documents, library, view, autosave, serial, opening, undo } = ports;

  /** Counts what was asked for anew: an answer to something older is dropped. */
  let asked = 0;
  let inSight = { from: 0, end: PAGE };

  /** Replaces the rows by those in sight. */
  async function read(): Promise<void> {
    const mine = ++asked;
    const { query } = library.getState();
    const page = await api.invoke("scenario:list", { query, ...around(inSight) });
    if (mine !== asked) return;
    if (!page.ok) return library.setState({ status: "failed", error: page.error });
    const { from, rows, ...facts } = page.value;
    library.setState({ status: "ready", error: null, answered: query, rows: new Map(rows.map((row, index) => [from + index, row])), ...facts });
  }

  /** Adds rows to those that are here. */
  async function readMore(from: number, count: number): Promise<void> {
    const mine = asked;
    const page = await api.invoke("scenario:list", { query: library.getState().answered, from, count });
    if (mine !== asked || !page.ok) return;
    const added = page.value.rows.map((row, index) => [from + index, row] as const);
    library.setState(({ rows }) => ({ rows: new Map([...rows, ...added]) }));
  }

  function show(from: number, end: number): Promise<void> {
    inSight = { from, end };
    const { rows, total } = library.getState();
    const last = Math.min(end, total);
    for (let index = from; index < last; index++) {
      if (rows.has(index)) continue;
      const missing = around(inSight);
      return readMore(missing.from, missing.count);
    }
    return Promise.resolve();
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

  async function deselect(ids: readonly string[]): Promise<void> {
    if (ids.includes(library.getState().selected ?? "")) await select(null);
  }

  function titleOf(id: string): string {
    const { rows, detail } = library.getState();
    const open = documents.getState();
    if (open.id === id) return open.labels.title;
    return detail?.id === id ? detail.labels.title : ([...rows.values()].find((row) => row.id === id)?.title ?? "The scenario");
  }
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
    const moved = await api.invoke("scenario:trash", { ids });
    if (!moved.ok) return opening.refuse(moved.error);
    if (takesOpen) await opening.fresh();
    await deselect(ids);
    await read();
    return true;
  }

  async function takeFromTrash(ids: readonly string[], reopen: string | null): Promise<boolean> {
    const restored = await api.invoke("scenario:restore", { ids });
    if (!restored.ok) return opening.refuse(restored.error);
    await read();
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
    await read();
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
    await refresh();
    return true;
  }

  async function refresh(): Promise<void> {
    await read();
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
    ask(query) {
      library.setState({ query });
      inSight = { from: 0, end: PAGE };
      return read();
    },
    show,
    async tickAll() {
      const ids = await api.invoke("scenario:ids", { query: library.getState().answered });
      if (ids.ok) library.setState({ ticked: new Set(ids.value) });
      else opening.refuse(ids.error);
    },
    async find(text, count) {
      const page = await api.invoke("scenario:list", { query: { ...defaultQuery, text }, from: 0, count });
      return page.ok ? page.value.rows : [];
    },
    select,
    deselect,
    read: (id) =>
      serial(async () => {
        await autosave.drain();
        const opened = await api.invoke("scenario:open", { id });
        if (opened.ok) return opened.value;
        opening.refuse(opened.error);
        return null;
      }),
    duplicate: (ids) => serial(() => duplicate(ids)),
    setLabels: (id, labels) => serial(() => setLabels(id, labels)),
    trash: (ids) => serial(() => trash(ids)),
    restore: (ids) => serial(() => restore(ids)),
    steps: { refresh, moveToTrash, takeFromTrash: (ids) => takeFromTrash(ids, null) },
  };
}
