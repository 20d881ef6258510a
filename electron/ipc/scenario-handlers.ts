/** Scenarios: the store does the work; what becomes a revision gets its result computed here, from the very document that is stored. */
import type { ComputeResult } from "../compute-result.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import type { Handlers } from "./register.ts";

export interface ScenarioContext {
  readonly store: ScenarioStore;
  readonly compute: ComputeResult;
}

export function scenarioHandlers({ store, compute }: ScenarioContext): Pick<Handlers, Extract<keyof Handlers, `scenario:${string}`>> {
  return {
    "scenario:list": () => store.list(),
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
    "scenario:discard-draft": ({ id }) => store.discardDraft(id),
    "scenario:set-labels": ({ id, labels }) => store.setLabels(id, labels),
    "scenario:trash": ({ ids }) => store.trash(ids),
    "scenario:restore": ({ ids }) => store.restore(ids),
  };
}
