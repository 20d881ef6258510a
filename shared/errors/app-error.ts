/**
 * Every expected failure of the app: a closed code and the facts its sentence needs.
 * The sentences stand in `error-text.ts`; a test proves that table total.
 */

/** One thing wrong with an input file: where, what, and what would be right. `row` counts lines as an editor does (header = 1). */
export interface InputProblem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly wrong: string;
  readonly right: string;
}

export type AppError =
  | { readonly code: "untrusted-sender" }
  | { readonly code: "bad-request"; readonly channel: string; readonly field: string }
  | { readonly code: "internal"; readonly where: string }
  | { readonly code: "dataset-invalid"; readonly problems: readonly InputProblem[] }
  | { readonly code: "dataset-unreadable"; readonly file: string; readonly reason: string }
  | { readonly code: "dataset-in-use"; readonly name: string }
  | { readonly code: "store-unavailable"; readonly file: string; readonly reason: string }
  | { readonly code: "store-read-only"; readonly file: string }
  | { readonly code: "store-newer"; readonly file: string; readonly writtenBy: string }
  | { readonly code: "store-not-ours"; readonly file: string }
  | { readonly code: "store-missing"; readonly file: string }
  | { readonly code: "backup-unusable"; readonly reason: string }
  | { readonly code: "store-damaged"; readonly file: string; readonly keptIn: string }
  | { readonly code: "store-busy"; readonly file: string }
  | { readonly code: "store-moved"; readonly file: string }
  | { readonly code: "disk-full"; readonly file: string }
  | { readonly code: "scenario-not-found"; readonly id: string }
  /** A stored value failed its checksum or its shape; `part` is "revision 4" or "the draft". */
  | { readonly code: "scenario-unreadable"; readonly id: string; readonly title: string; readonly part: string; readonly reason: string }
  | { readonly code: "deck-not-found"; readonly id: string }
  | { readonly code: "deck-unreadable"; readonly id: string; readonly reason: string }
  | { readonly code: "file-too-large"; readonly file: string; readonly megabytes: number; readonly limitMegabytes: number }
  | { readonly code: "file-unreadable"; readonly file: string; readonly reason: string }
  | { readonly code: "file-not-json"; readonly file: string; readonly reason: string }
  | { readonly code: "file-not-lodestone"; readonly file: string }
  | { readonly code: "file-newer"; readonly file: string; readonly version: number; readonly app: string }
  | { readonly code: "file-checksum"; readonly file: string }
  | { readonly code: "file-invalid"; readonly file: string; readonly problems: readonly InputProblem[] }
  | { readonly code: "clipboard-unavailable" }
  | { readonly code: "write-failed"; readonly file: string; readonly reason: string };

export type ErrorCode = AppError["code"];
export type ErrorOf<C extends ErrorCode> = Extract<AppError, { readonly code: C }>;
