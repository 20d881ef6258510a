/** Every indicator of a run, in the order of the reference cases: the one place that says what a number means. */
import type { Indicator, IndicatorLevel } from "./indicator.ts";
import { mineralIndicators } from "./mineral-indicators.ts";
import { stageIndicators } from "./stage-indicators.ts";
import { totalIndicators } from "./total-indicators.ts";

export const CATALOGUE: readonly Indicator[] = [...stageIndicators, ...mineralIndicators, ...totalIndicators];

const byKey = new Map(CATALOGUE.map((indicator) => [`${indicator.level}:${indicator.id}`, indicator]));

export const isIndicator = (level: IndicatorLevel, id: string): boolean => byKey.has(`${level}:${id}`);

/** Throws on an id that the level does not have: a programmer's error. Check what people typed with `isIndicator`. */
export function findIndicator(level: IndicatorLevel, id: string): Indicator {
  const indicator = byKey.get(`${level}:${id}`);
  if (!indicator) throw new Error(`no indicator ${id} at level ${level}`);
  return indicator;
}
