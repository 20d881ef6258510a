/** Scenarios: the store does the work; what becomes a revision gets its result computed here, from the very document that is stored. */
import type { AppError } from "../../shared/errors/app-error.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { ComputeResult } from "../compute-result.ts";
import type { ExchangeStore } from "../store/exchange-store.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import type { Handlers } from "./register.ts";

export interface ScenarioContext {
  readonly store: ScenarioStore;
  readonly exchange: ExchangeStore;
  readonly compute: ComputeResult;
}

export function scenarioHandlers({ store, exchange, compute }: ScenarioContext): Pick<Handlers, Extract<keyof Handlers, `scenario:${string}`>> {
  /** Makes an unsaved draft a revision, so that going back to another one loses nothing. A damaged scenario has none to keep. */
  function keepDraft(id: string): Result<null, AppError> {
    const opened = store.open(id);
    if (!opened.ok) return opened.error.code === "scenario-unreadable" ? ok(null) : opened;
    const { draft } = opened.value;
    if (draft === null) return ok(null);
    const result = compute(draft.document, "scenario:restore-revision");
    const saved = result.ok ? store.save(id, draft.document, result.value) : result;
    return saved.ok ? ok(null) : saved;
  }

  return {
    "scenario:list": () => store.list(),
    "scenario:search": ({ text }) => {
      const found = store.search(text);
      return found.ok ? ok(found.value.map(({ id }) => id)) : found;
    },
    "scenario:create": ({ labels, document }) => store.create(labels, document),
    "scenario:open": ({ id }) => store.open(id),
    "scenario:save-draft": ({ id, document }) => store.saveDraft(id, document),
    "scenario:save": ({ id, document }) => {
      const result = compute(document, "scenario:save");
      return result.ok ? store.save(id, document, result.value) : result;
    },
    "scenario:save-as": ({ from, title, document }) => {
      const result = compute(document, "scenario:save-as");
      return result.ok ? store.saveAs(from, title, document, result.value) : result;
    },
    "scenario:duplicate": ({ ids }) => exchange.duplicate(ids),
    "scenario:discard-draft": ({ id }) => store.discardDraft(id),
    "scenario:revision": ({ id, number }) => store.revision(id, number),
    "scenario:revisions": ({ id }) => store.revisions(id),
    "scenario:restore-revision": ({ id, number }) => {
      const wanted = store.revision(id, number);
      if (!wanted.ok) return wanted;
      const kept = keepDraft(id);
      return kept.ok ? store.restoreRevision(id, number) : kept;
    },
    "scenario:set-labels": ({ id, labels }) => store.setLabels(id, labels),
    "scenario:trash": ({ ids }) => store.trash(ids),
    "scenario:restore": ({ ids }) => store.restore(ids),
  };
}
