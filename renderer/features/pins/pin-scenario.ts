/** Pins the open scenario as it stands now: its line stays on the charts while levers move on. */
import { MOST_PINS, addPin } from "../../../shared/view/pins.ts";
import type { Planner } from "../../state/planner.ts";

export function pinScenario({ session, documents, results, analysis, view, dataset, modelVersion }: Planner): void {
  const { pins } = session.getState();
  const { document, labels, id, revision: number } = documents.getState();
  const { stored, current, failure } = results.getState();
  if (pins.length >= MOST_PINS) return view.toast(`${MOST_PINS} scenarios are pinned. Remove one to pin another.`);
  if (failure) return view.toast("This scenario could not be computed, so there is no line to pin.");
  // The reader of a live run is overwritten by the next one; a pin has a run of its own. A stored result stays as it is.
  const reader = stored ? current : analysis.compute(document);
  const versions = stored ? { modelVersion: stored.modelVersion, dataVintage: stored.dataVintage } : { modelVersion, dataVintage: dataset.vintage };
  const revision = stored && id !== null ? { scenario: id, number } : null;
  const added = addPin(pins, labels.title, { reader, document, ...versions, revision });
  view.setPins(added);
  view.toast(`Pinned "${added.at(-1)?.name ?? labels.title}" to the charts and Compare`, { label: "Show", run: () => view.showScreen("compare") });
}
