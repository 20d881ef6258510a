/** The bars of the waterfall: status quo, one step per lever, interaction where the reading has it, the scenario. */
import type { LeverEffect, Waterfall } from "../../analysis/explain/explain.ts";
import { compareValues } from "../../format/comparison.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import type { TextTable } from "../../format/table-text.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import { differenceView } from "../difference-view.ts";
import type { Tone } from "../explore/explore-types.ts";

/** shares: order-free (Shapley). alone: what each lever does by itself, and one bar for what they do together. */
export type Reading = "shares" | "alone";

export interface WaterfallBar {
  readonly key: string;
  readonly label: string;
  readonly kind: "status-quo" | "effect" | "interaction" | "scenario";
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tone: Tone;
}

export interface Words {
  readonly indicator: Indicator;
  readonly scale: DisplayScale;
  readonly nameOf: (lever: string) => string;
}

/** "−9.8 points", "no change", "less than 0.1 points", "n/a" */
export const changeText = (change: number, scale: DisplayScale): string => (Number.isNaN(change) ? NOT_AVAILABLE : compareValues(change, 0, scale).difference);

/** As `changeText` where the unit stands elsewhere. */
export function shortChange(change: number, scale: DisplayScale): string {
  if (Number.isNaN(change)) return NOT_AVAILABLE;
  const comparison = compareValues(change, 0, scale);
  return comparison.kind === "none" ? "no change" : comparison.short;
}

export const valueOf = (effect: LeverEffect, reading: Reading): number => (reading === "shares" ? effect.share : effect.solo);

/** Where more levers than this differ, those without any effect share one bar. */
const MOST_BARS = 7;

export function barsOf(found: Waterfall, effects: readonly LeverEffect[], reading: Reading, { indicator, scale, nameOf }: Words): readonly WaterfallBar[] {
  if (Number.isNaN(found.before) || Number.isNaN(found.after)) return [];
  let at = found.before;
  const step = (key: string, label: string, kind: WaterfallBar["kind"], change: number): WaterfallBar => {
    const from = at;
    at += change;
    return { key, label, kind, from, to: at, text: shortChange(change, scale), tone: differenceView(compareValues(change, 0, scale), indicator).tone };
  };
  const whole = (key: string, label: string, kind: WaterfallBar["kind"], value: number): WaterfallBar => ({
    key,
    label,
    kind,
    from: 0,
    to: value,
    text: valueText(value, scale),
    tone: "neutral",
  });
  const idle = effects.filter((effect) => valueOf(effect, reading) === 0);
  const moving = effects.length > MOST_BARS && idle.length > 1 ? effects.filter((effect) => !idle.includes(effect)) : effects;
  return [
    whole("status-quo", "Status quo in this world", "status-quo", found.before),
    ...moving.map((effect) => step(effect.lever, nameOf(effect.lever), "effect", valueOf(effect, reading))),
    ...(moving === effects ? [] : [step("idle", `${idle.length} other levers`, "effect", 0)]),
    ...(reading === "alone" ? [step("interaction", "Interaction", "interaction", found.interaction)] : []),
    whole("scenario", "This scenario", "scenario", found.after),
  ];
}

/** The same in numbers: what each step changes and where it leads. */
export const waterfallTable = (bars: readonly WaterfallBar[], scale: DisplayScale): TextTable => ({
  columns: ["Step", "Change", "Value"],
  rows: bars.map(({ label, kind, text, to }) => [label, kind === "effect" || kind === "interaction" ? text : "", valueText(to, scale)]),
});
