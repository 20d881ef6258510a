import { beforeAll, describe, expect, it } from "vitest";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { type StressCell, stressMatrix, stressOfPreset } from "../../../../shared/analysis/stress/stress.ts";
import { stressDetail } from "../../../../shared/analysis/stress/stress-detail.ts";
import { inWorlds, type WorldTable } from "../../../../shared/analysis/worlds.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import { buildStressCell, tellingStage, worstMineral } from "../../../../shared/view/stress/stress-cell-view.ts";
import { stressAsTable, worldsAsTable } from "../../../../shared/view/stress/stress-export.ts";
import { buildStressView, stressStep } from "../../../../shared/view/stress/stress-view.ts";
import { buildWorldsView } from "../../../../shared/view/stress/worlds-view.ts";
import { tableOf } from "../../../../shared/chart/describe-chart.ts";
import { dataset, done, model, packageOf, statusQuo } from "../../analysis/shipped-model.ts";

const reserve = packageOf({ reserve_days: 180 });
const runner = localRunner(model);
const items = [
  { key: "status-quo", letter: "", title: "Status quo", colour: "--s-base", textColour: "--s-base-t" },
  { key: "a", letter: "A", title: "Reserve", colour: "--s-a", textColour: "--s-a-t" },
];
const columns = ["china_ree", "port_closure"].map((id) => ({
  key: id,
  event: stressOfPreset(
    dataset,
    dataset.events.find((event) => event.id === id)!,
    "2031-01",
  ),
}));

describe("stress view", () => {
  let cells: readonly (readonly StressCell[])[];
  beforeAll(async () => {
    cells = done(
      await stressMatrix(
        runner,
        [statusQuo, reserve],
        columns.map(({ event }) => event),
      ),
    );
  });

  it("V90: a cell shows the share lost and the difference of the shown numbers from status quo, and its colour step follows fixed cuts", () => {
    const { rows } = buildStressView({ dataset, items, columns, cells, open: null });
    const shown = (r: number): number => Number(rows[r]!.cells[0]!.text.replace("%", ""));
    expect(rows[0]!.cells[0]!.difference).toBe("reference");
    expect(shown(0)).toBeCloseTo(cells[0]![0]!.loss * 100, 1);
    expect(Number(rows[1]!.cells[0]!.difference.replace("−", "-"))).toBeCloseTo(shown(1) - shown(0), 6);
    expect(rows[1]!.cells[0]).toMatchObject({ tone: "better", before: expect.stringMatching(/^A, China stops rare earths.*, need lost$/) as string });
    expect([0, 0.0004, 0.001, 0.05, 0.051, 0.1, 0.2, 0.3, 0.45, 0.46].map(stressStep)).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 5, 6]);
  });

  it("V90: the finding is about the opened cell, else about the disruption that costs status quo most", () => {
    expect(buildStressView({ dataset, items, columns, cells, open: null }).title).toMatch(
      /^Costliest: China stops rare earths .* at status quo, [\d.]+% in A$/,
    );
    expect(buildStressView({ dataset, items, columns, cells, open: { row: 1, column: 1 } }).title).toMatch(
      /^Port and rail outage.*: [\d.]+% of need lost in A, [\d.]+% at status quo$/,
    );
  });

  it("N82: the matrix leaves as digits in the unit of the row, with differences of the digits", () => {
    const table = stressAsTable({ dataset, cells }, buildStressView({ dataset, items, columns, cells, open: null }));
    expect(table.columns[2]).toMatch(/^China stops rare earths .* \(12 months, −90%\)$/);
    expect(table.rows.map(([name, measure]) => `${name}: ${measure}`)).toEqual([
      "Status quo: need lost, %",
      "A Reserve: need lost, %",
      "A Reserve: from Status quo, points",
    ]);
    const number = (row: number): number => Number(table.rows[row]![2]!.replace("−", "-"));
    expect(number(0)).toBeCloseTo(100 * cells[0]![0]!.loss, 2);
    expect(number(2)).toBeCloseTo(number(1) - number(0), 9);
  });

  it("V91: an opened cell stands beside the same scenario without the event and beside status quo; its classes add up to the loss", () => {
    const detail = stressDetail(model, reserve, columns[0]!.event);
    const quo = stressDetail(model, statusQuo, columns[0]!.event);
    const mineral = worstMineral(detail);
    const stage = tellingStage(detail.minerals[0]!, detail);
    const input = { dataset, item: items[1]!, detail, statusQuo: quo, mineral, stage } as const;
    const panel = buildStressCell({ ...input, show: "reserve" });
    expect(detail.minerals[0]!.stages.find((one) => one.stage === stage)!.released).toBeGreaterThan(0);
    expect(panel.figures[0]!.beside).toMatch(/without it · .* at status quo$/);
    const parts = panel.classes.reduce((sum, { text }) => sum + Number(text.replace(/[<%]/g, "")), 0);
    expect(parts).toBeCloseTo(detail.minerals[0]!.loss * 100, 0);
    expect(panel.chart.title).toMatch(/reserve/);
    expect(panel.chart.series.map(({ name }) => name)).toEqual(["A", "A without it", "Status quo"]);
    const cover = buildStressCell({ ...input, show: "cover" });
    expect(cover.chart.title).toMatch(/^Cover (falls from \d+ to \d+ days|stays)/);
    expect(cover.lines[0]).toMatch(/sold from the reserve/);
    const table = tableOf(cover.chart);
    expect(table.columns[0]).toBe("Month");
    expect(table.rows.slice(0, 13).map(([month]) => month)).toContain("January 2031");
    expect(new Set(table.rows.map(([month]) => month)).size).toBe(table.rows.length);
  });
});

describe("worlds view", () => {
  const worlds = [
    ...dataset.worlds.map(({ id }) => ({ world: id })),
    { world: "stated", own_world: { name: "Twice the demand", demand: Object.fromEntries(dataset.minerals.map(({ id }) => [id, 2])), price: {} } },
  ];
  const scenario = packageOf({ processing_invest: 1500, recycling_plants: 300 });
  const tableOf = async (target: number | null): Promise<WorldTable> =>
    done(await inWorlds(runner, [scenario], { outcome: HEADLINE, year: 2035, target, worlds }));

  it("V92: every world has a column by its title, status quo stands in each, and met or missed is a word", async () => {
    const view = buildWorldsView(dataset, items, await tableOf(0.55), "all minerals");
    expect(view.columns.map(({ name }) => name)).toEqual([...dataset.worlds.map(({ label }) => label), "Twice the demand"]);
    expect(view.rows.map(({ item }) => item.title)).toEqual(["Status quo", "Reserve"]);
    expect(view.rows[1]!.robustness).toMatch(/^M(eets|isses) the target in/);
    const missed = view.rows.flatMap(({ cells }) => cells.filter(({ meets }) => meets === false));
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.map(({ text }) => text)).not.toContain("55%");
    expect(view.title).toMatch(/^A meets the 55% target in .* worlds, status quo in /);
  });

  it("N82: the table of worlds leaves with values, what meets the target, differences, regret and robustness", async () => {
    const table = await tableOf(0.55);
    const view = buildWorldsView(dataset, items, table, "all minerals");
    const { columns: heads, rows } = worldsAsTable(dataset, table, view);
    expect(heads.slice(0, 3)).toEqual(["Scenario", "Measure", dataset.worlds[0]!.label]);
    expect(heads.slice(-3)).toEqual(["Twice the demand (own)", "Largest regret (points)", "Robustness"]);
    expect(rows.map(([name, measure]) => `${name}: ${measure}`)).toEqual([
      "Status quo: value, %",
      "Status quo: target",
      "A Reserve: value, %",
      "A Reserve: target",
      "A Reserve: from Status quo, points",
    ]);
    expect(rows.every((row) => row.length === heads.length)).toBe(true);
    expect(rows[2]!.at(-1)).toBe(view.rows[1]!.robustness);
    expect(new Set(rows[3]!.slice(2, -2))).toEqual(new Set(["met", "missed"]));
  });

  it("V92: without a target the finding is about regret, and nothing is called met", async () => {
    const view = buildWorldsView(dataset, items, await tableOf(null), "all minerals");
    expect(view.title).toMatch(/^A is best in every world|can be regretted least/);
    expect(view.rows.flatMap(({ cells }) => cells.map(({ meets }) => meets)).every((meets) => meets === null)).toBe(true);
    expect(view.rows.filter(({ hasLeastRegret }) => hasLeastRegret)).toHaveLength(1);
  });
});
