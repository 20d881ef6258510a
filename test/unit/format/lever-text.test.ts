import { describe, expect, it } from "vitest";
import { bandWord, leverAriaText, leverText, leverUnit, leverUnitText, leverValueText } from "../../../shared/format/lever-text.ts";
import { inSentence, isPlural, listText, monthText } from "../../../shared/format/words.ts";

const reserve = {
  default: 0,
  step: 5,
  unit: "days of stage demand",
  bands: [
    { word: "none", upTo: 0 },
    { word: "small", upTo: 30 },
    { word: "moderate", upTo: 90 },
    { word: "large", upTo: 180 },
    { word: "very large", upTo: 365 },
  ],
};
const share = {
  default: 50,
  step: 1,
  unit: "% of project capital",
  bands: [
    { word: "low", upTo: 25 },
    { word: "balanced", upTo: 50 },
    { word: "full", upTo: 100 },
  ],
};

describe("lever text", () => {
  it("V7: band word, number, unit and start year", () => {
    expect(leverText(reserve, 90, "2027-01")).toEqual({ band: "moderate", detail: "90 days · from 2027" });
    expect(leverText(reserve, 90, "2027-07").detail).toBe("90 days · from July 2027");
    expect(leverText(reserve, 0, "2027-01")).toEqual({ band: "status quo", detail: "" });
    expect(leverAriaText(reserve, 180, "2027-01")).toBe("large, 180 days, from 2027");
    expect(leverAriaText(reserve, 180, "2027-01", "2032-07")).toBe("large, 180 days, 2027 until July 2032");
    expect(leverAriaText(reserve, 0, "2027-01", "2032-07")).toBe("status quo, 0 days");
    expect(leverAriaText(reserve, 0, "2027-01")).toBe("status quo, 0 days");
  });

  it("V7: the status quo is a band one step wide on either side, and what differs inside it says so", () => {
    expect(bandWord(share, 50)).toBe("status quo");
    expect(bandWord(share, 49)).toBe("near status quo");
    expect(bandWord(share, 51)).toBe("near status quo");
    expect(bandWord(share, 52)).toBe("full");
    expect(bandWord(share, 48)).toBe("balanced");
    expect(leverText(reserve, 5, "2027-01").band).toBe("near status quo");
  });

  it("V7: units are brief and come from the dataset", () => {
    expect(leverUnit("$M/yr")).toEqual({ prefix: "$", suffix: " m/yr" });
    expect(leverUnit("€M/yr")).toEqual({ prefix: "€", suffix: " m/yr" });
    expect(["$M/yr", "% of project capital"].map(leverUnitText)).toEqual(["$ m/yr", "% of project capital"]);
    expect(leverUnit("% of base-year price, 0 = off")).toEqual({ prefix: "", suffix: "%" });
    expect(leverUnit("%")).toEqual({ prefix: "", suffix: "%" });
    expect(leverUnit("points of the top non-ally share")).toEqual({ prefix: "", suffix: " points" });
    expect(leverValueText({ unit: "$M/yr" }, 1500)).toBe("$1,500 m/yr");
    expect(leverValueText(reserve, 1)).toBe("1 day");
    expect(leverValueText(reserve, 12.25)).toBe("12.25 days");
  });
});

describe("sentence parts", () => {
  it("V8: names keep their capitals where they are not ordinary words", () => {
    expect(inSentence("Rare earths")).toBe("rare earths");
    expect(inSentence("USGS net import reliance")).toBe("USGS net import reliance");
    expect(inSentence("R&D spending")).toBe("R&D spending");
    expect(inSentence("Exposure, all stages")).toBe("exposure, all stages");
  });

  it("V8: verbs agree with the label", () => {
    expect(["Imports", "Emissions, territorial", "Days of cover", "New projects started"].map(isPlural)).toEqual([true, true, true, true]);
    expect(["Public cost", "Stock cover", "Cover of exports", "Loss", "Exposure (imports)", "Price of metals"].map(isPlural)).toEqual(Array(6).fill(false));
  });

  it("V8: lists and months read as people write them", () => {
    expect(listText([])).toBe("");
    expect(listText(["a"])).toBe("a");
    expect(listText(["a", "b", "c"])).toBe("a, b and c");
    expect(monthText("2030-01")).toBe("2030");
    expect(monthText("2030-12")).toBe("December 2030");
  });
});
