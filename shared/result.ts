/** Expected failures as values. Only programmer errors are thrown. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Makes the compiler prove that a switch is exhaustive. */
export function assertNever(x: never, what: string): never {
  throw new Error(`${what}: unexpected ${JSON.stringify(x)}`);
}
