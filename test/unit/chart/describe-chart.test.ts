import { describe, expect, it } from "vitest";
import { chartCsv, chartLabel, chartSentence, chartTsv, readoutSentence, tableOf } from "../../../shared/chart/describe-chart.ts";
import { sampleSeries, sampleSpec } from "./sample-spec.ts";

describe("a chart in words", () => {
  it("V12: the sentence gives finding, metric, first, marked and last values", () => {
    expect(chartSentence(sampleSpec())).toBe(
      "Import dependence falls from 76% to 52% by 2035. Import dependence, %, rare earths. " +
        "This scenario: 80% in 2026, 52% in 2035. Status quo: 80% in 2026, 76% in 2035. Target 40%.",
    );
    expect(chartLabel(sampleSpec())).toBe("Import dependence falls from 76% to 52% by 2035. Import dependence, %, rare earths.");
  });

  it("V12: the table has every year and every line, with n/a where nothing is defined", () => {
    const table = tableOf(sampleSpec());
    expect(table.columns).toEqual(["Year", "This scenario", "Status quo"]);
    expect(table.rows).toEqual([
      ["2026", "80.0%", "80.0%"],
      ["2030", "n/a", "78.0%"],
      ["2035", "52.0%", "76.0%"],
    ]);
  });

  it("V12: a copy is tab-separated, with plain digits and the unit in the header", () => {
    const spec = sampleSpec({ series: [sampleSeries("A\tline", [-0.25, null, 12.345])] });
    expect(chartTsv(spec).split("\n").slice(1)).toEqual(["Year\tA line (%)", "2026\t-25.0", "2030\t", "2035\t1234.5"]);
  });

  it("V37: a file is comma-separated, quoted where needed, ends with what the numbers rest on, and holds no formula", () => {
    const spec = sampleSpec({ title: 'A "finding"', series: [sampleSeries("=1+1", [-0.25, null, 0.5]), sampleSeries("B", [0, 0, 0])] });
    expect(chartCsv(spec, ["Plan A, model 1"])).toBe(
      [
        '"A ""finding"". Import dependence, %, rare earths."',
        "Year,'=1+1 (%),B (%)",
        "2026,-25.0,0.0",
        "2030,,0.0",
        "2035,50.0,0.0",
        '"Plan A, model 1"',
        "",
      ].join("\r\n"),
    );
  });

  it("V12: the point reader says year and values", () => {
    expect(readoutSentence(sampleSpec(), 2030)).toBe("2030: This scenario n/a, Status quo 78%");
  });

  it("V273: a line that would be nothing but zeros at the scale of larger ones is told to more decimals, in words, table and copy", () => {
    const series = [sampleSeries("Nickel", [40, 50, 60]), sampleSeries("Gallium", [0, 0.00004, 0.00032]), sampleSeries("None", [0, 0, 0])];
    const spec = sampleSpec({ series, dots: [], target: null });
    expect(chartSentence(spec)).toContain("Gallium: 0% in 2026, 0.032% in 2035. None: 0% in 2026, 0% in 2035.");
    expect(readoutSentence(spec, 2030)).toBe("2030: Nickel 5,000%, Gallium 0.004%, None 0%");
    expect(tableOf(spec).rows[1]).toEqual(["2030", "5,000.0%", "0.004%", "0.0%"]);
    expect(chartTsv(spec).split("\n")[4]).toBe("2035\t6000.0\t0.032\t0.0");
    const noise = sampleSpec({ series: [sampleSeries("Noise", [1e-14, 0, 0])] });
    expect(tableOf(noise).rows[0]).toEqual(["2026", "0.0%"]);
  });

  it("V12: an empty chart says why", () => {
    expect(chartSentence(sampleSpec({ empty: "No data for gallium before 2030" }))).toMatch(/No data for gallium before 2030\.$/);
  });
});
