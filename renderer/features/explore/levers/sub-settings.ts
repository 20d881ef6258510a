/** Which settings beside value and dates a lever has, read from the dataset's own words ("minerals; stages (default P)", "none (all minerals)"). */
import type { Dataset, Lever } from "../../../../shared/dataset/dataset.ts";
import { inSentence, listText } from "../../../../shared/format/words.ts";

export interface SubSettings {
  readonly minerals: boolean;
  readonly stages: boolean;
  readonly countries: boolean;
  readonly eligible: boolean;
  readonly phaseOut: boolean;
  readonly partner: boolean;
  /** Stages that hold while none are chosen; null = all stages. */
  readonly defaultStages: readonly string[] | null;
}

export function subSettingsOf(lever: Pick<Lever, "subSettings">): SubSettings {
  const entries = lever.subSettings.split(";").map((entry) => entry.trim());
  const entry = (name: string): string | undefined => entries.find((text) => text.startsWith(name));
  const named = /\(default ([^)]+)\)/.exec(entry("stages") ?? "")?.[1]?.trim();
  return {
    minerals: entry("minerals") !== undefined,
    stages: entry("stages") !== undefined,
    countries: entry("countries") !== undefined,
    eligible: entry("eligible") !== undefined,
    phaseOut: entry("phase_out") !== undefined,
    partner: entry("partner") !== undefined,
    defaultStages: named === undefined || named === "all" ? null : named.split(/[\s,|]+/),
  };
}

/** "minerals and stages (processing unless chosen)"; what a lever for the whole country says. */
export function setApartText({ stages }: Pick<Dataset, "stages">, lever: Pick<Lever, "subSettings">): string {
  const sub = subSettingsOf(lever);
  const label = (id: string): string => inSentence(stages.find((stage) => stage.id === id)?.label ?? id);
  const parts = [
    sub.minerals ? "minerals" : "",
    sub.stages ? `stages (${sub.defaultStages === null ? "all" : listText(sub.defaultStages.map(label))} unless chosen)` : "",
    sub.countries ? "countries (suppliers that are not allies unless chosen)" : "",
    sub.partner ? "partner country" : "",
    sub.eligible ? "share of output that is covered" : "",
    sub.phaseOut ? "whether it ends in steps" : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "nothing: one setting for all minerals" : listText(parts);
}
