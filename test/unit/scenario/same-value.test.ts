import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameValue } from "../../../shared/scenario/same-value.ts";

describe("sameValue", () => {
  it("L9: a copy is the same, whatever the order of its fields", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameValue(value, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
    expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  it("L9: any difference counts, an absent field only where the other is set", () => {
    for (const [a, b] of [
      [1, 2],
      [1, "1"],
      [null, undefined],
      [null, {}],
      [[], {}],
      [[1], [1, 2]],
      [{ a: 1 }, { a: 1, b: 2 }],
      [{ a: 1, b: 2 }, { a: 1 }],
      [{ a: { b: [1] } }, { a: { b: [2] } }],
    ] as const) {
      expect(sameValue(a, b)).toBe(false);
    }
    expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameValue(NaN, NaN)).toBe(true);
    expect(sameValue(0, -0)).toBe(true);
  });
});
