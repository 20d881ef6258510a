/** A 2D context for happy-dom, which has none: it measures text by length and remembers the words drawn since the last clearing. */
import { vi } from "vitest";

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface CanvasStub {
  /** Words on the canvas now, in drawing order. */
  readonly texts: () => readonly DrawnText[];
}

/** Gives every canvas a recording context; returns what the newest one shows. */
export function stubCanvas(): CanvasStub {
  let texts: DrawnText[] = [];
  const contexts = new WeakMap<HTMLCanvasElement, unknown>();
  const create = (canvas: HTMLCanvasElement): unknown => {
    let shift = { x: 0, y: 0 };
    const kept: (typeof shift)[] = [];
    const state: Record<string | symbol, unknown> = {
      canvas,
      measureText: (text: string) => ({ width: text.length * 6.5 }),
      fillText: (text: string, x: number, y: number) => texts.push({ text, x: x + shift.x, y: y + shift.y }),
      save: () => kept.push(shift),
      restore: () => (shift = kept.pop() ?? shift),
      translate: (x: number, y: number) => (shift = { x: shift.x + x, y: shift.y + y }),
      clearRect: () => (texts = []),
    };
    return new Proxy(state, {
      get: (target, key) => (key in target ? target[key] : () => undefined),
      set: (target, key, value) => {
        target[key] = value;
        return true;
      },
    });
  };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(function getContext(this: HTMLCanvasElement) {
    const known = contexts.get(this) ?? create(this);
    contexts.set(this, known);
    return known as never;
  });
  return { texts: () => texts };
}
