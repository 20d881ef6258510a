/** One line for what an edit did, in the words of the screen: "Strategic reserve 120 to 180 days" (rule H6). */
import type { Dataset, Lever } from "../dataset/dataset.ts";
import { leverUnit, leverValueText } from "../format/lever-text.ts";
import { exactNumberText } from "../format/number.ts";
import { monthText } from "../format/words.ts";
import { worldName } from "./own-world.ts";
import { sameValue } from "./same-value.ts";
import { isPresetEvent } from "./scenario.ts";
import type { LeverSetting, ScenarioDocument, ScenarioEvent, ScenarioInputs, ScenarioLabels } from "./scenario.ts";

type Named = Pick<Dataset, "levers" | "worlds" | "events">;

/** Every difference between two documents, levers first, in the dataset's order. Empty when they say the same. */
export function describeChanges(dataset: Named, before: ScenarioDocument, after: ScenarioDocument): readonly string[] {
  const changes: string[] = [];
  for (const lever of dataset.levers) {
    const text = leverChange(lever, settingsOf(before, lever.id), settingsOf(after, lever.id));
    if (text !== null) changes.push(text);
  }
  changes.push(...worldChanges(dataset, before.inputs, after.inputs));
  changes.push(...eventChanges(dataset, before.inputs.events, after.inputs.events));
  if (!sameValue(before.assumptions, after.assumptions)) changes.push("Assumptions");
  if (!sameValue(before.target, after.target))
    changes.push(after.target === null ? "Target removed" : before.target === null ? "Target set" : "Target changed");
  if (before.budget !== after.budget) changes.push(after.budget === null ? "Budget removed" : before.budget === null ? "Budget set" : "Budget changed");
  return changes;
}

/** The label of one undo entry. */
export function describeEdit(
  dataset: Named,
  before: { readonly document: ScenarioDocument; readonly labels: ScenarioLabels },
  after: { readonly document: ScenarioDocument; readonly labels: ScenarioLabels },
): string {
  const changes = describeChanges(dataset, before.document, after.document);
  if (before.labels.title !== after.labels.title) return `Rename to ${after.labels.title}`;
  const [first, ...more] = changes;
  if (first === undefined) return "Notes";
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}

const settingsOf = (document: ScenarioDocument, lever: string): readonly LeverSetting[] => document.inputs.levers.filter((setting) => setting.lever === lever);

function leverChange(lever: Lever, before: readonly LeverSetting[], after: readonly LeverSetting[]): string | null {
  if (sameValue(before, after)) return null;
  if (before.length > 1 || after.length > 1) return `${lever.name} settings`;
  const from = before[0]?.value ?? lever.default;
  const to = after[0]?.value ?? lever.default;
  if (from !== to) return `${lever.name} ${leverUnit(lever.unit).prefix}${exactNumberText(from)} to ${leverValueText(lever, to)}`;
  const [old, now] = [before[0], after[0]];
  if (old && now && old.start !== now.start) return `${lever.name} start ${monthText(old.start)} to ${monthText(now.start)}`;
  if (old && now && old.ramp !== now.ramp) return `${lever.name} ramp ${old.ramp} to ${now.ramp} months`;
  if (old && now && old.end !== now.end) return now.end === undefined ? `${lever.name} without end` : `${lever.name} until ${monthText(now.end)}`;
  return `${lever.name} settings`;
}

function eventChanges(dataset: Named, before: readonly ScenarioEvent[], after: readonly ScenarioEvent[]): readonly string[] {
  const added = beyond(after, before);
  const removed = beyond(before, after);
  if (added.length === 1 && removed.length === 1) return [`${eventName(dataset, added[0]!)} changed`];
  return [...added.map((event) => `${eventName(dataset, event)} added`), ...removed.map((event) => `${eventName(dataset, event)} removed`)];
}

/** Events that `events` has more of than `others`: the same one can be there twice. */
function beyond(events: readonly ScenarioEvent[], others: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  const left = [...others];
  return events.filter((event) => {
    const at = left.findIndex((other) => sameValue(other, event));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export const eventName = (dataset: Pick<Named, "events">, event: ScenarioEvent): string =>
  isPresetEvent(event) ? (dataset.events.find(({ id }) => id === event.event)?.name ?? event.event) : (event.name ?? "Own disruption");

function worldChanges(dataset: Pick<Named, "worlds">, before: ScenarioInputs, after: ScenarioInputs): readonly string[] {
  if (before.world === after.world && sameValue(before.own_world, after.own_world)) return [];
  const [from, to] = [worldName(dataset, before), worldName(dataset, after)];
  return [from === to ? `World ${to} edited` : `World ${from} to ${to}`];
}
