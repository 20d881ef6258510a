/** What happens before there is anything to show: settings, dataset, and the scenario to begin with. */
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import type { BootInfo, OpenScenario, PlannerApi, ScenarioSummary } from "../../shared/ipc/channels.ts";
import { ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";

export interface Booted {
  readonly boot: BootInfo;
  readonly dataset: Dataset;
  /** null: nothing was kept yet, or it cannot be read; a fresh status quo is opened. */
  readonly opened: OpenScenario | null;
}

/** Fails only where nothing could be shown: no boot information or no sound dataset. A scenario that cannot be opened is not in the way. */
export async function runBootSequence(api: PlannerApi): Promise<Result<Booted, AppError>> {
  const boot = await api.invoke("app:boot", null);
  if (!boot.ok) return boot;
  const dataset = await api.invoke("dataset:load", null);
  if (!dataset.ok) return dataset;
  return ok({ boot: boot.value, dataset: dataset.value, opened: await openLast(api, boot.value.settings.lastScenario) });
}

/** The scenario that was open last, else the one changed last. */
async function openLast(api: PlannerApi, last: string | null): Promise<OpenScenario | null> {
  const listed = await api.invoke("scenario:list", null);
  const id = listed.ok ? scenarioToOpen(listed.value, last) : last;
  if (id === null) return null;
  const opened = await api.invoke("scenario:open", { id });
  return opened.ok ? opened.value : null;
}

export function scenarioToOpen(scenarios: readonly ScenarioSummary[], last: string | null): string | null {
  const alive = scenarios.filter(({ trashedAt }) => trashedAt === null);
  if (alive.some(({ id }) => id === last)) return last;
  const newest = alive.reduce<ScenarioSummary | null>((best, one) => (best === null || one.changedAt > best.changedAt ? one : best), null);
  return newest?.id ?? null;
}
