/**
 * Changing which scenario is open: what was open is written and set aside with its undo history, the other one takes its place.
 * Every step belongs to a task that already has its turn in the queue.
 */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { OpenScenario, PlannerApi, Sample, ScenarioSummary } from "../../shared/ipc/channels.ts";
import { defaultQuery } from "../../shared/scenario/scenario-index.ts";
import { emptyLabels, statusQuoDocument } from "../../shared/scenario/scenario.ts";
import { UNWRITTEN_BANNER } from "./autosave.ts";
import type { Autosave } from "./autosave.ts";
import { afterRevision, freshScenario, openedScenario, rereadScenario } from "./document-store.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import type { KeptScenarios } from "./kept-scenarios.ts";
import type { Serial } from "./serial.ts";
import type { ViewActions } from "./view-actions.ts";

export interface OpeningPorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly view: ViewActions;
  readonly autosave: Pick<Autosave, "drain">;
  readonly kept: KeptScenarios;
  readonly serial: Serial;
  readonly defaultWorld: string;
  readonly endGesture: () => void;
  /** Another scenario has become the open one. */
  readonly onEntered: (state: DocumentState) => void;
  /** The open scenario got its row. */
  readonly onCreated: (id: string) => void;
}

export interface Opening {
  /** Shows why something did not happen; always false. */
  readonly refuse: (error: AppError) => false;
  readonly open: (id: string) => Promise<boolean>;
  /** A fresh status-quo scenario. */
  readonly fresh: () => Promise<boolean>;
  /** A worked example as a scenario of one's own, in the store from its first change on. */
  readonly openSample: (sample: Sample) => Promise<boolean>;
  /** Goes on with a scenario that the store has just made from the open one. */
  readonly enterCopy: (made: OpenScenario) => void;
  /** The open scenario's id, with a row made for it first where it has none; null where that failed. */
  readonly rowOfOpen: () => Promise<string | null>;
  /** The open scenario got a revision, or labels, by another way than an edit here. */
  readonly reread: () => Promise<void>;
  /** After the database was replaced: nothing of the window's memory of it holds any more. */
  readonly reopen: () => Promise<void>;
}

export const UNTITLED = "Untitled scenario";

export function createOpening(ports: OpeningPorts): Opening {
  const { api, documents, view, autosave, kept, serial } = ports;

  const refuse = (error: AppError): false => {
    view.openDialog({ kind: "error", error });
    return false;
  };

  /** Writes and sets aside the open scenario; false when it has no row and could not get one: then `force` is offered. */
  async function leave(force: () => void): Promise<boolean> {
    ports.endGesture();
    const failure = await autosave.drain();
    const state = documents.getState();
    kept.keep(state);
    if (state.id !== null || failure === null) return true;
    view.openDialog({
      kind: "confirm",
      title: `Leave ${state.labels.title}?`,
      text: "It could not be written to the scenario database and would be lost. To keep it, cancel and export it to a file.",
      confirm: "Leave and lose it",
      destructive: true,
      run: force,
    });
    return false;
  }

  function enter(state: DocumentState): true {
    documents.setState(state, true);
    if (kept.unwritten().length === 0) view.hideBanner(UNWRITTEN_BANNER);
    ports.onEntered(state);
    return true;
  }

  async function open(id: string, force = false): Promise<boolean> {
    if (documents.getState().id === id) return true;
    if (!force && !(await leave(() => void serial(() => open(id, true))))) return false;
    const opened = await api.invoke("scenario:open", { id });
    return opened.ok ? enter(openedScenario(opened.value, kept.take(id))) : refuse(opened.error);
  }

  async function fresh(force = false): Promise<boolean> {
    if (!force && !(await leave(() => void serial(() => fresh(true))))) return false;
    return enter(freshScenario({ document: statusQuoDocument(ports.defaultWorld), labels: emptyLabels(await freeTitle(UNTITLED)) }));
  }

  async function openSample(sample: Sample, force = false): Promise<boolean> {
    if (!force && !(await leave(() => void serial(() => openSample(sample, true))))) return false;
    return enter(freshScenario({ ...sample, labels: { ...sample.labels, title: await freeTitle(sample.labels.title) } }));
  }

  /** `title`, with the first number that no scenario has. */
  async function freeTitle(title: string): Promise<string> {
    const listed = await api.invoke("scenario:list", { query: { ...defaultQuery, text: title }, from: 0, count: 1000 });
    return untaken(title, listed.ok ? listed.value.rows : []);
  }

  return {
    refuse,
    open: (id) => open(id),
    fresh: () => fresh(),
    openSample: (sample) => openSample(sample),
    enterCopy(made) {
      kept.keep(documents.getState());
      enter(openedScenario(made));
    },
    async rowOfOpen() {
      const { id, history } = documents.getState();
      if (id !== null) return id;
      const created = await api.invoke("scenario:create", history.present);
      if (!created.ok) {
        refuse(created.error);
        return null;
      }
      documents.setState((now) => afterRevision(now, created.value), true);
      ports.onCreated(created.value.id);
      return created.value.id;
    },
    async reread() {
      const { id } = documents.getState();
      if (id === null) return;
      const opened = await api.invoke("scenario:open", { id });
      if (!opened.ok) return void refuse(opened.error);
      documents.setState((state) => rereadScenario(state, opened.value), true);
      ports.onEntered(documents.getState());
    },
    async reopen() {
      kept.forgetAll();
      const { id } = documents.getState();
      const opened = await api.invoke("scenario:open-last", id === null ? null : { id });
      if (opened.ok && opened.value) enter(openedScenario(opened.value));
      else enter(freshScenario({ document: statusQuoDocument(ports.defaultWorld), labels: emptyLabels(await freeTitle(UNTITLED)) }));
    },
  };
}

/** `title`, or `title 2`, `title 3` …: the first that no scenario has. */
export function untaken(title: string, scenarios: readonly Pick<ScenarioSummary, "title">[]): string {
  const taken = new Set(scenarios.map((one) => one.title));
  let number = 1;
  const candidate = (): string => (number === 1 ? title : `${title} ${number}`);
  while (taken.has(candidate())) number++;
  return candidate();
}
