import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChartExportsContext } from "../../../renderer/charts/chart-exports.ts";
import { MineralWall } from "../../../renderer/features/wall/mineral-wall.tsx";
import { ok } from "../../../shared/result.ts";
import { stubCanvas } from "../charts/canvas-stub.ts";
import { exploreDataset } from "../explore/explore-kit.tsx";
import { createTestPlanner } from "../support/test-planner.tsx";

beforeEach(() => void stubCanvas());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const exports = {
  copyPicture: async () => ok(null),
  save: async () => ok({ file: null }),
  source: () => [],
  say: vi.fn<(text: string) => void>(),
  refuse: vi.fn<() => void>(),
};

function mount() {
  const { planner, Provider } = createTestPlanner({ dataset: exploreDataset });
  planner.view.showWall(true);
  render(
    <Provider>
      <ChartExportsContext value={exports}>
        <MineralWall />
      </ChartExportsContext>
    </Provider>,
  );
  return planner;
}

const cells = (): readonly HTMLElement[] => screen.getAllByRole("button", { name: /import dependence .* in 2035/i });

describe("the wall of all minerals", () => {
  it("V44: a click chooses the mineral and returns", () => {
    const planner = mount();
    const [, second] = exploreDataset.minerals;
    fireEvent.click(cells()[1]!);
    expect(planner.session.getState()).toMatchObject({ selection: { mineral: second!.id }, wall: false });
  });

  it("V44: the focus is in the wall at once; arrows move it from cell to cell and stop at the ends; one cell is a stop of the Tab key", () => {
    mount();
    expect(document.activeElement).toBe(cells()[0]);
    fireEvent.keyDown(cells()[0]!, { key: "ArrowLeft" });
    expect(document.activeElement).toBe(cells()[0]);
    fireEvent.keyDown(cells()[0]!, { key: "ArrowRight" });
    expect(document.activeElement).toBe(cells()[1]);
    expect(cells().map(({ tabIndex }) => tabIndex)).toEqual(cells().map((_, index) => (index === 1 ? 0 : -1)));
    fireEvent.keyDown(cells()[1]!, { key: "End" });
    expect(document.activeElement).toBe(cells().at(-1));
  });

  it("V44, V272: T goes on in the table and back, and Esc leaves from both", () => {
    const planner = mount();
    fireEvent.keyDown(cells()[0]!, { key: "t" });
    expect(screen.queryByRole("table")?.closest("[tabindex]")).toBe(document.activeElement);
    fireEvent.keyDown(document.activeElement!, { key: "t" });
    expect(document.activeElement).toBe(cells()[0]);
    fireEvent.keyDown(document.activeElement!, { key: "t" });
    fireEvent.keyDown(document.activeElement!, { key: "Escape" });
    expect(planner.session.getState().wall).toBe(false);
  });

  it("V44, W10: T is a key of the wall from the choice of its measure too, which is no text field", () => {
    mount();
    fireEvent.keyDown(screen.getAllByRole("radio")[0]!, { key: "t" });
    expect(screen.queryByRole("table")).not.toBeNull();
  });

  it("V44: up and down go to the cell that stands there, however many are in a row", () => {
    mount();
    cells().forEach((cell, index) => Object.defineProperty(cell, "offsetTop", { value: index * 200 }));
    fireEvent.keyDown(cells()[0]!, { key: "ArrowDown" });
    expect(document.activeElement).toBe(cells()[1]);
    fireEvent.keyDown(cells()[1]!, { key: "ArrowUp" });
    expect(document.activeElement).toBe(cells()[0]);
  });

  it("V44: it begins at the chosen mineral", () => {
    const { planner, Provider } = createTestPlanner({ dataset: exploreDataset });
    planner.view.selectMineral(exploreDataset.minerals.at(-1)!.id);
    render(
      <Provider>
        <ChartExportsContext value={exports}>
          <MineralWall />
        </ChartExportsContext>
      </Provider>,
    );
    expect(document.activeElement).toBe(cells().at(-1));
  });

  it("V44: Esc and Close return without choosing", () => {
    const planner = mount();
    fireEvent.keyDown(cells()[1]!, { key: "Escape" });
    expect(planner.session.getState()).toMatchObject({ selection: { mineral: "all" }, wall: false });
    planner.view.showWall(true);
    fireEvent.click(screen.getByRole("button", { name: /^Close/ }));
    expect(planner.session.getState().wall).toBe(false);
  });

  it("V44: T shows every mineral in one table, by year", () => {
    mount();
    fireEvent.keyDown(cells()[0]!, { key: "t" });
    const headers = screen.getAllByRole("columnheader").map((cell) => cell.textContent);
    expect(headers).toHaveLength(1 + 2 * exploreDataset.minerals.length);
    fireEvent.click(screen.getByRole("button", { name: "Show as chart" }));
    expect(cells()).toHaveLength(exploreDataset.minerals.length);
  });
});
