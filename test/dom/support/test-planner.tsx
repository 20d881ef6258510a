/** A planner over the memory store and a made-up model whose one rule is plain: each lever lowers the composite in proportion to its value. */
import type { ReactNode } from "react";
import type { RunSlot } from "../../../renderer/engine/live-engine.ts";
import type { ModelTrials } from "../../../renderer/engine/model-trials.ts";
import { createPlanner } from "../../../renderer/state/create-planner.ts";
import { PlannerContext } from "../../../renderer/state/planner.ts";
import type { AnalysisEngine, Planner } from "../../../renderer/state/planner.ts";
import type { JobRunner } from "../../../shared/analysis/jobs/job-runner.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import type { BootInfo } from "../../../shared/ipc/boot-info.ts";
import type { OpenScenario, Sample } from "../../../shared/ipc/channels.ts";
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { ChartExportsContext } from "../../../renderer/charts/chart-exports.ts";
import { createManualClock } from "./manual-clock.ts";
import type { ManualClock } from "./manual-clock.ts";
import { MODEL } from "./memory-rows.ts";
import { bootInfo, createMemoryStore } from "./memory-store.ts";
import type { Seed } from "./memory-rows.ts";
import type { MemoryStore } from "./memory-store.ts";
import { createTestExports } from "./test-exports.ts";
import type { TestExports } from "./test-exports.ts";
import { tinyDataset } from "./tiny-dataset.ts";

export const YEARS = [2026, 2030, 2035];

/** Reads `level` for every share and zero for all else. */
export function levelReader(level: number): ResultReader {
  const flat = YEARS.map(() => level);
  const zero = YEARS.map(() => 0);
  return {
    years: YEARS,
    stage: () => flat,
    stageText: () => YEARS.map(() => null),
    imports: () => null,
    mineral: () => flat,
    total: (indicator) => (indicator.startsWith("composite") ? flat : zero),
    costByLever: () => zero,
    costByMineral: () => zero,
  };
}

export const levelOf = ({ inputs }: ScenarioDocument): number => {
  const policy = inputs.levers.reduce((sum, { value }) => sum + value, 0) / 10_000;
  return 0.8 - policy + (inputs.world === "stated" ? 0 : 0.05);
};

/** Throws on a value of 13, as a model that fails would. */
const madeUpSlot = (): RunSlot => ({
  run: (document) => {
    if (document.inputs.levers.some(({ value }) => value === 13)) throw new Error("13 does not compute");
    return levelReader(levelOf(document));
  },
});

export interface TestPlanner {
  readonly planner: Planner;
  readonly store: MemoryStore;
  readonly clock: ManualClock;
  /** What left the window as a table or picture. */
  readonly out: TestExports;
  readonly Provider: (props: { readonly children: ReactNode }) => ReactNode;
}

export interface TestPlannerOptions {
  readonly seeds?: readonly Seed[];
  readonly opened?: OpenScenario | null;
  readonly example?: Sample;
  readonly boot?: BootInfo;
  readonly dataset?: Dataset;
  readonly createSlot?: () => RunSlot;
  readonly studyLevers?: ModelTrials["studyLevers"];
  readonly reducedMotion?: boolean;
  readonly reload?: () => void;
  readonly find?: AnalysisEngine["find"];
  readonly verify?: AnalysisEngine["verify"];
  /** Does the jobs of analyses; without one they fail. */
  readonly runner?: () => Promise<JobRunner>;
}

export function createTestPlanner(options: TestPlannerOptions = {}): TestPlanner {
  const clock = createManualClock();
  const dataset = options.dataset ?? tinyDataset;
  const boot = options.boot ?? bootInfo();
  const store = createMemoryStore(dataset, clock.now, options.seeds, boot);
  const planner = createPlanner({
    api: store.api,
    boot,
    dataset,
    opened: options.opened ?? null,
    example: options.example ?? null,
    modelVersion: MODEL,
    createSlot: options.createSlot ?? madeUpSlot,
    trials: {
      studyLevers: options.studyLevers ?? ((document) => ({ step: () => ({ document, effects: new Map() }) })),
      run: (document) => (options.createSlot ?? madeUpSlot)().run(document),
    },
    readerOfResult: (result) => levelReader((result.totals["composite_equal"] as readonly number[])[0]!),
    analysisWorkers: {
      runner: options.runner ?? (() => Promise.reject(new Error("no analysis in this test"))),
      find: options.find ?? (() => Promise.reject(new Error("no search in this test"))),
      verify: options.verify ?? (() => Promise.reject(new Error("no checks in this test"))),
      close: () => undefined,
    },
    now: clock.now,
    timers: clock.timers,
    requestFrame: clock.requestFrame,
    cancelFrame: clock.cancelFrame,
    requestIdle: clock.requestIdle,
    cancelIdle: clock.cancelIdle,
    reducedMotion: () => options.reducedMotion ?? false,
    reload: options.reload ?? (() => undefined),
  });
  const out = createTestExports();
  const Provider: TestPlanner["Provider"] = ({ children }) => (
    <PlannerContext value={planner}>
      <ChartExportsContext value={out.exports}>{children}</ChartExportsContext>
    </PlannerContext>
  );
  return { planner, store, clock, out, Provider };
}
