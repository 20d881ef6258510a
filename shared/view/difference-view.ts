/** A comparison with its judgement: which direction is better is the catalogue's to say. */
import { compareValues } from "../format/comparison.ts";
import type { Comparison } from "../format/comparison.ts";
import { isNetExporter } from "../format/quantity.ts";
import type { DisplayScale } from "../format/scale.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { DifferenceView, Tone } from "./explore/explore-types.ts";

type Judged = Pick<Indicator, "unit" | "better">;

/** Tiny changes are not judged, because they cannot be seen; money is not, because spending less is not by itself better. */
function toneOf(comparison: Comparison, { unit, better }: Judged): Tone {
  if (comparison.kind !== "change" || better === "neither" || unit === "musd") return "neutral";
  return comparison.direction === better ? "better" : "worse";
}

export const differenceView = (comparison: Comparison, indicator: Judged): DifferenceView => ({
  kind: comparison.kind,
  text: comparison.difference,
  short: comparison.short,
  magnitude: comparison.magnitude,
  direction: comparison.direction,
  tone: toneOf(comparison, indicator),
});

/**
 * The difference of two trade balances. Points below zero measure how much is sold, not how much is bought: where status quo exports on balance, that
 * is said in place of a number.
 */
export function balanceDifference(current: number | null, reference: number | null, scale: DisplayScale, indicator: Indicator): DifferenceView {
  const difference = differenceView(compareValues(current, reference, scale), indicator);
  if (difference.kind !== "change" || !isNetExporter(indicator.id, reference, false)) return difference;
  return { ...difference, kind: "undefined", text: "status quo: net exporter", short: "status quo exports", magnitude: "", direction: "none" };
}

/** "24 points below status quo", "no change from status quo", "less than 0.1 points from status quo" */
export function fromStatusQuo(difference: DifferenceView): string {
  if (difference.kind === "change") return `${difference.magnitude} ${difference.direction === "down" ? "below" : "above"} status quo`;
  if (difference.kind === "undefined") return difference.short === "" ? "no comparison with status quo" : difference.text;
  return `${difference.text} from status quo`;
}
