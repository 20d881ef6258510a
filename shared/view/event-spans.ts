/** Disruptions of the scenario: their name, and the years they cover on a chart. */
import type { Dataset } from "../dataset/dataset.ts";
import type { ChartSpan } from "../chart/chart-spec.ts";
import { isPresetEvent } from "../scenario/scenario.ts";
import type { ScenarioEvent } from "../scenario/scenario.ts";
import type { YearMonth } from "../time.ts";

export interface NamedEvent {
  readonly name: string;
  readonly start: YearMonth;
  readonly months: number;
  /** Ids of the minerals it hits; null = all. */
  readonly minerals: readonly string[] | null;
}

/** Null where the dataset has no such event. */
export function namedEvent(dataset: Dataset, event: ScenarioEvent): NamedEvent | null {
  if (isPresetEvent(event)) {
    const preset = dataset.events.find(({ id }) => id === event.event);
    return preset ? { name: preset.name, start: event.start, months: preset.durationMonths, minerals: idsIn(preset.minerals) } : null;
  }
  return { name: event.name ?? "Own disruption", start: event.start, months: event.duration, minerals: idsIn(event.minerals) };
}

const idsIn = (text: string): readonly string[] | null => (text === "*" ? null : text.split("|"));

/** The events that hit `mineral` (null = any), as spans. Annual values stand at whole years, so a calendar year reaches half a year to either side. */
export function eventSpans(dataset: Dataset, events: readonly ScenarioEvent[], mineral: string | null): readonly ChartSpan[] {
  return events.flatMap((event) => {
    const named = namedEvent(dataset, event);
    if (!named || (mineral !== null && named.minerals !== null && !named.minerals.includes(mineral))) return [];
    const from = Number(named.start.slice(0, 4)) + (Number(named.start.slice(5, 7)) - 1) / 12 - 0.5;
    return [{ from, to: from + named.months / 12, label: named.name }];
  });
}
