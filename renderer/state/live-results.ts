/**
 * What is shown of the open scenario, kept in step with it: the model's results as they come, what was stored with a revision, a replay, or nothing where the
 * model cannot compute. Owns the result store; everybody else reads it.
 */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { readerOfNothing } from "../../shared/indicator/result-reader.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import { startLiveEngine } from "../engine/live-engine.ts";
import type { RunSlot } from "../engine/live-engine.ts";
import { startReplay } from "../engine/replay.ts";
import { changedInput } from "./changed-input.ts";
import { differsFromRevision } from "./document-store.ts";
import type { DocumentState, DocumentStore } from "./document-store.ts";
import { createMoves } from "./moves.ts";
import type { Moves } from "./moves.ts";
import { allParts, createResultStore } from "./result-store.ts";
import type { ResultStore } from "./result-store.ts";
import { revisionOrigin } from "./stored-ledger.ts";
import { createTurns } from "./turns.ts";
import type { TurnPorts } from "./turns.ts";

export interface LiveResultPorts extends TurnPorts {
  readonly dataset: Dataset;
  readonly documents: DocumentStore;
  readonly modelVersion: string;
  readonly createSlot: () => RunSlot;
  readonly readerOfResult: (result: RunResult) => ResultReader;
  readonly reducedMotion: () => boolean;
}

export interface LiveResults {
  readonly results: ResultStore;
  readonly moves: Moves;
  /** Another scenario was opened: its numbers come with it, not a frame later. */
  readonly enter: (state: DocumentState) => void;
  readonly recompute: () => void;
  readonly showLedger: (shown: boolean) => void;
  readonly replay: () => void;
  readonly stop: () => void;
}

export function createLiveResults(ports: LiveResultPorts): LiveResults {
  const { dataset, documents } = ports;
  let stopReplay = (): void => undefined;
  /** Counts the scenarios that were opened, and tells which of them the numbers on screen belong to; null = none are shown. */
  let entered = 0;
  let resultsOf: number | null = 0;
  const engine = startLiveEngine(
    {
      createSlot: ports.createSlot,
      defaultWorld: dataset.worlds[0]!.id,
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
  const turns = createTurns(results, ports);
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
  const unsubscribe = documents.subscribe((state, before) => {
    const frozen = state.history.gestureFrom !== null;
    if (frozen !== results.getState().frozen) results.setState(({ shown }) => ({ frozen, parts: allParts(shown) }));
    if (state.document === before.document) return;
    engine.request(state.document);
  });

  return {
    results,
    moves,
    enter(state) {
      entered++;
      engine.flush();
      showStored(state);
    },
    recompute() {
      showLedger(true);
      engine.request(documents.getState().document);
      engine.flush();
    },
    showLedger,
    replay,
    stop() {
      moves.stop();
      turns.stop();
      unsubscribe();
      stopReplay();
      engine.stop();
    },
  };
}
