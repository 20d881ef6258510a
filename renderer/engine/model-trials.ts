/** Runs of the model beside the open scenario: they never touch what is on screen. */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { ScenarioDocument } from "../../shared/scenario/scenario.ts";
import type { LeverStudySteps } from "../../shared/view/effect/lever-study.ts";

export interface ModelTrials {
  /** The scenario with and without each of its levers, one run per step; one study at a time. */
  readonly studyLevers: (document: ScenarioDocument) => LeverStudySteps;
  /** Runs `document`; the reader is valid until the next call. */
  readonly run: (document: ScenarioDocument) => ResultReader;
}
