/** Scenarios: the store does the work; what becomes a revision gets its result computed here, from the very document that is stored. */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { ScenarioQuery, ScenarioSummary } from "../../shared/ipc/channels.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { ScenarioIndex } from "../../shared/scenario/scenario-index.ts";
import type { ComputeResult } from "../compute-result.ts";
import { ledgerRuns } from "../ledger-steps.ts";
import type { ExchangeStore } from "../store/exchange-store.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import type { Handlers } from "./register.ts";

export interface ScenarioContext {
  readonly store: ScenarioStore;
  readonly exchange: ExchangeStore;
  readonly compute: ComputeResult;
  /** Of today's dataset. */
  readonly vintage: string;
  readonly index: ScenarioIndex;
}

export function scenarioHandlers({ store, exchange, compute, vintage, index }: ScenarioContext): Pick<Handlers, Extract<keyof Handlers, `scenario:${string}`>> {
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

  /** All scenarios, and the ids whose labels hold the words of the query. */
  function find({ text }: ScenarioQuery): Result<{ readonly list: readonly ScenarioSummary[]; readonly found: ReadonlySet<string> | null }, AppError> {
    const list = store.list();
    if (!list.ok || text.trim() === "") return list.ok ? ok({ list: list.value, found: null }) : list;
    const found = store.search(text);
    return found.ok ? ok({ list: list.value, found: new Set(found.value.map(({ id }) => id)) }) : found;
  }

  return {
    "scenario:list": ({ query, from, count }) => {
      const asked = find(query);
      return asked.ok ? ok(index.page(asked.value.list, { query, from, count }, asked.value.found)) : asked;
    },
    "scenario:ids": ({ query }) => {
      const asked = find(query);
      return asked.ok ? ok(index.matching(asked.value.list, query, asked.value.found).map(({ id }) => id)) : asked;
    },
    "scenario:create": ({ labels, document }) => store.create(labels, document),
    "scenario:open": ({ id }) => store.open(id),
    "scenario:open-last": (preferred) => {
      const settings = store.settings();
      return store.openLast(preferred?.id ?? (settings.ok ? settings.value.lastScenario : null));
    },
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
    "scenario:ledger": ({ id }) => ledgerRuns({ store, vintage, compute }, id),
    "scenario:restore-revision": ({ id, number }) => {
      const wanted = store.revision(id, number);
      if (!wanted.ok) return wanted;
      const kept = keepDraft(id);
      return kept.ok ? store.restoreRevision(id, number) : kept;
    },
    "scenario:set-labels": ({ id, labels }) => store.setLabels(id, labels),
    "scenario:trash": ({ ids }) => done(store.trash(ids)),
    "scenario:restore": ({ ids }) => done(store.restore(ids)),
  };
}

/** The whole list is more than the window asked for. */
const done = (result: Result<unknown, AppError>): Result<null, AppError> => (result.ok ? ok(null) : result);
