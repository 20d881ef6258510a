/** Any indicator of the catalogue as the outcome that an analysis is about, for the mineral in hand. */
import type { Outcome } from "../../../shared/analysis/outcome.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { dependenceChoice } from "../../../shared/view/dependence.ts";
import type { IndicatorChoice, Weighting } from "../../../shared/view/explore/explore-types.ts";
import { stageFor } from "../../../shared/view/view-context.ts";

/** null = import dependence. A stage or mineral indicator needs a mineral: the first where all are chosen. */
export function outcomeFor(dataset: Dataset, choice: IndicatorChoice | null, mineral: string | null, stage: string | null, weighting: Weighting): Outcome {
  const { level, id } = choice ?? dependenceChoice(mineral, weighting);
  if (level === "total") return { indicator: id, mineral: null, stage: null };
  const found = dataset.minerals.find((one) => one.id === mineral) ?? dataset.minerals[0]!;
  return { indicator: id, mineral: found.id, stage: level === "stage" ? stageFor(found, stage) : null };
}
