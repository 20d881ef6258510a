/**
 * Opening and keeping the scenario on screen, by way of the main process.
 * Each action takes its turn in one queue with autosave. Failures are shown here; callers only learn whether it happened.
 */
import type { PlannerApi, Sample } from "../../shared/ipc/channels.ts";
import type { ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { Autosave } from "./autosave.ts";
import { afterRevision } from "./document-store.ts";
import type { DocumentStore } from "./document-store.ts";
import type { Opening } from "./opening.ts";
import type { Serial } from "./serial.ts";
import type { ViewActions } from "./view-actions.ts";

export interface ScenarioActions {
  /** Makes a revision of the open scenario; resolves to whether it was made. */
  readonly save: () => Promise<boolean>;
  readonly saveAs: (title: string) => Promise<boolean>;
  readonly openScenario: (id: string) => Promise<boolean>;
  /** A fresh status-quo scenario, in the store from its first settled change on. */
  readonly newScenario: () => Promise<boolean>;
  /** Shows the worked examples to choose from. */
  readonly chooseSample: () => Promise<void>;
  readonly openSample: (sample: Sample) => Promise<boolean>;
}

export interface ScenarioPorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly view: ViewActions;
  readonly autosave: Autosave;
  readonly serial: Serial;
  readonly opening: Opening;
  readonly refresh: () => Promise<void>;
  readonly endGesture: () => void;
  readonly setLabelsOfOpen: (labels: Partial<ScenarioLabels>) => void;
}

export function createScenarioActions(ports: ScenarioPorts): ScenarioActions {
  const { api, documents, view, serial, autosave, opening, refresh } = ports;

  async function save(): Promise<boolean> {
    ports.endGesture();
    const failure = await autosave.drain();
    if (failure !== null) return opening.refuse(failure);
    const id = await opening.rowOfOpen();
    if (id === null) return false;
    const before = documents.getState();
    const saved = await api.invoke("scenario:save", { id, document: before.document });
    if (!saved.ok) return opening.refuse(saved.error);
    documents.setState((now) => afterRevision(now, saved.value), true);
    const { revision } = saved.value;
    view.toast(revision === before.revision ? `Nothing to save: same as revision ${revision}` : `Saved as revision ${revision}`);
    await refresh();
    return true;
  }

  async function saveAs(title: string): Promise<boolean> {
    ports.endGesture();
    const from = documents.getState().id;
    if (from === null) {
      ports.setLabelsOfOpen({ title });
      return save();
    }
    const failure = await autosave.drain();
    if (failure !== null) return opening.refuse(failure);
    const made = await api.invoke("scenario:save-as", { from, title, document: documents.getState().document });
    if (!made.ok) return opening.refuse(made.error);
    opening.enterCopy(made.value);
    view.toast(`Saved as ${title}`);
    await refresh();
    return true;
  }

  return {
    save: () => serial(save),
    saveAs: (title) => serial(() => saveAs(title)),
    openScenario: (id) => serial(() => opening.open(id)),
    newScenario: () => serial(opening.fresh),
    async chooseSample() {
      const samples = await api.invoke("sample:list", null);
      if (samples.ok) view.openDialog({ kind: "samples", samples: samples.value });
      else opening.refuse(samples.error);
    },
    openSample: (sample) => serial(() => opening.openSample(sample)),
  };
}
