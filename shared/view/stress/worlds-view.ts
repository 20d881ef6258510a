/** The same scenarios in every world, in words: values, whether each meets the target, the sentence on robustness, and regret. */
import { indicatorOf } from "../../analysis/outcome.ts";
import { robustnessText } from "../../analysis/find/robustness-text.ts";
import type { WorldRow, WorldTable } from "../../analysis/worlds.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { NOT_AVAILABLE, valueText } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import { allText, countText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import { itemInSentence, itemMark } from "../compare/compare-view-types.ts";
import { IMPORT_DEPENDENCE } from "../dependence.ts";
import { differenceView } from "../difference-view.ts";
import type { Tone } from "../explore/explore-types.ts";
import type { StressItem } from "./stress-view.ts";

export interface WorldCellView {
  readonly key: string;
  readonly text: string;
  /** null without a target. */
  readonly meets: boolean | null;
  /** From status quo in that world; "" in its own row. */
  readonly difference: string;
  readonly tone: Tone;
}

export interface WorldRowView {
  readonly item: StressItem;
  readonly cells: readonly WorldCellView[];
  /** "Meets the target in 4 of 5 worlds; fails when …"; "" without a target. */
  readonly robustness: string;
  readonly regret: string;
  readonly hasLeastRegret: boolean;
}

export interface WorldsView {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly key: string; readonly name: string; readonly isOwn: boolean }[];
  readonly rows: readonly WorldRowView[];
}

/** `items`: status quo first, then the rows of the table. */
export function buildWorldsView(dataset: Dataset, items: readonly StressItem[], table: WorldTable, subject: string): WorldsView {
  const { outcome, year, target, worlds } = table.question;
  const all = [table.statusQuo, ...table.rows];
  const indicator = indicatorOf(outcome);
  const scale = worldsScale(dataset, table);
  const keyOf = (w: number): string => `${w}:${worldName(dataset, worlds[w]!)}`;
  const least = Math.min(...all.map(({ maximumRegret }) => maximumRegret));
  return {
    title: finding(items, all, target, scale, least),
    subtitle: `${IMPORT_DEPENDENCE}, ${subject}, in ${year} in each world${target === null ? "" : `; target ${valueText(target, scale)}`}. Regret is the distance from the best row in a world`,
    columns: worlds.map((world, w) => ({ key: keyOf(w), name: worldName(dataset, world), isOwn: world.own_world !== undefined })),
    rows: all.map((row, r): WorldRowView => ({
      item: items[r]!,
      cells: row.values.map((value, w) => {
        const comparison = compareValues(orNull(value), orNull(table.statusQuo.values[w]!), scale);
        return {
          key: keyOf(w),
          text: cellText(value, target, row.meets?.[w] ?? null, scale),
          meets: row.meets?.[w] ?? null,
          difference: r === 0 ? "" : comparison.kind === "none" ? "=" : comparison.short,
          tone: r === 0 ? "neutral" : differenceView(comparison, indicator).tone,
        };
      }),
      robustness: row.meets === null ? "" : robustnessText(dataset, worlds, row),
      regret: regretText(row.maximumRegret, scale),
      hasLeastRegret: all.length > 1 && row.maximumRegret === least,
    })),
  };
}

/** One scale for all values of the table. */
export function worldsScale(dataset: Dataset, { question, statusQuo, rows }: WorldTable): DisplayScale {
  const values = [statusQuo, ...rows].flatMap((row) => row.values).filter((value) => !Number.isNaN(value));
  return scaleFor(indicatorOf(question.outcome), Math.max(0, ...values.map(Math.abs)), dataset.currency.symbol);
}

/** One more decimal where the target is missed by less than a shown step. */
function cellText(value: number, target: number | null, meets: boolean | null, scale: DisplayScale): string {
  if (Number.isNaN(value)) return NOT_AVAILABLE;
  const text = valueText(value, scale);
  return target !== null && meets === false && text === valueText(target, scale) ? valueText(value, scale, scale.fineDecimals) : text;
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const regretText = (regret: number, scale: DisplayScale): string => {
  const { kind, magnitude } = compareValues(regret, 0, scale);
  return kind === "none" ? "none" : magnitude;
};

/** "A meets the 40% target in most worlds: 4 of 5, status quo in none"; without a target "B can be regretted least: 3 points at most". */
function finding(items: readonly StressItem[], rows: readonly WorldRow[], target: number | null, scale: DisplayScale, least: number): string {
  const scenarios = rows.slice(1);
  const mark = (r: number): string => itemMark(items[r]!);
  if (target === null || scenarios.length === 0) {
    const best = rows.findIndex(({ maximumRegret }) => maximumRegret === least);
    const name = mark(best);
    return least === 0 ? `${name} is best in every world` : `${name} can be regretted least: ${regretText(least, scale)} at most`;
  }
  const count = ({ meets }: WorldRow): number => (meets ?? []).filter(Boolean).length;
  const worlds = rows[0]!.values.length;
  const inWorlds = (n: number): string => (n === 0 ? "none" : n === worlds ? "all" : `${n} of ${worlds}`);
  const best = scenarios.reduce((at, row, r) => (count(row) > count(scenarios[at]!) ? r : at), 0);
  const goal = `the ${valueText(target, scale)} target`;
  const most = count(scenarios[best]!);
  if (most === 0) return `No scenario meets ${goal} in any of ${countText(worlds, "world")}`;
  return `${mark(best + 1)} meets ${goal} in ${most === worlds ? allText(worlds, "world") : `${most} of ${worlds} worlds`}, ${itemInSentence(items[0]!)} in ${inWorlds(count(rows[0]!))}`;
}
