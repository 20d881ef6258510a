/** Explain's tables as they leave the window: effects with two more digits than on screen, so that copied columns add up. */
import type { LeverEffect, Waterfall } from "../../analysis/explain/explain.ts";
import { numberText } from "../../format/number.ts";
import { NOT_AVAILABLE } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import type { NamedTable } from "../../format/table-text.ts";
import { effectIn, type MatrixSource } from "./explain-matrix.ts";
import type { Reading } from "./explain-waterfall.ts";

export interface ExportedExplanation {
  readonly subtitle: string;
  readonly found: Waterfall;
  /** In the order of the screen. */
  readonly effects: readonly LeverEffect[];
  readonly scale: DisplayScale;
  readonly nameOf: (lever: string) => string;
  /** "$" */
  readonly currency: string;
  /** Whether a point has a price. */
  readonly isPriced: boolean;
}

const EXTRA_DECIMALS = 2;

const digits = (value: number | null, { divisor, decimals }: DisplayScale): string =>
  value === null || Number.isNaN(value) ? NOT_AVAILABLE : numberText(value / divisor, decimals + EXTRA_DECIMALS);

export function sharesAsTable({ subtitle, found, effects, scale, nameOf, currency, isPriced }: ExportedExplanation): NamedTable {
  const unit = scale.differenceSuffix.trim() || "units";
  const isSampled = effects.some(({ standardError }) => standardError !== null);
  const error = (text: string): readonly string[] => (isSampled ? [text] : []);
  const total = digits(found.after - found.before, scale);
  const money = (million: number | null): string => (million === null ? "" : numberText(million, 1));
  return {
    title: "Share of each lever",
    subtitle,
    columns: ["Lever", `Share, ${unit}`, ...error("Standard error"), `Alone, ${unit}`, `Public cost, ${currency} m/yr`, `Cost a point, ${currency} m/yr`],
    rows: [
      ...effects.map(({ lever, share, standardError, solo, cost, costPerPoint }) => [
        nameOf(lever),
        digits(share, scale),
        ...error(digits(standardError, scale)),
        digits(solo, scale),
        money(cost),
        money(isPriced ? costPerPoint : null),
      ]),
      ["Interaction", "", ...error(""), digits(found.interaction, scale), "", ""],
      ["Total", total, ...error(""), total, money(effects.reduce((sum, { cost }) => sum + cost, 0)), ""],
    ],
  };
}

/** Of each mineral: before, after and the change. */
export const mineralsAsTable = (subtitle: string, sources: readonly MatrixSource[]): NamedTable => ({
  title: "Change of each mineral",
  subtitle,
  columns: ["Mineral", "Unit", "Status quo", "Scenario", "Change"],
  rows: sources.map(({ column, fall, scale }) => [
    column.name,
    `${scale.prefix}${scale.suffix}`.trim(),
    digits(fall.before, scale),
    digits(fall.after, scale),
    digits(fall.after - fall.before, scale),
  ]),
});

export function matrixAsTable(
  subtitle: string,
  sources: readonly MatrixSource[],
  order: readonly LeverEffect[],
  reading: Reading,
  nameOf: (lever: string) => string,
): NamedTable {
  const row = (name: string, valueIn: (source: MatrixSource) => number): readonly string[] => [
    name,
    ...sources.map((source) => digits(valueIn(source), source.scale)),
  ];
  return {
    title: "Levers by mineral",
    subtitle: `${subtitle}; ${reading === "shares" ? "order-free shares" : "each lever alone, and their interaction"}`,
    columns: ["Lever", ...sources.map(({ column }) => `${column.name}, ${column.unit}`)],
    rows: [
      ...order.map(({ lever }) => row(nameOf(lever), (source) => effectIn(source, lever, reading))),
      ...(reading === "alone" ? [row("Interaction", ({ fall }) => fall.interaction)] : []),
      row("Change", ({ fall }) => fall.after - fall.before),
    ],
  };
}
