/**
 * Why an effect comes late: when the plants that carry its first visible year left permitting and construction. The dates are those of the two runs:
 * the months in which as much extra capacity had passed a step as stands at the end of that year.
 */
import type { Pipe, PlantTrace } from "../../model/plant-trace.ts";

export interface PlantSteps {
  readonly kind: Pipe["kind"];
  readonly mineral: string;
  readonly stage: string;
  /** Month numbers. */
  readonly permittedAt: number;
  readonly builtAt: number;
}

/** A pipeline with the same one in the other run; null there = not in use. */
export interface PipePair {
  readonly pipe: Pipe;
  readonly without: Pipe | null;
}

export function pipePairs(trace: PlantTrace, without: PlantTrace): readonly PipePair[] {
  const key = ({ kind, mineral, stage, partner }: Pipe): string => `${kind}|${mineral}|${stage}|${partner ?? ""}`;
  const others = new Map(without.pipes.map((pipe) => [key(pipe), pipe]));
  return trace.pipes.map((pipe) => ({ pipe, without: others.get(key(pipe)) ?? null }));
}

/** Extra capacity of the first run at the end of month `t`, t/yr. */
export const extraCapacity = ({ pipe, without }: PipePair, t: number): number => pipe.capacity[t]! - (without?.capacity[t] ?? 0);

/**
 * Steps of the plants that stand extra at the end of month `t`. Null where none do, or where none of them was begun because of the change: a change
 * that only speeds up what is under way has no steps of its own.
 */
export function plantSteps({ pipe, without }: PipePair, t: number): PlantSteps | null {
  const extra = extraCapacity({ pipe, without }, t);
  if (extra <= 0) return null;
  const difference = (series: "construction" | "rampUp" | "capacity", month: number): number => pipe[series][month]! - (without?.[series][month] ?? 0);
  const built = (month: number): number => difference("rampUp", month) + difference("capacity", month);
  const permitted = (month: number): number => built(month) + difference("construction", month);
  const permittedAt = firstMonth(permitted, extra, t);
  const builtAt = firstMonth(built, extra, t);
  return permittedAt < builtAt && builtAt < t ? { kind: pipe.kind, mineral: pipe.mineral, stage: pipe.stage, permittedAt, builtAt } : null;
}

function firstMonth(passed: (month: number) => number, extra: number, last: number): number {
  for (let month = 0; month < last; month++) if (passed(month) >= extra) return month;
  return last;
}
