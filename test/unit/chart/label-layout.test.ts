import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "../../../shared/chart/label-layout.ts";

describe("end labels", () => {
  it("V11: a label that touches no other stays at the end of its line", () => {
    expect(
      placeLabels(
        [
          { anchor: 80, height: 18 },
          { anchor: 20, height: 18 },
        ],
        0,
        100,
      ),
    ).toEqual([80, 20]);
  });

  it("V11: neighbours are pushed apart symmetrically", () => {
    const [a = 0, b = 0] = placeLabels(
      [
        { anchor: 50, height: 20 },
        { anchor: 54, height: 20 },
      ],
      0,
      100,
    );
    expect(a).toBeCloseTo(42, 1);
    expect(b).toBeCloseTo(62, 1);
  });

  it("V11: labels never overlap, never leave the plot and keep the order of their lines", () => {
    const box = fc.record({ anchor: fc.double({ min: -50, max: 350, noNaN: true }), height: fc.constantFrom(17, 33) });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 9 }), (boxes) => {
        const centres = placeLabels(boxes, 0, 300);
        const sorted = boxes.map((b, i) => ({ ...b, centre: centres[i]! })).toSorted((a, b) => a.centre - b.centre);
        sorted.forEach((label, i) => {
          expect(label.centre - label.height / 2).toBeGreaterThanOrEqual(-0.05);
          expect(label.centre + label.height / 2).toBeLessThanOrEqual(300.05);
          const before = sorted[i - 1];
          expect(before === undefined || label.centre - before.centre >= (label.height + before.height) / 2 - 0.05).toBe(true);
          expect(before === undefined || before.anchor <= label.anchor).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("V11: labels that are higher together than the room stand closer; too many are stacked from the top", () => {
    const alike = Array.from({ length: 4 }, () => ({ anchor: 10, height: 20 }));
    expect(placeLabels(alike, 0, 70)).toEqual([8.75, 26.25, 43.75, 61.25]);
    expect(placeLabels(alike, 0, 60)).toEqual([8, 24, 40, 56]);
  });
});
