/** A comparison with its judgement: which direction is better is the catalogue's to say. */
import { compareValues } from "../format/comparison.ts";
import type { Comparison } from "../format/comparison.ts";
import type { DisplayScale } from "../format/scale.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { DifferenceView, Tone } from "./explore-types.ts";

/** Tiny changes are not judged: they cannot be seen. */
export function toneOf(comparison: Comparison, better: Indicator["better"]): Tone {
  if (comparison.kind !== "change" || better === "neither") return "neutral";
  return comparison.direction === better ? "better" : "worse";
}

export const differenceView = (comparison: Comparison, better: Indicator["better"]): DifferenceView => ({
  kind: comparison.kind,
  text: comparison.difference,
  short: comparison.short,
  magnitude: comparison.magnitude,
  direction: comparison.direction,
  tone: toneOf(comparison, better),
});

export const differenceBetween = (
  current: number | null | undefined,
  reference: number | null | undefined,
  scale: DisplayScale,
  better: Indicator["better"],
): DifferenceView => differenceView(compareValues(current, reference, scale), better);

/** "24 points below status quo", "no change from status quo", "less than 0.1 points from status quo" */
export function fromStatusQuo(difference: DifferenceView): string {
  if (difference.kind === "change") return `${difference.magnitude} ${difference.direction === "down" ? "below" : "above"} status quo`;
  if (difference.kind === "undefined") return "no comparison with status quo";
  return `${difference.text} from status quo`;
}
