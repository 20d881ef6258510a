/** What happens before there is anything to show: settings, dataset, and the scenario to begin with. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { BootInfo, OpenScenario, PlannerApi, Reply, Sample } from "../../shared/ipc/channels.ts";
import { datasetOf } from "../../shared/ipc/dataset-text.ts";
import { defaultQuery } from "../../shared/scenario/scenario-index.ts";
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
  const [boot, dataset, listed] = await Promise.all([api.invoke("app:boot", null), api.invoke("dataset:load", null), listScenarios(api)]);
  if (!boot.ok) return boot;
  if (!dataset.ok) return dataset;
  const { settings } = boot.value;
  const opened = await openOf(api, listed, settings.lastScenario);
  return ok({ boot: boot.value, dataset: datasetOf(dataset.value), opened, example: opened === null && settings.hints ? await firstSample(api) : null });
}

async function firstSample(api: PlannerApi): Promise<Sample | null> {
  const samples = await api.invoke("sample:list", null);
  return (samples.ok && samples.value[0]) || null;
}

/** The scenario that was open last, else the one changed last, unless it is in the trash; null when there is none or it cannot be read. */
export async function openLast(api: PlannerApi, last: string | null): Promise<OpenScenario | null> {
  return openOf(api, await listScenarios(api), last);
}

const listScenarios = (api: PlannerApi): Promise<Reply<"scenario:ids">> => api.invoke("scenario:ids", { query: defaultQuery });

async function openOf(api: PlannerApi, listed: Reply<"scenario:ids">, last: string | null): Promise<OpenScenario | null> {
  const id = !listed.ok || (last !== null && listed.value.includes(last)) ? last : (listed.value[0] ?? null);
  if (id === null) return null;
  const opened = await api.invoke("scenario:open", { id });
  return opened.ok ? opened.value : null;
}
