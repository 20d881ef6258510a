/**
 * Finds a short condition that tells failing cases from the others: one or two thresholds on named features, by exhaustive search with a beam.
 * The rule is checked against the very cases, so its hits and misses are facts about them, not claims about others.
 */

export interface Feature {
  readonly id: string;
  /** One value per case. */
  readonly values: ArrayLike<number>;
}

export interface Condition {
  readonly feature: string;
  readonly side: "above" | "below";
  readonly threshold: number;
}

export interface Rule {
  /** All must hold. */
  readonly conditions: readonly Condition[];
  /** Failing cases, those of them that meet the rule, and the others that meet it all the same. */
  readonly failing: number;
  readonly hits: number;
  readonly falseAlarms: number;
}

const MAX_CONDITIONS = 2;
/** Rules that are tried with a second condition. */
const BEAM = 20;
/** Thresholds tried per feature; more cases than this are thinned by rank. */
const MAX_THRESHOLDS = 20;

interface Candidate {
  readonly conditions: readonly Condition[];
  readonly holds: Uint8Array;
  readonly score: number;
  /** Smallest gap at a threshold, as a share of its feature's range. */
  readonly margin: number;
  /** Places of its features in the list, added up. */
  readonly order: number;
  readonly hits: number;
  readonly falseAlarms: number;
}

/** A gap so wide is clear; among rules with clear gaps the features that stand first in the list are preferred. */
const CLEAR_MARGIN = 0.05;

/** Most hits less false alarms first, then clear gaps, then earlier features, then the wider gap. */
const byMerit = (a: Candidate, b: Candidate): number =>
  b.score - a.score || Number(b.margin >= CLEAR_MARGIN) - Number(a.margin >= CLEAR_MARGIN) || a.order - b.order || b.margin - a.margin;

/**
 * The rule with the most hits less false alarms; of equals the one with fewer conditions, then on features that stand earlier in the list (put those
 * first that mean most). null where none or all cases fail, or nothing tells them apart.
 */
export function findRule(features: readonly Feature[], fails: readonly boolean[]): Rule | null {
  const failing = fails.filter(Boolean).length;
  if (failing === 0 || failing === fails.length) return null;
  const singles = features.flatMap((feature, order) => conditionsOn(feature, order, fails));
  let best: Candidate | null = null;
  let beam: readonly Candidate[] = [];
  for (let size = 1; size <= MAX_CONDITIONS; size++) {
    const tried = size === 1 ? singles : beam.flatMap((one) => singles.map((other) => both(one, other, fails)));
    beam = tried.toSorted(byMerit).slice(0, BEAM);
    const top = beam[0];
    if (top !== undefined && (best === null || top.score > best.score)) best = top;
    if (best !== null && best.score === failing) break;
  }
  if (best === null || best.score <= 0) return null;
  return { conditions: best.conditions, failing, hits: best.hits, falseAlarms: best.falseAlarms };
}

function conditionsOn({ id, values }: Feature, order: number, fails: readonly boolean[]): readonly Candidate[] {
  const sorted = [...new Set(Array.from(values))].filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b);
  const range = sorted.at(-1)! - sorted[0]!;
  const step = Math.max(1, (sorted.length - 1) / MAX_THRESHOLDS);
  const found: Candidate[] = [];
  for (let at = 0; Math.floor(at) < sorted.length - 1; at += step) {
    const below = sorted[Math.floor(at)]!;
    const above = sorted[Math.floor(at) + 1]!;
    const threshold = shortNumberBetween(below, above);
    for (const side of ["above", "below"] as const) {
      const holds = Uint8Array.from(values, (value) => ((side === "above" ? value > threshold : value < threshold) ? 1 : 0));
      found.push(candidate([{ feature: id, side, threshold }], holds, fails, (above - below) / range, order));
    }
  }
  return found;
}

const both = (a: Candidate, b: Candidate, fails: readonly boolean[]): Candidate =>
  candidate(
    [...a.conditions, ...b.conditions],
    a.holds.map((holds, i) => holds & b.holds[i]!),
    fails,
    Math.min(a.margin, b.margin),
    a.order + b.order,
  );

function candidate(conditions: readonly Condition[], holds: Uint8Array, fails: readonly boolean[], margin: number, order: number): Candidate {
  let hits = 0;
  let falseAlarms = 0;
  for (let i = 0; i < holds.length; i++) {
    if (holds[i] === 0) continue;
    if (fails[i] === true) hits++;
    else falseAlarms++;
  }
  return { conditions, holds, score: hits - falseAlarms, margin, order, hits, falseAlarms };
}

/** The number with the fewest digits strictly between two others, nearest to their middle. */
export function shortNumberBetween(a: number, b: number): number {
  const middle = a + (b - a) / 2;
  for (let digits = 1; digits <= 15; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (short > a && short < b) return short;
  }
  return middle;
}
