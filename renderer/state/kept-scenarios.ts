/** What this window still holds of scenarios that are not open: their undo history, and edits that could not be written yet. */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";
import type { EditedScenario } from "../../shared/ipc/file-exchange.ts";
import type { History } from "../../shared/scenario/history.ts";
import { hasUnwrittenEdits } from "./document-store.ts";
import type { DocumentState, Edited } from "./document-store.ts";

export interface KeptScenario {
  readonly history: History<Edited>;
  readonly unwritten: boolean;
}

export interface KeptScenarios {
  /** Nothing is held of a scenario without a row. */
  readonly keep: (state: DocumentState) => void;
  /** Hands over what is held of the scenario; from now on its edits are the open document's. */
  readonly take: (id: string) => KeptScenario | undefined;
  /** Titles of the scenarios with edits that are in memory only. */
  readonly unwritten: () => readonly string[];
  /** These edits of the scenarios named. */
  readonly edits: (ids: readonly string[]) => readonly EditedScenario[];
  /** Writes these edits; null when none is left, else why the first could not be written. */
  readonly write: () => Promise<AppError | null>;
  readonly forgetAll: () => void;
}

export function createKeptScenarios(api: PlannerApi): KeptScenarios {
  const kept = new Map<string, KeptScenario>();

  async function writeOne(id: string, { history }: KeptScenario): Promise<AppError | null> {
    const { labels, document } = history.present;
    const labelled = await api.invoke("scenario:set-labels", { id, labels });
    if (!labelled.ok) return labelled.error;
    const drafted = await api.invoke("scenario:save-draft", { id, document });
    return drafted.ok ? null : drafted.error;
  }

  return {
    keep(state) {
      if (state.id !== null) kept.set(state.id, { history: state.history, unwritten: hasUnwrittenEdits(state) });
    },
    take(id) {
      const held = kept.get(id);
      kept.delete(id);
      return held;
    },
    unwritten: () => [...kept.values()].filter(({ unwritten }) => unwritten).map(({ history }) => history.present.labels.title),
    edits: (ids) => [...kept].flatMap(([id, { history, unwritten }]) => (unwritten && ids.includes(id) ? [{ id, ...history.present }] : [])),
    async write() {
      for (const [id, held] of kept) {
        if (!held.unwritten) continue;
        const failure = await writeOne(id, held);
        if (failure !== null) return failure;
        kept.set(id, { ...held, unwritten: false });
      }
      return null;
    },
    forgetAll: () => kept.clear(),
  };
}
