/** The disruptions and worlds that the stress test goes through: those of the dataset, then the user's own, each once. */
import { type StressEvent, stressOfOwn, stressOfPreset } from "../../../shared/analysis/stress/stress.ts";
import { type WorldChoice, worldChoice } from "../../../shared/analysis/world-choice.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { isPresetEvent, type OwnEvent, type ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import type { YearMonth } from "../../../shared/time.ts";

export interface StressColumnChoice {
  readonly key: string;
  readonly event: StressEvent;
  /** Where it was made on this screen: its number there. */
  readonly ownIndex: number | null;
}

/** All begin at `start`. Two own events that differ in their date only are one. */
export function stressColumns(
  dataset: Dataset,
  start: YearMonth,
  own: readonly OwnEvent[],
  documents: readonly ScenarioDocument[],
): readonly StressColumnChoice[] {
  const presets = dataset.events.map((preset): StressColumnChoice => ({ key: preset.id, event: stressOfPreset(dataset, preset, start), ownIndex: null }));
  const found = new Map<string, { readonly event: OwnEvent; readonly ownIndex: number | null }>();
  const add = (event: OwnEvent, ownIndex: number | null): void => {
    const key = `own:${JSON.stringify({ ...event, start: "" })}`;
    if (!found.has(key)) found.set(key, { event, ownIndex });
  };
  own.forEach(add);
  for (const { inputs } of documents) for (const event of inputs.events) if (!isPresetEvent(event)) add(event, null);
  return [...presets, ...[...found].map(([key, { event, ownIndex }]) => ({ key, event: stressOfOwn(dataset, event, start), ownIndex }))];
}

/** The worlds of the dataset, then those that the scenarios have of their own. */
export function stressWorlds(dataset: Dataset, documents: readonly ScenarioDocument[]): readonly WorldChoice[] {
  const own = new Map<string, WorldChoice>();
  for (const { inputs } of documents) if (inputs.own_world !== undefined) own.set(JSON.stringify([inputs.world, inputs.own_world]), worldChoice(inputs));
  return [...dataset.worlds.map(({ id }): WorldChoice => ({ world: id })), ...own.values()];
}
