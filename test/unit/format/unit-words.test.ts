import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { isKnownUnit, unitWords } from "../../../shared/format/unit-words.ts";

const load = (id: string): Dataset => {
  const loaded = loadDataset(path.resolve(import.meta.dirname, "../../../resources/datasets", id));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
};
const datasets = ["us-2026-1", "norland-example"].map(load);

describe("units of a dataset in words", () => {
  it("V220: every unit code of the datasets that ship has words", () => {
    for (const { parameters, baseYearValues, levers, currency } of datasets) {
      const codes = [...parameters, ...baseYearValues].map(({ unit }) => unit);
      expect([...new Set(codes)].filter((code) => !isKnownUnit(code, currency))).toEqual([]);
      const lever = levers.map(({ unit }) => unit).filter((unit) => !isKnownUnit(unit, currency));
      expect([...new Set(lever)]).toEqual(["days of stage demand", "%"].filter((unit) => lever.includes(unit)));
    }
  });

  it("V220: no words hold a key, a code or a sign that only files know", () => {
    for (const { parameters, currency } of datasets) {
      const shown = new Set(parameters.map(({ unit, key }) => unitWords(unit, currency, key)));
      expect([...shown].filter((text) => /_|[¤§]|Erlang|\bpi\b|c0|rho|EoL|\(1-y\)|\bP\b|,/.test(text))).toEqual([]);
    }
  });

  it("V220: money names the year of its prices, in the dataset's own currency", () => {
    const [us, norland] = datasets.map(({ currency }) => unitWords(`${currency.symbol} per t/yr`, currency));
    expect(us).toBe("$ per t/yr of capacity (2025 prices)");
    expect(norland).toBe("€ per t/yr of capacity (2024 prices)");
  });

  it("V220: a number without a unit that is a share says so, another is a pure number; a code that nobody knows stays as its file writes it", () => {
    const { currency } = datasets[0]!;
    expect(unitWords("-", currency, "c0")).toBe("share (0 to 1)");
    expect(unitWords("-", currency, "eps_d")).toBe("");
    expect(unitWords("furlongs", currency)).toBe("furlongs");
  });
});
