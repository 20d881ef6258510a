import { expect, it } from "vitest";
import { sourceLines, type SourceScenario } from "../../../shared/view/source-lines.ts";

const plan: SourceScenario = { title: "Plan A", code: "LS-1", world: "Stated policies", dataVintage: "US 1", modelVersion: "1.0", assumptions: [] };
const eta = { mineral: "cobalt", stage: "P", key: "eta", value: 0.3 };
const rate = { mineral: "all", stage: "", key: "discount_rate", value: 0.05 };
const day = "12 Nov 2026";

it("V37: what leaves the app says scenario, data, model, day and how it was computed", () => {
  expect(sourceLines([plan], day)).toEqual(["Plan A (LS-1), data US 1, model 1.0, Lodestone, 12 Nov 2026"]);
  expect(sourceLines([plan], day, "200 runs, seed 1")).toEqual(["Plan A (LS-1), data US 1, model 1.0, 200 runs, seed 1, Lodestone, 12 Nov 2026"]);
});

it("V37: assumptions that differ are listed", () => {
  expect(sourceLines([{ ...plan, assumptions: [eta, rate] }], day)[1]).toBe(
    "Assumptions that differ from the dataset: cobalt P eta = 0.3; all discount_rate = 0.05",
  );
});

it("V110: of several scenarios each is named, with its own assumptions, and with world, data and model where these differ", () => {
  const other: SourceScenario = { ...plan, title: "Plan B", code: "LS-2", assumptions: [eta] };
  expect(sourceLines([plan, other], day)).toEqual([
    "Plan A (LS-1); Plan B (LS-2)",
    "Data US 1, model 1.0, Lodestone, 12 Nov 2026",
    "Assumptions of Plan B that differ from the dataset: cobalt P eta = 0.3",
  ]);
  const elsewhere: SourceScenario = { ...other, world: "Net zero", dataVintage: "US 0" };
  expect(sourceLines([plan, elsewhere], day).slice(0, 2)).toEqual([
    "Plan A (LS-1), Stated policies, data US 1, model 1.0; Plan B (LS-2), Net zero, data US 0, model 1.0",
    "Lodestone, 12 Nov 2026",
  ]);
  const both = [{ ...plan, assumptions: [eta] }, other];
  expect(sourceLines(both, day).at(-1)).toBe("Assumptions that differ from the dataset: cobalt P eta = 0.3");
});
