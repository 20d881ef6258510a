/** A conclusion and its switching values in words. */
import type { SwitchingRow, SwitchingValues } from "../analysis/switching-values.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { exactNumberText, numberText } from "../format/number.ts";
import { compareValues } from "../format/comparison.ts";
import { scaleFor } from "../format/scale.ts";
import { parameterUnit } from "../format/unit-words.ts";
import { capitalised } from "../format/words.ts";
import { placeText, subjectText } from "./data-effect.ts";
import { dependenceChoice } from "./dependence.ts";
import { indicatorFor } from "./view-context.ts";
import { parameterRowId, rangeOf } from "./data-row.ts";
import { parameterName } from "./data-parameter-names.ts";

/** What is questioned; `value` a share. `mineral` null = all minerals. */
export type QuestionedConclusion =
  | { readonly kind: "target"; readonly mineral: string | null; readonly year: number; readonly value: number }
  | { readonly kind: "status-quo"; readonly mineral: string | null; readonly year: number }
  | { readonly kind: "ranking"; readonly mineral: string | null; readonly year: number; readonly titles: readonly [string, string] };

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

/** "Import dependence of all minerals is at most 40% in 2035" */
export function conclusionText(dataset: Dataset, conclusion: QuestionedConclusion, holds: boolean): string {
  const subject = `Import dependence of ${subjectText(dataset, conclusion.mineral)}`;
  const at = `in ${conclusion.year}`;
  if (conclusion.kind === "target") {
    const bar = `${numberText(conclusion.value * 100, Number.isInteger(Math.round(conclusion.value * 1e6) / 1e4) ? 0 : 1)}%`;
    return holds ? `${subject} is at most ${bar} ${at}` : `${subject} is above ${bar} ${at}`;
  }
  if (conclusion.kind === "ranking") {
    const [one, other] = conclusion.titles.map((title) => `“${title}”`);
    return `${subject} is ${holds ? "not higher" : "higher"} in ${one} than in ${other} ${at}`;
  }
  return holds ? `${subject} is not higher than in the status quo ${at}` : `${subject} is higher than in the status quo ${at}`;
}

/** "58% against a target of 40%: missed by 18 points", "57% against 58% in the status quo: better by 1 points"; shares. "" where the outcome is not defined. */
export function marginText(dataset: Dataset, conclusion: QuestionedConclusion, value: number | null, bar: number | null): string {
  const indicator = indicatorFor(dependenceChoice(conclusion.mineral, "equal"));
  const { kind, current, reference, magnitude, direction } = compareValues(value, bar, scaleFor(indicator, 1, dataset.currency.symbol));
  if (kind === "undefined") return "";
  const isTarget = conclusion.kind === "target";
  const against = isTarget ? `a target of ${reference}` : `${reference} in ${conclusion.kind === "ranking" ? `“${conclusion.titles[1]}”` : "the status quo"}`;
  if (kind === "none") return `${current} against ${against}: ${isTarget ? "met, with nothing to spare" : "no difference"}`;
  const words =
    direction === "down"
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
    summary: `${howMany(found.rows, turning)}. The margin is ${numberText(Math.abs(found.margin) * 100, 1)} points. ${count(found.runs)} runs.`,
    lines: turning.map((row) => lineOf(dataset, row)),
  };
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
  const bound = row.at !== null && row.at < value ? low : high;
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
      : bound === null || bound === value
        ? "its range is not recorded"
        : `${numberText(row.fragility, 1)} times as far as its range`,
    isInside: inside,
  };
}
