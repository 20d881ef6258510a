/**
 * What the files of a dataset may refer to, as far as dataset.json and minerals.csv could be read.
 * null is "could not be read": nothing is called wrong for it, so that one mistake there is told once and hides no mistake elsewhere.
 */
import type { Mineral, StageLabel } from "./dataset.ts";

/** A mineral of which at least the id could be read. */
export interface MineralReference {
  readonly id: string;
  /** Stage ids, upstream first. */
  readonly stages: readonly string[] | null;
  readonly recyclingStage: string | null;
}

export interface ManifestReferences {
  readonly homeIso3: string | null;
  readonly baseYear: number | null;
  readonly stages: readonly StageLabel[] | null;
  readonly worldIds: readonly string[] | null;
}

export interface References extends ManifestReferences {
  readonly minerals: readonly MineralReference[];
  /** Whether each row of minerals.csv gave an id, so that any other id is a mistake. */
  readonly isEveryMineralKnown: boolean;
}

/** The ids that a cell may name; null where there may be others. */
export const mineralIds = ({ minerals, isEveryMineralKnown }: References): readonly string[] | null =>
  isEveryMineralKnown ? minerals.map(({ id }) => id) : null;

/** The stages of a mineral; null where the mineral or its stages are not known. */
export const stagesOfMineral = ({ minerals }: References, id: string | null): readonly string[] | null => minerals.find((one) => one.id === id)?.stages ?? null;

/** Minerals whose chain is known whole: what is missing can be told for them alone. */
export const knownChains = ({ minerals }: References): readonly Pick<Mineral, "id" | "stages" | "recyclingStage">[] =>
  minerals.flatMap(({ id, stages, recyclingStage }) => (stages === null || recyclingStage === null ? [] : [{ id, stages, recyclingStage }]));
