/** The six outcome cards. Where all minerals are chosen, a card shows the mineral that is worst off and says which. */
import type { Mineral } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import type { Comparison } from "../../format/comparison.ts";
import { briefText, valueOrNone } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import type { DisplayScale } from "../../format/scale.ts";
import { inSentence, shortName } from "../../format/words.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import type { Series } from "../../model/run-result.ts";
import { tinyStages } from "./bottleneck.ts";
import { COST_YEARS, meanPublicCost } from "../../indicator/headline-cost.ts";
import { differenceView } from "../difference-view.ts";
import type { CardId, CardView, IndicatorChoice } from "./explore-types.ts";
import { indicatorFor, isComputed, stageFor, stageLabel } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

export const buildCards = (context: ViewContext): readonly CardView[] => [
  unmetCard(context),
  coverCard(context),
  supplierCard(context),
  costCard(context),
  emissionsCard(context),
  leadTimeCard(context),
];

/** One mineral × stage, and its value at one year. */
interface Spot {
  readonly mineral: Mineral;
  readonly stage: string;
  readonly yearIndex: number;
  readonly value: number | null;
}

interface Numbers {
  readonly current: number | null;
  readonly reference: number | null;
  readonly spark: CardView["spark"];
  /** Where the two values were found, for cards that look for a place. */
  readonly spots?: { readonly current: Spot | null; readonly reference: Spot | null };
}

function card(context: ViewContext, id: CardId, shows: IndicatorChoice, texts: CardWords, numbers: Numbers): CardView {
  const indicator = indicatorFor(shows);
  const { current, reference, spark } = numbers;
  const scale = scaleFor(indicator, Math.max(Math.abs(current ?? 0), Math.abs(reference ?? 0)), context.currency);
  const comparison = compareValues(current, reference, scale);
  return {
    id,
    ...texts,
    value: comparison.fine ? comparison.current : valueOrNone(current, scale),
    difference: { ...differenceView(comparison, indicator), ...elsewhere(comparison, numbers, scale) },
    definition: indicator.definition,
    spark,
    shows,
  };
}

/** The words in place of a difference that would belong to no one place: the worst off was another mineral, or there was nothing to compare with. */
function elsewhere(comparison: Comparison, { spots }: Numbers, scale: DisplayScale): Pick<CardView["difference"], "text"> | null {
  if (!spots) return null;
  const { current, reference } = spots;
  if (current && reference && reference.value !== 0 && current.mineral.id !== reference.mineral.id) {
    return { text: `status quo ${reference.mineral.symbol} ${briefText(reference.value ?? 0, scale)}` };
  }
  if (comparison.kind !== "undefined") return null;
  if (current && !reference) return { text: "none at status quo" };
  return !current && reference ? { text: `status quo ${comparison.reference}` } : null;
}

/** Stages that a card looks at: the stage in hand of the selected mineral, or every mineral's headline stage. */
function stagesInHand({ mineral, dataset, selection }: ViewContext): readonly (readonly [Mineral, string])[] {
  return mineral ? [[mineral, stageFor(mineral, selection.stage)]] : dataset.minerals.map((each) => [each, each.headlineStage] as const);
}

const allStages = ({ mineral, dataset }: ViewContext): readonly (readonly [Mineral, string])[] =>
  (mineral ? [mineral] : dataset.minerals).flatMap((each) => each.stages.map((stage) => [each, stage] as const));

/** Without stages that are tiny in the outcome year. */
function materialStages(context: ViewContext): readonly (readonly [Mineral, string])[] {
  const tiny = new Map((context.mineral ? [context.mineral] : context.dataset.minerals).map((each) => [each, tinyStages(context, each, context.yearIndex)]));
  return allStages(context).filter(([mineral, stage]) => !tiny.get(mineral)!.has(stage));
}

/** The spot with the largest (`sign` 1) or smallest (−1) value over `places` and years; null where no value is defined. */
function extreme(reader: ResultReader, id: string, places: readonly (readonly [Mineral, string])[], yearIndexes: readonly number[], sign: 1 | -1): Spot | null {
  let found: Spot | null = null;
  for (const [mineral, stage] of places) {
    const series = reader.stage(mineral.id, stage, id);
    for (const yearIndex of yearIndexes) {
      const value = series[yearIndex];
      if (value === null || value === undefined) continue;
      if (found === null || found.value === null || sign * value > sign * found.value) found = { mineral, stage, yearIndex, value };
    }
  }
  return found;
}

const valuesOf = (current: Spot | null, reference: Spot | null): Omit<Numbers, "spark"> => ({
  current: current?.value ?? null,
  reference: reference?.value ?? null,
  spots: { current, reference },
});

/** Series of the spot in both readers; the mineral and stage are those of the current run. */
const sparkAt = ({ readers }: ViewContext, id: string, spot: Pick<Spot, "mineral" | "stage"> | null): CardView["spark"] =>
  spot
    ? { current: readers.current.stage(spot.mineral.id, spot.stage, id), statusQuo: readers.statusQuoInWorld.stage(spot.mineral.id, spot.stage, id) }
    : { current: [], statusQuo: [] };

type CardWords = Pick<CardView, "label" | "mineral" | "detail">;

const plain = (label: string, detail: string): CardWords => ({ label, mineral: null, detail });

/** Words of a card about one spot; where all minerals are chosen it says whose. */
const spotWords = ({ mineral }: ViewContext, label: string, spot: Pick<Spot, "mineral">, ...words: readonly string[]): CardWords => ({
  label,
  mineral: mineral ? null : { id: spot.mineral.id, name: shortName(spot.mineral.name) },
  detail: words.filter((word) => word !== "").join(", "),
});

const stageName = ({ dataset }: ViewContext, { stage }: Pick<Spot, "stage">): string => inSentence(stageLabel(dataset, stage));

/** Worst year and stage of the whole run: a shortage matters whenever it comes, but not at a stage that needs next to nothing. */
function unmetCard(context: ViewContext): CardView {
  const { readers, years } = context;
  const indexes = years.map((_, index) => index);
  const places = materialStages(context);
  const worst = extreme(readers.current, "unmet_share", places, indexes, 1);
  const worstBefore = extreme(readers.statusQuoInWorld, "unmet_share", places, indexes, 1);
  const label = "Unmet, worst year";
  return card(
    context,
    "unmet",
    { level: "stage", id: "unmet_share" },
    worst && (worst.value ?? 0) > 0
      ? spotWords(context, label, worst, String(years[worst.yearIndex] ?? ""), stageName(context, worst))
      : plain(label, isComputed(context) ? "no shortage" : ""),
    { ...valuesOf(worst, worstBefore), spark: sparkAt(context, "unmet_share", worst) },
  );
}

function coverCard(context: ViewContext): CardView {
  const id = "cover_days";
  const spot = extreme(context.readers.current, id, stagesInHand(context), [context.yearIndex], -1);
  const label = `${context.mineral ? "Stock" : "Lowest"} cover, ${context.year}`;
  return card(context, "cover", { level: "stage", id }, spot ? spotWords(context, label, spot, stageName(context, spot)) : plain(label, ""), {
    ...valuesOf(spot, extreme(context.readers.statusQuoInWorld, id, stagesInHand(context), [context.yearIndex], -1)),
    spark: sparkAt(context, id, spot),
  });
}

function supplierCard(context: ViewContext): CardView {
  const id = "top_supplier_share";
  const { readers, yearIndex, dataset } = context;
  const spot = extreme(readers.current, id, stagesInHand(context), [yearIndex], 1);
  const iso3 = spot ? readers.current.stageText(spot.mineral.id, spot.stage, "top_supplier")[yearIndex] : null;
  const label = `Top supplier, ${context.year}`;
  const country = dataset.suppliers.find((supplier) => supplier.iso3 === iso3)?.country ?? iso3 ?? "";
  return card(
    context,
    "top-supplier",
    { level: "stage", id },
    spot ? spotWords(context, label, spot, country, context.mineral ? stageName(context, spot) : "") : plain(label, isComputed(context) ? "no imports" : ""),
    {
      ...valuesOf(spot, extreme(readers.statusQuoInWorld, id, stagesInHand(context), [yearIndex], 1)),
      spark: sparkAt(context, id, spot),
    },
  );
}

/** Always of the whole scenario: money is not spent by mineral alone. */
function costCard(context: ViewContext): CardView {
  const { current, statusQuoInWorld } = context.readers;
  const id = "public_cost_musd";
  return card(
    context,
    "public-cost",
    { level: "total", id },
    plain(`Public cost, ${COST_YEARS.first}–${String(COST_YEARS.last).slice(2)}`, "mean, all minerals"),
    {
      current: meanPublicCost(current),
      reference: meanPublicCost(statusQuoInWorld),
      spark: { current: current.total(id), statusQuo: statusQuoInWorld.total(id) },
    },
  );
}

function emissionsCard(context: ViewContext): CardView {
  const { mineral, readers, yearIndex, year } = context;
  const id = "emissions_consumption_t";
  const read = (reader: ResultReader): Series => (mineral ? reader.mineral(mineral.id, id) : reader.total(id));
  const spark = { current: read(readers.current), statusQuo: read(readers.statusQuoInWorld) };
  return card(context, "emissions", { level: mineral ? "mineral" : "total", id }, plain(`Emissions, ${year}`, "imports included"), {
    current: spark.current[yearIndex] ?? null,
    reference: spark.statusQuo[yearIndex] ?? null,
    spark,
  });
}

/** The slowest stage sets the pace. */
function leadTimeCard(context: ViewContext): CardView {
  const id = "lead_time_months";
  const { readers, yearIndex } = context;
  const spot = extreme(readers.current, id, allStages(context), [yearIndex], 1);
  const label = `Lead time, ${context.year}`;
  return card(context, "lead-time", { level: "stage", id }, spot ? spotWords(context, label, spot, stageName(context, spot), "longest") : plain(label, ""), {
    ...valuesOf(spot, extreme(readers.statusQuoInWorld, id, allStages(context), [yearIndex], 1)),
    spark: sparkAt(context, id, spot),
  });
}
