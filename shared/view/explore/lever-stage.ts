/** At which stage of a chain the lever in hand builds plants, and what follows for the chart that goes with it. */
import type { Dataset, Mineral } from "../../dataset/dataset.ts";
import { leverRow } from "../../lever/lever-catalogue.ts";
import type { ChartChoice } from "./explore-types.ts";

type Staged = Pick<Dataset, "stages">;

/** Stages of the dataset at which the lever builds; none for a lever that is of no one stage. */
export function builtStages({ stages }: Staged, leverId: string | null): readonly string[] {
  const role = leverId === null ? null : (leverRow(leverId)?.pays?.role ?? null);
  return stages.filter((stage) => stage.role === role).map(({ id }) => id);
}

/** Those, and for a lever that builds none at home the stages that it holds at while a setting names no others. */
function workedStages({ stages }: Staged, leverId: string | null): readonly string[] {
  const row = leverId === null ? undefined : leverRow(leverId);
  const role = row?.pays?.role ?? row?.usualStage ?? null;
  return stages.filter((stage) => stage.role === role).map(({ id }) => id);
}

interface Shown {
  readonly dataset: Staged;
  readonly leverInHand: string | null;
  /** null = the chart follows the lever in hand. */
  readonly rightIndicator: ChartChoice | null;
}

/** The stage of a chart that follows the lever in hand, where nobody has chosen one: the one that the lever works at; null where there is none. */
export const followedStage = ({ dataset, leverInHand, rightIndicator }: Shown): string | null =>
  rightIndicator === null ? (workedStages(dataset, leverInHand)[0] ?? null) : null;

/** The stage that a chart of one mineral shows: the chosen one, else the followed one, else the headline stage; each only where the mineral has it. */
export const shownStage = ({ stages, headlineStage }: Mineral, chosen: string | null, followed: string | null): string =>
  [chosen, followed].find((stage) => stage !== null && stages.includes(stage)) ?? headlineStage;
