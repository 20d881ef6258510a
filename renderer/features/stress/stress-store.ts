/** What the stress test is about, and its last results: the matrix, the opened cell, the same scenarios in every world. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import { firstStressStart, stressMatrix, type StressCell, type StressEvent } from "../../../shared/analysis/stress/stress.ts";
import { stressDetail, type StressDetail } from "../../../shared/analysis/stress/stress-detail.ts";
import { inWorlds, type WorldsQuestion, type WorldTable } from "../../../shared/analysis/worlds.ts";
import { checkInputs } from "../../../shared/scenario/scenario-file-inputs.ts";
import type { OwnEvent } from "../../../shared/scenario/scenario.ts";
import type { YearMonth } from "../../../shared/time.ts";
import type { Planner } from "../../state/planner.ts";
import { perPlanner } from "../analysis/per-planner.ts";
import { createStudy } from "../analysis/study.ts";

export interface StressState {
  readonly tab: "disruptions" | "worlds";
  readonly start: YearMonth;
  /** Made on this screen and kept, beside those that the scenarios hold. */
  readonly own: readonly OwnEvent[];
  /** Keys of the opened cell's item and column. */
  readonly open: { readonly item: string; readonly column: string } | null;
  /** What the opened cell shows; null = the most telling. */
  readonly mineral: string | null;
  readonly stage: string | null;
  readonly stock: "cover" | "reserve" | null;
}

export interface MatrixQuestion {
  readonly scenarios: readonly Package[];
  readonly events: readonly StressEvent[];
}

export interface CellQuestion {
  readonly scenario: Package;
  /** Null where the scenario is status quo itself. */
  readonly statusQuo: Package | null;
  readonly event: StressEvent;
}

export interface CellAnswer {
  readonly detail: StressDetail;
  readonly statusQuo: StressDetail | null;
}

export interface WorldsAsked {
  readonly scenarios: readonly Package[];
  readonly question: WorldsQuestion;
}

/** Lets the window breathe between runs in its own thread. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The choices, with the person's own disruptions as they were kept. Those that do not fit the dataset stay kept and are not shown. */
function createChoices(planner: Planner): StoreApi<StressState> {
  const { dataset } = planner;
  const kept = planner.settings.getState().settings.disruptions;
  const fits = (event: OwnEvent): boolean =>
    checkInputs({ levers: [], world: dataset.worlds[0]!.id, events: [{ ...event, start: dataset.start }] }, dataset).length === 0;
  const unfit = kept.filter((event) => !fits(event));
  const choices = createStore<StressState>(() => ({
    tab: "disruptions",
    start: firstStressStart(dataset),
    own: kept.filter(fits),
    open: null,
    mineral: null,
    stage: null,
    stock: null,
  }));
  choices.subscribe(({ own }, before) => {
    if (own !== before.own) planner.keepDisruptions([...own, ...unfit]);
  });
  return choices;
}

export const stressStoreOf = perPlanner((planner) => ({
  choices: createChoices(planner),
  matrix: createStudy<MatrixQuestion, readonly (readonly StressCell[])[]>(planner, (runner, { scenarios, events }, control) =>
    stressMatrix(runner, scenarios, events, control),
  ),
  cell: createStudy<CellQuestion, CellAnswer>(planner, async ({ model }, { scenario, statusQuo, event }) => {
    const detail = stressDetail(model, scenario, event);
    await breathe();
    return { detail, statusQuo: statusQuo && stressDetail(model, statusQuo, event) };
  }),
  worlds: createStudy<WorldsAsked, WorldTable>(planner, (runner, { scenarios, question }, control) => inWorlds(runner, scenarios, question, control)),
}));
