/** Work on many items while nothing else is to be done: between two portions every waiting message has its turn. */

const PORTION = 25;

/** Takes the items after `wait_ms` and begins; returns what stops it. */
export function inPortions<T>(wait_ms: number, take: () => readonly T[], act: (item: T) => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  const begin = (): void => {
    const items = take();
    let next = 0;
    const step = (): void => {
      for (const item of items.slice(next, next + PORTION)) act(item);
      next += PORTION;
      if (next < items.length) turn = setImmediate(step);
    };
    turn = setImmediate(step);
  };
  const timer = setTimeout(begin, wait_ms);
  return () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
}
