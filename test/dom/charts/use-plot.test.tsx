import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { ChartCanvas } from "../../../renderer/charts/chart-canvas.tsx";
import * as plots from "../../../renderer/charts/plot.ts";
import { plotPorts } from "../../../renderer/charts/use-plot.ts";
import { createYearPointer } from "../../../renderer/charts/year-pointer.ts";
import { sampleSpec } from "../../unit/chart/sample-spec.ts";

vi.mock("../../../renderer/charts/plot.ts", { spy: true });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("W31: where frames come late the chart that yields is drawn every other time, and at rest with the last", () => {
  const shown: string[] = [];
  vi.mocked(plots.createPlot).mockReturnValue({
    show: ({ title }) => void shown.push(title),
    pointAt: () => undefined,
    restyle: () => undefined,
    yearAt: () => null,
    destroy: () => undefined,
  });
  let now = 1000;
  let waiting: (() => void)[] = [];
  vi.spyOn(plotPorts, "now").mockImplementation(() => now);
  vi.spyOn(plotPorts, "requestFrame").mockImplementation((run) => waiting.push(run));
  vi.spyOn(plotPorts, "cancelFrame").mockImplementation((handle) => void (waiting[handle - 1] = () => undefined));
  const frame = (): void => {
    const due = waiting;
    waiting = [];
    for (const run of due) run();
  };
  const pointer = createYearPointer();
  const of = (title: string, frozen = true) => <ChartCanvas spec={{ ...sampleSpec(), title }} frozen={frozen} pointer={pointer} yields />;
  const view = render(of("begin"));
  const after = (ms: number, title: string, frozen?: boolean): void => {
    now += ms;
    frame();
    view.rerender(of(title, frozen));
  };
  for (const title of ["1", "2", "3"]) after(16, title);
  expect(shown).toEqual(["begin", "1", "2", "3"]);
  for (const title of ["4", "5", "6", "7", "8"]) after(30, title);
  expect(shown.slice(4)).toEqual(["5", "7"]);
  frame();
  frame();
  expect(shown.slice(6)).toEqual(["8"]);
  for (const title of ["9", "10"]) after(30, title);
  after(30, "11");
  after(30, "released", false);
  expect(shown.slice(7)).toEqual(["10", "released"]);
});
