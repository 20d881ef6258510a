import { describe, expect, it } from "vitest";
import { fittedYears } from "../../../shared/chart/year-ticks.ts";

const YEARS = [2026, 2030, 2035, 2040, 2045, 2050];
const labels = (perYear: number, years: readonly number[] = YEARS): string =>
  fittedYears(years, perYear)
    .map(({ label }) => label)
    .join(" ");

describe("years under an axis", () => {
  it("V165: years are shortened before one is left out, those beside the ends first", () => {
    expect(labels(10)).toBe("2026 2030 2035 2040 2045 2050");
    expect(labels(8)).toBe("2026 ’30 ’35 ’40 ’45 2050");
    expect(labels(6)).toBe("2026 ’35 ’40 ’45 2050");
    expect(labels(5)).toBe("2026 ’35 ’40 2050");
    expect(labels(3)).toBe("2026 ’40 2050");
    expect(labels(1)).toBe("2026 2050");
  });

  it("V165: the outcome year of a small chart stays, and a tick names its own year", () => {
    expect(labels(3.2, [2026, 2035, 2050])).toBe("2026 ’35 2050");
    expect(fittedYears([2096, 2100, 2105, 2110], 7)[1]).toEqual({ value: 2100, label: "’00" });
    expect(fittedYears([], 5)).toEqual([]);
  });
});
