/** The stages of a dataset that material passes through, upstream first: recycling is not one of them. */
import type { StageLabel } from "./dataset.ts";

export const chainStages = (stages: readonly StageLabel[]): readonly StageLabel[] => stages.filter(({ role }) => role !== "recycling");
