/** The planner on the real model and the real browser. Everything else takes these in as ports. */
import { problemText } from "../../shared/errors/error-text.ts";
import { readerOfResult } from "../../shared/indicator/result-of-run.ts";
import { readerOfRun } from "../../shared/indicator/run-reader.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import { compileModel } from "../../shared/model/compile-model.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { MODEL_VERSION } from "../../shared/model/model-version.ts";
import { parameterVector } from "../../shared/model/parameter-vector.ts";
import { createRun } from "../../shared/model/run.ts";
import { simulate } from "../../shared/model/simulate.ts";
import type { Assumption } from "../../shared/scenario/scenario.ts";
import { createLeverStudyBench } from "../../shared/view/effect/lever-study.ts";
import type { LeverStudyBench } from "../../shared/view/effect/lever-study.ts";
import type { Booted } from "../state/boot-sequence.ts";
import { createPlanner } from "../state/create-planner.ts";
import type { Planner } from "../state/planner.ts";
import { createAnalysisWorkers } from "./analysis-worker-pool.ts";
import { createFindSearch } from "./find-search.ts";
import type { RunSlot } from "./live-engine.ts";
import type { ModelTrials } from "./model-trials.ts";
import { createVerifyRun } from "./verify-run.ts";

/** What waits for time between frames gets it after this long, though frames take all there is. */
const MOST_WAIT_FOR_IDLE_MS = 100;

/** Compiles the model of the dataset and runs it once; throws if it cannot run. */
export function startPlanner(api: PlannerApi, { boot, dataset, opened, example }: Booted): Planner {
  const model = compileModel(dataset);
  return createPlanner({
    api,
    boot,
    dataset,
    opened,
    example,
    modelVersion: MODEL_VERSION,
    createSlot: () => createModelSlot(model),
    trials: createTrials(model),
    readerOfResult,
    analysisWorkers: { ...createAnalysisWorkers(model), find: createFindSearch(dataset), verify: createVerifyRun(dataset) },
    now: () => performance.now(),
    timers: { set: (run, ms) => window.setTimeout(run, ms), clear: (handle) => window.clearTimeout(handle) },
    requestFrame: (run) => requestAnimationFrame(run),
    cancelFrame: (handle) => cancelAnimationFrame(handle),
    requestIdle: (run) => requestIdleCallback(run, { timeout: MOST_WAIT_FOR_IDLE_MS }),
    cancelIdle: (handle) => cancelIdleCallback(handle),
    reload: () => location.reload(),
    reducedMotion: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
}

function createModelSlot(model: Model): RunSlot {
  const run = createRun(model);
  const vectorOf = vectorKeeper(model);
  return {
    run({ inputs, assumptions }) {
      simulate(model, inputs, run, { vector: vectorOf(assumptions) });
      return readerOfRun(model, run);
    },
  };
}

/** Both are made with their first use: most of a start happens before either is wanted. */
function createTrials(model: Model): ModelTrials {
  let bench: LeverStudyBench | null = null;
  let slot: RunSlot | null = null;
  const vectorOf = vectorKeeper(model);
  return {
    studyLevers: (document) => (bench ??= createLeverStudyBench(model)).begin(document, vectorOf(document.assumptions)),
    run: (document) => (slot ??= createModelSlot(model)).run(document),
  };
}

/** Parameter values with the overrides in them, worked out anew only when the overrides are other ones. */
function vectorKeeper(model: Model): (assumptions: readonly Assumption[]) => Float64Array {
  let overrides: readonly Assumption[] = [];
  let vector = model.parameterValues;
  return (assumptions) => {
    if (assumptions !== overrides) {
      const read = parameterVector(model, assumptions);
      if (!read.ok) throw new Error(read.error.map(problemText).join(" "));
      overrides = assumptions;
      vector = read.value;
    }
    return vector;
  };
}
