/** Why published figures and the lines that follow them part: both definitions with their values on either side, and what tells them apart for the mineral. */
import type { Mineral } from "../../dataset/dataset.ts";
import { findParameter } from "../../dataset/parameter-lookup.ts";
import { compareValues } from "../../format/comparison.ts";
import { readingText, valueOrNone, valueText } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import { capitalised, inSentence, listText, shortName } from "../../format/words.ts";
import { findIndicator } from "../../indicator/catalogue.ts";
import { DEPENDENCE_DEFINITION, IMPORT_DEPENDENCE } from "../dependence.ts";
import type { ExploreInput } from "./explore-types.ts";
import { lastPublished } from "./published-line.ts";
import { stageLabel, subjectName, viewContext } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

export interface BreakFigure {
  /** "Published net import reliance, 2025" */
  readonly label: string;
  readonly value: string;
  /** Definition or source. */
  readonly text: string;
}

export interface DefinitionBreak {
  /** The last published figure, then the first year of the model by the same definition and by that of the chart. */
  readonly figures: readonly BreakFigure[];
  readonly reasons: readonly string[];
}

/** One mineral in three figures, as in `DefinitionBreak`. */
export interface BreakRow {
  readonly mineral: string;
  readonly name: string;
  readonly published: string;
  readonly asPublished: string;
  readonly dependence: string;
}

export interface BreakTable {
  /** "Mineral", "Published, 2025", "As published, 2026", "Import dependence, 2026" */
  readonly columns: readonly string[];
  readonly rows: readonly BreakRow[];
  readonly text: string;
}

const PUBLISHED_COUNTS =
  "A published figure counts one stage of the chain, and of recycled supply what its publication counts; import dependence counts every stage with final demand, by value, and all of recycled supply.";
const NEED_NOT_CONSUMPTION =
  "Import dependence is a share of need at reference prices, net import reliance of what was consumed: in a shortage consumption falls, need does not.";

/** Every mineral with published figures. */
export function breakTable(input: ExploreInput): BreakTable {
  const { dataset, readers, years, currency } = viewContext(input);
  const begin = years[0] ?? 0;
  const scale = scaleFor(findIndicator("mineral", "dependence"), 1, currency);
  const lasts = dataset.minerals.flatMap((mineral) => {
    const last = lastPublished(dataset, mineral.id, begin, scale);
    return last ? [{ mineral, last }] : [];
  });
  const year = Math.max(...lasts.map(({ last }) => last.row.year));
  const at = (mineral: string, id: string): number | null => readers.current.mineral(mineral, id)[0] ?? null;
  return {
    columns: ["Mineral", `Published, ${year}`, `As published, ${begin}`, `${IMPORT_DEPENDENCE}, ${begin}`],
    rows: lasts.map(({ mineral, last }) => ({
      mineral: mineral.id,
      name: shortName(mineral.name),
      published: last.row.year === year ? last.text : `${last.text} (${last.row.year})`,
      asPublished: readingText("nir_published_basis", at(mineral.id, "nir_published_basis"), scale, false),
      dependence: valueOrNone(at(mineral.id, "dependence"), scale),
    })),
    text: `${PUBLISHED_COUNTS} ${NEED_NOT_CONSUMPTION} No composite of all minerals is published.`,
  };
}

/** Null where the dependence chart has no published figures in front: all minerals, or none published. */
export function definitionBreak(input: ExploreInput): DefinitionBreak | null {
  const context = viewContext(input);
  const { mineral, dataset, readers, years, currency } = context;
  const begin = years[0];
  if (!mineral || begin === undefined) return null;
  const scale = scaleFor(findIndicator("mineral", "dependence"), 1, currency);
  const last = lastPublished(dataset, mineral.id, begin, scale);
  if (!last) return null;
  const sameBasis = findIndicator("mineral", "nir_published_basis");
  const asPublished = readers.current.mineral(mineral.id, sameBasis.id)[0] ?? null;
  const dependence = readers.current.mineral(mineral.id, "dependence")[0] ?? null;
  const isSame = ["none", "tiny"].includes(compareValues(dependence, asPublished, { ...scale, fineDecimals: scale.decimals }).kind);
  return {
    figures: [
      { label: `Published net import reliance, ${last.row.year}`, value: last.text, text: last.row.source },
      { label: `The same definition in the model, ${begin}`, value: readingText(sameBasis.id, asPublished, scale, false), text: sameBasis.definition },
      { label: `${IMPORT_DEPENDENCE}, ${begin}`, value: valueOrNone(dependence, scale), text: `${capitalised(DEPENDENCE_DEFINITION)}.` },
    ],
    reasons: [
      ...(isSame
        ? [`For ${subjectName(mineral)} both definitions give the same in ${begin}: what parts it from ${last.row.year} is the year, not the definition.`]
        : []),
      coverage(context, mineral),
      ...recycled(mineral),
      NEED_NOT_CONSUMPTION,
    ],
  };
}

/** "The publication counts processing; import dependence counts every stage by the value of its need: processing 68% (20% of the value), magnets 95% (80%)." */
function coverage({ dataset, readers, currency }: ViewContext, mineral: Mineral): string {
  const scale = scaleFor(findIndicator("stage", "nirx"), 1, currency);
  const name = (stage: string): string => inSentence(stageLabel(dataset, stage));
  const published =
    mineral.publishedBasisKind === "chain" ? `${name(mineral.publishedBasisStage)} as far as its feed is from home` : name(mineral.publishedBasisStage);
  const values = mineral.stages.map((stage) => {
    const demand = dataset.baseYearValues.find((row) => row.mineral === mineral.id && row.stage === stage && row.quantity === "demand")?.value ?? 0;
    return { stage, value: demand * (findParameter(dataset.parameters, mineral.id, stage, "p_ref")?.value ?? 0) };
  });
  const all = values.reduce((sum, { value }) => sum + value, 0);
  const counted = values.filter(({ value }) => value > 0);
  const [only] = counted;
  if (counted.length === 1 && only) return `The publication counts ${published}; import dependence counts ${name(only.stage)}, where all final demand is.`;
  const parts = counted.map(({ stage, value }) => {
    const exposure = readers.current.stage(mineral.id, stage, "nirx")[0] ?? null;
    const clamped = exposure === null ? null : Math.min(1, Math.max(0, exposure));
    return `${name(stage)} ${valueOrNone(clamped, scale)} (${valueText(value / all, scale)} of the value)`;
  });
  return `The publication counts ${published}; import dependence counts every stage with final demand, by value: ${listText(parts)}.`;
}

/** What the publication does with recycled supply, where that is not what import dependence does. */
function recycled({ publishedCountsSecondary: counts }: Mineral): readonly string[] {
  if (counts >= 1) return [];
  const share = counts <= 0 ? "none" : `${Math.round(counts * 100)}%`;
  return [`The publication counts ${share} of recycled supply; import dependence counts all of it as supply from home.`];
}
