/** Findings of charts with one line per part: which stage is most exposed, how many minerals move. */
import { compareValues } from "../../format/comparison.ts";
import { isNetExporter, valueText } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { allText, inSentence } from "../../format/words.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import type { Part } from "./parts-chart.ts";
import { extentOf, sameSeries, subjectName } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

export interface PartsFinding {
  readonly indicator: Indicator;
  /** Begins the sentence: "Exposure for rare earths". */
  readonly metric: string;
  readonly plural: boolean;
  readonly parts: readonly Part[];
  /** Name of the part that is the bottleneck at status quo; absent = not told, or none. */
  readonly bindingBefore?: string;
}

/** "The bottleneck of rare earths is processing: exposure 70% in 2035, status quo 73%", or it "moves from mining to processing"; other shares "… is highest in …"; a tiny stage counts only where no other has a value. */
export function highestStageFinding(context: ViewContext, { indicator, metric, plural, parts, bindingBefore }: PartsFinding): string {
  const part =
    highest(
      context,
      parts.filter(({ isTiny }) => !isTiny),
    ) ?? highest(context, parts);
  if (!part) return `${metric} ${plural ? "are" : "is"} not defined in ${context.year}`;
  const at = context.yearIndex;
  const comparison = compareValues(part.current[at], part.inWorld[at], scaleOf(context, indicator, parts));
  const value = `${comparison.current} in ${context.year}`;
  if (comparison.kind === "none" && isNothing(context, parts))
    return `${metric} ${plural ? "are" : "is"} ${comparison.current} at every stage in ${context.year}`;
  const lead = part.isBinding
    ? `The bottleneck of ${subjectName(context.mineral)} ${bindingBefore === undefined || bindingBefore === part.name ? "is" : `moves from ${inSentence(bindingBefore)} to`} ${inSentence(part.name)}: exposure ${value}`
    : `${metric} ${plural ? "are" : "is"} highest in ${inSentence(part.name)}: ${value}`;
  if (context.changed.length === 0 && comparison.kind === "none") return lead;
  const before = isNetExporter(indicator.id, part.inWorld[at], false) ? "net exporter at status quo" : `status quo ${comparison.reference}`;
  const against = comparison.kind === "change" ? before : comparison.kind === "tiny" ? `${comparison.difference} from status quo` : "no change from status quo";
  return `${lead}, ${against}`;
}

/** "Import dependence in 2035 falls for 7 of 9 minerals" */
export function movementFinding(context: ViewContext, { indicator, metric, plural, parts }: PartsFinding): string {
  if (highest(context, parts) === null) return `${metric} ${plural ? "are" : "is"} not defined in ${context.year}`;
  const scale = scaleOf(context, indicator, parts);
  const { falls, rises } = movement(context, indicator, parts);
  const inYear = `${metric} in ${context.year}`;
  const verb = (singular: string): string => (plural ? singular.replace(/s$/, "") : singular);
  const all = `${parts.length} minerals`;
  if (falls > 0 && rises > 0) return `${inYear} ${verb("falls")} for ${falls} and ${verb("rises")} for ${rises} of ${all}`;
  if (falls > 0 || rises > 0) {
    const moved = falls + rises;
    return `${inYear} ${verb(falls > 0 ? "falls" : "rises")} for ${moved === parts.length ? allText(moved, "mineral") : `${moved} of ${all}`}`;
  }
  if (context.changed.length === 0) {
    const part = highest(context, parts)!;
    const value = valueText(part.current[context.yearIndex] ?? 0, scale);
    if (isNothing(context, parts)) return `${metric} ${plural ? "are" : "is"} ${value} for ${allText(parts.length, "mineral")} in ${context.year}`;
    return `${metric} ${plural ? "are" : "is"} highest for ${inSentence(part.name)}: ${value} in ${context.year}`;
  }
  const same = parts.every(({ current, inWorld }) => sameSeries(current, inWorld));
  const smallest = compareValues(0.01 * 10 ** -scale.fineDecimals * scale.divisor, 0, scale).magnitude;
  return same
    ? `${metric} ${verb("stays")} the same for ${allText(parts.length, "mineral")}: no change from status quo`
    : `${inYear} ${verb("changes")} by ${smallest} for each of ${all}`;
}

const scaleOf = (context: ViewContext, indicator: Indicator, parts: readonly Part[]): DisplayScale =>
  scaleFor(indicator, extentOf(...parts.flatMap(({ current, inWorld }) => [current, inWorld])), context.currency);

/** Changes in the outcome year that are visible on the part's own chart: tonnes of gallium are none beside those of nickel. Parts without both values do not move. */
function movement(context: ViewContext, indicator: Indicator, parts: readonly Part[]): { readonly falls: number; readonly rises: number } {
  const { yearIndex } = context;
  let falls = 0;
  let rises = 0;
  for (const part of parts) {
    const { kind, direction } = compareValues(part.current[yearIndex], part.inWorld[yearIndex], scaleOf(context, indicator, [part]));
    if (kind !== "change") continue;
    if (direction === "down") falls += 1;
    else rises += 1;
  }
  return { falls, rises };
}

/** Whether every part that has a value is at zero. */
const isNothing = ({ yearIndex }: ViewContext, parts: readonly Part[]): boolean => parts.every(({ current }) => (current[yearIndex] ?? 0) === 0);

function highest({ yearIndex }: ViewContext, parts: readonly Part[]): Part | null {
  let found: Part | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    const value = part.current[yearIndex];
    if (value === null || value === undefined || value <= most) continue;
    found = part;
    most = value;
  }
  return found;
}
