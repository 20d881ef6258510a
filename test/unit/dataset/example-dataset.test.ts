import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import { CATALOGUE } from "../../../shared/indicator/catalogue.ts";
import { readerOfRun } from "../../../shared/indicator/run-reader.ts";
import { compileModel } from "../../../shared/model/compile-model.ts";
import { parameterUses } from "../../../shared/model/parameter-vector.ts";
import { createRun } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { verifyModel } from "../../../shared/verify/verify-model.ts";
import type { ExploreInput } from "../../../shared/view/explore/explore-types.ts";
import { dataRows } from "../../../shared/view/data/data-rows.ts";
import { methodSections } from "../../../shared/view/data/data-method.ts";
import { dataset as shipped } from "../analysis/shipped-model.ts";
import { wholeView } from "../view/view-kit.ts";

const loaded = loadDataset(fileURLToPath(new URL("../../../resources/datasets/norland-example", import.meta.url)));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, null, 1));
const dataset = loaded.value;
const model = compileModel(dataset);

/** A run of its own for each document, so that readers stay. */
function readerOf({ inputs }: ScenarioDocument) {
  const run = createRun(model);
  expect(simulate(model, inputs, run, { checked: true })).toBeNull();
  return readerOfRun(model, run);
}

const statusQuo = statusQuoDocument("steady");
const policy: ScenarioDocument = {
  ...statusQuo,
  inputs: {
    world: "rush",
    levers: ["reserve_days", "processing_invest", "magnet_invest", "tariff", "recycling_rate"].map((lever) => ({
      lever,
      value: 60,
      start: "2026-01",
      ramp: 12,
      minerals: "all" as const,
    })),
    events: dataset.events.map(({ id }) => ({ event: id, start: "2030-01" })),
  },
};

describe("a dataset of another country", () => {
  it("D10: differs from the shipped one in country, minerals, stages, currency, base year, span and worlds, and says that it is invented", () => {
    const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
    for (const list of ["minerals", "stages", "worlds", "events", "projects"] as const)
      expect(ids(dataset[list]).some((id) => ids(shipped[list]).includes(id))).toBe(false);
    expect(dataset.home.iso3).not.toBe(shipped.home.iso3);
    expect(dataset.currency.symbol).not.toBe(shipped.currency.symbol);
    expect([dataset.baseYear, dataset.months]).not.toEqual([shipped.baseYear, shipped.months]);
    expect(dataset.vintage).toMatch(/invented/);
    expect(dataset.parameters.every(({ grade }) => grade === "assumption" || grade === "definition")).toBe(true);
    expect(dataset.suppliers.every(({ grade }) => grade === "assumption")).toBe(true);
  });

  it("D10: every invariant and every analytic check holds on it", () => {
    for (const { check, outcome } of verifyModel(dataset)) expect(`${check.id} ${check.title} ${outcome.pass}`).toBe(`${check.id} ${check.title} true`);
  });

  it("D10: runs with levers, world and every disruption, and Explore has a finding for every indicator at every place", () => {
    const readers = {
      statusQuo: readerOf(statusQuo),
      statusQuoInWorld: readerOf({ ...policy, inputs: { ...policy.inputs, levers: [] } }),
      current: readerOf(policy),
    };
    for (const mineral of [null, ...dataset.minerals]) {
      for (const { level, id, unit } of CATALOGUE) {
        if (unit === "text" || (mineral === null && level !== "total")) continue;
        const input: ExploreInput = {
          dataset,
          readers,
          document: policy,
          selection: { mineral: mineral?.id ?? null, stage: null, left: "dependence" },
          outcomeYear: 2035,
          weighting: "equal",
          rightIndicator: { level, id },
          leverInHand: null,
        };
        const view = wholeView(input);
        const words = [view.headline.caption, view.left.title, view.right.title, view.right.subtitle, ...view.cards.map(({ label, value }) => label + value)];
        for (const text of words) expect(text).not.toMatch(/undefined|NaN|\bUS\b|United States|\$/);
      }
    }
  });

  it("D10: the Data screen has its rows, units and limits", () => {
    const uses = parameterUses(model);
    const rows = dataRows(dataset, (index) => uses[index]!.length > 0);
    expect(rows.find(({ id }) => id === "parameters:tungsten:tools:capex")).toMatchObject({
      what: "Parameter",
      stage: "Hard-metal tools",
      value: "60,000",
      unit: "€ per t/yr of capacity (2024 prices)",
    });
    expect(rows.filter(({ isRead, kind }) => !isRead && kind === "parameters")).toEqual([]);
    const limits = methodSections(dataset).find(({ id }) => id === "limits")!.entries;
    expect(limits.at(-1)?.title).toBe("Norland example 1 (invented): assumptions");
  });
});
