/** Puts stores, actions, autosave and engine together. Everything from outside (model, main process, clock, frames) comes in as a port. */
import type { CommandCondition } from "../../shared/command/commands.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { leverValueText } from "../../shared/format/lever-text.ts";
import { readerOfNothing } from "../../shared/indicator/result-reader.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { BootInfo } from "../../shared/ipc/boot-info.ts";
import type { OpenScenario, PlannerApi, Sample } from "../../shared/ipc/channels.ts";
import { storeChoices } from "../../shared/ipc/store-opening.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { emptyLabels, statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import { startLiveEngine } from "../engine/live-engine.ts";
import type { RunSlot } from "../engine/live-engine.ts";
import type { ModelTrials } from "../engine/model-trials.ts";
import { startReplay } from "../engine/replay.ts";
import type { Timers } from "./autosave.ts";
import { createCommandRegistry } from "./command-handlers.ts";
import { createActions } from "./create-actions.ts";
import { createDatasetActions } from "./dataset-actions.ts";
import { createDocumentStore, differsFromRevision, freshScenario, openedScenario } from "./document-store.ts";
import type { DocumentState } from "./document-store.ts";
import { createEditActions } from "./edit-actions.ts";
import { keepPins } from "./kept-pins.ts";
import { createLibraryStore } from "./library-store.ts";
import { createMoves } from "./moves.ts";
import { UNTITLED } from "./opening.ts";
import type { AnalysisEngine, Planner } from "./planner.ts";
import { allParts, createResultStore } from "./result-store.ts";
import { createSessionStore } from "./session-store.ts";
import { keepLedger, revisionOrigin } from "./stored-ledger.ts";
import { changeSettings, createSettingsStore } from "./settings-store.ts";
import { createTurns } from "./turns.ts";
import { increasingClock, nextRedoLabel, nextUndoLabel } from "./undo-stack.ts";
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

  let stopReplay = (): void => undefined;
  /** Counts the scenarios that were opened, and tells which of them the numbers on screen belong to; null = none are shown. */
  let entered = 0;
  let resultsOf: number | null = 0;
  const engine = startLiveEngine(
    {
      createSlot: ports.createSlot,
      defaultWorld,
      now: ports.now,
      requestFrame: ports.requestFrame,
      cancelFrame: ports.cancelFrame,
      onResults: (next) => {
        stopReplay();
        resultsOf = entered;
        results.setState((state) => {
          const parts = turns.take(state, next.current);
          return { ...next, shown: next.current, parts, version: state.version + 1, failure: null, stored: null };
        });
        turns.follow();
      },
      onFailure: (cause, failed, lastGood) => {
        if (resultsOf !== entered) return showNothing(cause, failed);
        const message = cause instanceof Error ? cause.message : String(cause);
        results.setState({ failure: { shows: "last", input: changedInput(dataset, lastGood, failed), message } });
      },
    },
    documents.getState().document,
  );
  const results = createResultStore(engine.first);
  const turns = createTurns(results, { ...ports, arePartsAll: () => session.getState().wall });
  if (engine.firstFailure !== null) showNothing(engine.firstFailure, documents.getState().document);

  /** A scenario that could not be computed since it was opened has no numbers: never those of the one before it. */
  function showNothing(cause: unknown, document: ScenarioDocument): void {
    stopReplay();
    resultsOf = null;
    const message = cause instanceof Error ? cause.message : String(cause);
    results.setState(({ statusQuo, version }) => {
      const current = readerOfNothing(statusQuo.years);
      const statusQuoInWorld = engine.statusQuoIn(document) ?? statusQuo;
      return {
        current,
        shown: current,
        parts: allParts(current),
        statusQuoInWorld,
        version: version + 1,
        stored: null,
        failure: { shows: "nothing", input: null, message },
      };
    });
  }

  const moves = createMoves({ requestFrame: ports.requestFrame, flush: engine.flush });

  const showLedger = (shown: boolean): void => results.setState(({ ledger }) => ({ ledger: ledger && { ...ledger, isPutAway: !shown } }));

  function replay(): void {
    const { replaying, statusQuoInWorld, current } = results.getState();
    stopReplay();
    if (replaying || documents.getState().document.inputs.levers.length === 0) return;
    const { now, requestFrame, cancelFrame, reducedMotion } = ports;
    const show = (frame: ResultReader | null): void =>
      results.setState(({ current }) => ({ shown: frame ?? current, parts: allParts(frame ?? current), replaying: frame !== null }));
    stopReplay = startReplay({ now, requestFrame, cancelFrame, reducedMotion, show }, statusQuoInWorld, current);
  }

  function showStored(state: DocumentState): void {
    const origin = differsFromRevision(state) ? null : revisionOrigin(state, ports.modelVersion, dataset.vintage);
    if (!origin || !state.result) return;
    const current = ports.readerOfResult(state.result);
    resultsOf = entered;
    results.setState(({ version }) => ({ current, shown: current, parts: allParts(current), version: version + 1, stored: origin, failure: null }));
  }
  showStored(documents.getState());
  const stopLedger = keepLedger({ api, documents, results, modelVersion: ports.modelVersion, vintage: dataset.vintage, readerOfResult: ports.readerOfResult });

  const unsubscribe = documents.subscribe((state, before) => {
    const frozen = state.history.gestureFrom !== null;
    if (frozen !== results.getState().frozen) results.setState(({ shown }) => ({ frozen, parts: allParts(shown) }));
    if (state.document === before.document) return;
    engine.request(state.document);
  });

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
    onEntered: (state) => {
      entered++;
      // The numbers come with the scenario, not a frame later.
      engine.flush();
      showStored(state);
    },
    onReplaced: async () => {
      const read = await api.invoke("settings:set", {});
      if (read.ok) settings.setState({ settings: read.value });
    },
    onLast: (lastScenario) => changeSettings(api, settings, { lastScenario }),
  });
  const { undo } = actions;

  const conditions: Readonly<Record<CommandCondition, () => boolean>> = {
    always: () => true,
    "can-undo": () => undo.store.getState().running || nextUndoLabel(documents.getState(), undo.store.getState()) !== null,
    "can-redo": () => undo.store.getState().running || nextRedoLabel(documents.getState(), undo.store.getState()) !== null,
    "has-row": () => documents.getState().id !== null,
    "has-revision": () => documents.getState().revision > 0,
    "differs-from-revision": () => documents.getState().saved !== null && differsFromRevision(documents.getState()),
    "has-lever": () => documents.getState().document.inputs.levers.length > 0,
  };

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
    commands: createCommandRegistry((condition) => conditions[condition]()),
    trials: ports.trials,
    analysis: { ...ports.analysisWorkers, compute, stored },
    modelVersion,
    hideHints: () => changeSettings(api, settings, { hints: false }),
    keepDisruptions: (disruptions) => changeSettings(api, settings, { disruptions }),
    moves,
    showLedger,
    recompute() {
      showLedger(true);
      engine.request(documents.getState().document);
      engine.flush();
    },
    replay,
    dispose() {
      moves.stop();
      turns.stop();
      unsubscribe();
      stopLedger();
      unsubscribeYear();
      stopPins();
      stopReplay();
      stopActions();
      engine.stop();
      ports.analysisWorkers.close();
    },
  };
}

/** The first lever whose settings differ between the two, with its new value: what a failed run is reported by. */
function changedInput(dataset: Dataset, before: ScenarioDocument, after: ScenarioDocument): string | null {
  const of = (document: ScenarioDocument, id: string) => document.inputs.levers.filter((setting) => setting.lever === id);
  const lever = dataset.levers.find(({ id }) => !sameValue(of(before, id), of(after, id)));
  if (lever) return `${lever.name}, ${leverValueText(lever, of(after, lever.id)[0]?.value ?? lever.default)}`;
  const isSameWorld = before.inputs.world === after.inputs.world && sameValue(before.inputs.own_world, after.inputs.own_world);
  if (!isSameWorld) return `World, ${worldName(dataset, after.inputs)}`;
  return sameValue(before.inputs.events, after.inputs.events) ? null : "Disruptions";
}
