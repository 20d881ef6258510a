/** The content of the golden databases, made and read through the store: the same scenarios whatever the schema version of the file. */
import type { StoreOpening } from "../../../electron/store/open-store.ts";
import { dataset, labels, reserve, resultOf, statusQuo, valueOf } from "./store-samples.ts";

export function fillGolden({ store, decks }: StoreOpening): void {
  const a = valueOf(store.create({ ...labels("Reserve first"), notes: "Ångström", tags: ["stock", "G7"], decision: "Go" }, statusQuo)).id;
  valueOf(store.save(a, reserve(90), resultOf(reserve(90), 1)));
  valueOf(store.save(a, { ...reserve(180), target: { indicator: "composite_equal", mineral: null, value: 0.5, year: 2030 } }, resultOf(reserve(180), 2)));
  valueOf(store.saveDraft(a, { ...reserve(200), assumptions: [{ mineral: "all", stage: "", key: "leak", value: 0.1 }], budget: 1500.5 }));
  valueOf(store.create(labels("Only a draft"), reserve(5)));
  const trashed = valueOf(store.saveAs(a, "In the trash", reserve(30), resultOf(reserve(30), 3))).id;
  valueOf(store.trash([trashed]));
  valueOf(store.setSettings({ theme: "dark", lastScenario: a }));
  valueOf(decks.create("Monday", [{ scenario: { id: a, revision: 2 }, view: { screen: "explore", settings: { year: 2035 } }, notes: "Say this first" }]));
}

/** Everything a person made, as JSON text. */
export function exportGolden({ store }: StoreOpening): string {
  const scenarios = valueOf(store.list()).map((summary) => {
    const { labels: text, draft, revisions } = valueOf(store.open(summary.id));
    return { summary, text, draft, revisions: revisions.map(({ number }) => valueOf(store.revision(summary.id, number))) };
  });
  // Settings that came after the golden files were made have their defaults.
  const { theme, contrast, singleKeys, lastScenario, outcomeYear } = valueOf(store.settings());
  const settings = { theme, contrast, singleKeys, lastScenario, outcomeYear };
  return JSON.stringify({ scenarios, settings, dataset: valueOf(store.datasetOf(dataset.vintage)) }, null, 1);
}
