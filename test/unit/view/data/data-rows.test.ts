import { describe, expect, it } from "vitest";
import { engineKeys, engineQuantities } from "../../../../shared/dataset/engine-keys.ts";
import { isIndicator } from "../../../../shared/indicator/catalogue.ts";
import { parameterUses } from "../../../../shared/model/parameter-vector.ts";
import { readAssumption, rangeWarning, whyFixed } from "../../../../shared/view/data/data-assumption.ts";
import { filterTitles, methodSections } from "../../../../shared/view/data/data-method.ts";
import { wordedKeys } from "../../../../shared/view/data/data-search-words.ts";
import { rowsOfNumbers } from "../../../../shared/view/data/data-rows-asked.ts";
import { equations, equationsReading } from "../../../../shared/method/equations.ts";
import { namedKeys } from "../../../../shared/view/data/data-parameter-names.ts";
import { groupRows } from "../../../../shared/view/data/data-groups.ts";
import { quantityName, quantityRank } from "../../../../shared/view/data/data-quantity-names.ts";
import { chartsShowing, countForms, dataRows, filterRows } from "../../../../shared/view/data/data-rows.ts";
import { dataset, model } from "../../analysis/shipped-model.ts";

const uses = parameterUses(model);
const rows = dataRows(dataset, (index) => uses[index]!.length > 0);
const rowOf = (id: string) => rows.find((row) => row.id === id)!;
const parameterAt = (mineral: string, stage: string, key: string) =>
  dataset.parameters.find((one) => one.mineral === mineral && one.stage === stage && one.key === key)!;

describe("equations in readable form", () => {
  it("V150: the equations name every key and base-year quantity that the model reads, and no other", () => {
    const all = equations.flatMap(({ reads }) => reads);
    const keys = new Set(all.flatMap((one) => (one.kind === "parameter" ? [one.key] : [])));
    expect([...keys].toSorted()).toEqual(Object.keys(engineKeys).toSorted());
    const quantities = new Set(all.flatMap((one) => (one.kind === "quantity" ? [one.quantity] : [])));
    expect([...quantities].toSorted()).toEqual(Object.keys(engineQuantities).toSorted());
  });

  it("V150: each id stands once", () => {
    expect(new Set(equations.map(({ id }) => id)).size).toBe(equations.length);
  });

  it("V150: every key has a name of its own", () => {
    expect(namedKeys.toSorted()).toEqual(Object.keys(engineKeys).toSorted());
    expect(new Set(rows.filter(({ kind }) => kind === "parameters").map(({ name }) => name)).size).toBe(new Set(dataset.parameters.map(({ key }) => key)).size);
  });

  it("V215: a symbol of a formula leads to its rows of the dataset, and each of these names the equation", () => {
    for (const { id, symbols } of equations) {
      for (const { numbers, id: symbol } of symbols) {
        if (numbers === null) continue;
        const found = rowsOfNumbers(dataset, rows, numbers);
        expect({ id, symbol, found: found.length > 0 }).toEqual({ id, symbol, found: true });
        if (numbers.kind !== "parameter") continue;
        expect(found.filter(({ isRead, enters }) => isRead && !enters.some((one) => one.id === id)).map((row) => row.id)).toEqual([]);
      }
    }
    const permits = rowsOfNumbers(dataset, rows, { kind: "parameter", key: "t_perm", role: "recycling" });
    expect(new Set(permits.map(({ stage }) => stage))).toEqual(new Set([dataset.stages.find(({ role }) => role === "recycling")!.label]));
  });

  it("V150: a row at the recycling stage enters the recycling plants only", () => {
    expect(equationsReading("t_perm", true).map(({ id }) => id)).toEqual(["E8R"]);
    expect(equationsReading("t_perm", false).map(({ id }) => id)).toEqual(["E8"]);
    expect(equationsReading("hub_tramp_red_max", null).map(({ id }) => id)).toEqual(["E8", "E8R"]);
  });
});

describe("rows of the dataset", () => {
  it("V151: every value of every table is a row with an id of its own", () => {
    const { parameters, baseYearValues, suppliers, worldSeries, projects, events, levers, minerals } = dataset;
    const ends = minerals.flatMap(({ endUses }) => endUses);
    const tables = [parameters, baseYearValues, suppliers, ends, worldSeries, projects, events, levers, minerals];
    expect(rows).toHaveLength(tables.reduce((sum, table) => sum + table.length, 0));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("V151: a row keeps value, unit, low, high, year, source and grade as the file has them", () => {
    expect(rowOf("parameters:ree::c_max")).toMatchObject({
      value: "0.6",
      low: "0.3",
      high: "0.8",
      unit: "share (0 to 1)",
      grade: "assumption",
      year: "",
      source: "expert assumption",
    });
    expect(rowOf("base-year:lithium:P:capacity")).toMatchObject({ value: "1,125", unit: "t/yr", year: "2025", grade: "derived" });
    expect(rowOf("suppliers:ree:M:CHN")).toMatchObject({ name: "Imports from China", value: "79.8", year: "2025" });
  });

  it("V223: what an analyst would type is found, short words only where a word begins", () => {
    const found = (search: string): readonly string[] => filterRows(rows, { kind: "all", mineral: "all", search }).map(({ id }) => id);
    expect(found("lead time lithium")).toContain("parameters:lithium:M:t_perm");
    expect(found("EOL-RIR gallium")).toContain("parameters:gallium::c0");
    expect(found("price elasticity tin")).toContain("parameters:tin::eps_d");
    expect(found("opex").length).toBeGreaterThan(10);
    expect(found("import dependence cobalt")).toContain("base-year:cobalt:P:published_nir_pct");
    expect(found("ree")).toHaveLength(rows.filter(({ minerals }) => minerals.includes("ree")).length);
    expect(found("price").length).toBeLessThan(160);
    const keys = new Set([...Object.keys(engineKeys), ...dataset.baseYearValues.map(({ quantity }) => quantity)]);
    expect(wordedKeys.filter((key) => !keys.has(key))).toEqual([]);
    const titles = methodSections(dataset).flatMap(({ entries }) => filterTitles(entries, "lead time"));
    expect(titles[0]?.title).toBe("Lead time of a new plant");
    expect(filterTitles(methodSections(dataset)[0]!.entries, " ")).toEqual([]);
  });

  it("V152: a parameter that no equation reads is marked and fixed; definitions and whole numbers are fixed", () => {
    const unread = rows.filter(({ kind, isRead }) => kind === "parameters" && !isRead);
    expect(unread.length).toBeGreaterThan(10);
    for (const row of unread) expect(uses[row.parameter!]).toEqual([]);
    expect(rowOf("parameters:ree::emb").isRead).toBe(false);
    expect(whyFixed(parameterAt("ree", "", "emb"), false)).toMatch(/No equation reads it/);
    expect(whyFixed(parameterAt("all", "", "ally_n"), true)).not.toBeNull();
    expect(whyFixed(parameterAt("ree", "", "life_n"), true)).not.toBeNull();
    expect(whyFixed(parameterAt("ree", "", "c_max"), true)).toBeNull();
  });

  it("V151: search needs every word, over all tables; the mineral narrows it", () => {
    const found = filterRows(rows, { kind: "all", mineral: "all", search: "  collection CEILING " });
    expect(found.length).toBeGreaterThan(0);
    for (const { text } of found) expect(text).toMatch(/collection[^]*ceiling|ceiling[^]*collection/);
    const tin = filterRows(rows, { kind: "suppliers", mineral: "tin", search: "" });
    expect(tin).toHaveLength(dataset.suppliers.filter(({ mineral }) => mineral === "tin").length);
    const general = filterRows(rows, { kind: "parameters", mineral: "general", search: "" });
    expect(general).toHaveLength(dataset.parameters.filter(({ mineral }) => mineral === "all").length);
    expect(filterRows(rows, { kind: "all", mineral: "all", search: "no such words" })).toEqual([]);
  });

  it("V288: every number has a unit in words; one without says that it is a pure number", () => {
    expect(rows.filter(({ value, unit }) => value !== "" && unit === "")).toEqual([]);
    expect(rows.filter(({ unit }) => unit === "pure number").length).toBeGreaterThan(50);
  });

  it("V150: a lever names the equations and the cost rule that its row in the dataset names", () => {
    expect(rowOf("levers:infrastructure").enters.map(({ id }) => id)).toEqual(["Shared", "E4", "E8", "C2"]);
    expect(rows.filter(({ kind, enters }) => kind === "levers" && enters.length < 2)).toEqual([]);
  });

  it("V176: groups hold every row once, in the order in which a reviewer asks for them", () => {
    const groups = groupRows(rows, dataset);
    expect(groups.flatMap((group) => group.rows).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(rows.toSorted((a, b) => a.id.localeCompare(b.id)));
    expect(groups.map(({ id }) => id).slice(0, 4)).toEqual(["quantities", "suppliers", "sourced", "assumed"]);
    const ree = groups[0]!.rows.filter(({ minerals: [mineral] }) => mineral === "ree").map(({ name }) => name);
    expect(ree[0]).toBe("Domestic production");
    const order = ["Domestic production", "Apparent consumption", "Imports", "Reference price", "Capacity at home"];
    const places = order.map((name) => ree.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect(groups.find(({ id }) => id === "assumed")!.rows.every(({ grade, isRead }) => grade === "assumption" && isRead)).toBe(true);
  });

  it("V177: the forms of grades and the rows without a grade add up to all rows", () => {
    const counts = countForms(rows);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(rows.length);
    expect(counts.none).toBe(rows.filter(({ grade }) => grade === null).length);
    for (const form of ["reported", "none"] as const) {
      expect(filterRows(rows, { kind: "all", mineral: "all", search: "", forms: new Set([form]) })).toHaveLength(counts[form]);
    }
  });

  it("V176: every quantity of the shipped balance has a name and a place of its own", () => {
    const quantities = [...new Set(dataset.baseYearValues.map(({ quantity }) => quantity))];
    expect(quantities.filter((id) => quantityName(id).toLowerCase() === id.replaceAll("_", " ") && id.includes("_nir"))).toEqual([]);
    expect(new Set(quantities.map(quantityRank)).size).toBe(quantities.length);
  });

  it("V151: search passes over case and accents", () => {
    expect(filterRows(rows, { kind: "all", mineral: "all", search: "NÍCKEL" }).length).toBeGreaterThan(50);
  });

  it("V150: a number names the indicators in which it shows first", () => {
    expect(chartsShowing(equationsReading("t_perm", false)).map(({ label }) => label)).toContain("New projects started");
    expect(chartsShowing([])).toEqual([]);
    for (const { choice } of chartsShowing(equations)) expect(isIndicator(choice.level, choice.id)).toBe(true);
  });
});

describe("assumptions as typed", () => {
  const ceiling = parameterAt("ree", "", "c_max");

  it("V153: inside what the equations can work with it counts, in any spelling of a number", () => {
    expect(readAssumption("0,7", ceiling, dataset, [])).toEqual({ ok: true, value: 0.7 });
  });

  it("V153: what no equation can work with is refused with what would be right", () => {
    expect(readAssumption("1.5", ceiling, dataset, [])).toEqual({ ok: false, error: "Enter a number from 0 to 1. Still 0.6." });
    expect(readAssumption("many", ceiling, dataset, [{ mineral: "ree", stage: "", key: "c_max", value: 0.7 }])).toEqual({
      ok: false,
      error: "Enter a number from 0 to 1. Still 0.7.",
    });
  });

  it("V153: a pair of numbers keeps its order, also where one of them was replaced", () => {
    const today = parameterAt("ree", "", "c0");
    expect(readAssumption("0.65", today, dataset, [])).toEqual({
      ok: false,
      error: 'It must stay at or below "Highest possible collection rate", 0.6. Still 0.01.',
    });
    expect(readAssumption("0.65", today, dataset, [{ mineral: "ree", stage: "", key: "c_max", value: 0.7 }])).toEqual({ ok: true, value: 0.65 });
    expect(readAssumption("0.005", ceiling, dataset, [])).toMatchObject({ ok: false });
  });

  it("V153: beyond the dataset's range it counts with a warning", () => {
    expect(rangeWarning(ceiling, 0.5)).toBeNull();
    expect(rangeWarning(ceiling, 0.9)).toBe("Outside the dataset's range, 0.3 to 0.8. It counts all the same.");
    expect(rangeWarning({ low: null, high: null }, 9)).toBeNull();
  });
});
