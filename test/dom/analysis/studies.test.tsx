import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ChartExportsContext } from "../../../renderer/charts/chart-exports.ts";
import type { ScenarioItems } from "../../../renderer/features/analysis/scenario-items.ts";
import { StudyProgress } from "../../../renderer/features/analysis/study-progress.tsx";
import { StressMatrix } from "../../../renderer/features/stress/stress-matrix.tsx";
import { StudySettings } from "../../../renderer/features/uncertainty/study-settings.tsx";
import type { StressMatrixView } from "../../../shared/view/stress/stress-view.ts";
import { stubCopyEvent } from "../support/copy-event.ts";
import { createTestExports } from "../support/test-exports.ts";

afterEach(cleanup);

describe("progress of a study", () => {
  it("V260: one that tells nothing for a second is said to be starting and can be cancelled; a long wait is told in minutes", () => {
    vi.useFakeTimers();
    try {
      const onCancel = vi.fn();
      const state = { status: "running", done: 0, total: 0, elapsed: 0, failure: "" } as const;
      const progress = (more: object) => <StudyProgress state={{ ...state, ...more }} unit="runs" onCancel={onCancel} onAgain={onCancel} />;
      const { rerender } = render(progress({}));
      expect(screen.queryByRole("button")).toBeNull();
      act(() => void vi.advanceTimersByTime(1000));
      expect(screen.queryByText("Starting")).not.toBeNull();
      fireEvent.click(screen.getByRole("button", { name: /^Cancel/ }));
      expect(onCancel).toHaveBeenCalledTimes(1);
      rerender(progress({ done: 10, total: 1000, elapsed: 5000 }));
      expect(screen.queryByText("Starting")).toBeNull();
      expect(screen.queryByText("10 of 1,000 runs")).not.toBeNull();
      expect(screen.queryByText("9 min left")).not.toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("stress matrix", () => {
  const item = (key: string, letter: string, title: string) => ({ key, letter, title, detail: "", colour: "--s-a", textColour: "--s-a-t" });
  const all = [item("quo", "", "Status quo"), item("a", "A", "Reserve")];
  const events = ["ban", "closure", "embargo"];
  const items = { all, scenarios: all.slice(1), remove: () => undefined } as unknown as ScenarioItems;
  const columns = events.map((key) => ({ key, event: { name: key } as never, ownIndex: null }));
  const shown: StressMatrixView = {
    title: "",
    subtitle: "",
    columns: events.map((key) => ({ key, name: key, detail: "", about: "" })),
    rows: all.map((one, r) => ({
      item: one,
      cells: events.map((key, c) => ({ key, text: `${r}${c}%`, difference: "", tone: "neutral" as const, step: 1, before: `${one.title}, ${key}`, after: "" })),
    })),
    legend: [],
  };
  const { exports, said, saved } = createTestExports();
  const show = (view: StressMatrixView | null) => {
    const onOpen = vi.fn();
    render(
      <ChartExportsContext value={exports}>
        <StressMatrix
          items={items}
          columns={columns}
          shown={view}
          asTable={view && { title: "Stress test", subtitle: "Need lost", columns: ["Scenario", ...events], rows: [["Status quo", "1.0", "2.0", "3.0"]] }}
          isRunning={false}
          open={null}
          onOpen={onOpen}
          onClose={vi.fn()}
          onRemoveColumn={vi.fn()}
        />
      </ChartExportsContext>,
    );
    return onOpen;
  };
  const focused = () => document.activeElement?.getAttribute("data-cell");

  it("V90: one cell takes the tab; arrows, Home and End move inside the table and stop at its edges; a press opens that cell", () => {
    const onOpen = show(shown);
    const cells = screen.getAllByRole("button", { name: /, (ban|closure|embargo) \d\d%/ });
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    cells[0]!.focus();
    for (const [key, place] of [
      ["ArrowUp", "0:0"],
      ["ArrowDown", "1:0"],
      ["ArrowDown", "1:0"],
      ["End", "1:2"],
      ["ArrowRight", "1:2"],
      ["ArrowLeft", "1:1"],
      ["Home", "1:0"],
    ] as const) {
      fireEvent.keyDown(document.activeElement!, { key });
      expect(focused()).toBe(place);
    }
    fireEvent.click(document.activeElement!);
    expect(onOpen).toHaveBeenCalledWith("a", "ban");
  });

  it("N82: Ctrl+C in a table copies it, its menu copies and saves it, each with what the numbers rest on", async () => {
    const written = stubCopyEvent();
    const text = "Stress test. Need lost\nScenario\tban\tclosure\tembargo\nStatus quo\t1.0\t2.0\t3.0\nPlan A (LS-1)";
    show(shown);
    fireEvent.keyDown(screen.getAllByRole("button", { name: /, ban \d\d%/ })[0]!, { key: "c", ctrlKey: true });
    for (const item of ["Copy table", "Save as CSV…"]) {
      fireEvent.click(screen.getByRole("button", { name: "Copy or save the stress matrix" }));
      fireEvent.click(screen.getByRole("menuitem", { name: item }));
    }
    expect(written).toEqual([text, text]);
    await expect.poll(() => said).toEqual(["Copied the table", "Copied the table", "Saved as /home/figure"]);
    expect(saved).toEqual([{ name: "Stress test", content: { kind: "csv", text: `${text.replaceAll("\t", ",").replaceAll("\n", "\r\n")}\r\n` } }]);
  });

  it("V90: before anything is computed the cells are empty and cannot be opened", () => {
    show(null);
    expect(screen.queryAllByRole("button", { name: /ban/ })).toEqual([]);
    expect(screen.getAllByText("–").length).toBeGreaterThanOrEqual(6);
  });
});

describe("runs and seed", () => {
  it("V93: a count outside 200 to 20,000, or not whole, says what would be right and changes nothing", () => {
    const onRuns = vi.fn();
    render(<StudySettings runs={2000} seed={1} onRuns={onRuns} onSeed={vi.fn()} />);
    const field = screen.getByRole("textbox", { name: "Runs" });
    const type = (text: string): void => {
      fireEvent.change(field, { target: { value: text } });
      fireEvent.keyDown(field, { key: "Enter" });
    };
    type("50");
    expect(screen.getByRole("alert").textContent).toBe("Enter 200 to 20,000 runs. Still 2,000 runs.");
    type("300.5");
    expect(screen.getByRole("alert").textContent).toBe("Enter a whole number. Still 2,000 runs.");
    expect(onRuns).not.toHaveBeenCalled();
    type("5,000");
    expect(onRuns).toHaveBeenCalledWith(5000);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
