/** A 2D context for happy-dom, which has none: it measures text by length and remembers the words and the dashed lines drawn since the last clearing. */
import { vi } from "vitest";

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface DashedLine {
  readonly dash: readonly number[];
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

export interface CanvasStub {
  /** Words on the canvas now, in drawing order. */
  readonly texts: () => readonly DrawnText[];
  readonly dashedLines: () => readonly DashedLine[];
}

/** Gives every canvas a recording context; returns what the newest one shows. */
export function stubCanvas(): CanvasStub {
  let texts: DrawnText[] = [];
  let dashedLines: DashedLine[] = [];
  const contexts = new WeakMap<HTMLCanvasElement, unknown>();
  const create = (canvas: HTMLCanvasElement): unknown => {
    let shift = { x: 0, y: 0 };
    const kept: (typeof shift)[] = [];
    let dash: readonly number[] = [];
    let pen: readonly [number, number] = [0, 0];
    const state: Record<string | symbol, unknown> = {
      canvas,
      measureText: (text: string) => ({ width: text.length * 6.5 }),
      fillText: (text: string, x: number, y: number) => texts.push({ text, x: x + shift.x, y: y + shift.y }),
      save: () => kept.push(shift),
      restore: () => (shift = kept.pop() ?? shift),
      translate: (x: number, y: number) => (shift = { x: shift.x + x, y: shift.y + y }),
      setLineDash: (pattern: readonly number[]) => (dash = pattern),
      moveTo: (x: number, y: number) => (pen = [x, y]),
      lineTo: (x: number, y: number) => {
        if (dash.length > 0) dashedLines.push({ dash, from: pen, to: [x, y] });
        pen = [x, y];
      },
      clearRect: () => {
        texts = [];
        dashedLines = [];
      },
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
  return { texts: () => texts, dashedLines: () => dashedLines };
}
