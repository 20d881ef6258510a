/** Fill of a bar: status quo and scenario have their own, effects say better or worse. */
import type { WaterfallBar } from "../../../shared/view/explain/explain-waterfall.ts";

const TONES: Readonly<Record<WaterfallBar["tone"], string>> = { better: "var(--better)", worse: "var(--worse)", neutral: "var(--ink-3)" };

export function fillOf({ kind, tone }: WaterfallBar): string {
  if (kind === "status-quo") return "var(--c-baseline)";
  return kind === "scenario" ? "var(--c-current)" : TONES[tone];
}

/** A bar without any change is still seen. */
export const THINNEST = 2;
