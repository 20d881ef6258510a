/** A disruption of the user's own while it is being edited: where it begins, whom it can cut, and whether it cuts anything. */
import type { Dataset, EventPreset } from "../../../../shared/dataset/dataset.ts";
import { DOMESTIC, OTHER_SUPPLIERS } from "../../../../shared/dataset/engine-keys.ts";
import { parseWorldShare } from "../../../../shared/dataset/world-share.ts";
import { isPresetEvent } from "../../../../shared/scenario/scenario.ts";
import type { OwnEvent, ScenarioEvent } from "../../../../shared/scenario/scenario.ts";
import type { YearMonth } from "../../../../shared/time.ts";

type Source = Pick<Dataset, "events" | "suppliers" | "minerals">;

/** "*" → null; "a|b" → ["a", "b"]. */
export const idsOf = (text: string): readonly string[] | null => (text === "*" ? null : text.split("|").filter((id) => id !== ""));
export const textOf = (ids: readonly string[] | null): string => (ids === null ? "*" : ids.join("|"));

/** The event as the form begins with it: an own one as it is, a preset as an own one with the same figures. */
export function editableEvent(dataset: Source, event: ScenarioEvent): OwnEvent | null {
  if (!isPresetEvent(event)) return event;
  const preset = dataset.events.find(({ id }) => id === event.event);
  return preset ? fromPreset(preset, event.start) : null;
}

function fromPreset(preset: EventPreset, start: YearMonth): OwnEvent {
  const { name, minerals, stages, suppliers, scope, severity, durationMonths, rampInMonths, recoveryMonths, worldShare, leak } = preset;
  const plain = {
    name: `${name}, own`,
    minerals,
    stages,
    suppliers,
    scope,
    severity,
    start,
    duration: durationMonths,
    ramp_in: rampInMonths,
    recovery: recoveryMonths,
  };
  const shares = Object.entries(worldShare).map(([mineral, share]) => `${mineral}:${share}`);
  return { ...plain, ...(shares.length === 0 ? {} : { world_share: shares.join("|") }), ...(leak === null ? {} : { leak }) };
}

/** A year without the largest supplier of a mineral's headline stage. */
export function freshEvent(dataset: Source, mineral: string, start: YearMonth): OwnEvent {
  const chosen = dataset.minerals.find(({ id }) => id === mineral) ?? dataset.minerals[0]!;
  const [top] = supplierOptions(dataset, [chosen.id], [chosen.headlineStage]);
  const cut = { suppliers: top?.id ?? "*", scope: "targeted", severity: 0.9, start, duration: 12, ramp_in: 1, recovery: 6 } as const;
  return { name: "Own disruption", minerals: chosen.id, stages: "*", ...cut };
}

export interface SupplierOption {
  readonly id: string;
  readonly label: string;
  /** Largest import share in the places chosen, percent. */
  readonly share: number;
}

/** Named suppliers with a share in the places chosen, the largest first. null = all places. */
export function supplierOptions(
  dataset: Pick<Dataset, "suppliers">,
  minerals: readonly string[] | null,
  stages: readonly string[] | null,
): readonly SupplierOption[] {
  const options = new Map<string, SupplierOption>();
  for (const { mineral, stage, iso3, country, importSharePct } of dataset.suppliers) {
    const isChosen = (minerals === null || minerals.includes(mineral)) && (stages === null || stages.includes(stage));
    if (!isChosen || iso3 === OTHER_SUPPLIERS || importSharePct <= 0) continue;
    const share = Math.max(importSharePct, options.get(iso3)?.share ?? 0);
    options.set(iso3, { id: iso3, label: country, share });
  }
  return [...options.values()].toSorted((a, b) => b.share - a.share);
}

/** Why an event would cut nothing at all; null where it cuts something. */
export function cutsNothing(dataset: Source & Pick<Dataset, "home">, event: OwnEvent): string | null {
  if (event.severity === 0) return "Nothing is cut at 0%.";
  const [minerals, stages, suppliers] = [idsOf(event.minerals), idsOf(event.stages), idsOf(event.suppliers)];
  const places = dataset.suppliers.filter(
    ({ mineral, stage }) => (minerals === null || minerals.includes(mineral)) && (stages === null || stages.includes(stage)),
  );
  if (places.length === 0) return "None of the chosen minerals has such a stage.";
  const hit = places.filter(({ iso3 }) => suppliers === null || suppliers.includes(iso3));
  if (event.scope === "targeted" && hit.every(({ importSharePct }) => importSharePct === 0))
    return `The ${dataset.home.name} buys nothing there from these suppliers.`;
  const given = Object.values(worldShares(dataset, event));
  const isLost = given.some((share) => share > 0) || hit.some(({ worldSharePct }) => (worldSharePct ?? 0) > 0);
  return event.scope === "global" && !isLost ? "The share of world supply that is lost is not known; enter it." : null;
}

/** Shares of world supply that the event names, by mineral. */
export function worldShares(dataset: Pick<Dataset, "minerals">, { world_share }: OwnEvent): Readonly<Record<string, number>> {
  const read = parseWorldShare(
    world_share ?? "",
    dataset.minerals.map(({ id }) => id),
  );
  return read.ok ? read.value : {};
}

/** The event with one share named; null takes the suppliers' production shares again. */
export function withWorldShare(dataset: Pick<Dataset, "minerals">, event: OwnEvent, mineral: string, share: number | null): OwnEvent {
  const { [mineral]: _old, ...others } = worldShares(dataset, event);
  const next = Object.entries(share === null ? others : { ...others, [mineral]: share }).map(([id, value]) => `${id}:${value}`);
  const { world_share: _dropped, ...plain } = event;
  return next.length === 0 ? plain : { ...plain, world_share: next.join("|") };
}

/** What the scope asks of the suppliers: an outage is at home, anything else is not. */
export function withScope(event: OwnEvent, scope: OwnEvent["scope"]): OwnEvent {
  const { world_share: _dropped, ...plain } = event;
  if (scope === "outage") return { ...plain, scope, suppliers: DOMESTIC };
  const kept = scope === "global" ? event : plain;
  return { ...kept, scope, suppliers: event.suppliers === DOMESTIC ? "*" : event.suppliers };
}
