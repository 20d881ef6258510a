import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode } from "../../stand-in/wire.js";

describe("stand-in: structured clone as text", () => {
  it("what structured clone keeps, the wire keeps", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }), (value) => {
        expect(decode(encode(value))).toStrictEqual(structuredClone(value));
      }),
    );
  });
  it.each([[new Date(Number.NaN)], [new Set([new Date(Number.NaN), -0])], [new Map([[Number.NaN, 1n]])]])("%o survives", (value) => {
    expect(decode(encode(value))).toStrictEqual(value);
  });
  it("a value that refers to itself survives", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    const back = decode(encode(circle)) as Record<string, unknown>;
    expect(back["self"]).toBe(back);
  });
  it("what Electron refuses to clone is refused", () => {
    expect(() => encode(() => 1)).toThrow(/could not be cloned/);
  });
});
