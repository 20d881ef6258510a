import { describe, expect, it } from "vitest";
import type { ChartSeries } from "../../../../shared/chart/chart-spec.ts";
import type { PinnedScenario } from "../../../../shared/view/explore/explore-types.ts";
import { MOST_PINS, addPin } from "../../../../shared/view/explore/pins.ts";
import { YEARS, documentOf, input, reader, setting, wholeView } from "../view-kit.ts";

const at = (level: number) => reader({ "total:composite_equal": level, "total:public_cost_musd": level * 1000 });
const pin = (level: number) => ({ reader: at(level), document: documentOf(), modelVersion: "1.0", dataVintage: "test", revision: null });
const statusQuo = at(0.8);
const pinned = (...levels: readonly number[]): readonly PinnedScenario[] =>
  levels.reduce<readonly PinnedScenario[]>((pins, level) => addPin(pins, `Plan ${level}`, pin(level)), []);

function lines(pins: readonly PinnedScenario[], level = 0.5): readonly ChartSeries[] {
  const readers = { current: at(level), statusQuo, statusQuoInWorld: statusQuo };
  const view = wholeView(input({ readers, pins, document: documentOf({}, [setting("mining_invest")]) }));
  return view.left.series;
}
const pinLines = (series: readonly ChartSeries[]): readonly ChartSeries[] => series.filter(({ role }) => role === "compare");
const label = ({ label: text, width, layer }: ChartSeries): readonly unknown[] => [text?.text, text?.detail, width, layer];

describe("pins", () => {
  it("V42: a pinned scenario keeps its line, named at its end, in a colour of its own", () => {
    const [a, b] = pinLines(lines(pinned(0.6, 0.7)));
    expect([a?.name, a?.colour, a?.values[0], b?.name, b?.colour, b?.values[0]]).toEqual(["Plan 0.6", "--s-b", 0.6, "Plan 0.7", "--s-c", 0.7]);
    expect(new Set(lines(pinned(0.1, 0.2, 0.3, 0.4, 0.6)).map(({ colour }) => colour)).size).toBe(2 + MOST_PINS);
  });

  it("V42: five at most; a freed colour is taken again; equal names get a number", () => {
    const full = pinned(0.1, 0.2, 0.3, 0.4, 0.6);
    expect(addPin(full, "One more", pin(1))).toBe(full);
    const freed = full.filter(({ name }) => name !== "Plan 0.2");
    const [again] = addPin(freed, "Plan 0.1", pin(1)).slice(-1);
    expect(again).toMatchObject({ name: "Plan 0.1 2", colour: full[1]!.colour });
    expect(new Set(addPin(freed, "x", pin(1)).map(({ id }) => id)).size).toBe(MOST_PINS);
  });

  it("V42: a pin that is the same as another line says so, and both stay visible", () => {
    const series = lines(pinned(0.5, 0.8, 0.6, 0.6));
    const [scenario, statusQuoLine] = series;
    const [asScenario, asStatusQuo, first, second] = pinLines(series);
    expect(label(asScenario!).slice(0, 2)).toEqual(["Plan 0.5", "= this scenario"]);
    expect(asScenario!.width).toBeLessThan(scenario!.width);
    expect(asScenario!.layer).toBeGreaterThan(scenario!.layer);
    expect(label(asStatusQuo!).slice(0, 2)).toEqual(["Plan 0.8", "= status quo"]);
    expect(asStatusQuo!.width).toBeGreaterThan(statusQuoLine!.width);
    expect(asStatusQuo!.layer).toBeLessThan(statusQuoLine!.layer);
    expect(label(second!).slice(0, 2)).toEqual(["Plan 0.6 2", "= Plan 0.6"]);
    expect(second!.width).toBeLessThan(first!.width);
    expect(second!.layer).toBeGreaterThan(first!.layer);
  });

  it("V42: a pin that is the status quo of the default world says so, broad under its dotted line", () => {
    const readers = { current: at(0.5), statusQuo, statusQuoInWorld: at(0.7) };
    const { series } = wholeView(input({ readers, pins: pinned(0.8), document: documentOf() })).left;
    const dotted = series.find(({ role }) => role === "status-quo-default")!;
    const [line] = pinLines(series);
    expect(line!.label?.detail).toBe("= status quo, default world");
    expect(line!.width).toBeGreaterThan(dotted.width);
    expect(line!.layer).toBeLessThan(dotted.layer);
  });

  it("V42: the axis has room for pinned lines; charts of several parts have none", () => {
    const readers = { current: at(0.5), statusQuo, statusQuoInWorld: statusQuo };
    const dear = addPin([], "Dear", pin(90));
    const { right } = wholeView(input({ readers, pins: dear }));
    expect(right.y.max).toBeGreaterThanOrEqual(90_000);
    expect(pinLines(right.series)).toHaveLength(1);
    const parts = wholeView(input({ readers, pins: dear, selection: { mineral: null, stage: null, left: "parts" } }));
    expect(pinLines(parts.left.series)).toEqual([]);
    expect(right.years).toBe(YEARS);
  });
});
