/** What the Explore screen shows, as text and chart specs: every number is already rounded and worded. Made in `explore-view.ts`. */
import type { ChartSpec } from "../../chart/chart-spec.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { IndicatorLevel } from "../../indicator/indicator.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import type { Series } from "../../model/run-result.ts";
import type { ScenarioDocument } from "../../scenario/scenario.ts";
import type { YearMonth } from "../../time.ts";
import type { EffectDates } from "../effect/effect-dates.ts";

/** equal: plain mean over minerals (`composite_equal`). value: weighted by value (`composite_value`). */
export type Weighting = "equal" | "value";

/** One row of the indicator catalogue; some ids exist at two levels. */
export interface IndicatorChoice {
  readonly level: IndicatorLevel;
  readonly id: string;
}

/** A chart that takes a whole apart or puts things side by side, instead of following one indicator. */
export type BreakdownId = "origin" | "stages" | "minerals" | "levers" | "weightings";

export interface BreakdownChoice {
  readonly level: "breakdown";
  readonly id: BreakdownId;
}

export type ChartChoice = IndicatorChoice | BreakdownChoice;

export interface ExploreReaders {
  /** The scenario on screen. */
  readonly current: ResultReader;
  /** No lever, no event, no override, default world of the dataset. */
  readonly statusQuo: ResultReader;
  /** No lever; world, events and overrides of the scenario: what policy is measured against. */
  readonly statusQuoInWorld: ResultReader;
}

/** A scenario whose lines stay on the charts for comparison. */
export interface PinnedScenario {
  readonly id: number;
  readonly name: string;
  /** Custom property of the theme. */
  readonly colour: string;
  /** Stays valid while the pin lives. */
  readonly reader: ResultReader;
  /** As it was when it was pinned. */
  readonly document: ScenarioDocument;
  readonly modelVersion: string;
  readonly dataVintage: string;
  /** The revision whose stored result it shows; null = computed from the document. */
  readonly revision: { readonly scenario: string; readonly number: number } | null;
}

export interface ExploreSelection {
  /** null = all minerals. */
  readonly mineral: string | null;
  /** Stage of stage-level indicators; null = the mineral's headline stage; `EVERY_STAGE` = one line per stage. */
  readonly stage: string | null;
  /**
   * Left chart: the one dependence line with its references, its parts (stages of the mineral; the minerals when all are chosen), or the mineral's net
   * import reliance by the definition of the published figures (the dependence line when all are chosen).
   */
  readonly left: "dependence" | "parts" | "published";
}

export interface ExploreInput {
  readonly dataset: Dataset;
  readonly readers: ExploreReaders;
  /** `current` is a stored result of another model or other data: what parts it from a status quo is not the levers' doing alone. */
  readonly isStored?: boolean;
  readonly document: ScenarioDocument;
  readonly selection: ExploreSelection;
  /** Drawn on charts of one line; absent = none. */
  readonly pins?: readonly PinnedScenario[];
  readonly outcomeYear: number;
  readonly weighting: Weighting;
  /** null = what goes with the lever in hand, or with the selection. */
  readonly rightIndicator: ChartChoice | null;
  /** Lever touched last; null = none. */
  readonly leverInHand: string | null;
  /** Lever whose own dates stand on the dependence chart; absent = those of the whole scenario. */
  readonly focus?: LeverFocus;
}

export interface LeverFocus {
  readonly name: string;
  readonly start: YearMonth;
  /** On the line that is charted; null = never visible there. */
  readonly dates: EffectDates | null;
}

/** An indicator that the right chart can show. */
export interface IndicatorOption {
  /** "stage:cover_days" */
  readonly key: string;
  readonly choice: IndicatorChoice;
  readonly label: string;
}

/** Anything that the right chart can show. */
export interface ChartOption {
  /** "stage:cover_days", "breakdown:origin" */
  readonly key: string;
  readonly choice: ChartChoice;
  readonly label: string;
}

export interface ChartGroup {
  readonly label: string;
  readonly options: readonly ChartOption[];
}

export interface IndicatorGroup {
  /** "Related to strategic reserve", "By stage", "By mineral", "All minerals together" */
  readonly label: string;
  readonly options: readonly IndicatorOption[];
}

export type Tone = "better" | "worse" | "neutral";

/** A difference from the reference. `kind` none = exactly zero; tiny = below the shown step; undefined = one of the two has no value. */
export interface DifferenceView {
  readonly kind: "none" | "tiny" | "change" | "undefined";
  /** "−24 points", "no change", "less than 0.1 points", "n/a" */
  readonly text: string;
  /** For tiles: "−24", "", "<0.1", "" */
  readonly short: string;
  /** Without sign, beside an arrow: "24 points". */
  readonly magnitude: string;
  readonly direction: "up" | "down" | "none";
  readonly tone: Tone;
}

export interface TileView {
  /** null = all minerals. */
  readonly mineral: string | null;
  readonly symbol: string;
  readonly name: string;
  /** Custom properties of fill and of the text on it. */
  readonly colour: string;
  readonly textColour: string;
  readonly value: string;
  readonly difference: DifferenceView;
  readonly selected: boolean;
  /** "Rare earths, import dependence 52% in 2035, 24 points below status quo" */
  readonly label: string;
}

export interface HeadlineView {
  /** Digits and unit apart, the unit is set smaller: "52" and "%". `number` is "n/a" when not defined. */
  readonly number: string;
  readonly unit: string;
  /** "of US need for rare earths is met from abroad in 2035" */
  readonly caption: string;
  /** "share of need met from abroad, all stages by value, normal conditions" */
  readonly definition: string;
  readonly difference: DifferenceView;
  /** Follows the difference: "from status quo, 76%". */
  readonly reference: string;
  readonly target: TargetView;
  /** Other measures of the same dependence, each with its definition. */
  readonly definitions: readonly DefinitionView[];
}

export interface TargetView {
  /** none: no target set. elsewhere: set for another indicator or mineral. here: for what the headline shows. */
  readonly kind: "none" | "elsewhere" | "here";
  /** "12 points above target", "No target set", "Target is set for cobalt" */
  readonly text: string;
  /** "met in 2038", "not met by 2050", "" */
  readonly met: string;
  readonly tone: Tone;
  /** Fractions of 1 for the bar; null = not drawn. */
  readonly gauge: GaugeView | null;
}

export interface GaugeView {
  readonly value: number;
  readonly statusQuo: number;
  readonly target: number | null;
  readonly targetLabel: string;
  readonly statusQuoLabel: string;
}

export interface DefinitionView {
  readonly id: string;
  /** "Net import reliance (statistical definition), processing" */
  readonly label: string;
  readonly value: string;
  readonly definition: string;
  readonly formula: string;
}

export type CardId = "unmet" | "cover" | "top-supplier" | "public-cost" | "emissions" | "lead-time";

export interface CardView {
  readonly id: CardId;
  /** "Stock cover, 2035" */
  readonly label: string;
  readonly value: string;
  readonly difference: DifferenceView;
  /** Whose value this is, where the card speaks for all minerals: shown as its tile, said as its name. */
  readonly mineral: { readonly id: string; readonly name: string } | null;
  /** Where and when, in the few words that fit on a card: "processing, 2031"; "" when the label says it all. */
  readonly detail: string;
  readonly definition: string;
  readonly spark: { readonly current: Series; readonly statusQuo: Series };
  /** What the right chart shows when the card is chosen. */
  readonly shows: IndicatorChoice;
}

export interface ExploreView {
  readonly headline: HeadlineView;
  readonly left: ChartSpec;
  /** Sentences about the world, its events and overrides; empty in the default world. */
  readonly notes: readonly string[];
  /** One sentence for a polite live region after a settled change. */
  readonly announcement: string;
}

export interface RightView {
  readonly right: ChartSpec;
  /** What the right chart shows, also when it was chosen for the reader. */
  readonly rightIndicator: ChartChoice;
}
