import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactNumberText } from "../../../shared/format/number.ts";
import { parseBounded, parseLeverValue, parseNumber } from "../../../shared/format/parse-number.ts";

describe("typed numbers", () => {
  it("V9: thousands, decimal comma, spaces and the typographic minus are read", () => {
    const cases: readonly (readonly [string, number | null])[] = [
      ["180", 180],
      ["1,200", 1200],
      ["1 200", 1200],
      ["1\u202f200", 1200],
      ["1'200", 1200],
      ["1,5", 1.5],
      ["0,125", 0.125],
      ["12,75", 12.75],
      ["1,200.5", 1200.5],
      ["1.200,5", 1200.5],
      ["1.234.567", 1234567],
      ["1,234,567", 1234567],
      [".5", 0.5],
      [",5", 0.5],
      ["−3", -3],
      ["+3", 3],
      ["-0", 0],
      ["12.", 12],
      ["", null],
      ["abc", null],
      ["1e3", null],
      ["1,2,3", null],
      ["1.2.3", null],
      ["1,23.5", null],
      ["--1", null],
      ["Infinity", null],
      [".", null],
      [",", null],
      ["1.2,3,4", null],
    ];
    for (const [text, value] of cases) expect([text, parseNumber(text)]).toEqual([text, value]);
  });

  it("V9: what is shown can be typed back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
        const value = whole / 10 ** decimals;
        expect(parseNumber(exactNumberText(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("V9: out of bounds or unreadable says the bounds and what stays", () => {
    const reserve = { unit: "days of stage demand", min: 0, max: 365 };
    const invest = { unit: "$M/yr", min: 0, max: 3000 };
    expect(parseLeverValue("200", reserve, 180)).toEqual({ ok: true, value: 200 });
    expect(parseLeverValue("200 days", reserve, 180)).toEqual({ ok: true, value: 200 });
    expect(parseLeverValue("$1,200 m/yr", invest, 600)).toEqual({ ok: true, value: 1200 });
    expect(parseLeverValue("$1200", invest, 600)).toEqual({ ok: true, value: 1200 });
    expect(parseLeverValue("400", reserve, 180)).toEqual({ ok: false, error: "Enter 0 to 365 days. Still 180 days." });
    expect(parseLeverValue("-1", reserve, 180)).toEqual({ ok: false, error: "Enter 0 to 365 days. Still 180 days." });
    for (const typed of ["1.2 bn", "$1.2bn", "1,2 bn/yr", "1200 m", "1,200 m/yr"])
      expect(parseLeverValue(typed, invest, 600)).toEqual({ ok: true, value: 1200 });
    expect(parseLeverValue("4 bn", invest, 600)).toMatchObject({ ok: false });
    expect(parseLeverValue("1.2 bn", reserve, 180)).toMatchObject({ ok: false });
    expect(parseBounded("500 m", { min: 0, max: 1000, prefix: "$", suffix: " bn a year" }, "")).toEqual({ ok: true, value: 0.5 });
    expect(parseLeverValue("lots", invest, 600)).toEqual({ ok: false, error: "Enter $0 to $3,000 m/yr. Still $600 m/yr." });
    expect(parseLeverValue("101%", { unit: "% of project capital", min: 15, max: 100 }, 50)).toEqual({ ok: false, error: "Enter 15 to 100%. Still 50%." });
  });
});
