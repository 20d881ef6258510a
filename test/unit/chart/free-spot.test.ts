import { describe, expect, it } from "vitest";
import { crosses, freestSpot } from "../../../shared/chart/free-spot.ts";

const rect = { left: 10, top: 10, width: 20, height: 10 };
const bounds = { left: 0, top: 0, width: 100, height: 100 };

describe("labels beside lines", () => {
  it("V15: a segment crosses a box when it enters it anywhere, also between its ends", () => {
    expect(crosses({ x: 0, y: 0 }, { x: 40, y: 30 }, rect)).toBe(true);
    expect(crosses({ x: 15, y: 12 }, { x: 16, y: 13 }, rect)).toBe(true);
    expect(crosses({ x: 0, y: 15 }, { x: 100, y: 15 }, rect)).toBe(true);
    expect(crosses({ x: 0, y: 25 }, { x: 100, y: 25 }, rect)).toBe(false);
    expect(crosses({ x: 20, y: 0 }, { x: 20, y: 9 }, rect)).toBe(false);
    expect(crosses({ x: 0, y: Number.NaN }, { x: 40, y: 15 }, rect)).toBe(false);
  });

  it("V15: the first free place is taken, then the least disturbed one", () => {
    const other = { ...rect, top: 50 };
    const through = [
      { x: 0, y: 15 },
      { x: 100, y: 15 },
    ];
    expect(freestSpot([rect, other], [], [], bounds, null)).toBe(0);
    expect(freestSpot([rect, other], [through], [], bounds, null)).toBe(1);
    expect(freestSpot([rect, other], [through], [other], bounds, null)).toBe(0);
    expect(freestSpot([{ ...rect, left: 90 }, other], [], [], bounds, null)).toBe(1);
  });

  it("V15: a place stays as long as nothing touches it", () => {
    const other = { ...rect, top: 50 };
    expect(freestSpot([rect, other], [], [], bounds, 1)).toBe(1);
    expect(freestSpot([rect, other], [], [other], bounds, 1)).toBe(0);
  });
});
