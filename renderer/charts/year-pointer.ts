/** The year under the pointer or the arrow keys, shared by linked charts. Outside React: a moving pointer repaints canvases, not components. */

export interface YearPointer {
  /** null = no year is pointed at. */
  readonly get: () => number | null;
  readonly set: (year: number | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createYearPointer(): YearPointer {
  let year: number | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => year,
    set(next) {
      if (next === year) return;
      year = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
