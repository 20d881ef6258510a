/**
 * The code ("LS-7K2M-Q0XD") of what each scenario says now, for search. It is a checksum of the document, which the list does not hold:
 * worked out once per state of a scenario, in small portions after the start, so that a search never waits for thousands.
 */
import type { ScenarioSummary } from "../shared/ipc/channels.ts";
import { scenarioCode } from "../shared/scenario/scenario-code.ts";
import type { ScenarioStore } from "./store/scenario-store.ts";

export class ScenarioCodes {
  readonly #store: Pick<ScenarioStore, "document">;
  /** A scenario that was changed has another line in the list. */
  readonly #codes = new WeakMap<ScenarioSummary, string>();

  constructor(store: Pick<ScenarioStore, "document">) {
    this.#store = store;
  }

  /** "" for one that cannot be read. */
  readonly codeOf = (scenario: ScenarioSummary): string => {
    const known = this.#codes.get(scenario);
    if (known !== undefined) return known;
    const document = this.#store.document(scenario.id);
    const code = document.ok ? scenarioCode(document.value) : "";
    this.#codes.set(scenario, code);
    return code;
  };
}
