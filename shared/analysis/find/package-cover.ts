/** Lowest stock cover of packages: of each mineral's headline stage (or the outcome's own), as the outcome card has it, in the worst of the worlds. */
import type { Package } from "../jobs/job.ts";
import { evaluatePackages, type JobRunner } from "../jobs/job-runner.ts";
import type { Measure } from "../measure.ts";
import type { Asked } from "./package-space.ts";
import type { Cancellable, Control } from "../jobs/progress.ts";
import { packageInWorld } from "../world-choice.ts";

/** Days in the year asked for; null where no stage has a cover. */
export async function lowestCover(
  runner: JobRunner,
  packages: readonly Package[],
  asked: Asked,
  control: Control,
): Promise<Cancellable<readonly (number | null)[]>> {
  const { outcome, year, worlds } = asked;
  const minerals = runner.model.dataset.minerals.filter(({ id }) => outcome.mineral === null || id === outcome.mineral);
  const measures = minerals.map(({ id, headlineStage }): Measure => ({
    kind: "year",
    outcome: { indicator: "cover_days", mineral: id, stage: outcome.stage ?? headlineStage },
    year,
  }));
  const cases = packages.flatMap((one) => worlds.map((world) => packageInWorld(one, world)));
  const values = await evaluatePackages(runner, cases, measures, { ...control, progress: () => {} });
  if (values === "cancelled") return values;
  const width = worlds.length * measures.length;
  return packages.map((_, i) => {
    const lowest = values.subarray(i * width, (i + 1) * width).reduce((low, days) => (days < low ? days : low), Infinity);
    return Number.isFinite(lowest) ? lowest : null;
  });
}
