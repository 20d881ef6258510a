/** Scenarios between the store and `.lodestone` files: the same for the window's menus and for the command line. */
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { FiledScenario } from "../../shared/scenario/scenario-file.ts";
import type { ExchangeStore } from "./exchange-store.ts";
import type { ScenarioStore } from "./scenario-store.ts";

/** What each scenario says now: its draft where it has one, else its last revision with the stored result. */
export function toFiled(store: ScenarioStore, ids: readonly string[]): Result<readonly FiledScenario[], AppError> {
  const scenarios: FiledScenario[] = [];
  for (const id of ids) {
    const opened = store.open(id);
    if (!opened.ok) return opened;
    const { labels, saved, result, draft } = opened.value;
    const document = draft?.document ?? saved;
    if (document === null) return err({ code: "scenario-not-found", id });
    scenarios.push({ id, ...labels, ...document, result: draft === null ? result : null });
  }
  return ok(scenarios);
}

/** As new scenarios, all or none; answers their ids. A result is the file's own: it may have been cleared elsewhere. */
export const importFiled = (exchange: ExchangeStore, scenarios: readonly FiledScenario[]): Result<readonly string[], AppError> =>
  exchange.import({
    scenarios: scenarios.map(({ id, result, inputs, assumptions, target, budget, ...labels }) => ({
      id,
      labels,
      document: { inputs, assumptions, target, budget },
      result,
      into: null,
    })),
  });
