/** Charts at a start: they wait until the window has shown its first frame, then come one in each. */

let waiting: Set<() => void> | null = null;
/** What waits for the last of them. */
const followers = new Set<() => void>();

/** From now on charts wait; without it none does. To be called before anything is shown. */
export function holdPlots(): void {
  waiting ??= new Set();
}

/** Makes a chart at once, or, while charts wait, in its turn; returns what takes it off the list. */
export function makeInTurn(make: () => void): () => void {
  const list = waiting;
  if (list === null) {
    make();
    return () => {};
  }
  list.add(make);
  return () => void list.delete(make);
}

/** Runs what nobody looks for yet, at once or when the charts of a start are drawn; returns what takes it off the list. */
export function afterPlots(run: () => void): () => void {
  if (waiting === null) run();
  else followers.add(run);
  return () => void followers.delete(run);
}

/** Charts come after the frame that is about to be shown; `afterPaint` tells when something was. */
export function releasePlots(ports: { readonly requestFrame: (run: () => void) => unknown; readonly afterPaint: (run: () => void) => unknown }): void {
  const list = waiting;
  if (list === null) return;
  const next = (): void => {
    const [make] = list;
    if (make === undefined) {
      waiting = null;
      performance.mark("charts drawn");
      for (const run of followers) run();
      followers.clear();
      return;
    }
    list.delete(make);
    ports.requestFrame(next);
    make();
  };
  ports.requestFrame(() => ports.afterPaint(next));
}
