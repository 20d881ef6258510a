/** Reading the parts of one scenario; what is missing or damaged becomes a Refusal that names scenario and part. */
import type { RunResult } from "../../shared/model/run-result.ts";
import type { ScenarioDocument, ScenarioLabels } from "../../shared/scenario/scenario.ts";
import type { RevisionLine } from "./revision-repository.ts";
import { Refusal } from "./store-session.ts";
import type { Repositories } from "./store-session.ts";
import { UnreadableColumn } from "./stored-json.ts";

export interface StoredRevision extends Omit<RevisionLine, "document"> {
  readonly document: ScenarioDocument;
  readonly result: RunResult;
}

export function labelsOf({ scenarios }: Repositories, id: string): ScenarioLabels {
  return scenarios.labels(id) ?? refuseMissing(id);
}

/** null = never saved. */
export function lastLine({ revisions }: Repositories, id: string): RevisionLine | null {
  return revisions.line(id, revisions.lastNumber(id));
}

export function revisionOf(stored: Repositories, id: string, number: number): StoredRevision {
  const { title } = labelsOf(stored, id);
  const line = stored.revisions.line(id, number) ?? refuseMissing(id);
  return { ...line, document: documentOf(id, title, line), result: resultOf(stored, id, title, number) };
}

export const documentOf = (id: string, title: string, { number, document }: RevisionLine): ScenarioDocument =>
  readable(id, title, `revision ${number}`, () => {
    if (document instanceof UnreadableColumn) throw document;
    return document;
  });

export const resultOf = ({ revisions }: Repositories, id: string, title: string, number: number): RunResult =>
  readable(id, title, `the result of revision ${number}`, () => revisions.result(id, number));

/** A damaged column becomes the error that names the scenario and the part. */
export function readable<T>(id: string, title: string, part: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UnreadableColumn) throw new Refusal({ code: "scenario-unreadable", id, title, part, reason: cause.message });
    throw cause;
  }
}

export function refuseMissing(id: string): never {
  throw new Refusal({ code: "scenario-not-found", id });
}
