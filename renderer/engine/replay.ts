/**
 * Replay: three loops from status quo to the scenario, interpolated between the two results; the model is not run.
 * Under reduced motion the loops become cuts between the two.
 */
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { Series } from "../../shared/model/run-result.ts";

export const LOOPS = 3;
export const LOOP_MS = 800;
export const REST_MS = 400;

/** A result part of the way from one to the other; `share` 0 = `from`, 1 = `to`. Texts, and values that one of the two lacks, are those of `to`. */
export function blendedReader(from: ResultReader, to: ResultReader, share: number): ResultReader {
  const blend = (a: Series, b: Series): Series =>
    b.map((end, year) => {
      const start = a[year];
      return end === null || start === null || start === undefined ? end : start + (end - start) * share;
    });
  return {
    years: to.years,
    stage: (mineral, stage, indicator) => blend(from.stage(mineral, stage, indicator), to.stage(mineral, stage, indicator)),
    stageText: (mineral, stage, indicator) => to.stageText(mineral, stage, indicator),
    imports: (mineral, stage) => {
      const before = from.imports(mineral, stage);
      const after = to.imports(mineral, stage);
      return before && after && after.map(({ iso3, values }, j) => ({ iso3, values: blend(before[j]?.values ?? [], values) }));
    },
    mineral: (mineral, indicator) => blend(from.mineral(mineral, indicator), to.mineral(mineral, indicator)),
    total: (indicator) => blend(from.total(indicator), to.total(indicator)),
    costByLever: (lever) => blend(from.costByLever(lever), to.costByLever(lever)),
    costByMineral: (mineral) => blend(from.costByMineral(mineral), to.costByMineral(mineral)),
  };
}

/** Share of the way at `elapsed` milliseconds; null when the replay is over. */
export function replayShare(elapsed: number, reducedMotion: boolean): number | null {
  if (elapsed < 0 || elapsed >= LOOPS * (LOOP_MS + REST_MS)) return null;
  const within = elapsed % (LOOP_MS + REST_MS);
  if (reducedMotion) return within < LOOP_MS ? 0 : 1;
  const t = Math.min(1, within / LOOP_MS);
  return t * t * (3 - 2 * t);
}

export interface ReplayPorts {
  readonly now: () => number;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
  readonly reducedMotion: () => boolean;
  /** A frame to show; null = the replay is over. */
  readonly show: (frame: ResultReader | null) => void;
}

/** Starts at once; the returned function stops it and shows the scenario again. */
export function startReplay(ports: ReplayPorts, from: ResultReader, to: ResultReader): () => void {
  const begin = ports.now();
  const reducedMotion = ports.reducedMotion();
  let handle: number | null = null;
  function step(): void {
    const share = replayShare(ports.now() - begin, reducedMotion);
    handle = share === null ? null : ports.requestFrame(step);
    ports.show(share === null ? null : blendedReader(from, to, share));
  }
  step();
  return () => {
    if (handle === null) return;
    ports.cancelFrame(handle);
    handle = null;
    ports.show(null);
  };
}
