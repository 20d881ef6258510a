/** Which settings beside value and dates a lever has, read from the dataset's own words ("minerals; stages (default P)", "none (all minerals)"). */
import type { Lever } from "../../../../shared/dataset/dataset.ts";

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
