/** Which stage of a chain binds, which stages are too small for their percentages to matter, and whether a lever works where it counts. */
import type { Mineral } from "../../dataset/dataset.ts";
import { findParameter } from "../../dataset/parameter-lookup.ts";
import { inSentence } from "../../format/words.ts";
import { builtStages } from "./lever-stage.ts";
import { stageLabel } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

/** A stage whose need is below this share of the mineral's largest, both by value at reference prices, is called tiny. */
export const TINY_SHARE = 0.01;

/** Stages of the mineral that need next to nothing in that year; none where a price is not known. */
export function tinyStages({ dataset, readers }: ViewContext, mineral: Mineral, yearIndex: number, reader = readers.current): ReadonlySet<string> {
  const needs = mineral.stages.map((stage) => {
    const price = findParameter(dataset.parameters, mineral.id, stage, "p_ref")?.value ?? Number.NaN;
    const at = (id: string): number => reader.stage(mineral.id, stage, id)[yearIndex] ?? 0;
    return price * (at("demand_ref_t") + at("feed_t"));
  });
  const largest = Math.max(...needs);
  return new Set(mineral.stages.filter((_, index) => needs[index]! < TINY_SHARE * largest));
}

/** The stage that covers least of its need at home in the outcome year, tiny ones left out; null where no stage depends on imports. */
export function bindingStage(context: ViewContext, mineral: Mineral, reader = context.readers.current): string | null {
  const tiny = tinyStages(context, mineral, context.yearIndex, reader);
  let found: string | null = null;
  let most = 0;
  for (const stage of mineral.stages) {
    const exposure = reader.stage(mineral.id, stage, "nirx")[context.yearIndex] ?? 0;
    if (tiny.has(stage) || exposure <= most) continue;
    found = stage;
    most = exposure;
  }
  return found;
}

/** "Mining investment support works on mining; the bottleneck is processing"; null where the lever in hand is of no one stage, or of that one. */
export function besideTheBottleneck({ dataset, document, leverInHand }: ViewContext, mineral: Mineral, binding: string | null): string | null {
  const lever = dataset.levers.find(({ id }) => id === leverInHand);
  if (!lever || binding === null) return null;
  const named = document.inputs.levers.flatMap(({ lever: id, stages }) => (id === lever.id ? (stages ?? []) : []));
  const works = (named.length > 0 ? named : builtStages(dataset, lever.id)).filter((stage) => mineral.stages.includes(stage));
  if (works.length === 0 || works.includes(binding)) return null;
  const where = works.map((stage) => inSentence(stageLabel(dataset, stage))).join(" and ");
  return `${lever.name} works on ${where}; the bottleneck is ${inSentence(stageLabel(dataset, binding))}`;
}
