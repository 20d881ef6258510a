/** A conclusion and its switching values in words. */
import { plausibleDistance } from "../../analysis/switching/switching-values.ts";
import type { SwitchingRow, SwitchingValues } from "../../analysis/switching/switching-values.ts";
import { indicatorOf } from "../../analysis/outcome.ts";
import type { Outcome } from "../../analysis/outcome.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { exactNumberText, numberText, roundToSteps } from "../../format/number.ts";
import { stepsOnScale, valueText } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { capitalised, isPlural } from "../../format/words.ts";
import { placeText } from "./data-effect.ts";
import { parameterUnit } from "../../format/unit-words.ts";
import { parameterRowId, rangeOf } from "./data-row.ts";
import { parameterName } from "./data-parameter-names.ts";

/** What is questioned. `value` is in the outcome's own unit, as in a scenario's target. */
export type QuestionedConclusion = { readonly outcome: Outcome; readonly year: number } & (
  | { readonly kind: "target"; readonly value: number }
  | { readonly kind: "status-quo" }
  | { readonly kind: "ranking"; readonly titles: readonly [string, string] }
);

export interface SwitchingLine {
  /** Id of its row of the dataset. */
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly value: string;
  readonly at: string;
  readonly unit: string;
  readonly range: string;
  /** "inside its range", "1.8 times as far as its range" */
  readonly verdict: string;
  readonly isInside: boolean;
}

export interface SwitchingView {
  readonly finding: string;
  readonly summary: string;
  readonly lines: readonly SwitchingLine[];
}

/** "Import dependence of all minerals is at most 40% in 2035", "End-of-life recycling rate of lithium is below 30% in 2035" */
export function conclusionText(dataset: Dataset, conclusion: QuestionedConclusion, holds: boolean): string {
  const { outcome, year, kind } = conclusion;
  const { better } = indicatorOf(outcome);
  const subject = outcomeText(dataset, outcome);
  const is = isPlural(subject) ? "are" : "is";
  const [atBest, beyond, higher] = better === "up" ? ["at least", "below", "lower"] : ["at most", "above", "higher"];
  if (kind === "target") return `${subject} ${is} ${holds ? atBest : beyond} ${targetText(dataset, outcome, conclusion.value)} in ${year}`;
  const worse = holds ? `not ${higher}` : higher;
  if (kind === "ranking") {
    const [one, other] = conclusion.titles.map((title) => `“${title}”`);
    return `${subject} ${is} ${worse} in ${one} than in ${other} in ${year}`;
  }
  return `${subject} ${is} ${worse} than in the status quo in ${year}`;
}

/** "Import dependence of all minerals", "Exposure of lithium at processing", "Public cost" */
export function outcomeText(dataset: Dataset, outcome: Outcome): string {
  const { label } = indicatorOf(outcome);
  if (outcome.mineral !== null) return `${label} of ${placeText(dataset, { mineral: outcome.mineral, stage: outcome.stage ?? "" })}`;
  return label.replace(", all minerals", " of all minerals");
}

const scaleOf = (dataset: Dataset, outcome: Outcome, extent: number): DisplayScale => scaleFor(indicatorOf(outcome), extent, dataset.currency.symbol);

/** A decimal more where the value needs it: "40%", "12.5%". */
function targetText(dataset: Dataset, outcome: Outcome, value: number): string {
  const scale = scaleOf(dataset, outcome, value);
  const steps = (value / scale.divisor) * 10 ** scale.decimals;
  return valueText(value, scale, Math.abs(steps - Math.round(steps)) < 1e-6 ? scale.decimals : scale.fineDecimals);
}

/** "58% against a target of 40%: missed by 18 points", "57% against 58% in the status quo: better by 1 points". "" where the outcome is not defined. */
export function marginText(dataset: Dataset, conclusion: QuestionedConclusion, value: number | null, bar: number | null): string {
  const { outcome } = conclusion;
  const scale = scaleOf(dataset, outcome, Math.max(Math.abs(value ?? 0), Math.abs(bar ?? 0)));
  const { kind, current, reference, magnitude, direction } = compareValues(value, bar, scale);
  if (kind === "undefined") return "";
  const isTarget = conclusion.kind === "target";
  const against = isTarget ? `a target of ${reference}` : `${reference} in ${conclusion.kind === "ranking" ? `“${conclusion.titles[1]}”` : "the status quo"}`;
  if (kind === "none") return `${current} against ${against}: ${isTarget ? "met, with nothing to spare" : "no difference"}`;
  const isGood = direction === (indicatorOf(outcome).better === "up" ? "up" : "down");
  const words = isGood
    ? isTarget
      ? `met with ${magnitude} to spare`
      : `better by ${magnitude}`
    : isTarget
      ? `missed by ${magnitude}`
      : `worse by ${magnitude}`;
  return `${current} against ${against}: ${words}`;
}

export function switchingView(dataset: Dataset, conclusion: QuestionedConclusion, found: SwitchingValues): SwitchingView {
  const turning = found.rows.filter(({ at }) => at !== null);
  return {
    finding: conclusionText(dataset, conclusion, found.holds),
    summary: `${howMany(found.rows, turning)}. ${distanceText(dataset, conclusion.outcome, found.margin)} ${count(found.runs)} runs.`,
    lines: turning.map((row) => lineOf(dataset, row)),
  };
}

/** "The margin is 18.2 points." */
function distanceText(dataset: Dataset, outcome: Outcome, margin: number): string {
  if (Number.isNaN(margin)) return "The outcome is not defined.";
  const scale = scaleOf(dataset, outcome, Math.abs(margin));
  return `The margin is ${stepsOnScale(roundToSteps(Math.abs(margin) / scale.divisor, scale.fineDecimals), scale.fineDecimals, scale, scale.differenceSuffix)}.`;
}

const count = (n: number): string => n.toLocaleString("en-US");

/** "3 numbers turn this round inside their own range, 5 beyond it; 515 cannot by themselves" */
function howMany(rows: readonly SwitchingRow[], turning: readonly SwitchingRow[]): string {
  if (turning.length === 0) return `None of the ${count(rows.length)} numbers turns this round by itself`;
  const inside = turning.filter(isInside).length;
  const first =
    inside === 0
      ? "No number turns this round inside its own range"
      : `${count(inside)} ${inside === 1 ? "number turns" : "numbers turn"} this round inside ${inside === 1 ? "its" : "their"} own range`;
  return `${first}, ${count(turning.length - inside)} beyond it; ${count(rows.length - turning.length)} cannot by themselves`;
}

/** At the very bound counts as inside. */
const isInside = ({ parameter: { low, high, value }, at }: SwitchingRow): boolean => {
  const bound = at !== null && at < value ? low : high;
  return at !== null && bound !== null && (at < value ? at >= bound : at <= bound);
};

function lineOf(dataset: Dataset, row: SwitchingRow): SwitchingLine {
  const { mineral, stage, key, value, low, high } = row.parameter;
  const parameter = dataset.parameters.find((one) => one.mineral === mineral && one.stage === stage && one.key === key);
  const inside = isInside(row);
  return {
    id: parameterRowId(row.parameter),
    name: parameterName(key),
    place: capitalised(placeText(dataset, { mineral, stage })),
    value: exactNumberText(value),
    at: row.at === null ? "" : exactNumberText(Number(row.at.toPrecision(3))),
    unit: parameter === undefined ? "" : parameterUnit(parameter, dataset),
    range: rangeOf(low, high),
    verdict: inside
      ? "inside its range"
      : row.at === null || plausibleDistance(row.parameter, row.at) === null
        ? "its range is not recorded"
        : `${numberText(row.fragility, 1)} times as far as its range`,
    isInside: inside,
  };
}
