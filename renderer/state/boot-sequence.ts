/** What happens before there is anything to show: settings, dataset, and the scenario to begin with. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { BootInfo } from "../../shared/ipc/boot-info.ts";
import type { OpenScenario, PlannerApi, Sample } from "../../shared/ipc/channels.ts";
import { datasetOf } from "../../shared/ipc/dataset-text.ts";
import { ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";

export interface Booted {
  readonly boot: BootInfo;
  readonly dataset: Dataset;
  /** null: nothing was kept yet, or it cannot be read; a fresh status quo is opened. */
  readonly opened: OpenScenario | null;
  /** What a first start shows in the place of a fresh status quo; null = no first start, or nothing to show. */
  readonly example: Sample | null;
}

/** Fails only where nothing could be shown: no boot information or no sound dataset. A scenario that cannot be opened is not in the way. */
export async function runBootSequence(api: PlannerApi): Promise<Result<Booted, AppError>> {
  const [boot, dataset, last] = await Promise.all([api.invoke("app:boot", null), api.invoke("dataset:load", null), api.invoke("scenario:open-last", null)]);
  if (!boot.ok) return boot;
  if (!dataset.ok) return dataset;
  const { settings } = boot.value;
  const opened = last.ok ? last.value : null;
  return ok({ boot: boot.value, dataset: datasetOf(dataset.value), opened, example: opened === null && settings.hints ? await firstSample(api) : null });
}

async function firstSample(api: PlannerApi): Promise<Sample | null> {
  const samples = await api.invoke("sample:list", null);
  return (samples.ok && samples.value[0]) || null;
}
