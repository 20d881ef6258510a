/** A disruption in words: who is cut, of what, by how much, for how long. */
import type { Dataset, EventPreset, EventScope } from "../../../../shared/dataset/dataset.ts";
import { numberText } from "../../../../shared/format/number.ts";
import { capitalised, inSentence, listText } from "../../../../shared/format/words.ts";
import { isPresetEvent } from "../../../../shared/scenario/scenario.ts";
import type { ScenarioEvent } from "../../../../shared/scenario/scenario.ts";

type Named = Pick<Dataset, "events" | "minerals" | "stages" | "suppliers" | "home">;

export const eventName = (dataset: Pick<Dataset, "events">, event: ScenarioEvent): string =>
  isPresetEvent(event) ? (dataset.events.find(({ id }) => id === event.event)?.name ?? event.event) : (event.name ?? "Own disruption");

/** Empty for a preset that the dataset does not know. */
export function eventText(dataset: Named, event: ScenarioEvent): string {
  if (!isPresetEvent(event)) return cutText(dataset, { ...event, durationMonths: event.duration, recoveryMonths: event.recovery });
  const preset = dataset.events.find(({ id }) => id === event.event);
  return preset ? presetText(dataset, preset) : "";
}

export const presetText = (dataset: Named, preset: EventPreset): string => cutText(dataset, preset);

interface Cut {
  readonly minerals: string;
  readonly stages: string;
  readonly suppliers: string;
  readonly scope: EventScope;
  readonly severity: number;
  readonly durationMonths: number;
  readonly recoveryMonths: number;
}

/** "Rare earths from China −90% for 12 months, only to the United States; recovers over 6 months" */
function cutText(dataset: Named, cut: Cut): string {
  const minerals = listed(cut.minerals, "all minerals", (id) => inSentence(dataset.minerals.find((mineral) => mineral.id === id)?.name ?? id));
  const stages = listed(cut.stages, "", (id) => inSentence(dataset.stages.find((stage) => stage.id === id)?.label ?? id));
  const where = cut.scope === "outage" ? `made in the ${dataset.home.name}` : `from ${listed(cut.suppliers, "all suppliers", countryOf(dataset))}`;
  const what = stages === "" ? minerals : `${minerals} (${stages})`;
  const whom = cut.scope === "targeted" ? `, only to the ${dataset.home.name}` : cut.scope === "global" ? ", for every buyer" : "";
  const recovery = cut.recoveryMonths > 0 ? `; recovers over ${cut.recoveryMonths} months` : "";
  return capitalised(`${what} ${where} down ${numberText(cut.severity * 100, 0)}% for ${cut.durationMonths} months${whom}${recovery}`);
}

const countryOf =
  (dataset: Named) =>
  (iso3: string): string =>
    dataset.suppliers.find((supplier) => supplier.iso3 === iso3)?.country ?? iso3;

const listed = (ids: string, all: string, name: (id: string) => string): string => (ids === "*" ? all : listText(ids.split("|").map(name)));
