import { describe, expect, it } from "vitest";
import type { ResultReader } from "../../../../shared/indicator/result-reader.ts";
import { ledgerSentence, ledgerView } from "../../../../shared/view/library/ledger-view.ts";
import { shippedDataset as dataset } from "../../dataset/shipped-tables.ts";

/** Every share is `share`, money is `cost`. */
const at = (share: number | null, cost = 1000): ResultReader => ({
  years: [2030, 2035],
  stage: () => [share, share],
  stageText: () => [null, null],
  imports: () => null,
  mineral: () => [share, share],
  total: (id) => (id === "public_cost_musd" ? [cost, cost] : [share, share]),
  costByLever: () => [0, 0],
  costByMineral: () => [0, 0],
});

const choice = { year: 2035, edits: "levers", only: "composite_equal" } as const;
const sentence = (then: number, oldData: number | undefined, newData: number, now: number): string => {
  const steps = { stored: at(then), oldData: oldData === undefined ? undefined : at(oldData), newData: at(newData), now: at(now) };
  const { rows, columns } = ledgerView(dataset, steps, choice);
  return ledgerSentence(rows[0]!, columns);
};

describe("then and now in words", () => {
  it("S22: model, data and levers each have their part", () => {
    expect(sentence(0.52, 0.51, 0.49, 0.49)).toBe("52% to 49%: model −1 point, data −2 points, levers no change");
    expect(sentence(0.52, 0.52, 0.52, 0.55)).toBe("52% to 55%: model no change, data no change, levers +3 points");
    expect(sentence(0.52, undefined, 0.49, 0.49)).toBe("52% to 49%: model and data −3 points, levers no change");
    expect(sentence(0.52, 0.52, 0.52, 0.52)).toBe("stays at 52%: model no change, data no change, levers no change");
  });

  it("S23, V5: shown parts add up to the shown change, with finer decimals where whole steps would hide one", () => {
    expect(sentence(0.524, 0.516, 0.508, 0.498)).toBe("52.4% to 49.8%: model −0.8 points, data −0.8 points, levers −1.0 points");
    expect(sentence(0.52, 0.5201, 0.49, 0.49)).toBe("52.0% to 49.0%: model less than 0.1 points, data −3.0 points, levers no change");
  });

  it("S23: a figure that a step does not define has no parts; one that nobody defines is left out", () => {
    const steps = { stored: at(0.5), oldData: at(null), newData: at(0.4), now: at(0.4) };
    const { rows } = ledgerView(dataset, steps, choice);
    expect(rows[0]).toMatchObject({ before: "50%", now: "40%", parts: ["n/a", "n/a", "n/a"], total: "−10 points" });
    const none = { stored: at(null), oldData: at(null), newData: at(null), now: at(null) };
    expect(ledgerView(dataset, none, choice).rows).toEqual([]);
  });

  it("S22: every headline figure has its row", () => {
    const steps = { stored: at(0.5), oldData: at(0.5), newData: at(0.4, 1200), now: at(0.4, 1500) };
    const { rows } = ledgerView(dataset, steps, { year: 2035, edits: "own edits" });
    expect(rows).toHaveLength(dataset.minerals.length + 7);
    expect(rows.find(({ id }) => id === "public-cost")).toMatchObject({
      before: "$1.0 bn/yr",
      now: "$1.5 bn/yr",
      parts: ["no change", "+$0.2 bn/yr", "+$0.3 bn/yr"],
    });
  });
});
