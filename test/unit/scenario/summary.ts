/** A row of the scenario list as tests state it: a plain saved scenario, and what differs. */
import type { ScenarioSummary } from "../../../shared/ipc/channels.ts";

export const summaryOf = (title: string, over: Partial<ScenarioSummary> = {}): ScenarioSummary => ({
  id: title,
  title,
  tags: [],
  world: "stated",
  changedLevers: 0,
  revision: 1,
  hasUnsavedDraft: false,
  changedAt: 0,
  trashedAt: null,
  headline: null,
  headlineYear: null,
  costMusdPerYr: null,
  modelVersion: "1.0",
  dataVintage: "V",
  ...over,
});
