/** What the Compare screen is made from and what it shows: numbers already rounded and worded. */
import type { CompareItem } from "../../analysis/compare.ts";
import type { PlainTick } from "../../chart/plain-ticks.ts";
import type { ChartSpec } from "../../chart/chart-spec.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { inSentence } from "../../format/words.ts";
import type { Target } from "../../scenario/scenario.ts";
import type { IndicatorChoice, Tone, Weighting } from "../explore/explore-types.ts";

/** A scenario, or status quo, as one line and one column. */
export interface ComparedItem extends CompareItem {
  readonly key: string;
  /** "A" … ; "" for status quo. */
  readonly letter: string;
  /** "revision 4", "as edited", "in High demand" */
  readonly detail: string;
  /** Token of its line, and of text on a fill of that colour. */
  readonly colour: string;
  readonly textColour: string;
  readonly isOpen: boolean;
}

/** "A", or the name of an item without a letter. */
export const itemMark = ({ letter, title }: Pick<ComparedItem, "letter" | "title">): string => (letter === "" ? title : letter);

/** "A", "status quo": the same inside a sentence. */
export const itemInSentence = ({ letter, title }: Pick<ComparedItem, "letter" | "title">): string => (letter === "" ? inSentence(title) : letter);

/** "A  Allied processing first" */
export const itemName = ({ letter, title }: Pick<ComparedItem, "letter" | "title">): string => (letter === "" ? title : `${letter}  ${title}`);

/** "A Allied processing first", as the head of a row or column of text. */
export const markedTitle = ({ letter, title }: Pick<ComparedItem, "letter" | "title">): string => (letter === "" ? title : `${letter} ${title}`);

export interface CompareInput {
  readonly dataset: Dataset;
  /** Status quo first. */
  readonly items: readonly ComparedItem[];
  /** Number of the item that the others are held against. */
  readonly reference: number;
  /** null = all minerals. */
  readonly mineral: string | null;
  /** null = the mineral's headline stage. */
  readonly stage: string | null;
  readonly weighting: Weighting;
  readonly outcomeYear: number;
  /** What the right chart shows over time. */
  readonly indicator: IndicatorChoice;
  readonly target: Target | null;
}

export interface TableColumn {
  readonly key: string;
  readonly letter: string;
  readonly title: string;
  readonly colour: string;
  readonly textColour: string;
  readonly isReference: boolean;
}

export interface LeverCell {
  /** "180", "=", "205, 410" */
  readonly value: string;
  /** What else the setting says: "from 2029 · RE, Co". */
  readonly detail: string;
  readonly differs: boolean;
}

export interface LeverTable {
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly statusQuo: string;
    readonly cells: readonly LeverCell[];
  }[];
  /** "8 of 21" */
  readonly count: string;
  /** "13 levers are the same in all" */
  readonly hidden: string;
}

export interface OutcomeCell {
  readonly value: string;
  /** "−24", "=", "<0.1"; "" in the reference's column. */
  readonly difference: string;
  readonly tone: Tone;
  readonly isBest: boolean;
}

export interface OutcomeTable {
  readonly rows: readonly { readonly key: string; readonly label: string; readonly unit: string; readonly cells: readonly OutcomeCell[] }[];
}

export interface TradeOffPoint {
  readonly key: string;
  readonly name: string;
  /** What stands beside it: its name, or the marks of all that stand at this place; null for all of these but the first. */
  readonly label: string | null;
  readonly colour: string;
  /** Million per year. */
  readonly cost: number;
  readonly value: number;
  readonly costText: string;
  readonly valueText: string;
}

export interface TradeOffView {
  readonly title: string;
  readonly subtitle: string;
  readonly points: readonly TradeOffPoint[];
  readonly x: readonly PlainTick[];
  readonly y: readonly PlainTick[];
  readonly target: { readonly value: number; readonly label: string } | null;
}

/** One item with the reference; its title names it with its value. */
export interface SmallChart {
  readonly key: string;
  readonly spec: ChartSpec;
}

export interface CompareView {
  /** Import dependence, one line per item. */
  readonly left: ChartSpec;
  /** Any indicator, one line per item. */
  readonly right: ChartSpec;
  /** One chart per item against the reference, where more items stand than one chart overlays; else empty. */
  readonly small: { readonly left: readonly SmallChart[]; readonly right: readonly SmallChart[] } | null;
  readonly tradeOff: TradeOffView;
  readonly columns: readonly TableColumn[];
  readonly levers: LeverTable;
  readonly outcomes: OutcomeTable;
  /** Sentences about what must not be mixed silently. */
  readonly notes: readonly string[];
  /** Some results are stored under another model or other data. */
  readonly mixesVersions: boolean;
}
