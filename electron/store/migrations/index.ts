/** All migrations in order. Append only; a test compares the hash of every released step with a frozen one. */
import { initial } from "./001-initial.ts";
import { decks } from "./002-decks.ts";

export interface Migration {
  /** `user_version` after the step: 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [initial, decks];

/** "LODE": tells a database of ours from another program's before its version is read as ours. */
export const APPLICATION_ID = 0x4c4f4445;
