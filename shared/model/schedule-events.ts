/** Events of a scenario (specification, 4.2): severity by month, and for each stage the events that apply to it. */
import type { Dataset, EventScope } from "../dataset/dataset.ts";
import { parseWorldShare } from "../dataset/world-share.ts";
import { isPresetEvent } from "../scenario/scenario.ts";
import type { OwnEvent, ScenarioEvent } from "../scenario/scenario.ts";
import { monthIndex } from "../time.ts";
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";
import type { StageEvent } from "./stage-event.ts";

/** An event with its preset's figures filled in; lists resolved, null = all. */
interface ResolvedEvent {
  readonly minerals: readonly string[] | null;
  readonly stages: readonly string[] | null;
  readonly suppliers: readonly string[] | null;
  readonly scope: EventScope;
  readonly severity: number;
  readonly start: string;
  readonly duration: number;
  readonly rampIn: number;
  readonly recovery: number;
  readonly worldShare: Readonly<Record<string, number>>;
  readonly leak: number | null;
}

/** Attaches the scenario's events to the stages of `run`. */
export function scheduleEvents(run: Run, events: readonly ScenarioEvent[]): void {
  for (const c of run.stages) if (c.events.length > 0) c.events = [];
  for (const event of events) {
    const resolved = resolveEvent(run.model.dataset, event);
    const t0 = monthIndex(resolved.start, run.model.dataset.start);
    const { severity, from, to } = severityByMonth(resolved, t0, run.model.months, run.p.event_floor);
    if (from >= to) continue;
    for (const m of run.minerals) {
      if (resolved.minerals !== null && !resolved.minerals.includes(m.model.id)) continue;
      for (const c of m.stages) {
        const applied = stageEvent(c, m.model.id, resolved, severity, from, to);
        if (applied !== null) c.events.push(applied);
      }
    }
  }
  for (const m of run.minerals) {
    m.eventsFrom = Infinity;
    m.eventsTo = -1;
    for (const c of m.stages) {
      for (const event of c.events) {
        m.eventsFrom = Math.min(m.eventsFrom, event.from);
        m.eventsTo = Math.max(m.eventsTo, event.to);
      }
    }
  }
}

/** Splits "a|b" and "*"; null = all. */
export const idList = (text: string): readonly string[] | null => (text === "*" ? null : text.split("|").filter((id) => id !== ""));

function resolveEvent(dataset: Dataset, event: ScenarioEvent): ResolvedEvent {
  if (!isPresetEvent(event)) return { ...lists(event), ...ownFigures(dataset, event) };
  const preset = dataset.events.find((one) => one.id === event.event);
  if (!preset) throw new Error(`no event ${event.event} in the dataset`);
  return {
    ...lists(preset),
    scope: preset.scope,
    severity: preset.severity,
    start: event.start,
    duration: preset.durationMonths,
    rampIn: preset.rampInMonths,
    recovery: preset.recoveryMonths,
    worldShare: preset.worldShare,
    leak: preset.leak,
  };
}

const lists = (event: { minerals: string; stages: string; suppliers: string }): Pick<ResolvedEvent, "minerals" | "stages" | "suppliers"> => ({
  minerals: idList(event.minerals),
  stages: idList(event.stages),
  suppliers: idList(event.suppliers),
});

function ownWorldShare(dataset: Dataset, event: OwnEvent): Readonly<Record<string, number>> {
  const shares = parseWorldShare(
    event.world_share ?? "",
    dataset.minerals.map(({ id }) => id),
  );
  if (!shares.ok) throw new Error(`world share ${shares.error}; check the inputs before running`);
  return shares.value;
}

const ownFigures = (dataset: Dataset, event: OwnEvent): Omit<ResolvedEvent, "minerals" | "stages" | "suppliers"> => ({
  scope: event.scope,
  severity: event.severity,
  start: event.start,
  duration: event.duration,
  rampIn: event.ramp_in,
  recovery: event.recovery,
  worldShare: ownWorldShare(dataset, event),
  leak: event.leak ?? null,
});

/** 4.9–4.11: δ(t) with its ramp and its recovery tail; the floor ends the tail only. */
function severityByMonth(
  event: ResolvedEvent,
  t0: number,
  months: number,
  floor: number,
): { readonly severity: Float64Array; readonly from: number; readonly to: number } {
  const severity = new Float64Array(months);
  const { duration, rampIn, recovery } = event;
  const from = Math.max(0, t0);
  let to = from;
  for (let t = from; t < months; t++) {
    let delta: number;
    if (t < t0 + duration) delta = event.severity * Math.min(1, (t - t0 + 1) / rampIn);
    else {
      delta = recovery > 0 ? event.severity * Math.min(1, duration / rampIn) * Math.exp(-(t - (t0 + duration) + 1) / recovery) : 0;
      if (delta < floor) delta = 0;
    }
    if (!(delta > 0)) {
      if (t >= t0 + duration) break;
      continue;
    }
    severity[t] = delta;
    to = t + 1;
  }
  return { severity, from, to };
}

/** Null where the event does not touch the stage: not named, nothing imported from the suppliers cut (targeted), no world share (global). */
function stageEvent(c: StageRun, mineral: string, event: ResolvedEvent, severity: Float64Array, from: number, to: number): StageEvent | null {
  if (event.stages !== null && !event.stages.includes(c.model.id)) return null;
  const { suppliers } = c.model;
  const hits = Uint8Array.from(suppliers, ({ iso3 }) => (event.suppliers === null || event.suppliers.includes(iso3) ? 1 : 0));
  const sumOverHits = (value: (j: number) => number): number => suppliers.reduce((sum, _, j) => (hits[j] === 1 ? sum + value(j) : sum), 0);
  let worldShare = 0;
  if (event.scope === "targeted" && sumOverHits((j) => suppliers[j]!.share) === 0) return null;
  if (event.scope === "global") {
    worldShare = event.worldShare[mineral] ?? sumOverHits((j) => suppliers[j]!.worldShare);
    if (worldShare === 0) return null;
  }
  return { scope: event.scope, severity, from, to, held: 1 - (event.leak ?? c.p.leak), hits, worldShare };
}
