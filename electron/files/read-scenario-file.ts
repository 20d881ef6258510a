/** The one way from a path to scenarios: the import dialog, file drops and the command line all come through here. */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { Sha256 } from "../../shared/dataset/table.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err, type Result } from "../../shared/result.ts";
import { readScenarioFile, sizeError } from "../../shared/scenario/scenario-file.ts";
import type { ScenarioFile } from "../../shared/scenario/filed-scenario.ts";
import { isSystemError, systemReason } from "./write-atomic.ts";

/** The checked scenarios of the file at `path`; its size is looked at before it is read. Errors: file-unreadable and those of `readScenarioFile`. */
export function readScenarioFileAt(path: string, dataset: Dataset, sha256: Sha256): Result<ScenarioFile, AppError> {
  const file = basename(path);
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return err({ code: "file-unreadable", file, reason: "it is not a file" });
    const tooLarge = sizeError(file, stat.size);
    if (tooLarge !== null) return err(tooLarge);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return readScenarioFile(file, text, dataset, sha256);
  } catch (error) {
    if (error instanceof TypeError) return err({ code: "file-not-json", file, reason: "it is not UTF-8 text" });
    if (isSystemError(error)) return err({ code: "file-unreadable", file, reason: systemReason(error) });
    throw error;
  }
}
