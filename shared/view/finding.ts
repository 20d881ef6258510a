/**
 * Findings: one sentence, number and year, no full stop. Wording follows the size of the change, so that nothing is claimed that cannot be seen.
 * What falls or rises is the figure of one year, from status quo to scenario; no finding may read as if a line did so over the years.
 */
import type { Comparison } from "../format/comparison.ts";
import { NOT_AVAILABLE } from "../format/quantity.ts";
import { inSentence, isPlural } from "../format/words.ts";

export interface FindingInput {
  /** Begins the sentence: "Import dependence for rare earths". */
  readonly metric: string;
  /** The same without its subject, inside a sentence: "import dependence". */
  readonly name: string;
  readonly plural: boolean;
  readonly comparison: Comparison;
  readonly year: number;
  /** Names of the levers that differ from status quo. */
  readonly changed: readonly string[];
  /** Whether this chart says so when no lever differs; one chart of a screen does. */
  readonly tellsZero: boolean;
  /** Year in which the target is first met for good, up to `year`; null = not, or no target. */
  readonly targetMetIn: number | null;
}

export function findingText(input: FindingInput): string {
  const { metric, name, plural, comparison, year, changed, targetMetIn } = input;
  const verb = (singular: string): string => (plural ? singular.replace(/s$/, "") : singular);
  const inYear = `${metric} in ${year}`;
  const met = targetMetIn === null ? "" : `, target met in ${targetMetIn}`;
  switch (comparison.kind) {
    case "none":
      if (changed.length > 0) return `${inYear} ${verb("stays")} at ${comparison.current}: no change from status quo${met}`;
      return input.tellsZero
        ? `No lever differs from status quo: ${name} in ${year} ${verb("stays")} at ${comparison.current}${met}`
        : `${inYear} ${verb("stays")} at ${comparison.current}${met}`;
    case "tiny":
      return `${cause(changed)} ${inSentence(inYear)} by ${comparison.magnitude}${met}`;
    case "change":
      return `${inYear} ${verb(comparison.direction === "down" ? "falls" : "rises")} from ${withoutUnit(comparison.reference, comparison.current)} to ${comparison.current}${met}`;
    case "undefined":
      return undefinedText(input);
  }
}

function undefinedText({ metric, plural, comparison: { current, reference }, year }: FindingInput): string {
  const is = plural ? "are" : "is";
  if (current === NOT_AVAILABLE) return `${metric} ${is} not defined in ${year}`;
  if (reference === NOT_AVAILABLE) return `${metric} ${is} ${current} in ${year}, not defined at status quo`;
  return `${metric} in ${year} ${plural ? "move" : "moves"} from ${reference} to ${current}`;
}

/** "from 0 to 159 days": a unit in words stands once. Percentages and money keep theirs. */
function withoutUnit(text: string, beside: string): string {
  const unit = / [a-zA-Z].*$/.exec(beside)?.[0];
  return unit !== undefined && /^[\d−]/.test(beside) && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
}

function cause(changed: readonly string[]): string {
  const [only] = changed;
  if (changed.length === 1 && only !== undefined) return `${only} ${isPlural(only) ? "change" : "changes"}`;
  return changed.length === 0 ? "The stored result changes" : `${changed.length} levers change`;
}

/** Label of an indicator as the beginning of a finding: "Scarcity premium, average" → "Scarcity premium (average)"; a unit or source in brackets is left out. */
export function metricName(label: string): string {
  const [head = "", ...rest] = label.replace(/\s*\([^)]*\)/g, "").split(", ");
  const qualifier = rest.join(", ");
  return qualifier === "" || qualifier === "share" ? head : `${head} (${qualifier})`;
}
