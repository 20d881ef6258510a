import { beforeEach, expect, it, vi } from "vitest";

let frames: (() => void)[] = [];
const frame = (): void => {
  for (const run of frames.splice(0)) run();
};
const ports = { requestFrame: (run: () => void) => frames.push(run), afterPaint: (run: () => void) => run() };

// The list is the window's; each test has a window of its own.
async function window() {
  vi.resetModules();
  return import("../../../renderer/charts/first-frame.ts");
}

beforeEach(() => {
  frames = [];
});

it("W67: charts wait for the first frame and come one in each; afterwards none waits", async () => {
  const { holdPlots, makeInTurn, releasePlots } = await window();
  const made: string[] = [];
  holdPlots();
  makeInTurn(() => made.push("left"));
  makeInTurn(() => made.push("right"));
  releasePlots(ports);
  expect(made).toEqual([]);
  frame();
  expect(made).toEqual(["left"]);
  makeInTurn(() => made.push("wall"));
  frame();
  expect(made).toEqual(["left", "right"]);
  frame();
  frame();
  makeInTurn(() => made.push("later"));
  expect(made).toEqual(["left", "right", "wall", "later"]);
});

it("W67: a chart that left meanwhile is not made", async () => {
  const { holdPlots, makeInTurn, releasePlots } = await window();
  const made: string[] = [];
  holdPlots();
  const leave = makeInTurn(() => made.push("gone"));
  makeInTurn(() => made.push("here"));
  leave();
  releasePlots(ports);
  frame();
  expect(made).toEqual(["here"]);
});

it("W67: without a start nothing waits", async () => {
  const { makeInTurn, releasePlots } = await window();
  const made: string[] = [];
  makeInTurn(() => made.push("at once"));
  releasePlots(ports);
  expect(made).toEqual(["at once"]);
  expect(frames).toEqual([]);
});

it("W85: what nobody looks for yet waits for the last chart, unless it goes before; without a start it does not wait", async () => {
  const { afterPlots, holdPlots, makeInTurn, releasePlots } = await window();
  const made: string[] = [];
  afterPlots(() => made.push("no start"));
  holdPlots();
  makeInTurn(() => made.push("chart"));
  afterPlots(() => made.push("study"));
  const leave = afterPlots(() => made.push("gone"));
  releasePlots(ports);
  frame();
  expect(made).toEqual(["no start", "chart"]);
  leave();
  frame();
  expect(made).toEqual(["no start", "chart", "study"]);
});
