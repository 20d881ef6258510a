/** Pins a scenario as it stands now: its line stays on the charts while levers move on. */
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import type { PinnedScenario } from "../../../shared/view/explore/explore-types.ts";
import { MOST_PINS, addPin } from "../../../shared/view/explore/pins.ts";
import type { Planner } from "../../state/planner.ts";

/** The open scenario; a stored result as it was stored. */
export function pinScenario(planner: Planner): void {
  const { documents, results, view } = planner;
  const { document, labels, id, revision: number } = documents.getState();
  const { stored, current, failure } = results.getState();
  if (failure) return view.toast("This scenario could not be computed, so there is no line to pin.");
  const revision = stored && id !== null ? { scenario: id, number } : null;
  const added = stored
    ? pin(planner, labels.title, () => ({ reader: current, document, modelVersion: stored.modelVersion, dataVintage: stored.dataVintage, revision }))
    : pinDocument(planner, labels.title, document);
  if (added) view.toast(`Pinned "${added.name}" to the charts and Compare`, { label: "Show", run: () => view.showScreen("compare") });
}

/** Any scenario that the model can compute. The reader of a live run is overwritten by the next one; a pin has a run of its own. */
export function pinDocument(planner: Planner, title: string, document: ScenarioDocument): PinnedScenario | null {
  const { analysis, dataset, modelVersion } = planner;
  return pin(planner, title, () => ({ reader: analysis.compute(document), document, modelVersion, dataVintage: dataset.vintage, revision: null }));
}

/** Null, and said, where no more can be pinned. */
function pin({ session, view }: Planner, title: string, pinned: () => Omit<PinnedScenario, "id" | "name" | "colour">): PinnedScenario | null {
  const { pins } = session.getState();
  if (pins.length >= MOST_PINS) {
    view.toast(`${MOST_PINS} scenarios are pinned. Remove one to pin another.`);
    return null;
  }
  const added = addPin(pins, title, pinned());
  view.setPins(added);
  return added.at(-1) ?? null;
}
