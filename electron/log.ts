/** The app's only log: a local file of bounded size. Nothing is ever sent anywhere, and user names in paths are masked. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";

export interface Log {
  readonly info: (where: string, message: string) => void;
  readonly warn: (where: string, cause: unknown) => void;
  readonly error: (where: string, cause: unknown) => void;
  /** The text of the current file, for "Copy log"; "" when there is none. */
  readonly read: () => string;
}

export interface LogOptions {
  readonly file: string;
  /** Size at which a file is set aside, bytes. */
  readonly limit?: number;
  /** Number of files set aside that are kept. */
  readonly keep?: number;
  readonly now?: () => Date;
}

/** "/home/alex/x" → "/home/•/x", so that a log can be handed on without naming anyone. */
export function maskUserNames(text: string): string {
  return text.replace(/((?:\/home\/|\/Users\/|[A-Za-z]:\\Users\\))[^/\\\s:"']+/g, "$1•");
}

function describe(cause: unknown): string {
  if (cause instanceof Error) return cause.stack ?? `${cause.name}: ${cause.message}`;
  return typeof cause === "string" ? cause : JSON.stringify(cause);
}

export function createLog({ file, limit = 1_000_000, keep = 2, now = () => new Date() }: LogOptions): Log {
  const rotate = (): void => {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < limit) return;
    for (let i = keep - 1; i >= 1; i--) if (statSync(`${file}.${i}`, { throwIfNoEntry: false })) renameSync(`${file}.${i}`, `${file}.${i + 1}`);
    renameSync(file, `${file}.1`);
  };
  const write = (level: string, where: string, text: string): void => {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      rotate();
      appendFileSync(file, `${now().toISOString()} ${level} ${where}: ${maskUserNames(text)}\n`);
    } catch {
      // A full or read-only disk must not stop the app; what failed is reported to the person by the code that failed.
    }
  };
  return {
    info: (where, message) => write("info", where, message),
    warn: (where, cause) => write("warn", where, describe(cause)),
    error: (where, cause) => write("error", where, describe(cause)),
    read: () => {
      try {
        return readFileSync(file, "utf8");
      } catch {
        return "";
      }
    },
  };
}
