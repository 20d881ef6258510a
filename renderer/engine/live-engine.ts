/**
 * Keeps the results in step with the document: at most one run per animation frame, always on the newest document.
 * Knows nothing of the model but `RunSlot`, so that tests drive it with a few lines.
 */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import { sameValue } from "../../shared/scenario/same-value.ts";
import { statusQuoDocument } from "../../shared/scenario/scenario.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";

/** One preallocated run. The reader it returns is valid until the slot runs again; a run that throws leaves other slots untouched. */
export interface RunSlot {
  readonly run: (document: ScenarioDocument) => ResultReader;
}

export interface EngineResults {
  readonly current: ResultReader;
  readonly statusQuo: ResultReader;
  readonly statusQuoInWorld: ResultReader;
  readonly runMs: number;
}

export interface EnginePorts {
  readonly createSlot: () => RunSlot;
  readonly defaultWorld: string;
  readonly now: () => number;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
  readonly onResults: (results: EngineResults, document: ScenarioDocument) => void;
  /** `lastGood` is the document whose results came last. */
  readonly onFailure: (cause: unknown, failed: ScenarioDocument, lastGood: ScenarioDocument) => void;
}

export interface LiveEngine {
  /** Results of the document the engine was started with, or, where that fails, of the status quo. */
  readonly first: EngineResults;
  /** Why the document the engine was started with could not be computed; null when it was. */
  readonly firstFailure: unknown;
  /** Status quo in the document's world, with its events and overrides; null where that fails too. */
  readonly statusQuoIn: (document: ScenarioDocument) => ResultReader | null;
  /** Asks for a run in the next frame; a newer request replaces an older one. */
  readonly request: (document: ScenarioDocument) => void;
  /** Makes the run that is waiting, now. */
  readonly flush: () => void;
  readonly stop: () => void;
}

/** Status-quo runs kept at once: dragging an event's severity makes a new one per frame, toggling worlds must not. */
const KEPT_BASELINES = 6;

/** Computes `document`; throws only where not even the status quo can be computed, since there is nothing to show then. */
export function startLiveEngine(ports: EnginePorts, document: ScenarioDocument): LiveEngine {
  const baselines = createBaselines(ports.createSlot);
  const statusQuo = baselines.reader(statusQuoDocument(ports.defaultWorld));
  let front = ports.createSlot();
  let back = ports.createSlot();
  let lastGood = document;
  let waiting: { readonly document: ScenarioDocument; readonly frame: number } | null = null;

  function compute(next: ScenarioDocument): EngineResults {
    const begin = ports.now();
    const current = back.run(next);
    const runMs = ports.now() - begin;
    const results = { current, statusQuo, statusQuoInWorld: baselines.reader(withoutPolicy(next)), runMs };
    [front, back] = [back, front];
    lastGood = next;
    return results;
  }

  function runWaiting(): void {
    if (!waiting) return;
    const next = waiting.document;
    waiting = null;
    let results: EngineResults;
    try {
      results = compute(next);
    } catch (cause) {
      ports.onFailure(cause, next, lastGood);
      return;
    }
    ports.onResults(results, next);
  }

  let first: EngineResults;
  let firstFailure: unknown = null;
  try {
    first = compute(document);
  } catch (cause) {
    firstFailure = cause;
    first = compute(statusQuoDocument(ports.defaultWorld));
  }

  return {
    first,
    firstFailure,
    statusQuoIn(asked) {
      try {
        return baselines.reader(withoutPolicy(asked));
      } catch {
        return null;
      }
    },
    request(next) {
      if (waiting) waiting = { document: next, frame: waiting.frame };
      else waiting = { document: next, frame: ports.requestFrame(runWaiting) };
    },
    flush() {
      if (waiting) ports.cancelFrame(waiting.frame);
      runWaiting();
    },
    stop() {
      if (waiting) ports.cancelFrame(waiting.frame);
      waiting = null;
    },
  };
}

/** The scenario without its levers: same world, events and overrides. */
const withoutPolicy = (document: ScenarioDocument): ScenarioDocument => ({
  inputs: { ...document.inputs, levers: [] },
  assumptions: document.assumptions,
  target: null,
  budget: null,
});

/** Least recently used first; the very first baseline (status quo of the default world) is never dropped. */
function createBaselines(createSlot: () => RunSlot): { readonly reader: (document: ScenarioDocument) => ResultReader } {
  const kept: { readonly document: ScenarioDocument; readonly slot: RunSlot; readonly reader: ResultReader }[] = [];
  return {
    reader(document) {
      const index = kept.findIndex((entry) => sameValue(entry.document, document));
      const found = kept[index];
      if (found) {
        if (index > 0) kept.push(...kept.splice(index, 1));
        return found.reader;
      }
      const slot = kept.length >= KEPT_BASELINES ? kept.splice(1, 1)[0]!.slot : createSlot();
      const entry = { document, slot, reader: slot.run(document) };
      kept.push(entry);
      return entry.reader;
    },
  };
}
