import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../../shared/analysis/ledger.ts";
import { roundToSteps } from "../../../shared/format/number.ts";
import { roundTogether } from "../../../shared/format/round-together.ts";

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("the ledger of a stored figure", () => {
  it("S23: parts add up to the change, whatever the four values; a step that changes nothing is 0 to the last bit", () => {
    fc.assert(
      fc.property(value, fc.option(value, { nil: undefined }), value, value, (stored, oldData, newData, now) => {
        const ledger = ledgerOf({ stored, oldData, newData, now })!;
        const sum = ledger.parts.reduce((total, { change }) => total + change, 0);
        expect(Math.abs(sum - (now - stored))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(stored), Math.abs(now)));
        const still = ledgerOf({ stored, oldData: stored, newData: stored, now: stored })!;
        expect(still.parts.map(({ change }) => change)).toEqual([0, 0, 0]);
      }),
    );
  });

  it("S23, S24: each step is whose it is; without the old data model and data are one part", () => {
    expect(ledgerOf({ stored: 50, oldData: 49, newData: 46, now: 41 })!.parts).toEqual([
      { source: "model", change: -1 },
      { source: "data", change: -3 },
      { source: "edits", change: -5 },
    ]);
    expect(ledgerOf({ stored: 50, oldData: undefined, newData: 46, now: 41 })!.parts).toEqual([
      { source: "model-and-data", change: -4 },
      { source: "edits", change: -5 },
    ]);
    for (const step of ["stored", "oldData", "newData", "now"]) expect(ledgerOf({ stored: 1, oldData: 1, newData: 1, now: 1, [step]: null })).toBeNull();
  });

  it("S23: shown parts add up to the shown change, none by more than a step of rounding each, and 0 stays 0", () => {
    const parts = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2 }), (changes, decimals) => {
        const steps = roundToSteps(
          changes.reduce((sum, one) => sum + one, 0),
          decimals,
        );
        const shown = roundTogether(changes, steps, decimals);
        expect(shown.reduce((sum, one) => sum + one, 0)).toBe(steps);
        for (const [i, one] of shown.entries()) expect(Math.abs(one - changes[i]! * 10 ** decimals)).toBeLessThanOrEqual(1.5);
      }),
    );
    expect(roundTogether([-1.4, -1.4, 0], -3, 0)).toEqual([-2, -1, 0]);
  });
});
