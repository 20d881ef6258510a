import { describe, expect, it } from "vitest";
import type { ExploreInput } from "../../../../shared/view/explore/explore-types.ts";
import { targetIndicator } from "../../../../shared/view/dependence.ts";
import { defaultChart, indicatorGroups } from "../../../../shared/view/explore/related-indicators.ts";
import { tableOf } from "../../../../shared/chart/describe-chart.ts";
import { YEARS, dataset, documentOf, input, reader, setting, wholeView } from "../view-kit.ts";

const ree = { mineral: "ree", stage: null, left: "dependence" } as const;
const changed = documentOf({}, [setting("mining_invest")]);
/** 0.5 up to 2032, `after` from then on. */
const from2033 = (after: number): readonly number[] => YEARS.map((year) => (year < 2033 ? 0.5 : after));

describe("zero change", () => {
  const view = wholeView(input());

  it("V23: no lever differs: said once, no change everywhere, one two-tone line", () => {
    expect(view.left.title).toBe("No lever differs from status quo: import dependence in 2035 stays at 50%");
    expect(view.right.title).toBe("Public cost in 2035 stays at €0");
    expect(view.headline.difference.text).toBe("no change");
    expect(view.tiles.map(({ difference }) => difference.short)).toEqual(["", "", ""]);
    expect(view.cards.map(({ difference }) => difference.text)).toEqual(Array(6).fill("no change"));
    expect(view.left.series.map(({ width, layer, label }) => [width, layer, label?.detail])).toEqual([
      [5, 1, undefined],
      [1.75, 2, "= this scenario"],
    ]);
  });

  it("V23: a lever without effect is not said to be no lever", () => {
    const { left } = wholeView(input({ document: changed }));
    expect(left.title).toBe("Import dependence of all minerals in 2035 stays at 50%: no change from status quo");
  });
});

describe("findings", () => {
  const titles = (after: number | null, over = {}): string => {
    const current = reader({ "mineral:ree:dependence": after === null ? null : from2033(after) });
    return wholeView(input({ current, document: changed, selection: ree, ...over })).left.title;
  };

  it("V24: falls, rises and stays name both values and the year", () => {
    expect(titles(0.3)).toBe("Import dependence for rare earths in 2035 falls from 50% to 30%");
    expect(titles(0.62)).toBe("Import dependence for rare earths in 2035 rises from 50% to 62%");
    expect(titles(0.497)).toBe("Import dependence for rare earths in 2035 falls from 50.0% to 49.7%");
  });

  it("V24: a change that cannot be seen names its cause and says less than", () => {
    expect(titles(0.49995)).toBe("Mining support changes import dependence for rare earths in 2035 by less than 0.1 points");
    const two = documentOf({}, [setting("mining_invest"), setting("reserve_days")]);
    expect(titles(0.49995, { document: two })).toBe("2 levers change import dependence for rare earths in 2035 by less than 0.1 points");
  });

  it("V24: a target that is met by the outcome year is part of the finding", () => {
    const target = { indicator: "dependence", mineral: "ree", value: 0.4, year: 2035 };
    expect(titles(0.3, { document: { ...changed, target } })).toBe("Import dependence for rare earths in 2035 falls from 50% to 30%, target met in 2033");
    expect(titles(0.45, { document: { ...changed, target } })).toBe("Import dependence for rare earths in 2035 falls from 50% to 45%");
  });

  it("V24: without a value the finding says so", () => {
    expect(titles(null)).toBe("Import dependence for rare earths is not defined in 2035");
  });

  it("V25: exporters have their own words", () => {
    const exposure = (lines: Parameters<typeof reader>[0], before: Parameters<typeof reader>[0]): string =>
      wholeView(
        input({
          readers: { current: reader(lines), statusQuo: reader(before), statusQuoInWorld: reader(before) },
          document: changed,
          selection: { ...ree, stage: "M" },
          rightIndicator: { level: "stage", id: "nirx" },
        }),
      ).right.title;
    expect(exposure({ nirx: -0.2 }, { nirx: 0.1 })).toBe("Exposure for rare earths in mining in 2035 falls from 10% to −20% (net exporter)");
    expect(exposure({ nirx: 0.1 }, { nirx: -30 })).toBe("Exposure for rare earths in mining in 2035 rises from below −100% (net exporter) to 10%");
    expect(exposure({ nirx: -2 }, { nirx: -3 })).toBe("Exposure for rare earths in mining: net exporter in 2035, as in status quo");
    expect(exposure({ nirx: null }, { nirx: 0.1 })).toBe("Exposure for rare earths in mining in 2035 moves from 10% to net exporter");
    expect(exposure({ nirx: null, production_t: 0, secondary_t: 0 }, { nirx: 0.1 })).toBe("Exposure for rare earths in mining is not defined in 2035");
  });

  it("V24: a unit in words stands once", () => {
    const current = reader({ cover_days: 148 });
    const { right } = wholeView(input({ current, document: changed, selection: ree, rightIndicator: { level: "stage", id: "cover_days" } }));
    expect(right.title).toBe("Days of cover for rare earths in processing in 2035 rise from 10 to 148 days");
    expect(right.subtitle).toBe("Days of cover, days, processing, rare earths");
  });

  it("V26: parts say how many minerals move, or which stage is most exposed", () => {
    const parts = { mineral: null, stage: null, left: "parts" } as const;
    const left = (lines: Parameters<typeof reader>[0], selection = parts as { mineral: string | null; stage: null; left: "parts" }): string =>
      wholeView(input({ current: reader(lines), document: changed, selection })).left.title;
    expect(left({ "mineral:ree:dependence": 0.3 })).toBe("Import dependence in 2035 falls for 1 of 2 minerals");
    expect(left({ dependence: 0.3 })).toBe("Import dependence in 2035 falls for both minerals");
    expect(left({ "mineral:ree:dependence": 0.3, "mineral:vanadium:dependence": 0.9 })).toBe(
      "Import dependence in 2035 falls for 1 and rises for 1 of 2 minerals",
    );
    expect(left({ dependence: 0.50001 })).toBe("Import dependence in 2035 changes by less than 0.1 points for each of 2 minerals");
    expect(left({})).toBe("Import dependence stays the same for both minerals: no change from status quo");
    expect(left({ "stage:ree:M:nirx": 0.8 }, { ...parts, mineral: "ree" })).toBe(
      "The bottleneck of rare earths is mining: exposure 80% in 2035, status quo 50%",
    );
  });

  it("V169: a shortage that is over by the outcome year is told with its worst year", () => {
    const title = (unmet: readonly number[]): string =>
      wholeView(input({ current: reader({ unmet_share: unmet }), document: changed, selection: ree, rightIndicator: { level: "stage", id: "unmet_share" } }))
        .right.title;
    const spike = YEARS.map((year) => (year === 2030 ? 0.16 : 0));
    expect(title(spike)).toMatch(/ in 2035 stays at 0% as at status quo; peak 16% in 2030$/);
    expect(title(spike.map((value) => value / 1000))).not.toContain("peak");
    expect(title(YEARS.map((year) => (year === 2030 ? 0.16 : 0.05)))).not.toContain("peak");
  });

  it("V167, V241: a finding says of a stage that it exported at status quo, not how much, and that the bottleneck was elsewhere", () => {
    const statusQuo = reader({ "stage:ree:M:nirx": -1.16 });
    const { title } = wholeView(
      input({
        readers: { current: reader({ "stage:ree:M:nirx": 0.83 }), statusQuo, statusQuoInWorld: statusQuo },
        document: changed,
        selection: { mineral: "ree", stage: null, left: "parts" },
      }),
    ).left;
    expect(title).toBe("The bottleneck of rare earths moves from processing to mining: exposure 83% in 2035, net exporter at status quo");
  });

  it("V168: minerals on one line share its label and its dot, those without a line have none", () => {
    const parts = (lines: Parameters<typeof reader>[0]) =>
      wholeView(input({ current: reader(lines), document: changed, selection: { mineral: null, stage: null, left: "parts" } })).left;
    const labels = (lines: Parameters<typeof reader>[0]) => parts(lines).series.flatMap(({ label }) => (label ? [[label.text, label.detail]] : []));
    expect(labels({})).toEqual([["Rare earths", "= vanadium"]]);
    expect(parts({}).dots.map(({ colour }) => colour)).toEqual([parts({}).series[0]!.colour]);
    expect(tableOf(parts({})).columns).toContain("Vanadium");
    expect(labels({ "mineral:ree:dependence": 0.3 })).toEqual([
      ["Rare earths", null],
      ["Vanadium", null],
    ]);
    expect(labels({ dependence: null })).toEqual([
      ["Rare earths", null],
      ["Vanadium", null],
    ]);
  });
});

describe("headline and tiles", () => {
  it("V27: the headline is dependence by the chosen weighting, in the country's and minerals' own words", () => {
    const current = reader({ "total:composite_equal": 0.4, "total:composite_value": 0.6 });
    const equal = wholeView(input({ current, document: changed })).headline;
    expect([equal.number, equal.unit, equal.caption]).toEqual(["40", "%", "of Atlantean need is met from abroad in 2035, plain mean of 2 minerals"]);
    expect(equal.definition).toBe("share of need met from abroad, all stages by value, normal conditions; plain mean of 2 minerals");
    expect([equal.difference.magnitude, equal.difference.tone, equal.reference]).toEqual(["10 points", "better", "from status quo, 50%"]);
    const byValue = wholeView(input({ current, document: changed, weighting: "value" })).headline;
    expect([byValue.number, byValue.difference.tone]).toEqual(["60", "worse"]);
    expect(byValue.caption).toMatch(/^of Atlantean need is met from abroad in 2035, weighted by value over 2 minerals$/);
    expect(byValue.definition).toMatch(/weighted by value over 2 minerals$/);
  });

  it("V27: the other definitions stand beside it with their values", () => {
    const current = reader({ nir: 0.61, "stage:ree:M:nirx": -2, "stage:ree:P:nirx": 0.7, chain_origin_dependence: 0.72 });
    const { definitions } = wholeView(input({ current, selection: ree })).headline;
    expect(definitions.map(({ label, value }) => [label, value])).toEqual([
      ["Net import reliance (statistical definition), processing", "61%"],
      ["Exposure, mining", "below −100% (net exporter)"],
      ["Exposure, processing", "70%"],
      ["Chain-origin dependence", "72%"],
    ]);
    expect(definitions.every(({ definition, formula }) => definition.length > 20 && formula !== "")).toBe(true);
  });

  it("V27: small differences carry both values with the same decimals", () => {
    const { headline } = wholeView(input({ current: reader({ "total:composite_equal": 0.4966 }), document: changed }));
    expect([headline.number, headline.difference.text, headline.reference]).toEqual(["50", "−0.3 points", "from 50.0% to 49.7%"]);
  });

  it("V27: a tile says name, value and difference aloud; names are short on it and whole for the ear", () => {
    const { tiles } = wholeView(input({ current: reader({ "mineral:vanadium:dependence": 0.26 }), document: changed, selection: ree }));
    expect(tiles.map(({ symbol, name, value, selected }) => [symbol, name, value, selected])).toEqual([
      ["All", "All minerals", "50%", false],
      ["RE", "Rare earths", "50%", true],
      ["V", "Vanadium", "26%", false],
    ]);
    expect(tiles[2]?.label).toBe("Vanadium and its alloys, import dependence 26% in 2035, 24 points below status quo");
    expect(tiles[2]?.colour).toMatch(/^--m-/);
  });
});

describe("target", () => {
  const targetOf = (after: number, value: number, over: { mineral?: string | null; year?: number } = {}) => {
    const target = { indicator: "dependence", mineral: "ree", value, year: 2035, ...over };
    return wholeView(input({ current: reader({ "mineral:ree:dependence": from2033(after) }), document: { ...changed, target }, selection: ree })).headline
      .target;
  };

  it("V28: distance is that of the shown numbers, and the year it is met", () => {
    expect(targetOf(0.3, 0.4)).toMatchObject({ kind: "here", text: "10 points below target", met: "met in 2033", tone: "better" });
    expect(targetOf(0.45, 0.4)).toMatchObject({ text: "5 points above target", met: "not met by 2050", tone: "worse" });
    expect(targetOf(0.402, 0.4)).toMatchObject({ text: "just above target", tone: "worse" });
    expect(targetOf(0.3, 0.6)).toMatchObject({ met: "met from 2026 on" });
    expect(targetOf(0.3, 0.4, { year: 2031 })).toMatchObject({ met: "met in 2033, 2 years late" });
  });

  it("V245: a target that was met and lost, or met again, is never said to be not met or late", () => {
    const between = (from: number, to: number) => YEARS.map((year) => (year >= from && year < to ? 0.1 : 0.5));
    const met = (line: readonly number[], outcomeYear: number, year = 2031) => {
      const target = { indicator: "dependence", mineral: "ree", value: 0.2, year };
      const current = reader({ "mineral:ree:dependence": line });
      return wholeView(input({ current, document: { ...changed, target }, selection: ree, outcomeYear })).headline.target.met;
    };
    expect(met(between(2029, 2034), 2035)).toBe("met in 2029, lost again in 2034");
    expect(met(between(2029, 2034), 2031)).toBe("met in 2029, lost again in 2034");
    expect(met(between(2029, 2034), 2028)).toBe("met in 2029");
    expect(
      met(
        between(2029, 2034).map((value, i) => (YEARS[i]! >= 2045 ? 0.1 : value)),
        2040,
      ),
    ).toBe("lost in 2034, met again in 2045");
    expect(met(between(2040, 2051), 2035)).toBe("met in 2040, 9 years late");
  });

  it("V28: a target for something else is named, none is said to be none", () => {
    expect(targetOf(0.3, 0.4, { mineral: "vanadium" })).toMatchObject({ kind: "elsewhere", text: "The target is set for vanadium" });
    expect(targetOf(0.3, 0.4, { mineral: null })).toMatchObject({ kind: "elsewhere", text: "The target is set for all minerals" });
    expect(wholeView(input()).headline.target).toMatchObject({ kind: "none", text: "No target set" });
  });

  it("V265: a target for all minerals is one for the weighting that it was set under", () => {
    const met = { "total:composite_equal": 0.4, "total:composite_value": 0.6 };
    const target = (indicator: string, weighting: "equal" | "value") =>
      wholeView(input({ current: reader(met), document: { ...changed, target: { indicator, mineral: null, value: 0.45, year: 2035 } }, weighting }));
    expect(target("dependence", "equal").headline.target).toMatchObject({ kind: "here", text: "5 points below target" });
    expect(target("dependence", "value").headline.target).toMatchObject({ kind: "elsewhere", text: "The target is set for all minerals in plain mean" });
    expect(target("dependence", "value").left.target).toBeNull();
    expect(target("composite_value", "value").headline.target).toMatchObject({ kind: "here", text: "15 points above target" });
    expect(target("composite_value", "equal").headline.target).toMatchObject({ text: "The target is set for all minerals weighted by value" });
    expect([targetIndicator(null, "equal"), targetIndicator(null, "value"), targetIndicator("ree", "value")]).toEqual([
      "dependence",
      "composite_value",
      "dependence",
    ]);
  });

  it("V266: a finding of all minerals by value says so: the plain mean has another", () => {
    const current = reader({ "total:composite_equal": 0.4, "total:composite_value": 0.6 });
    expect(wholeView(input({ current, document: changed })).left.title).toBe("Import dependence of all minerals in 2035 falls from 50% to 40%");
    const { title, subtitle } = wholeView(input({ current, document: changed, weighting: "value" })).left;
    expect(title).toBe("Import dependence of all minerals weighted by value in 2035 rises from 50% to 60%");
    expect(subtitle).toContain("weighted by value over 2 minerals");
  });

  it("V28: the chart carries the target only where it is the charted quantity", () => {
    const target = { indicator: "dependence", mineral: "ree", value: 0.4, year: 2035 };
    const at = (mineral: string | null) => wholeView(input({ document: documentOf({ target }), selection: { ...ree, mineral } })).left.target;
    expect(at("ree")).toEqual({ value: 0.4, label: "Target 40% by 2035" });
    expect(at(null)).toBeNull();
  });
});

describe("references, marks and world", () => {
  const inWorld = reader({ "total:composite_equal": 0.6 });
  const boom = documentOf({ inputs: { levers: [setting("mining_invest")], world: "boom", events: [{ event: "stop", start: "2030-07" }] } });
  const readers = {
    current: reader({ "total:composite_equal": from2033(0.4).map((v, i) => (i < 7 ? 0.6 : v)) }),
    statusQuo: reader(),
    statusQuoInWorld: inWorld,
  };

  it("V29: three references are kept apart; differences are against this world without policy", () => {
    const view = wholeView(input({ readers, document: boom }));
    expect(view.left.series.map(({ role, label }) => [role, label?.text, label?.detail])).toEqual([
      ["scenario", "This scenario", null],
      ["status-quo-world", "Status quo", "in this world"],
      ["status-quo-default", "Status quo", "default world"],
    ]);
    expect(view.headline.difference.text).toBe("−20 points");
    expect(view.tiles.map(({ difference }) => difference.kind)).toContain("change");
  });

  it("V29: the world is told in sentences, and what it does without policy", () => {
    expect(wholeView(input({ readers, document: boom })).notes).toEqual([
      "World: Boom.",
      "Lemuria stops, from July 2030 for 12 months.",
      "Without any lever, import dependence in 2035 is 10 points higher than in the default world.",
    ]);
    expect(wholeView(input()).notes).toEqual([]);
  });

  it("V30: marks show the start of the levers and the first visible effect, spans the disruptions", () => {
    const { left } = wholeView(input({ readers, document: boom }));
    expect(left.marks).toEqual([
      { year: 2027, label: "lever starts", dashed: false },
      { year: 2033, label: "first effect 2033", dashed: true },
    ]);
    expect(left.spans).toEqual([{ from: 2030, to: 2031, label: "Lemuria stops" }]);
    expect(left.dots).toEqual([{ year: 2035, value: 0.4, colour: "--c-current", label: "40%" }]);
  });

  it("V60, V166: a bracket runs from first to full effect, to the last year where the effect still grows, to its peak where it fades", () => {
    const lowered = (...points: readonly number[]) => ({ "total:composite_equal": YEARS.map((_, i) => 0.5 - (points[i] ?? points.at(-1)!) / 100) });
    const mark = (...points: readonly number[]) => wholeView(input({ current: reader(lowered(...points)), document: changed })).left.marks[1];
    expect(mark(0, 0, 0, 1, 3, 5, 7, 9, 10)).toEqual({
      year: 2029,
      label: "first effect 2029",
      dashed: true,
      until: { year: 2033, label: "full effect 2033" },
    });
    expect(mark(...YEARS.map((_, i) => i / 2))).toMatchObject({ label: "first effect 2027", until: { year: 2050, label: "effect grows to 2050" } });
    expect(mark(0, 0, 3, 10, 4, 3, 2, 1)).toMatchObject({ label: "first effect 2028", until: { year: 2029, label: "largest effect 2029" } });
  });

  it("S26: beside a stored result stands no date of effect: the status quo is today's", () => {
    const { left } = wholeView(input({ readers, document: boom, isStored: true }));
    expect(left.marks).toEqual([{ year: 2027, label: "lever starts", dashed: false }]);
  });

  it("V60: a lever in focus puts its own dates on the dependence chart, and only there", () => {
    const dates = { first: 2031, half: 2034, full: 2038, largest: { year: 2045, difference: -0.1 }, fades: false };
    const view = (at: typeof dates | null) =>
      wholeView(
        input({
          readers,
          document: boom,
          focus: { name: "Mining support", start: "2028-06", dates: at },
          rightIndicator: { level: "total", id: "composite_equal" },
        }),
      );
    expect(view(dates).left.marks).toEqual([
      { year: 2028, label: "Mining support starts", dashed: false },
      { year: 2031, label: "first effect 2031", dashed: true, until: { year: 2038, label: "full effect 2038" } },
    ]);
    expect(view(null).left.marks).toHaveLength(1);
    expect(view(dates).right.marks[0]).toMatchObject({ year: 2027, label: "lever starts" });
  });

  it("V30: an event of another mineral is not on a mineral's chart", () => {
    const view = wholeView(input({ readers, document: boom, selection: { ...ree, mineral: "vanadium" } }));
    expect(view.left.spans).toEqual([]);
  });

  it("V30: levers that start in different years say first", () => {
    const document = documentOf({}, [setting("mining_invest", 100, "2030-01"), setting("reserve_days", 30, "2028-06")]);
    expect(wholeView(input({ document })).left.marks).toEqual([{ year: 2028, label: "first lever starts", dashed: false }]);
  });
});

describe("cards", () => {
  it("V31: six cards, each with value, difference and whose value it is", () => {
    const current = reader({
      "stage:ree:M:unmet_share": YEARS.map((year) => (year === 2031 ? 0.14 : 0)),
      cover_days: 148,
      top_supplier_share: 0.41,
      public_cost_musd: 3400,
      emissions_consumption_t: 900_000,
      lead_time_months: 90,
    });
    const { cards } = wholeView(input({ current, document: changed, selection: ree }));
    expect(cards.map(({ id, label, value, difference, detail }) => [id, label, value, difference.text, detail])).toEqual([
      ["unmet", "Unmet, worst year", "14%", "+14 points", "2031, mining"],
      ["cover", "Stock cover, 2035", "148 days", "+138 days", "processing"],
      ["top-supplier", "Top supplier, 2035", "41%", "−9 points", "Lemuria, processing"],
      ["public-cost", "Public cost, 2027–35", "€3.4 bn/yr", "+€3.4 bn/yr", "mean, all minerals"],
      ["emissions", "Emissions, 2035", "900 kt CO2e", "+900 kt", "imports included"],
      ["lead-time", "Lead time, 2035", "90 months", "+80 months", "mining, longest"],
    ]);
    expect(cards.map(({ difference }) => difference.tone)).toEqual(["worse", "better", "better", "neutral", "worse", "worse"]);
  });

  it("V31: for all minerals the worst off is shown with its tile, and named aloud", () => {
    const current = reader({ "stage:vanadium:P:cover_days": 3, "stage:ree:P:top_supplier_share": 0.9 });
    const { cards } = wholeView(input({ current, document: changed }));
    expect(cards[1]).toMatchObject({ label: "Lowest cover, 2035", value: "3 days", mineral: { id: "vanadium", name: "Vanadium" }, detail: "processing" });
    expect(cards[2]).toMatchObject({ value: "90%", mineral: { id: "ree", name: "Rare earths" }, detail: "Lemuria" });
  });

  it("V244: where another mineral was the worst off at status quo, that one stands in the place of a difference", () => {
    const statusQuo = reader({ "stage:vanadium:P:top_supplier_share": 0.7, "stage:ree:P:top_supplier_share": 0.55 });
    const current = reader({ "stage:vanadium:P:top_supplier_share": 0.5, "stage:ree:P:top_supplier_share": 0.55 });
    const top = (selection: ExploreInput["selection"]) =>
      wholeView(input({ readers: { current, statusQuo, statusQuoInWorld: statusQuo }, document: changed, selection })).cards[2]!;
    expect(top({ ...ree, mineral: null })).toMatchObject({ value: "55%", mineral: { id: "ree" }, difference: { text: "status quo V 70%", tone: "better" } });
    expect(top(ree).difference.text).toBe("no change");
    expect(top({ ...ree, mineral: "vanadium" }).difference.text).toBe("−20 points");
  });

  it("V244: a supplier where nothing was bought at status quo is not said to differ by n/a", () => {
    const statusQuo = reader({ top_supplier_share: null });
    const readers = { current: reader({ top_supplier_share: 0.4 }), statusQuo, statusQuoInWorld: statusQuo };
    expect(wholeView(input({ readers, document: changed, selection: ree })).cards[2]!.difference.text).toBe("none at status quo");
    const swapped = { current: statusQuo, statusQuo: readers.current, statusQuoInWorld: readers.current };
    expect(wholeView(input({ readers: swapped, document: changed, selection: ree })).cards[2]!.difference.text).toBe("status quo 40%");
  });

  it("V31: without a shortage or imports the card says so", () => {
    const { cards } = wholeView(input({ current: reader({ top_supplier_share: null }), document: changed, selection: ree }));
    expect(cards[0]).toMatchObject({ value: "0%", detail: "no shortage" });
    expect(cards[2]).toMatchObject({ value: "n/a", detail: "no imports" });
  });
});

describe("the mark of a start", () => {
  it("V268: a lever starts with its first setting that differs from status quo; steps of one lever are one lever", () => {
    const step = (value: number, start: string) => ({ ...setting("mining_invest"), value, start });
    const marks = (levers: readonly ReturnType<typeof step>[]) => wholeView(input({ document: documentOf({}, levers) })).left.marks[0];
    expect(marks([step(0, "2027-01"), step(500, "2032-01")])).toMatchObject({ year: 2032, label: "lever starts" });
    expect(marks([step(300, "2027-01"), step(500, "2032-01")])).toMatchObject({ year: 2027, label: "lever starts" });
    expect(marks([step(300, "2027-01"), { ...step(500, "2032-01"), lever: "reserve_days" }])).toMatchObject({ year: 2027, label: "first lever starts" });
  });
});

describe("the right chart", () => {
  it("V32: related indicators come first for the lever in hand, then the whole catalogue without words", () => {
    const groups = indicatorGroups(dataset, "reserve_days");
    expect(groups.map(({ label }) => label)).toEqual(["Related to strategic reserve", "By stage", "By mineral", "All minerals together"]);
    expect(groups[0]?.options[0]?.key).toBe("stage:government_cover_days");
    expect(groups.flatMap(({ options }) => options).some(({ choice }) => choice.id === "top_supplier")).toBe(false);
    expect(indicatorGroups(dataset, null).map(({ label }) => label)).not.toContain("Related to strategic reserve");
  });

  it("V32: without a choice it follows the lever in hand, then the selection", () => {
    expect(defaultChart("mining_invest", "ree")).toEqual({ level: "mineral", id: "chain_origin_dependence" });
    expect(defaultChart("unheard_of", "ree")).toEqual({ level: "breakdown", id: "origin" });
    expect(wholeView(input({ rightIndicator: null })).rightIndicator).toEqual({ level: "mineral", id: "dependence" });
  });

  it("V32: a stage or mineral indicator for all minerals shows one line per mineral with its name", () => {
    const { right } = wholeView(input({ rightIndicator: { level: "stage", id: "cover_days" } }));
    expect(right.series.filter(({ layer }) => layer > 0).map(({ name, role }) => [name, role])).toEqual([
      ["Rare earths", "mineral"],
      ["Vanadium", "mineral"],
    ]);
    expect(right.title).toBe("Days of cover are highest for rare earths: 10 days in 2035");
  });

  it("V242: where nothing is anywhere, no mineral and no stage is called the highest", () => {
    const none = reader({ cover_days: 0 });
    const title = (selection: ExploreInput["selection"]): string =>
      wholeView(input({ readers: { current: none, statusQuo: none, statusQuoInWorld: none }, selection, rightIndicator: { level: "stage", id: "cover_days" } }))
        .right.title;
    expect(title({ ...ree, mineral: null })).toBe("Days of cover are 0 days for both minerals in 2035");
    expect(title({ ...ree, stage: "*" })).toBe("Days of cover for rare earths are 0 days at every stage in 2035");
  });

  it("V32: a chart without any value keeps its axes and says why", () => {
    const none = reader({ hhi: null });
    const { right } = wholeView(
      input({ readers: { current: none, statusQuo: none, statusQuoInWorld: none }, selection: ree, rightIndicator: { level: "stage", id: "hhi" } }),
    );
    expect(right.empty).toBe("Import concentration for rare earths in processing is not defined in 2035");
    expect(right.y.ticks.length).toBeGreaterThan(1);
  });
});
