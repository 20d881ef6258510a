/** How a long computation speaks with whoever started it. Nothing in shared/ knows clocks or threads: they come in here. */

export interface Control {
  /** Called as work is done; `total` may grow while an iterative method runs. */
  readonly progress?: (done: number, total: number) => void;
  /** Looked at between pieces of work; true ends the computation with "cancelled" and leaves nothing behind. */
  readonly isCancelled?: () => boolean;
  /** Lets the event loop breathe between pieces of work; without it the computation runs through. */
  readonly pause?: () => Promise<void>;
}

/** The result, or the word for a computation that was stopped. */
export type Cancellable<T> = T | "cancelled";

/** Breathes, then tells whether to stop. */
export async function shouldStop(control: Control): Promise<boolean> {
  if (control.pause !== undefined) await control.pause();
  return control.isCancelled?.() ?? false;
}
