/** Puts stores, results and actions together. Everything from outside (model, main process, clock, frames) comes in as a port. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { BootInfo } from "../../shared/ipc/boot-info.ts";
import type { OpenScenario, PlannerApi, Sample } from "../../shared/ipc/channels.ts";
import { storeChoices } from "../../shared/ipc/store-opening.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { emptyLabels, statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import type { RunSlot } from "../engine/live-engine.ts";
import type { ModelTrials } from "../engine/model-trials.ts";
import type { Timers } from "./autosave.ts";
import { createCommandRegistry } from "./command-handlers.ts";
import { createActions } from "./create-actions.ts";
import { commandConditions } from "./command-conditions.ts";
import { createDatasetActions } from "./dataset-actions.ts";
import { createDocumentStore, freshScenario, openedScenario } from "./document-store.ts";
import { createEditActions } from "./edit-actions.ts";
import { keepPins } from "./kept-pins.ts";
import { createLibraryStore } from "./library-store.ts";
import { createLiveResults } from "./live-results.ts";
import { UNTITLED } from "./opening.ts";
import type { AnalysisEngine, Planner } from "./planner.ts";
import { createSessionStore } from "./session-store.ts";
import { keepLedger } from "./stored-ledger.ts";
import { changeSettings, createSettingsStore } from "./settings-store.ts";
import { increasingClock } from "./undo-stack.ts";
import { createViewActions } from "./view-actions.ts";

export interface PlannerPorts {
  readonly api: PlannerApi;
  readonly boot: BootInfo;
  readonly dataset: Dataset;
  /** The scenario to begin with; null = a fresh status quo. */
  readonly opened: OpenScenario | null;
  /** What stands in the place of a fresh status quo at a first start. */
  readonly example: Sample | null;
  readonly modelVersion: string;
  readonly createSlot: () => RunSlot;
  readonly trials: ModelTrials;
  readonly readerOfResult: (result: RunResult) => ResultReader;
  readonly analysisWorkers: Pick<AnalysisEngine, "runner" | "find" | "verify" | "close">;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
  /** Runs between two frames. */
  readonly requestIdle: (run: () => void) => number;
  readonly cancelIdle: (handle: number) => void;
  readonly reducedMotion: () => boolean;
  /** Loads the window again. */
  readonly reload: () => void;
}

export function createPlanner(ports: PlannerPorts): Planner {
  const { api, boot, dataset } = ports;
  const defaultWorld = dataset.worlds[0]!.id;
  const settings = createSettingsStore(boot);
  const session = createSessionStore(boot.settings.outcomeYear, storeChoices(boot.found, 0).length > 0);
  const library = createLibraryStore();
  const documents = createDocumentStore(freshScenario(ports.example ?? { document: statusQuoDocument(defaultWorld), labels: emptyLabels(UNTITLED) }));
  if (ports.opened) documents.setState(openedScenario(ports.opened), true);
  const view = createViewActions(session);
  const now = increasingClock(ports.now);
  const edit = createEditActions(dataset, documents, now);

  const live = createLiveResults({ ...ports, documents, arePartsAll: () => session.getState().wall });
  const { results } = live;
  const stopLedger = keepLedger({ api, documents, results, modelVersion: ports.modelVersion, vintage: dataset.vintage, readerOfResult: ports.readerOfResult });

  const unsubscribeYear = session.subscribe(({ outcomeYear }, before) => {
    if (outcomeYear !== before.outcomeYear) changeSettings(api, settings, { outcomeYear });
  });

  const compute = (document: ScenarioDocument): ResultReader => ports.createSlot().run(document);
  const { timers, modelVersion, readerOfResult: stored } = ports;
  const stopPins = keepPins({ api, session, settings, view, timers, dataset, modelVersion, compute, stored });

  const { stop: stopActions, ...actions } = createActions({
    api,
    documents,
    library,
    session,
    view,
    edit,
    defaultWorld,
    store: boot.store,
    timers: ports.timers,
    now,
    reload: ports.reload,
    onEntered: live.enter,
    onReplaced: async () => {
      const read = await api.invoke("settings:set", {});
      if (read.ok) settings.setState({ settings: read.value });
    },
    onLast: (lastScenario) => changeSettings(api, settings, { lastScenario }),
  });
  return {
    dataset,
    documents,
    session,
    results,
    library,
    settings,
    edit,
    view,
    ...actions,
    datasets: createDatasetActions(api, view),
    commands: createCommandRegistry(commandConditions(documents, actions.undo)),
    trials: ports.trials,
    analysis: { ...ports.analysisWorkers, compute, stored },
    modelVersion,
    hideHints: () => changeSettings(api, settings, { hints: false }),
    keepDisruptions: (disruptions) => changeSettings(api, settings, { disruptions }),
    moves: live.moves,
    showLedger: live.showLedger,
    recompute: live.recompute,
    replay: live.replay,
    dispose() {
      stopLedger();
      unsubscribeYear();
      stopPins();
      stopActions();
      live.stop();
      ports.analysisWorkers.close();
    },
  };
}
