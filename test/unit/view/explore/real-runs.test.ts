import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../../../shared/indicator/catalogue.ts";
import { chartSentence, tableOf } from "../../../../shared/chart/describe-chart.ts";
import { isPlural } from "../../../../shared/format/words.ts";
import { readerOfNothing } from "../../../../shared/indicator/result-reader.ts";
import type { ChartChoice, ExploreInput } from "../../../../shared/view/explore/explore-types.ts";
import { buildWall } from "../../../../shared/view/explore/wall.ts";
import { shippedDataset as dataset } from "../../dataset/shipped-tables.ts";
import { busy, none, read, readers } from "../shipped-runs.ts";
import { documentOf, setting, wholeView } from "../view-kit.ts";

const view = (which: "zero" | "busy", over: Partial<ExploreInput>): ReturnType<typeof wholeView> => {
  const input: ExploreInput = {
    dataset,
    readers: readers[which],
    document: documentOf({ inputs: which === "zero" ? none : busy }),
    selection: { mineral: null, stage: null, left: "dependence" },
    outcomeYear: 2035,
    weighting: "equal",
    rightIndicator: null,
    leverInHand: null,
    ...over,
  };
  return wholeView(input);
};

const breakdowns = (["origin", "stages", "minerals", "levers", "weightings"] as const).map((id) => ({ level: "breakdown", id }) as const);
const charted: readonly ChartChoice[] = [...CATALOGUE.filter(({ unit }) => unit !== "text").map(({ level, id }) => ({ level, id })), ...breakdowns];
const places: readonly { readonly mineral: string | null; readonly stage: string | null }[] = [
  { mineral: null, stage: null },
  ...dataset.minerals.flatMap(({ id, stages }) => stages.map((stage) => ({ mineral: id, stage }))),
];

describe("Explore on the shipped dataset", () => {
  it("V33: every indicator at every place has a finding, an axis with its unit and a table, without holes in the words", () => {
    const faults: string[] = [];
    for (const place of places) {
      const charts = charted.map((rightIndicator) => view("busy", { selection: { ...place, left: "parts" }, rightIndicator }));
      for (const chart of [charts[0]!.left, view("zero", { selection: { ...place, left: "parts" } }).left, ...charts.map(({ right }) => right)]) {
        const [sentence, table] = [chartSentence(chart), tableOf(chart)];
        const said = [chart.title, chart.subtitle, sentence, ...chart.y.ticks.map(({ label }) => label)].join(" | ");
        // Years that stand there for the axis alone are in no table.
        const told = chart.history?.points.length === 0 ? chart.years.filter((year) => year > chart.history!.to) : chart.years;
        const isWhole = chart.title.length <= 130 && !chart.title.endsWith(".") && chart.y.ticks.length >= 2 && table.rows.length === told.length;
        if (!isWhole || /NaN|undefined|null|Infinity|-\d|\b0\.0+ points| {2}/.test(said)) faults.push(said);
      }
    }
    expect(faults).toEqual([]);
  });

  it("W48: without a result no place shows a number of the scenario, and nothing fails", () => {
    const nothing = { ...readers.busy, current: readerOfNothing(readers.busy.current.years) };
    for (const place of places) {
      for (const rightIndicator of charted) {
        const { headline, tiles, cards } = view("busy", { readers: nothing, selection: { ...place, left: "parts" }, rightIndicator });
        const said = [headline.number, ...tiles.map(({ value }) => value), ...cards.map(({ value }) => value)];
        expect(said.filter((text) => /\d/.test(text))).toEqual([]);
      }
    }
  });

  it("V136: of a scenario that was not computed nothing is said, not even that something is none or the same; status quo stays", () => {
    const current = readerOfNothing(readers.busy.current.years);
    const nothing = { readers: { ...readers.busy, current } };
    for (const mineral of [null, "ree"]) {
      const views = charted.map((rightIndicator) => view("busy", { ...nothing, selection: { mineral, stage: null, left: "parts" }, rightIndicator }));
      const said = views.flatMap(({ right, left, notes, cards }) => [right.title, left.title, notes, cards.map(({ detail }) => detail)].flat());
      expect([...new Set(said)].filter((text) => /less than|no change|no shortage|no imports|the same|No lever|stored/.test(text))).toEqual([]);
    }
    const { headline, right } = view("busy", { ...nothing, rightIndicator: { level: "breakdown", id: "minerals" } });
    expect(right).toMatchObject({ title: "Import dependence is not defined in 2035", empty: null });
    expect(headline.reference).toMatch(/^· status quo \d+%$/);
    for (const measure of ["dependence", "stages"] as const) {
      const { title, cells } = buildWall(
        {
          dataset,
          ...nothing,
          document: documentOf(),
          selection: { mineral: null, stage: null, left: "dependence" },
          outcomeYear: 2035,
          weighting: "equal",
          rightIndicator: null,
          leverInHand: null,
        },
        measure,
      );
      expect(title).toMatch(/is not defined in 2035$/);
      expect(cells.map(({ value, spec }) => [value, spec.empty])).toEqual(dataset.minerals.map(() => ["n/a", null]));
    }
  });

  it("L53: a world that the dataset does not have is said to be that", () => {
    const document = documentOf({ inputs: { levers: [], world: "atlantis", events: [] } });
    expect(view("busy", { document }).notes[0]).toBe("World: atlantis, which this dataset does not have.");
  });

  it("V23: without a lever no indicator anywhere shows a difference", () => {
    for (const place of places) {
      const zero = view("zero", { selection: { ...place, left: "dependence" } });
      expect(zero.tiles.map(({ difference }) => difference.kind).filter((kind) => kind !== "none")).toEqual([]);
      expect(zero.cards.map(({ difference }) => difference.text).filter((text) => text !== "no change" && text !== "n/a")).toEqual([]);
    }
  });

  it("V34: the shown differences of tiles and headline are those of the shown values", () => {
    const shown = (text: string): number => Number(text.replace("−", "-").replace(/[^\d.-]/g, ""));
    const [busyView, before] = [view("busy", {}), view("busy", { readers: { ...readers.busy, current: readers.busy.statusQuoInWorld } })];
    const whole = busyView.tiles.map((tile, i) => ({ tile, before: before.tiles[i]! })).filter(({ tile }) => /^[−+]\d+$/.test(tile.difference.short));
    expect(whole.length).toBeGreaterThan(5);
    for (const pair of whole) expect(shown(pair.tile.value) - shown(pair.before.value)).toBe(shown(pair.tile.difference.short));
  });

  it("V248: the chart that follows a lever shows the stage that the lever builds, unless a stage or a chart was chosen", () => {
    const right = (over: Partial<ExploreInput>): readonly string[] => {
      const { title, subtitle } = view("busy", { leverInHand: "magnet_invest", ...over }).right;
      return [title.replace(/ in 2035.*/, ""), subtitle];
    };
    const ree = { mineral: "ree", stage: null, left: "dependence" } as const;
    const capacity = { level: "stage", id: "capacity_t_per_yr" } as const;
    const magnets = ["Capacity for rare earths in magnets", "Capacity, kt/yr, magnets, rare earths"];
    const processing = ["Capacity for rare earths in processing", "Capacity, kt/yr, processing, rare earths"];
    expect(right({ selection: ree })).toEqual(magnets);
    // Only rare earths are made into magnets.
    expect(right({})).toEqual(magnets);
    expect(right({ selection: { ...ree, stage: "P" } })).toEqual(processing);
    expect(right({ selection: ree, rightIndicator: capacity })).toEqual(processing);
    expect(right({ leverInHand: "processing_invest" })[1]).toBe("Capacity, kt/yr, processing by mineral; dotted: status quo");
    expect(right({ rightIndicator: capacity })[1]).toBe("Capacity, kt/yr, each mineral at its main stage; dotted: status quo");
  });

  it("V269: the chart that follows a lever shows something that the lever moves, for the minerals at its stage", () => {
    // The public share of projects alone moves nothing: it needs a grant to share.
    const levers = dataset.levers.filter(({ id }) => id !== "ppp_public_share");
    const still = levers.filter(({ id, max }) => {
      const inputs = { ...none, levers: [{ ...setting(id, max), ...(id === "ally_finance" ? { partner: "AUS" } : {}) }] };
      const over = { readers: { ...readers.zero, current: read(inputs) }, document: documentOf({ inputs }), leverInHand: id };
      return !/ (?:rises?|falls?) /.test(view("zero", over).right.title);
    });
    expect(still.map(({ id }) => id)).toEqual([]);
    const finding = (id: string, value: number, over = {}) => {
      const inputs = { ...none, levers: [{ ...setting(id, value), ...over }] };
      return view("zero", { readers: { ...readers.zero, current: read(inputs) }, document: documentOf({ inputs }), leverInHand: id }).right.title;
    };
    expect(finding("reserve_days", 90)).toMatch(/rise for all 9 minerals$/);
    expect(finding("ally_finance", 600, { partner: "AUS" })).toMatch(/rise for all 9 minerals$/);
  });

  it("V33: labels that take a plural verb are these", () => {
    expect([...new Set(CATALOGUE.filter(({ label }) => isPlural(label)).map(({ label }) => label))]).toEqual([
      "Imports",
      "Imports from financed partner plants",
      "Exports",
      "Deliveries",
      "Days of cover",
      "Days of cover, reserve alone",
      "New projects started",
      "Emissions at home",
      "Emissions including imports",
    ]);
  });
});
