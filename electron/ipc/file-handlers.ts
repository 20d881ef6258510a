/** `.lodestone` files, pictures and tables through the native dialogs: one write or one read at a time, whole or not at all. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { Reply } from "../../shared/ipc/channels.ts";
import { err, ok } from "../../shared/result.ts";
import { writeScenarioFile } from "../../shared/scenario/scenario-file.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { readScenarioFileAt } from "../files/read-scenario-file.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { importFiled, toFiled } from "../store/exchange.ts";
import type { ExchangeStore } from "../store/exchange-store.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import type { Handlers } from "./register.ts";

export type FileKind = "lodestone" | "png" | "csv";

/** The native dialogs; null when they are closed without a choice. */
export interface FileDialogs {
  /** `suggestion` is a file name without folder. */
  readonly chooseToSave: (suggestion: string, kind: FileKind) => Promise<string | null>;
  readonly chooseToOpen: () => Promise<string | null>;
}

export interface FileContext {
  readonly dataset: Dataset;
  readonly store: ScenarioStore;
  readonly exchange: ExchangeStore;
  readonly dialogs: FileDialogs;
  readonly appVersion: string;
}

export function fileHandlers(context: FileContext): Pick<Handlers, "file:export" | "file:import" | "file:save-chart"> {
  const { dialogs } = context;
  /** Asks where, then writes; what the dialog did not ask about is not replaced. */
  async function save(title: string, kind: FileKind, data: string | Uint8Array): Promise<Reply<"file:export">> {
    const chosen = await dialogs.chooseToSave(`${fileName(title)}.${kind}`, kind);
    if (chosen === null) return ok({ file: null });
    const file = path.extname(chosen) === "" ? `${chosen}.${kind}` : chosen;
    // The dialog asked about replacing the name that was typed, not the one with the extension added.
    if (file !== chosen && existsSync(file)) return err({ code: "write-failed", file, reason: "a file of that name exists" });
    const written = writeAtomic(file, data);
    return written.ok ? ok({ file }) : written;
  }

  return {
    "file:export": async ({ ids }) => {
      const scenarios = toFiled(context.store, ids);
      if (!scenarios.ok) return scenarios;
      const title = scenarios.value.length === 1 ? (scenarios.value[0]?.title ?? "") : "Lodestone scenarios";
      return save(title, "lodestone", writeScenarioFile({ app: context.appVersion, scenarios: scenarios.value }, sha256));
    },
    "file:save-chart": ({ name, content }) => save(name, content.kind, content.kind === "png" ? content.png : content.text),
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

/** A title without what file systems refuse. */
function fileName(title: string): string {
  const safe = title
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, "");
  return safe === "" ? "Scenario" : safe;
}
