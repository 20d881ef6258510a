/** What was read from files for a preview, kept until it is imported: the import is of exactly what was shown, whatever happens to the files meanwhile. */
import { randomUUID } from "node:crypto";
import type { ImportLine } from "../../shared/ipc/file-exchange.ts";
import type { ScenarioFile } from "../../shared/scenario/filed-scenario.ts";

export interface PreviewedFile {
  readonly content: ScenarioFile;
  readonly lines: readonly ImportLine[];
}

/** Only the last one, and once: a preview that was closed is not imported any more. */
export class ImportPreviews {
  #last: { readonly token: string; readonly files: readonly PreviewedFile[] } | null = null;

  keep(files: readonly PreviewedFile[]): string {
    const token = randomUUID();
    this.#last = { token, files };
    return token;
  }

  take(token: string): readonly PreviewedFile[] | null {
    if (this.#last?.token !== token) return null;
    const { files } = this.#last;
    this.#last = null;
    return files;
  }
}
