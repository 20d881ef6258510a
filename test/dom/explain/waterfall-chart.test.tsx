import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ChartExportsContext } from "../../../renderer/charts/chart-exports.ts";
import { WaterfallChart } from "../../../renderer/features/explain/waterfall-chart.tsx";
import type { WaterfallView } from "../../../shared/view/explain/explain-view.ts";
import { ok } from "../../../shared/result.ts";
import { createTestPlanner } from "../support/test-planner.tsx";

afterEach(cleanup);

const nothing = (): undefined => undefined;
const exports = { copyPicture: async () => ok(null), save: async () => ok({ file: null }), source: () => [], say: nothing, refuse: nothing };

const barsOf = (count: number): WaterfallView["bars"] =>
  Array.from({ length: count }, (_, i) => ({
    key: `lever-${i}`,
    label: `Lever ${i}`,
    text: `−${i} points`,
    from: 0.8,
    to: 0.7,
    kind: "effect",
    tone: "better",
  }));

/** Figures are 820 pixels wide where nothing is laid out. */
function show(count: number, target: WaterfallView["target"] = null): void {
  const { Provider } = createTestPlanner();
  const shown: WaterfallView = {
    title: "What each lever did",
    subtitle: "Import dependence in 2035",
    bars: barsOf(count),
    table: { columns: [], rows: [] },
    ticks: [
      { value: 0, label: "0" },
      { value: 1, label: "100%" },
    ],
    target,
  };
  render(
    <Provider>
      <ChartExportsContext value={exports}>
        <WaterfallChart shown={shown} />
      </ChartExportsContext>
    </Provider>,
  );
}

/** How far apart the bars begin, from the top and from the left. */
function steps(): { readonly down: number; readonly across: number } {
  const [first, second] = [...screen.getByRole("img").querySelectorAll("rect")].map((bar) => ({
    x: Number(bar.getAttribute("x")),
    y: Number(bar.getAttribute("y")),
  }));
  return { down: second!.y - first!.y, across: second!.x - first!.x };
}

describe("waterfall", () => {
  it("V233: the target's name stands below its line where bars are above it", () => {
    const heights = (value: number): { readonly name: number; readonly line: number } => {
      cleanup();
      show(5, { value, label: "Target" });
      const [line, name] = [".figure-target", ".figure-target-label"].map((part) =>
        Number(
          screen
            .getByRole("img")
            .querySelector(part)!
            .getAttribute(part === ".figure-target" ? "y1" : "y"),
        ),
      );
      return { line: line!, name: name! };
    };
    expect(heights(0.69).name).toBeGreaterThan(heights(0.69).line);
    expect(heights(0.5).name).toBeLessThan(heights(0.5).line);
  });

  it("V112: few bars stand side by side", () => {
    show(10);
    expect(steps().down).toBe(0);
    expect(steps().across).toBeGreaterThan(70);
  });

  it("V112: more bars than have room for their names under them lie one below the other, each named", () => {
    show(11);
    expect(steps().across).toBe(0);
    expect(steps().down).toBeGreaterThan(20);
    expect([...document.querySelectorAll(".explain-row-names li")].map((row) => row.textContent)).toEqual(barsOf(11).map(({ label }) => label));
  });
});
