/** The imports of this session, so that they can be taken back and brought again: the window holds only their names. */
import { randomUUID } from "node:crypto";
import type { ImportStep } from "../store/exchange-store.ts";

/** As deep as the window's own order of undo. */
const MOST = 500;

export class ImportSteps {
  readonly #steps = new Map<string, ImportStep>();

  keep(step: ImportStep): string {
    const name = randomUUID();
    this.#steps.set(name, step);
    const [oldest] = this.#steps.keys();
    if (this.#steps.size > MOST && oldest !== undefined) this.#steps.delete(oldest);
    return name;
  }

  find(name: string): ImportStep | null {
    return this.#steps.get(name) ?? null;
  }
}
