import { describe, expect, it } from "vitest";
import { readPastedYears } from "../../../shared/scenario/pasted-years.ts";

const read = (text: string, at = 2028) => readPastedYears(text, at, 2050);

describe("a column from a spreadsheet", () => {
  it("L62: goes from the year it is pasted into on, without its heading and empty lines", () => {
    expect(read("100\n200\r\n\n300 m/yr\n")).toEqual({ ok: true, value: { firstYear: 2028, cells: ["100", "200", "300 m/yr"] } });
    expect(read("Support\n100\n200")).toMatchObject({ value: { cells: ["100", "200"] } });
    expect(read("400")).toBeNull();
  });

  it("L62: with its years it goes to those, whatever stands around them", () => {
    const copied = "Processing support by year. $M/yr, all minerals\nYear\tProcessing support ($M/yr)\n2030\t900\n2031\t950\nData: US 2026.1";
    expect(read(copied)).toEqual({ ok: true, value: { firstYear: 2030, cells: ["900", "950"] } });
    expect(read("2030\t900\n2032\t950")).toEqual({ ok: false, error: "2032 does not follow 2030" });
    expect(read("2030\t900")).toMatchObject({ value: { firstYear: 2030, cells: ["900"] } });
  });

  it("L62: what goes beyond the last year is refused as a whole", () => {
    expect(read("1\n2\n3", 2049)).toEqual({ ok: false, error: "3 values from 2049 on go beyond 2050" });
    expect(read("1\n2", 2049)).toMatchObject({ ok: true });
  });
});
