import { expect, it } from "vitest";
import { sourceLines } from "../../../shared/view/source-lines.ts";

const source = { title: "Plan A", code: "LS-7K2M-Q0XD", dataVintage: "US 1 · 00000000", modelVersion: "1.0", day: "12 Nov 2026", assumptions: [] };

it("V37: a copy says scenario, data, model and day, and lists every assumption that differs", () => {
  const first = "Plan A (LS-7K2M-Q0XD), data US 1 · 00000000, model 1.0, Lodestone, 12 Nov 2026";
  expect(sourceLines(source)).toEqual([first]);
  const assumptions = [
    { mineral: "cobalt", stage: "P", key: "eta", value: 0.3 },
    { mineral: "all", stage: "", key: "discount_rate", value: 0.05 },
  ];
  expect(sourceLines({ ...source, assumptions })).toEqual([first, "Assumptions that differ from the dataset: cobalt P eta = 0.3; all discount_rate = 0.05"]);
});
