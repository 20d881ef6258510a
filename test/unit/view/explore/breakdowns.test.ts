import { describe, expect, it } from "vitest";
import type { BreakdownId, ExploreInput } from "../../../../shared/view/explore/explore-types.ts";
import { chartGroups, defaultChart } from "../../../../shared/view/explore/related-indicators.ts";
import { EVERY_STAGE } from "../../../../shared/view/view-context.ts";
import type { ChartSpec } from "../../../../shared/chart/chart-spec.ts";
import type { Dataset } from "../../../../shared/dataset/dataset.ts";
import type { ResultReader } from "../../../../shared/indicator/result-reader.ts";
import { dataset as tiny, documentOf, input, reader, setting, wholeView } from "../view-kit.ts";

const [lemuria] = tiny.suppliers;
/** Lemuria sells, the rest sells, and Mu is an ally. */
const dataset: Dataset = {
  ...tiny,
  suppliers: [
    { ...lemuria!, iso3: "OTH", country: "Other countries" },
    { ...lemuria!, iso3: "MUU", country: "Mu", isAlly: true },
    lemuria!,
    { ...lemuria!, iso3: "HYP", country: "Hyperborea" },
  ],
};
const ree = { mineral: "ree", stage: null, left: "dependence" } as const;
const changed = documentOf({}, [setting("mining_invest")]);

/** Tonnes from Lemuria, the rest, Mu, at home recycled and primary: 100 together. */
const supply = (lemurian: number, other: number, mu: number, recycled: number, primary: number): Parameters<typeof reader>[0] => ({
  "imports:ree:P:LEM": lemurian,
  "imports:ree:P:OTH": other,
  "imports:ree:P:MUU": mu,
  "stage:ree:P:secondary_t": recycled,
  "stage:ree:P:production_t": primary,
});
const statusQuo = withSuppliers(reader(supply(60, 10, 5, 1, 24)), supply(60, 10, 5, 1, 24));

/** The kit's reader knows the suppliers of the kit's dataset only. */
function withSuppliers(base: ResultReader, lines: Parameters<typeof reader>[0]): ResultReader {
  const values = (iso3: string) => base.years.map(() => Number(lines?.[`imports:ree:P:${iso3}`] ?? 0));
  return { ...base, imports: () => dataset.suppliers.map(({ iso3 }) => ({ iso3, values: values(iso3) })) };
}

const readers = (current: ResultReader): ExploreInput["readers"] => ({ current, statusQuo, statusQuoInWorld: statusQuo });
const chart = (id: BreakdownId, over: Partial<ExploreInput> = {}): ChartSpec =>
  wholeView(input({ dataset, readers: readers(statusQuo), selection: ree, rightIndicator: { level: "breakdown", id }, ...over })).right;

describe("supply by origin", () => {
  it("V38: stands from risk to home, with the dataset's names, its own colour per origin, and one band for each supplier that sells", () => {
    const spec = chart("origin");
    expect(spec.form).toBe("stack");
    expect(spec.series.map(({ name, colour }) => [name, colour])).toEqual([
      ["Lemuria", "--o-china"],
      ["Other countries", "--o-other"],
      ["Mu", "--o-partner"],
      ["Atlantean recycled", "--o-usrec"],
      ["Atlantean primary", "--o-us"],
    ]);
    expect(spec.subtitle).toBe("Supply by origin, t a year, processing, rare earths, before exports");
    expect(spec.title).toBe("Lemuria supplies 60% of rare earths in processing in 2035");
  });

  it("V38: thin bands have no label, the table has them all", () => {
    expect(
      chart("origin")
        .series.filter(({ label }) => label !== null)
        .map(({ name }) => name),
    ).not.toContain("Atlantean recycled");
  });

  it("V38: the finding holds the largest supplier against status quo", () => {
    const lines = supply(40, 10, 5, 1, 44);
    const spec = chart("origin", { readers: readers(withSuppliers(reader(lines), lines)), document: changed });
    expect(spec.title).toBe("Lemuria supplies 40% of rare earths in processing in 2035, status quo 60%");
    expect(chart("origin", { document: changed }).title).toBe("Lemuria supplies 60% of rare earths in processing in 2035, no change from status quo");
    const none = supply(0, 0, 0, 1, 44);
    expect(chart("origin", { readers: readers(withSuppliers(reader(none), none)) }).title).toBe("No rare earths in processing come from abroad in 2035");
  });

  it("V38: bands keep the order of the status quo while a lever moves", () => {
    const lines = { ...supply(10, 10, 5, 1, 24), "imports:ree:P:HYP": 50 };
    const spec = chart("origin", { readers: readers(withSuppliers(reader(lines), lines)) });
    expect(spec.series.map(({ name }) => name).slice(0, 2)).toEqual(["Lemuria", "Hyperborea"]);
  });

  it("V38: a stored result says that it does not hold suppliers; all minerals together have no origin", () => {
    const stored = { ...statusQuo, imports: () => null };
    expect(chart("origin", { readers: readers(stored) }).empty).toMatch(/^Imports by supplier are not stored with a revision/);
    expect(chart("origin", { selection: { ...ree, mineral: null } }).empty).toMatch(/^Choose one mineral/);
  });
});

describe("cost by lever", () => {
  it("V39: every lever that costs anything is a band, the dearest at the bottom, and the finding names it", () => {
    const current = reader({ "lever:mining_invest": 1900, "lever:reserve_days": 600, "total:public_cost_musd": 2500 });
    const spec = chart("levers", { readers: readers(current), document: changed });
    expect([spec.form, ...spec.series.map(({ name }) => name)]).toEqual(["stack", "Mining support", "Strategic reserve"]);
    expect(new Set(spec.series.map(({ colour }) => colour)).size).toBe(2);
    expect(spec.title).toBe("Public cost is €2.5 bn/yr in 2035, €1.9 bn/yr of it for mining support");
    expect(spec.y.max).toBeGreaterThanOrEqual(2500);
  });

  it("V39: one lever alone is named with what it costs; none says so; income is drawn as lines", () => {
    const one = reader({ "lever:mining_invest": 1900, "total:public_cost_musd": 1900 });
    expect(chart("levers", { readers: readers(one) }).title).toBe("Mining support costs €1.9 bn/yr in 2035");
    expect(chart("levers").empty).toBe("No lever costs public money in any year");
    const sells = reader({ "lever:mining_invest": 100, "lever:reserve_days": [-50, ...Array.from({ length: 24 }, () => 20)], "total:public_cost_musd": 120 });
    const spec = chart("levers", { readers: readers(sells) });
    expect(spec.form).toBe("lines");
    expect(spec.y.min).toBeLessThanOrEqual(-50);
  });
});

describe("both weightings", () => {
  it("V40: solid is the plain mean, dashed the mean by value, each against its status quo", () => {
    const current = reader({ "total:composite_equal": 0.45, "total:composite_value": 0.5 });
    const spec = chart("weightings", { readers: readers(current), document: changed });
    expect(spec.title).toBe("Import dependence in 2035: plain mean 45% (−5 points from status quo), by value 50% (no change)");
    expect(spec.series.map(({ name, dash, label }) => [name, dash.length > 0, label?.detail ?? null])).toEqual([
      ["This scenario, plain mean", false, "plain mean"],
      ["Status quo, plain mean", false, "plain mean"],
      ["This scenario, by value", true, null],
      ["Status quo, by value", true, "by value, = this scenario"],
    ]);
    expect(chart("weightings").title).toBe("Import dependence in 2035: plain mean 50%, by value 50%");
  });
});

describe("what the right chart offers", () => {
  it("V32: breakdowns come after what goes with the lever in hand; those of one mineral only where one is chosen", () => {
    const labels = (lever: string | null, mineral: string | null): readonly string[] => chartGroups(dataset, lever, mineral).map(({ label }) => label);
    expect(labels("reserve_days", "ree").slice(0, 2)).toEqual(["Related to strategic reserve", "Side by side"]);
    expect(labels(null, "ree")[0]).toBe("Side by side");
    const offered = (mineral: string | null): readonly string[] => chartGroups(dataset, null, mineral)[0]!.options.map(({ label }) => label);
    expect(offered("ree")).toEqual([
      "Supply by origin",
      "Exposure by stage",
      "Import dependence by mineral",
      "Public cost by lever",
      "Composite by both weightings",
    ]);
    expect(offered(null)).not.toContain("Supply by origin");
  });

  it("V32: a mineral shows where its supply comes from, and so does a lever that moves purchases", () => {
    expect(defaultChart(null, "ree")).toEqual({ level: "breakdown", id: "origin" });
    expect(defaultChart("tariff", "ree")).toEqual({ level: "breakdown", id: "origin" });
    expect(defaultChart("tariff", null)).toEqual({ level: "stage", id: "top_supplier_share" });
  });

  it("V32: one line per stage for any indicator of a stage, and one per mineral", () => {
    const selection = { ...ree, stage: EVERY_STAGE };
    const { right } = wholeView(input({ dataset, selection, rightIndicator: { level: "stage", id: "production_t" } }));
    expect(right.series.filter(({ layer }) => layer > 0).map(({ name, colour }) => [name, colour])).toEqual([
      ["Mining", "--st-mining"],
      ["Processing", "--st-refining"],
    ]);
    expect(chart("stages").series.map(({ role }) => role)).toContain("stage");
    expect(chart("minerals").series.map(({ role }) => role)).toContain("mineral");
  });

  it("V41: no chart mixes two families of colour", () => {
    const family = (token: string): string => /^--(m|st|o|s)-/.exec(token)?.[1] ?? "this scenario";
    for (const id of ["origin", "stages", "minerals", "levers", "weightings"] as const) {
      for (const mineral of ["ree", null]) {
        const families = new Set(chart(id, { selection: { ...ree, mineral } }).series.map(({ colour }) => family(colour)));
        expect(families.size).toBeLessThanOrEqual(1);
      }
    }
  });
});
