/** What every part of the Explore view needs: the year, the names of things, and how to read an indicator for the selection. */
import type { Dataset, Lever, Mineral } from "../dataset/dataset.ts";
import { inSentence, shortName } from "../format/words.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { ResultReader } from "../indicator/result-reader.ts";
import type { Series } from "../model/run-result.ts";
import { changedLevers } from "../scenario/edit-scenario.ts";
import { findIndicator } from "../indicator/catalogue.ts";
import type { ExploreInput, IndicatorChoice } from "./explore/explore-types.ts";

export interface ViewContext extends ExploreInput {
  readonly years: readonly number[];
  /** Index of the outcome year in every series; the last year where the outcome year lies outside. */
  readonly yearIndex: number;
  readonly year: number;
  /** The selected mineral; null = all. */
  readonly mineral: Mineral | null;
  /** Currency symbol. */
  readonly currency: string;
  readonly changed: readonly Lever[];
  /** True while the world, its events and the overrides are those of the default status quo. */
  readonly isDefaultWorld: boolean;
}

export function viewContext(input: ExploreInput): ViewContext {
  const { dataset, readers, document, selection } = input;
  const years = readers.current.years;
  const found = years.indexOf(input.outcomeYear);
  const yearIndex = found < 0 ? years.length - 1 : found;
  return {
    ...input,
    years,
    yearIndex,
    year: years[yearIndex] ?? input.outcomeYear,
    mineral: dataset.minerals.find(({ id }) => id === selection.mineral) ?? null,
    currency: dataset.currency.symbol,
    changed: changedLevers(document, dataset.levers),
    isDefaultWorld:
      document.inputs.world === dataset.worlds[0]?.id && !document.inputs.own_world && document.inputs.events.length === 0 && document.assumptions.length === 0,
  };
}

/** Where a series comes from: one mineral or all, one stage where the level asks for it. */
export interface Place {
  readonly mineral: Mineral | null;
  readonly stage: string | null;
}

export const indicatorFor = (choice: IndicatorChoice): Indicator => findIndicator(choice.level, choice.id);

/** One value per year. A stage or mineral indicator needs its mineral; a missing one is a programmer's error. */
export function readSeries(reader: ResultReader, choice: IndicatorChoice, place: Place): Series {
  if (choice.level === "total") return reader.total(choice.id);
  if (!place.mineral) throw new Error(`${choice.id}: no mineral chosen`);
  if (choice.level === "mineral") return reader.mineral(place.mineral.id, choice.id);
  return reader.stage(place.mineral.id, place.stage ?? place.mineral.headlineStage, choice.id);
}

/** Whether the stage has output of its own in that year: tells an exporter from an unused stage. */
export function produces(reader: ResultReader, mineral: Mineral, stage: string, yearIndex: number): boolean {
  const at = (id: string): number => reader.stage(mineral.id, stage, id)[yearIndex] ?? 0;
  return at("production_t") + at("secondary_t") > 0;
}

/** In place of a stage: all stages of the mineral in one chart. No dataset can have a stage of this name. */
export const EVERY_STAGE = "*";

/** The stage that stage-level indicators show for a mineral: the chosen one where the mineral has it, else its headline stage. */
export const stageFor = (mineral: Mineral, chosen: string | null): string =>
  chosen !== null && mineral.stages.includes(chosen) ? chosen : mineral.headlineStage;

export const stageLabel = (dataset: Dataset, stage: string): string => dataset.stages.find(({ id }) => id === stage)?.label ?? stage;

/** "rare earths", "natural graphite", "all minerals" */
export const subjectName = (mineral: Mineral | null): string => (mineral ? inSentence(shortName(mineral.name)) : "all minerals");

/** "9 minerals" */
export const mineralCount = (dataset: Dataset): string => `${dataset.minerals.length} minerals`;

/** Whether the scenario was computed at all; without that nothing may be said of it, not even that something is none. */
export const isComputed = ({ readers }: Pick<ViewContext, "readers">): boolean => readers.current.total("public_cost_musd").some((cost) => cost !== null);

export const sameSeries = (a: Series, b: Series): boolean => a === b || (a.length === b.length && a.every((value, index) => value === b[index]));

/** Largest absolute value of several lines; 0 for none. */
export function extentOf(...lines: readonly Series[]): number {
  let extent = 0;
  for (const line of lines) for (const value of line) if (value !== null && Math.abs(value) > extent) extent = Math.abs(value);
  return extent;
}
