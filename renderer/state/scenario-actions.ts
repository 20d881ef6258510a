/** Everything that opens, keeps, renames or moves whole scenarios, by way of the main process. Failures become a banner or a dialog here; callers need not look. */
import type { ScenarioLabels } from "../../shared/scenario/scenario.ts";

export interface ScenarioActions {
  /** Makes a revision of the open scenario; resolves to whether it was made. */
  readonly save: () => Promise<boolean>;
  readonly saveAs: (title: string) => Promise<boolean>;
  readonly openScenario: (id: string) => Promise<boolean>;
  /** A fresh status-quo scenario, in the store from its first settled change on. */
  readonly newScenario: () => Promise<boolean>;
  readonly duplicate: (id: string) => Promise<void>;
  readonly setLabels: (id: string, labels: Partial<ScenarioLabels>) => Promise<void>;
  readonly trash: (ids: readonly string[]) => Promise<void>;
  readonly restore: (ids: readonly string[]) => Promise<void>;
  readonly importFile: () => Promise<void>;
  readonly exportFile: (ids: readonly string[]) => Promise<void>;
  readonly refreshLibrary: () => Promise<void>;
  /** Reads the details of a library row; null closes them. */
  readonly selectRow: (id: string | null) => Promise<void>;
}
