import { describe, expect, it } from "vitest";
import { readingText, valueOrNone, valueText } from "../../../shared/format/quantity.ts";
import { scaleFor } from "../../../shared/format/scale.ts";
import type { IndicatorUnit } from "../../../shared/indicator/indicator.ts";

const text = (unit: IndicatorUnit, value: number, id = "x"): string => valueText(value, scaleFor({ id, unit }, value, "$"));

describe("quantities", () => {
  it("V3: every unit has its own form", () => {
    expect(text("share", 0.52)).toBe("52%");
    expect(text("t", 14_210)).toBe("14.2 kt");
    expect(text("t", 2310.4)).toBe("2,310 t");
    expect(text("t", 7.44)).toBe("7.4 t");
    expect(text("t", 142_300)).toBe("142 kt");
    expect(text("t", 23_456_000)).toBe("23.5 Mt");
    expect(text("t_per_yr", 14_210)).toBe("14.2 kt/yr");
    expect(text("t_co2e", 3_800_584)).toBe("3.8 Mt CO2e");
    expect(text("t_co2e", 629_019)).toBe("629 kt CO2e");
    expect(text("musd", 3_400)).toBe("$3.4 bn/yr");
    expect(text("musd", 250)).toBe("$250 m/yr");
    expect(text("musd", 76_800, "public_cost_discounted_cum_musd")).toBe("$76.8 bn");
    expect(text("days", 148.3)).toBe("148 days");
    expect(text("days", 1.2)).toBe("1 day");
    expect(text("months", 78)).toBe("78 months");
    expect(text("index", 1.347)).toBe("1.35");
    expect(text("hhi", 5296.0004)).toBe("5,296");
  });

  it("V3: the currency is the dataset's", () => {
    expect(valueText(3_400, scaleFor({ id: "x", unit: "musd" }, 3_400, "€"))).toBe("€3.4 bn/yr");
    expect(text("musd", -120)).toBe("−$120 m/yr");
    expect(text("musd", 0)).toBe("$0");
  });

  it("V4: a missing value is n/a, an exporter is called one", () => {
    const share = scaleFor({ id: "nirx", unit: "share" }, 1, "$");
    expect(valueOrNone(null, share)).toBe("n/a");
    expect(readingText("nirx", -0.14, share, true)).toBe("−14% (net exporter)");
    expect(readingText("nirx", -152.8, share, true)).toBe("below −100% (net exporter)");
    expect(readingText("nirx", null, share, true)).toBe("net exporter");
    expect(readingText("nirx", null, share, false)).toBe("n/a");
    expect(readingText("unmet_share", null, share, true)).toBe("n/a");
    expect(readingText("nirx", -0.001, share, true)).toBe("0%");
  });
});
