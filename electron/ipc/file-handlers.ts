/** `.lodestone` files through the native dialogs: one write or one read at a time, whole or not at all. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { err, ok } from "../../shared/result.ts";
import { FILE_EXTENSION, type FiledScenario, writeScenarioFile } from "../../shared/scenario/scenario-file.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { importFiled, toFiled } from "../store/exchange.ts";
import type { ExchangeStore } from "../store/exchange-store.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import type { Handlers } from "./register.ts";

/** The native dialogs; null when they are closed without a choice. */
export interface FileDialogs {
  /** `suggestion` is a file name without folder. */
  readonly chooseToSave: (suggestion: string) => Promise<string | null>;
  readonly chooseToOpen: () => Promise<string | null>;
}

export interface FileContext {
  readonly dataset: Dataset;
  readonly store: ScenarioStore;
  readonly exchange: ExchangeStore;
  readonly dialogs: FileDialogs;
  readonly appVersion: string;
}

export function fileHandlers(context: FileContext): Pick<Handlers, "file:export" | "file:import"> {
  const { dialogs } = context;
  return {
    "file:export": async ({ ids }) => {
      const scenarios = toFiled(context.store, ids);
      if (!scenarios.ok) return scenarios;
      const chosen = await dialogs.chooseToSave(suggestedName(scenarios.value));
      if (chosen === null) return ok({ file: null });
      const file = withExtension(chosen);
      // The dialog asked about replacing the name that was typed, not the one with the extension added.
      if (file !== chosen && existsSync(file)) return err({ code: "write-failed", file, reason: "a file of that name exists" });
      const written = writeAtomic(file, writeScenarioFile({ app: context.appVersion, scenarios: scenarios.value }, sha256));
      return written.ok ? ok({ file }) : written;
    },
    "file:import": async () => {
      const file = await dialogs.chooseToOpen();
      if (file === null) return ok({ ids: [] });
      const read = readScenarioFileAt(file, context.dataset, sha256);
      if (!read.ok) return read;
      const ids = importFiled(context.exchange, read.value.scenarios);
      return ids.ok ? ok({ ids: ids.value }) : ids;
    },
  };
}

const withExtension = (file: string): string => (path.extname(file) === "" ? `${file}${FILE_EXTENSION}` : file);

/** The title without what file systems refuse. */
function suggestedName(scenarios: readonly FiledScenario[]): string {
  const title = scenarios.length === 1 ? (scenarios[0]?.title ?? "") : "Lodestone scenarios";
  const safe = title
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, "");
  return `${safe === "" ? "Scenario" : safe}${FILE_EXTENSION}`;
}
