/** One open database with its prepared statements: every read and write goes through here and comes back as a value. */
import type { AppError } from "../../shared/errors/app-error.ts";
import type { StoreStatus } from "../../shared/ipc/boot-info.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import type { Connection } from "./connection.ts";
import { DeckRepository } from "./deck-repository.ts";
import { RevisionRepository } from "./revision-repository.ts";
import { ScenarioRepository } from "./scenario-repository.ts";
import { SettingsRepository } from "./settings-repository.ts";
import { toStoreError } from "./sqlite-errors.ts";

export interface Repositories {
  readonly scenarios: ScenarioRepository;
  readonly revisions: RevisionRepository;
  readonly decks: DeckRepository;
  readonly settings: SettingsRepository;
}

/** Carries an expected failure out of a transaction, which it thereby rolls back. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

export class StoreSession {
  readonly file: string;
  readonly mode: StoreStatus["mode"];
  readonly #now: () => number;
  #db: Connection;
  #repositories: Repositories;

  constructor(db: Connection, file: string, mode: StoreStatus["mode"], now: () => number) {
    this.file = file;
    this.mode = mode;
    this.#now = now;
    this.#db = db;
    this.#repositories = prepare(db);
  }

  /** For backups; statements belong to the repositories. */
  get connection(): Connection {
    return this.#db;
  }

  /** Runs `act` on one state of the database. */
  read<T>(act: (repositories: Repositories) => T): Result<T, AppError> {
    return this.#attempt(() => this.#db.transaction(() => act(this.#repositories)).deferred());
  }

  /**
   * Runs `act` in one transaction that holds the write lock from its first statement, so it cannot fail half way for another writer.
   * Answers ok only after the commit. `at` is the time of the write.
   */
  write<T>(act: (repositories: Repositories, at: number) => T): Result<T, AppError> {
    let committed = false;
    try {
      const answer = this.#attempt(() => this.#db.transaction(() => act(this.#repositories, this.#now())).immediate());
      committed = answer.ok;
      return answer;
    } finally {
      if (!committed) this.#repositories.scenarios.forget();
    }
  }

  /** Closes the connection, lets `replace` put another database in the file's place and goes on with it; with the old one when that fails. */
  replaceFile(replace: () => void, connect: () => Connection): void {
    this.#db.close();
    try {
      replace();
    } finally {
      this.#db = connect();
      this.#repositories = prepare(this.#db);
    }
  }

  close(): void {
    this.#db.close();
  }

  #attempt<T>(act: () => T): Result<T, AppError> {
    try {
      return ok(act());
    } catch (cause) {
      if (cause instanceof Refusal) return err(cause.error);
      const known = toStoreError(cause, this.file);
      if (known === null) throw cause;
      return err(known);
    }
  }
}

const prepare = (db: Connection): Repositories => ({
  scenarios: new ScenarioRepository(db),
  revisions: new RevisionRepository(db),
  decks: new DeckRepository(db),
  settings: new SettingsRepository(db),
});
