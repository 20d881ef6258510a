/** The range of an assumption: what its ends would do to the headline of the scenario as it is, and where the values stand between them. */
import type { Dataset, Parameter } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { exactNumberText } from "../../format/number.ts";
import { scaleFor } from "../../format/scale.ts";
import { listText } from "../../format/words.ts";
import { subjectText } from "./data-effect.ts";
import type { HeadlineQuestion } from "./data-effect.ts";
import { dependenceChoice } from "../dependence.ts";
import { differenceView } from "../difference-view.ts";
import type { DifferenceView } from "../explore/explore-types.ts";
import { indicatorFor } from "../view-context.ts";

/** A value that the parameter could take in the place of the scenario's. */
export interface RangeEnd {
  readonly name: "low" | "high";
  readonly value: number;
}

/** The ends that the dataset records and that are not the value in use already. */
export const rangeEnds = ({ low, high }: Pick<Parameter, "low" | "high">, inUse: number): readonly RangeEnd[] =>
  (
    [
      ["low", low],
      ["high", high],
    ] as const
  ).flatMap(([name, value]) => (value === null || value === inUse ? [] : [{ name, value }]));

export interface RangeEffectCell {
  /** "51% to 54%"; one value where both are shown alike. */
  readonly change: string;
  readonly difference: DifferenceView;
  /** Size of the difference against the largest shown, −1 to 1; what the small bar draws. */
  readonly bar: number;
}

export interface RangeEffectLine {
  /** "At its low, 0.2" */
  readonly label: string;
  /** One for each question. */
  readonly cells: readonly RangeEffectCell[];
}

export interface RangeEffectView {
  /** "Low −0.9 points, high +1.2 points of 2035 import dependence of lithium" */
  readonly finding: string;
  /** "Lithium", "All minerals": one for each question. */
  readonly subjects: readonly string[];
  readonly lines: readonly RangeEffectLine[];
}

/** Headline values, fractions, one for each question; null = not defined. */
export type HeadlineValues = readonly (number | null)[];

/** `now`: of the scenario as it is; `atEnds`: one for each end. The first question is the one the finding speaks of. */
export function rangeEffect(
  dataset: Dataset,
  questions: readonly HeadlineQuestion[],
  ends: readonly RangeEnd[],
  now: HeadlineValues,
  atEnds: readonly HeadlineValues[],
): RangeEffectView {
  const sizes = atEnds.flatMap((values) => values.map((value, q) => difference(value, now[q] ?? null)));
  const largest = Math.max(...sizes.map(Math.abs), 0);
  const lines = ends.map(({ name, value }, e): RangeEffectLine => ({
    label: `At its ${name}, ${exactNumberText(value)}`,
    cells: questions.map((question, q) => cellOf(dataset, question, now[q] ?? null, atEnds[e]?.[q] ?? null, largest)),
  }));
  return { finding: findingOf(dataset, questions[0], ends, lines), subjects: questions.map(({ mineral }) => subjectText(dataset, mineral)), lines };
}

const difference = (value: number | null, reference: number | null): number => (value === null || reference === null ? 0 : value - reference);

function cellOf(dataset: Dataset, question: HeadlineQuestion, now: number | null, then: number | null, largest: number): RangeEffectCell {
  const indicator = indicatorFor(dependenceChoice(question.mineral, question.weighting));
  const comparison = compareValues(then, now, scaleFor(indicator, 1, dataset.currency.symbol));
  return {
    change: comparison.kind === "change" ? `${comparison.reference} to ${comparison.current}` : comparison.current,
    difference: differenceView(comparison, indicator),
    bar: comparison.kind === "change" && largest > 0 ? difference(then, now) / largest : 0,
  };
}

function findingOf(dataset: Dataset, question: HeadlineQuestion | undefined, ends: readonly RangeEnd[], lines: readonly RangeEffectLine[]): string {
  if (question === undefined) return "";
  const of = `${question.year} import dependence of ${subjectText(dataset, question.mineral)}`;
  const differences = lines.map(({ cells: [first] }) => first?.difference);
  if (differences.every((one) => one?.kind === "undefined")) return `The ${of} is not defined`;
  if (differences.every((one) => one?.kind === "none")) return `No effect on ${of}`;
  if (differences.every((one) => one?.kind !== "change")) return `No visible effect on ${of}: less than 0.1 points`;
  return `${listText(ends.map(({ name }, e) => `${name} ${differences[e]?.text ?? "n/a"}`)).replace(/^./, (letter) => letter.toUpperCase())}: ${of}`;
}

export interface RangeMark {
  readonly kind: "low" | "high" | "dataset" | "scenario";
  /** Place on the bar, 0 to 1. */
  readonly at: number;
  /** Under the bar; "" where it says itself. */
  readonly text: string;
}

export interface RangeBarView {
  /** What the bar says aloud. */
  readonly label: string;
  /** Where the recorded range begins and ends, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly marks: readonly RangeMark[];
}

/** Ends that are nearer, as a share of the bar, share one text. */
const NARROW = 0.5;

/** `own`: the scenario's value, null = the dataset's. null: no range is recorded. */
export function rangeBar({ value, low, high }: Pick<Parameter, "value" | "low" | "high">, own: number | null): RangeBarView | null {
  if (low === null || high === null || low === high) return null;
  const all = [low, high, value, ...(own === null ? [] : [own])];
  const least = Math.min(...all);
  const span = Math.max(...all) - least;
  const place = (one: number): number => (one - least) / span;
  const mark = (kind: RangeMark["kind"], one: number): RangeMark => ({ kind, at: place(one), text: "" });
  const isNarrow = place(high) - place(low) < NARROW;
  const ends: readonly RangeMark[] = isNarrow
    ? [
        { ...mark("low", low), text: `range ${exactNumberText(low)} to ${exactNumberText(high)}` },
        { ...mark("high", high), text: "" },
      ]
    : [
        { ...mark("low", low), text: `low ${exactNumberText(low)}` },
        { ...mark("high", high), text: `high ${exactNumberText(high)}` },
      ];
  const marks = [...ends, mark("dataset", value), ...(own === null ? [] : [mark("scenario", own)])];
  const scenario = own === null ? "" : `, this scenario ${exactNumberText(own)}`;
  return {
    label: `Range ${exactNumberText(low)} to ${exactNumberText(high)}, dataset ${exactNumberText(value)}${scenario}`,
    from: place(low),
    to: place(high),
    marks,
  };
}
