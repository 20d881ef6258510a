import fc from "fast-check";
import { expect, it } from "vitest";
import { letterSlots } from "../../../../shared/view/compare/letter-slots.ts";

const lettersAfter = (steps: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  steps.reduce<ReadonlyMap<string, number>>((slots, keys) => letterSlots(slots, keys), new Map());
const after = (...steps: readonly (readonly string[])[]) => Object.fromEntries(lettersAfter(steps));

it("V117: a scenario keeps its letter when others leave, and a new one takes the first that is free", () => {
  expect(after(["x", "y", "z"])).toEqual({ x: 0, y: 1, z: 2 });
  expect(after(["x", "y", "z"], ["y", "z"])).toEqual({ y: 1, z: 2 });
  expect(after(["x", "y", "z"], ["y", "z"], ["y", "z", "new"])).toEqual({ y: 1, z: 2, new: 0 });
});

it("V117: letters are never shared, and up to five scenarios always have the colours of one chart", () => {
  const keys = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i"), { maxLength: 9 });
  fc.assert(
    fc.property(fc.array(keys, { minLength: 1, maxLength: 6 }), (steps) => {
      const slots = lettersAfter(steps);
      const last = steps.at(-1)!;
      expect([...slots.keys()]).toEqual(last);
      expect(new Set(slots.values()).size).toBe(last.length);
      expect(last.length > 5 || [...slots.values()].every((slot) => slot < 5)).toBe(true);
    }),
  );
});
