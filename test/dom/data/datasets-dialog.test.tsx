/** The list of datasets: changing to another one, and what an import says. */
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Banners } from "../../../renderer/features/shell/banners.tsx";
import { Dialogs } from "../../../renderer/features/shell/dialogs.tsx";
import { registerShellCommands } from "../../../renderer/features/shell/shell-commands.ts";
import { removalText } from "../../../renderer/state/dataset-actions.ts";
import { bootInfo } from "../support/memory-store.ts";
import { settle } from "../support/manual-clock.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner, TestPlannerOptions } from "../support/test-planner.tsx";
import { problemsText } from "../../../renderer/ui/problem-table.tsx";

afterEach(cleanup);

function show(options: TestPlannerOptions = {}): TestPlanner {
  const test = createTestPlanner(options);
  registerShellCommands(test.planner, test.store.api);
  render(
    <test.Provider>
      <Banners />
      <Dialogs />
    </test.Provider>,
  );
  return test;
}

async function showList(options: TestPlannerOptions = {}): Promise<TestPlanner> {
  const test = show(options);
  await act(async () => {
    test.planner.commands.run("data.datasets");
    await settle();
  });
  return test;
}

const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await settle();
  });

describe("datasets", () => {
  it("D11: each says where it comes from; the one in use cannot be chosen again", async () => {
    await showList();
    const cells = screen.getAllByRole("row").map((row) => row.textContent);
    expect(cells[1]).toMatch(/Ships with Lodestone.*In use/);
    expect(cells[2]).toMatch(/Elsewhere.*Example, invented.*Use/);
    expect(screen.getAllByRole("button", { name: /^Use / })).toHaveLength(2);
  });

  it("D20: only an imported dataset can be removed; what stays is said before, and Undo brings it back", async () => {
    const test = await showList();
    expect(screen.getAllByRole("button", { name: /^Remove / })).toHaveLength(1);
    await press("Remove Own 1");
    const asked = screen.getByRole("alertdialog").textContent;
    expect(asked).toContain("Remove Own 1?");
    expect(asked).toContain("Its scenarios stay in scenarios-own.sqlite, untouched.");
    expect(test.store.channels()).not.toContain("dataset:remove");
    await press("Remove");
    expect(test.store.channels()).toContain("dataset:remove");
    const [toast] = test.planner.session.getState().toasts;
    expect(toast).toMatchObject({ text: "Own 1 was removed", action: { label: "Undo" } });
    await act(async () => {
      toast?.action?.run();
      await settle();
    });
    expect(test.store.channels()).toContain("dataset:put-back");
  });

  it("D20: what happens to the scenarios has words for each case", () => {
    const shared = { scenarios: { file: "scenarios-own.sqlite", sharedWith: ["Own 2"] } };
    expect(removalText(shared)).toContain("Own 2 goes on showing them.");
    expect(removalText(shared)).not.toContain("shown again");
    expect(removalText({ scenarios: { file: "scenarios-own.sqlite", sharedWith: [] } })).toContain("shown again when a dataset of that country is imported");
    expect(removalText({ scenarios: null })).toContain("No scenario was made with it.");
  });

  it("D20: a dataset that cannot be moved is said", async () => {
    const test = await showList();
    test.store.fail("dataset:remove", { code: "write-failed", file: "own", reason: "permission denied" });
    await press("Remove Own 1");
    await press("Remove");
    expect(screen.getByRole("alertdialog").textContent).toContain("own could not be written: permission denied");
  });

  it("D14: Use writes what is pending, changes the dataset and loads the window again", async () => {
    const reload = vi.fn<() => void>();
    const test = await showList({ reload });
    act(() => test.planner.edit.setLabels({ title: "Pending" }));
    await press("Use Elsewhere");
    const after = test.store.channels().slice(test.store.channels().indexOf("dataset:list") + 1);
    expect(after.indexOf("scenario:create")).toBeGreaterThanOrEqual(0);
    expect(after.indexOf("dataset:use")).toBeGreaterThan(after.indexOf("scenario:create"));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it("D14: what could not be written is asked about, and nothing changes before the answer", async () => {
    const reload = vi.fn<() => void>();
    const test = await showList({ reload });
    test.store.fail("scenario:create", { code: "disk-full", file: "planner.sqlite" });
    act(() => test.planner.edit.setLabels({ title: "Pending" }));
    await press("Use Elsewhere");
    expect(screen.getByRole("alertdialog").textContent).toContain("Pending");
    expect(test.store.channels()).not.toContain("dataset:use");
    await press("Use it and lose them");
    expect(test.store.channels()).toContain("dataset:use");
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it("D14: a dataset that cannot be used is said, and the window stays", async () => {
    const reload = vi.fn<() => void>();
    const test = await showList({ reload });
    test.store.fail("dataset:use", { code: "write-failed", file: "dataset.json", reason: "permission denied" });
    await press("Use Elsewhere");
    expect(screen.getByRole("alertdialog").textContent).toContain("dataset.json could not be written");
    expect(reload).not.toHaveBeenCalled();
  });

  it("D13: an import that fails lists every problem by file, row and column", async () => {
    const test = await showList();
    test.store.fail("dataset:import", {
      code: "dataset-invalid",
      problems: [{ file: "levers.csv", row: 3, column: "max", wrong: '"x" is not a number', right: "write a number" }],
    });
    await press("Import folder…");
    expect(screen.getByRole("alert").textContent).toContain("Nothing was imported. The dataset has one mistake.");
    expect(screen.queryByRole("row", { name: /levers.csv 3 max/ })).not.toBeNull();
    expect(screen.queryByRole("button", { name: "Copy the list" })).not.toBeNull();
    expect(problemsText([{ file: "levers.csv", row: 3, column: "max", wrong: '"x" is not a number', right: "write a number" }])).toBe(
      'File\tRow\tColumn\tWhat is wrong\tWhat would be right\nlevers.csv\t3\tmax\t"x" is not a number\twrite a number',
    );
    test.store.fail("dataset:import", { code: "dataset-unreadable", file: "events.csv", reason: "it is not UTF-8 text" });
    await press("Import folder…");
    expect(screen.getByRole("alert").textContent).toContain("events.csv could not be read: it is not UTF-8 text");
  });

  it("D13: a dialog that was closed changes nothing", async () => {
    await showList();
    await press("Import folder…");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("D15: a chosen dataset that could not be opened is named until it is dismissed", async () => {
    show({ boot: bootInfo({ refusedDataset: { name: "norland-1", error: { code: "dataset-unreadable", file: "norland-1", reason: "it does not exist" } } }) });
    expect(screen.getByRole("status").textContent).toMatch(/norland-1 could not be opened; .* is shown/);
    await press("Dismiss");
    expect(screen.queryByText(/could not be opened/)).toBeNull();
  });
});
