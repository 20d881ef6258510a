/** Pins outlive the window: they are kept as a setting, and come back some time after a start with the numbers they had, or it is said why they do not. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { KeptPin } from "../../shared/ipc/boot-info.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import type { PinnedScenario } from "../../shared/view/explore/explore-types.ts";
import { addPin } from "../../shared/view/explore/pins.ts";
import type { Timers } from "./autosave.ts";
import type { SessionStore } from "./session-store.ts";
import { changeSettings } from "./settings-store.ts";
import type { SettingsStore } from "./settings-store.ts";
import { tryCompute } from "./try-compute.ts";
import type { ViewActions } from "./view-actions.ts";

/** Between two pins, milliseconds: a start and the first drag go first. */
const PAUSE_MS = 200;

export interface PinPorts {
  readonly api: PlannerApi;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  readonly view: Pick<ViewActions, "toast" | "setPins">;
  readonly timers: Timers;
  readonly dataset: Pick<Dataset, "vintage">;
  readonly modelVersion: string;
  /** A run of its own; throws where the document does not fit the dataset. */
  readonly compute: (document: ScenarioDocument) => ResultReader;
  readonly stored: (result: RunResult) => ResultReader;
}

/** Brings kept pins back and keeps every change of them. Returns how to stop. */
export function keepPins(ports: PinPorts): () => void {
  const { api, session, settings, view, timers } = ports;
  const unsubscribe = session.subscribe(({ pins }, before) => {
    if (pins !== before.pins) changeSettings(api, settings, { pins: pins.map(keptPin) });
  });
  let timer: number | null = null;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      timer = timers.set(resolve, PAUSE_MS);
    });

  async function restore(kept: readonly KeptPin[]): Promise<void> {
    const restored: PinnedScenario[] = [];
    for (const pin of kept) {
      await pause();
      const reader = await readerOf(ports, pin);
      if (reader) restored.push({ ...pin, reader });
      else view.toast(`"${pin.name}" is no longer pinned: it was computed with model ${pin.modelVersion} and data ${pin.dataVintage}`);
    }
    // What was pinned meanwhile comes after them.
    const since = session.getState().pins;
    view.setPins(since.reduce<readonly PinnedScenario[]>((pins, { id: _id, name, colour: _colour, ...pinned }) => addPin(pins, name, pinned), restored));
  }

  const { pins } = settings.getState().settings;
  if (pins.length > 0) void restore(pins);
  return () => {
    unsubscribe();
    if (timer !== null) timers.clear(timer);
  };
}

const keptPin = ({ reader: _reader, ...kept }: PinnedScenario): KeptPin => kept;

/** The numbers of then: the same run where model and data are the same, else what was stored with its revision; null = there are none. */
async function readerOf({ api, dataset, modelVersion, compute, stored }: PinPorts, pin: KeptPin): Promise<ResultReader | null> {
  if (pin.modelVersion === modelVersion && pin.dataVintage === dataset.vintage) return tryCompute(compute, pin.document);
  if (pin.revision === null) return null;
  const read = await api.invoke("scenario:revision", { id: pin.revision.scenario, number: pin.revision.number });
  return read.ok ? stored(read.value.result) : null;
}
