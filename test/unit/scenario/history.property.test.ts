import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as history from "../../../shared/scenario/history.ts";
import type { History } from "../../../shared/scenario/history.ts";

/** The obvious implementation: two stacks of values and the value a gesture began with. */
class Reference {
  past: number[] = [];
  future: number[] = [];
  present = 0;
  gesture: number | null = null;
  lastKey: string | null = null;
  lastAt = -Infinity;

  push(from: number): void {
    this.past = [...this.past, from].slice(-history.HISTORY_DEPTH);
    this.future = [];
  }
  edit(value: number, key: string | null, at: number): void {
    if (value === this.present) return;
    if (this.gesture !== null) {
      this.present = value;
      return;
    }
    const merges = this.past.length > 0 && this.future.length === 0 && key !== null && key === this.lastKey && at - this.lastAt <= history.MERGE_MS;
    if (merges) {
      const from = this.past.at(-1)!;
      this.present = value;
      if (value === from) {
        this.past.pop();
        this.forget();
        return;
      }
    } else {
      this.push(this.present);
      this.present = value;
    }
    this.lastKey = key;
    this.lastAt = at;
  }
  begin(): void {
    this.gesture ??= this.present;
  }
  end(at: number): void {
    if (this.gesture === null) return;
    if (this.gesture !== this.present) {
      this.push(this.gesture);
      this.lastKey = null;
      this.lastAt = at;
    }
    this.gesture = null;
  }
  undo(): void {
    if (this.gesture !== null) {
      this.present = this.gesture;
      this.gesture = null;
      return;
    }
    const before = this.past.pop();
    if (before === undefined) return;
    this.future.push(this.present);
    this.present = before;
    this.forget();
  }
  redo(): void {
    if (this.gesture !== null) return;
    const after = this.future.pop();
    if (after === undefined) return;
    this.past.push(this.present);
    this.present = after;
    this.forget();
  }
  /** After a move in the history the last entry's own key counts; the keys below are unique per entry, so no later edit may merge with it. */
  forget(): void {
    this.lastKey = null;
  }
}

type Step =
  | { readonly kind: "edit"; readonly value: number; readonly key: string | null; readonly wait: number }
  | { readonly kind: "begin" | "end" | "undo" | "redo"; readonly wait: number };

const wait = fc.constantFrom(1, 400, 801, 5000);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("edit" as const), value: fc.integer({ min: 0, max: 4 }), key: fc.constantFrom("a", "b", null), wait }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("begin" as const, "end" as const, "undo" as const, "redo" as const), wait }) },
);

const label = (before: number, after: number): string => `${before} to ${after}`;

describe("history", () => {
  it("H1, H2, H3, H7: behaves like two stacks under any sequence of edits, gestures, undo and redo", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        let real: History<number> = history.createHistory(0);
        const reference = new Reference();
        let moved = false;
        let counter = 0;
        for (const one of steps) {
          now += one.wait;
          switch (one.kind) {
            case "edit": {
              // An entry reached by undo or redo keeps its key; a fresh key after such a move keeps the reference simple.
              if (moved) counter++;
              moved = false;
              const key = one.key === null ? null : `${one.key}${counter}`;
              real = history.edit(real, { next: one.value, label, mergeKey: key, at: now });
              reference.edit(one.value, key, now);
              break;
            }
            case "begin":
              real = history.beginGesture(real);
              reference.begin();
              break;
            case "end":
              real = history.endGesture(real, label, now);
              reference.end(now);
              break;
            case "undo":
              real = history.undo(real);
              reference.undo();
              moved = true;
              break;
            case "redo":
              real = history.redo(real);
              reference.redo();
              moved = true;
              break;
          }
          expect(real.present).toBe(reference.present);
          expect(real.past.map(({ before }) => before)).toEqual(reference.past);
          expect(real.future.map(({ after }) => after)).toEqual(reference.future.toReversed());
          for (const { before, after, label: text } of [...real.past, ...real.future]) expect(text).toBe(`${before} to ${after}`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("H1: a drag through a hundred values and back to its start leaves no entry", () => {
    let real = history.beginGesture(history.createHistory({ value: 0 }));
    for (const value of [...Array(100).keys(), 0]) real = history.edit(real, { next: { value }, label: () => "", at: value });
    real = history.endGesture(real, () => "", 200);
    expect(real.past).toEqual([]);
  });

  it("H2: a pause ends the merging, another control too", () => {
    let real = history.createHistory(0);
    const set = (value: number, mergeKey: string, at: number): void => {
      real = history.edit(real, { next: value, label, mergeKey, at });
    };
    set(1, "a", 0);
    set(2, "a", 800);
    set(3, "a", 1600);
    expect(real.past.map((entry) => entry.label)).toEqual(["0 to 3"]);
    set(4, "a", 2401);
    set(5, "b", 2402);
    expect(real.past.map((entry) => entry.label)).toEqual(["0 to 3", "3 to 4", "4 to 5"]);
  });

  it("H3: undo and redo give back the very snapshots", () => {
    const [a, b] = [{ n: 1 }, { n: 2 }];
    const edited = history.edit(history.createHistory(a), { next: b, label: () => "x", at: 0 });
    expect(history.undo(edited).present).toBe(a);
    expect(history.redo(history.undo(edited)).present).toBe(b);
    expect(history.redo(history.edit(history.undo(edited), { next: { n: 3 }, label: () => "y", at: 9 })).present).toEqual({ n: 3 });
  });

  it("H4: two hundred and more steps can be taken back; the depth is bounded", () => {
    let real = history.createHistory(0);
    for (let value = 1; value <= history.HISTORY_DEPTH + 50; value++) real = history.edit(real, { next: value, label, at: value });
    expect(history.HISTORY_DEPTH).toBeGreaterThanOrEqual(200);
    expect(real.past).toHaveLength(history.HISTORY_DEPTH);
    while (real.past.length > 0) real = history.undo(real);
    expect(real.present).toBe(50);
  });

  it("H6: labels name the next undo and redo", () => {
    const edited = history.edit(history.createHistory(1), { next: 2, label, at: 0 });
    expect([history.undoLabel(edited), history.redoLabel(edited)]).toEqual(["1 to 2", null]);
    expect([history.undoLabel(history.undo(edited)), history.redoLabel(history.undo(edited))]).toEqual([null, "1 to 2"]);
  });
});
