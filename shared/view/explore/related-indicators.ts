/**
 * The list that the right chart offers: what shows what the lever in hand does, then the whole catalogue.
 * A lever that the model does not know has no group of its own.
 */
import type { Dataset, Lever } from "../../dataset/dataset.ts";
import { inSentence } from "../../format/words.ts";
import { CATALOGUE } from "../../indicator/catalogue.ts";
import { leverRow } from "../../lever/lever-catalogue.ts";
import type { IndicatorLevel } from "../../indicator/indicator.ts";
import type { BreakdownChoice, BreakdownId, ChartChoice, ChartGroup, ChartOption, IndicatorChoice, IndicatorGroup, IndicatorOption } from "./explore-types.ts";
import { indicatorFor } from "../view-context.ts";

export const relatedIndicators = (leverId: string | null): readonly IndicatorChoice[] => (leverId === null ? [] : (leverRow(leverId)?.charts ?? []));

const breakdown = (id: BreakdownId): BreakdownChoice => ({ level: "breakdown", id });

/** What the right chart shows when nobody has chosen: what the lever in hand does; else the minerals side by side, or who supplies the mineral. */
export function defaultChart(leverId: string | null, mineralId: string | null): ChartChoice {
  if (mineralId !== null && leverId !== null && leverRow(leverId)?.isShownByOrigin) return breakdown("origin");
  return relatedIndicators(leverId)[0] ?? (mineralId === null ? { level: "mineral", id: "dependence" } : breakdown("origin"));
}

export const choiceKey = ({ level, id }: ChartChoice): string => `${level}:${id}`;

const LEVEL_NAMES: Readonly<Record<IndicatorLevel, string>> = { stage: "By stage", mineral: "By mineral", total: "All minerals together" };

/** The catalogue as the right chart offers it; words are not drawn, so text indicators are left out. */
export function indicatorGroups(dataset: Pick<Dataset, "levers">, leverInHand: string | null): readonly IndicatorGroup[] {
  const lever: Lever | undefined = dataset.levers.find(({ id }) => id === leverInHand);
  const related = relatedIndicators(leverInHand).map(option);
  const levels = (["stage", "mineral", "total"] as const).map((level) => ({
    label: LEVEL_NAMES[level],
    options: CATALOGUE.filter((indicator) => indicator.level === level && indicator.unit !== "text").map(({ id }) => option({ level, id })),
  }));
  return lever && related.length > 0 ? [{ label: `Related to ${inSentence(lever.name)}`, options: related }, ...levels] : levels;
}

const option = (choice: IndicatorChoice): IndicatorOption => ({ key: choiceKey(choice), choice, label: indicatorFor(choice).label });

const BREAKDOWN_LABELS: Readonly<Record<BreakdownId, string>> = {
  origin: "Supply by origin",
  stages: "Exposure by stage",
  minerals: "Import dependence by mineral",
  levers: "Public cost by lever",
  weightings: "Composite by both weightings",
};

/** All that the right chart offers: what goes with the lever in hand, the breakdowns that make sense for the selection, the catalogue. */
export function chartGroups(dataset: Pick<Dataset, "levers">, leverInHand: string | null, mineralId: string | null): readonly ChartGroup[] {
  const ids = mineralId === null ? (["minerals", "weightings", "levers"] as const) : (["origin", "stages", "minerals", "levers", "weightings"] as const);
  const options = ids.map((id): ChartOption => ({ key: choiceKey(breakdown(id)), choice: breakdown(id), label: BREAKDOWN_LABELS[id] }));
  const indicators = indicatorGroups(dataset, leverInHand);
  const hasRelated = indicators.length > Object.keys(LEVEL_NAMES).length;
  const sideBySide = { label: "Side by side", options };
  return hasRelated ? [indicators[0]!, sideBySide, ...indicators.slice(1)] : [sideBySide, ...indicators];
}
