/** Work on many items while nothing else is to be done: between two portions every waiting message has its turn. */

const PORTION = 25;

/** Begins after the present task; returns what stops it. */
export function inPortions<T>(items: readonly T[], act: (item: T) => void): () => void {
  let next = 0;
  const step = (): void => {
    for (const item of items.slice(next, next + PORTION)) act(item);
    next += PORTION;
    if (next < items.length) timer = setImmediate(step);
  };
  let timer = setImmediate(step);
  return () => clearImmediate(timer);
}
