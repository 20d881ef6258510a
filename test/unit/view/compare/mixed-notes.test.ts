import { expect, it } from "vitest";
import type { Package } from "../../../../shared/analysis/jobs/job.ts";
import { statusQuoBeside } from "../../../../shared/analysis/status-quo.ts";
import { COMPUTED_PARTS, mixedNotes, type MixedItem, sharedNotes, STORED_PARTS } from "../../../../shared/view/compare/mixed-notes.ts";
import { dataset, packageOf, statusQuo } from "../../analysis/shipped-model.ts";

const item = (letter: string, scenario: Package, more: Partial<MixedItem> = {}): MixedItem => ({
  letter,
  title: letter === "" ? "Status quo" : letter,
  scenario,
  dataVintage: "US 1",
  modelVersion: "1.0",
  ...more,
});
const plain = packageOf({ tariff: 25 });
const assuming = (value: number): Package => ({ ...plain, assumptions: [{ mineral: "all", stage: "", key: "x0_entry", value }] });
const disrupted: Package = { ...plain, inputs: { ...plain.inputs, events: [{ event: "china_ree", start: "2031-01" }] } };

it("V54: what is shared needs no words; each thing that differs is said once, with who stands where", () => {
  expect(mixedNotes(dataset, [item("", statusQuo), item("A", plain)], STORED_PARTS)).toEqual([]);
  const items = [item("", statusQuo), item("A", disrupted), item("B", packageOf({}, "high"), { modelVersion: "0.9" })];
  expect(mixedNotes(dataset, items, STORED_PARTS)).toEqual([
    "Worlds differ: status quo and A Stated policies; B High demand. Differences hold the world's effect too.",
    "Disruptions differ: status quo and B none; A China stops rare earths and magnets to the U.S. from 2031.",
    "Stored results of different models: status quo and A 1.0; B 0.9.",
  ]);
  expect(mixedNotes(dataset, items, COMPUTED_PARTS)).toHaveLength(2);
});

it("V257: a world that all share is named where it is not the default one, and so are disruptions", () => {
  const calm = packageOf({}, "high");
  const high: Package = { ...calm, inputs: { ...calm.inputs, events: disrupted.inputs.events } };
  expect(sharedNotes(dataset, [item("A", high), item("B", high)])).toEqual([
    "All stand in the world High demand.",
    "All meet the same disruptions: China stops rare earths and magnets to the U.S. from 2031.",
  ]);
  expect(sharedNotes(dataset, [item("", statusQuo), item("A", plain)])).toEqual([]);
  expect(sharedNotes(dataset, [item("A", calm), item("B", disrupted)])).toEqual([]);
  expect(sharedNotes(dataset, [item("A", high)])).toEqual([]);
});

it("V54: assumptions that are as many and not the same are not said to be the same", () => {
  expect(mixedNotes(dataset, [item("A", assuming(0.1)), item("B", assuming(0.2)), item("C", assuming(0.1))], COMPUTED_PARTS)).toEqual([
    "Assumptions differ: A and C 1 number changed; B 1 number changed.",
  ]);
});

it("N81: status quo takes over each thing that all scenarios share, and nothing that only some have", () => {
  const high = (one: Package): Package => ({ ...one, inputs: { ...one.inputs, world: "high" } });
  expect(statusQuoBeside([high(disrupted), high(assuming(0.1))], "stated")).toEqual(packageOf({}, "high"));
  expect(statusQuoBeside([disrupted, high(disrupted)], "stated").inputs).toEqual({ levers: [], world: "stated", events: disrupted.inputs.events });
  expect(statusQuoBeside([assuming(0.1), assuming(0.1)], "stated").assumptions).toEqual(assuming(0.1).assumptions);
  expect(statusQuoBeside([], "stated")).toEqual(statusQuo);
});
