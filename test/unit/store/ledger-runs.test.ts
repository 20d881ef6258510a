import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { computeWith } from "../../../electron/compute-result.ts";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import { ledgerRuns } from "../../../electron/ledger-steps.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { ledgerOf } from "../../../shared/analysis/ledger.ts";
import type { RunResult, Series } from "../../../shared/model/run-result.ts";
import { emptyLabels, type ScenarioDocument, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { writeSecondVintage } from "../../support/second-vintage.ts";
import { shippedDataset as first } from "../dataset/shipped-tables.ts";
import { temporaryFolder, valueOf } from "./store-fixture.ts";

const folder = temporaryFolder();
writeSecondVintage(join(folder, "us-2"));
const second = valueOf(loadDataset(join(folder, "us-2")));

const plants = first.levers.find(({ id }) => id === "processing_invest")!;
const quiet = statusQuoDocument(first.worlds[0]!.id);
const policy = (value: number): ScenarioDocument => ({
  ...quiet,
  inputs: { ...quiet.inputs, levers: [{ lever: plants.id, value, start: plants.defaultStart, ramp: 12, minerals: "all" }] },
});

const headline = (result: RunResult): number => (result.totals["composite_equal"] as Series)[result.years.indexOf(2035)]!;

describe("a stored result and today's data", () => {
  const file = join(folder, "scenarios.sqlite");
  const document = policy(700);

  it("S21: saved, closed, opened and run again, every series is that of the store to the last bit", () => {
    const before = openStore({ file, dataset: first, appVersion: "1.0.0" });
    const saved = valueOf(before.store.create(emptyLabels("A"), quiet));
    valueOf(before.store.save(saved.id, document, valueOf(computeWith(first)(document, "scenario:save"))));
    before.store.close();

    const { store } = openStore({ file, dataset: first, appVersion: "1.0.0" });
    const opened = valueOf(store.open(saved.id));
    const again = valueOf(computeWith(first)(opened.saved!, "scenario:save"));
    // JSON text holds every digit of a double; only −0 would be lost, and the store keeps it (S3).
    expect(JSON.stringify(again)).toBe(JSON.stringify(opened.result));
    expect(again).toStrictEqual(opened.result);
    expect(valueOf(ledgerRuns({ store, vintage: first.vintage, compute: computeWith(first) }, saved.id))).toBeNull();
    store.close();
  });

  it("S3, S23: on the next edition of the data the change is the data's to the last bit, and the model's is exactly 0", () => {
    expect(second.vintage).not.toBe(first.vintage);
    const { store } = openStore({ file, dataset: second, appVersion: "1.0.0" });
    const { id } = valueOf(store.list())[0]!;
    const { result } = valueOf(store.open(id));
    const runs = valueOf(ledgerRuns({ store, vintage: second.vintage, compute: computeWith(second) }, id))!;
    expect(runs.oldData).toStrictEqual(result);
    const now = valueOf(computeWith(second)(policy(900), "scenario:save"));
    const ledger = ledgerOf({ stored: headline(result!), oldData: headline(runs.oldData!), newData: headline(runs.newData), now: headline(now) })!;
    const [model, data, edits] = ledger.parts.map(({ change }) => change) as [number, number, number];
    expect(model).toBe(0);
    expect(data).toBeLessThan(-0.001);
    expect(edits).toBeLessThan(-0.001);
    expect(model + data + edits).toBeCloseTo(headline(now) - headline(result!), 12);
    store.close();
  });

  it("S24: where the old dataset is not held, only today's run is there", () => {
    const { store, exchange } = openStore({ file: join(folder, "other.sqlite"), dataset: second, appVersion: "1.0.0" });
    const result = valueOf(computeWith(first)(document, "scenario:save"));
    const imported = valueOf(exchange.import({ scenarios: [{ id: "", labels: emptyLabels("B"), document, result, into: null }] }));
    const runs = valueOf(ledgerRuns({ store, vintage: second.vintage, compute: computeWith(second) }, imported.ids[0]!))!;
    expect(runs.oldData).toBeNull();
    expect(headline(runs.newData)).toBeLessThan(headline(result));
    store.close();
  });

  it("S24: inputs that today's data no longer know are an error that names them", () => {
    const { store } = openStore({ file, dataset: second, appVersion: "1.0.0" });
    const { id } = valueOf(store.list())[0]!;
    const shorter = { ...second, levers: second.levers.filter((lever) => lever.id !== plants.id), vintage: "US 2026.3 · 00000000" };
    expect(ledgerRuns({ store, vintage: shorter.vintage, compute: computeWith(shorter) }, id)).toMatchObject({
      ok: false,
      error: { code: "bad-request", field: "inputs.levers[0].lever" },
    });
    store.close();
  });
});
