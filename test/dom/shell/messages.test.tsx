import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { App } from "../../../renderer/app.tsx";
import { Banners } from "../../../renderer/features/shell/banners.tsx";
import { Dialogs } from "../../../renderer/features/shell/dialogs.tsx";
import { registerShellCommands } from "../../../renderer/features/shell/shell-commands.ts";
import { ACTION_TOAST_MS, TOAST_MS, Toasts } from "../../../renderer/features/shell/toasts.tsx";
import { appearanceOf } from "../../../renderer/features/shell/use-theme.ts";
import type { AppError } from "../../../shared/errors/app-error.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { bootInfo, createMemoryStore } from "../support/memory-store.ts";
import { settle } from "../support/manual-clock.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner, TestPlannerOptions } from "../support/test-planner.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(options: TestPlannerOptions = {}): TestPlanner {
  const test = createTestPlanner(options);
  registerShellCommands(test.planner, test.store.api);
  render(
    <test.Provider>
      <Banners />
      <Toasts />
      <Dialogs />
    </test.Provider>,
  );
  return test;
}

describe("banners", () => {
  it.for<{ readonly mode: "read-only" | "memory-only"; readonly notice: AppError; readonly says: string }>([
    {
      mode: "read-only",
      notice: { code: "store-read-only", file: "x.sqlite" },
      says: "Scenarios can be read, not saved. The scenario database x.sqlite is read only.",
    },
    {
      mode: "memory-only",
      notice: { code: "store-newer", file: "x.sqlite", writtenBy: "Lodestone 9.1" },
      says: "written by a newer Lodestone (Lodestone 9.1)",
    },
    { mode: "memory-only", notice: { code: "store-busy", file: "x.sqlite" }, says: "Nothing is saved to disk. Another program is writing to x.sqlite." },
    { mode: "memory-only", notice: { code: "disk-full", file: "x.sqlite" }, says: "Nothing is saved to disk. The disk that holds x.sqlite is full." },
  ])("W46: $notice.code is said for as long as it lasts; it can be tried again, not dismissed", async ({ mode, notice, says }) => {
    const reload = vi.fn<() => void>();
    const test = show({
      boot: bootInfo({ store: { mode, file: "x.sqlite", notice }, found: { kind: mode === "read-only" ? "read-only" : "refused" } }),
      reload,
    });
    expect(screen.getByRole("status").textContent).toContain(says);
    expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull();
    await act(() => Promise.resolve(fireEvent.click(screen.getByRole("button", { name: "Try again" }))));
    await settle();
    expect(test.store.channels()).toContain("app:reopen-store");
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it("W46: what is in memory only is named before the database is opened again", async () => {
    const reload = vi.fn<() => void>();
    const notice: AppError = { code: "store-busy", file: "x.sqlite" };
    const test = show({ boot: bootInfo({ store: { mode: "memory-only", file: "x.sqlite", notice }, found: { kind: "refused" } }), reload });
    await act(async () => {
      test.planner.edit.setLever("tariff", 20);
      await test.planner.database.tryAgain();
    });
    expect(screen.getByRole("alertdialog").textContent).toContain("would be lost: Untitled scenario");
    expect(reload).not.toHaveBeenCalled();
    await act(() => Promise.resolve(fireEvent.click(screen.getByRole("button", { name: "Open again and lose it" }))));
    await settle();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it("W46: a write that fails is said until it was made", async () => {
    const test = show();
    test.store.fail("scenario:create", { code: "disk-full", file: "x.sqlite" });
    await act(async () => {
      test.planner.edit.setLever("tariff", 20);
      await test.planner.flush();
    });
    expect(screen.getByRole("alert").textContent).toContain("The draft was not saved. The disk that holds x.sqlite is full. What you see is still in memory");
    expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull();
    test.store.fail("scenario:create", null);
    await act(() => Promise.resolve(fireEvent.click(screen.getByRole("button", { name: "Try again" }))));
    await act(() => settle());
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("W3: a failed run interrupts, names lever and value, and can be taken back", () => {
    const test = show();
    act(() => {
      test.planner.edit.setLever("tariff", 13);
      test.clock.frame();
    });
    expect(screen.getByRole("alert").textContent).toContain("Tariff, 13%: 13 does not compute");
    fireEvent.click(screen.getByRole("button", { name: "Undo the change" }));
    act(() => test.clock.frame());
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("V136: a scenario that cannot be computed since it was opened says why, and what to do", async () => {
    const { inputs, ...rest } = statusQuoDocument("stated");
    const levers = [{ lever: "tariff", value: 13, start: "2027-01", ramp: 1, minerals: "all" }] as const;
    const test = show({ seeds: [{ id: "bad", labels: emptyLabels("Bad"), saved: { ...rest, inputs: { ...inputs, levers } } }] });
    await act(() => test.planner.scenarios.openScenario("bad"));
    expect(screen.getByRole("alert").textContent).toContain(
      "The model cannot compute this scenario. 13 does not compute. It has no numbers until it can be: change what is named, or go back to the saved revision.",
    );
  });

  it("W9: a stored result says from when and what, and is recomputed on request", async () => {
    const saved = statusQuoDocument("stated");
    const result = {
      planner: { model_version: "0.9", data_vintage: "Tiny 0" },
      inputs: saved.inputs,
      years: [2026],
      minerals: {},
      totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: {}, composite_equal: [0.9] },
    };
    const test = show({ seeds: [{ id: "a", labels: emptyLabels("A"), saved, result, changedAt: new Date(2025, 10, 12).getTime() }] });
    await act(() => test.planner.scenarios.openScenario("a"));
    const banner = screen.getByRole("status").textContent;
    expect(banner).toContain("Stored result of 12 Nov");
    expect(banner).toContain("data Tiny 0, model 0.9");
    expect(banner).toContain("Recompute on data Tiny 1 · 00000001, model 1.0?");
    act(() => test.planner.view.showScreen("library"));
    expect(screen.queryByRole("status")).toBeNull();
    act(() => test.planner.view.showScreen("explore"));
    fireEvent.click(screen.getByRole("button", { name: "Recompute" }));
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("S27: where today's numbers cannot be worked out the bar says why, and the stored ones stay", async () => {
    const saved = statusQuoDocument("stated");
    const result = {
      planner: { model_version: "0.9", data_vintage: "Tiny 0" },
      inputs: saved.inputs,
      years: [2026],
      minerals: {},
      totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: {}, composite_equal: [0.9] },
    };
    const test = show({ seeds: [{ id: "a", labels: emptyLabels("A"), saved, result }] });
    test.store.fail("scenario:ledger", { code: "bad-request", channel: "scenario:ledger", field: "inputs.levers[0].lever" });
    await act(() => test.planner.scenarios.openScenario("a"));
    await act(() => settle());
    const bar = screen.getByRole("status");
    expect(bar.textContent).toContain("These numbers are as they were saved.");
    expect(bar.textContent).toContain("its inputs do not fit today's data at inputs.levers[0].lever.");
    fireEvent.click(screen.getByRole("button", { name: "Recompute" }));
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("S22: what became of a stored result is told before and after recomputing, with edits, and in a table; it can be put away", async () => {
    const saved = statusQuoDocument("stated");
    const of = (level: number, data: string, model: string) => ({
      planner: { model_version: model, data_vintage: data },
      inputs: saved.inputs,
      years: [2026],
      minerals: {},
      totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: {}, composite_equal: [level] },
    });
    const ledger = { oldData: of(0.88, "Tiny 0", "1.0"), newData: of(0.8, "Tiny 1", "1.0") };
    const test = show({ seeds: [{ id: "a", labels: emptyLabels("A"), saved, result: of(0.9, "Tiny 0", "0.9"), ledger }] });
    await act(() => test.planner.scenarios.openScenario("a"));
    await act(() => settle());
    expect(screen.getByRole("status").textContent).toContain("90% to 80%: model −2 points, data −8 points, levers no change.");
    fireEvent.click(screen.getByRole("button", { name: "Keep stored" }));
    expect(screen.queryByRole("status")).toBeNull();
    expect(test.planner.results.getState().stored).not.toBeNull();
    act(() => test.planner.showLedger(true));
    fireEvent.click(screen.getByRole("button", { name: "Recompute" }));
    expect(screen.getByRole("status").textContent).toContain("Recomputed on data Tiny 1 · 00000001, model 1.0");
    act(() => {
      test.planner.edit.setLever("reserve_days", 200);
      test.clock.frame();
    });
    expect(screen.getByRole("status").textContent).toContain("90% to 78%: model −2 points, data −8 points, levers −2 points.");
    fireEvent.click(screen.getByRole("button", { name: "All figures" }));
    expect(test.planner.session.getState().dialog).toEqual({ kind: "ledger" });
    act(() => test.planner.view.closeDialog());
    await act(() => test.planner.scenarios.save());
    await act(() => settle());
    expect(screen.queryByRole("status")).toBeNull();
  });
});

describe("toasts", () => {
  it("W15, W60: leave after six seconds, not while they are pointed at; their action runs once", () => {
    vi.useFakeTimers();
    const test = show();
    const run = vi.fn<() => void>();
    act(() => test.planner.view.toast("Moved to trash", { label: "Undo", run }));
    const toast = screen.getByText("Moved to trash").parentElement!;
    fireEvent.pointerMove(toast);
    act(() => void vi.advanceTimersByTime(ACTION_TOAST_MS * 2));
    expect(screen.queryByText("Moved to trash")).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(run).toHaveBeenCalledTimes(1);
    expect(screen.queryByText("Moved to trash")).toBeNull();
    act(() => test.planner.view.toast("Saved as revision 2"));
    act(() => void vi.advanceTimersByTime(TOAST_MS));
    expect(screen.queryByText("Saved as revision 2")).toBeNull();
  });

  it("W60: what offers an action stays twice as long", () => {
    vi.useFakeTimers();
    const test = show();
    act(() => test.planner.view.toast("Moved to trash", { label: "Undo", run: () => {} }));
    act(() => void vi.advanceTimersByTime(TOAST_MS * 2 - 1));
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeNull();
    act(() => void vi.advanceTimersByTime(1));
    expect(screen.queryByText("Moved to trash")).toBeNull();
  });

  it("W60: a pointer that rests where a message appears does not hold it; it can be sent away", () => {
    vi.useFakeTimers();
    const test = show();
    act(() => test.planner.view.toast("Moved to trash"));
    fireEvent.pointerEnter(screen.getByText("Moved to trash").parentElement!);
    act(() => void vi.advanceTimersByTime(TOAST_MS));
    expect(screen.queryByText("Moved to trash")).toBeNull();
    act(() => test.planner.view.toast("Saved as revision 2"));
    fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText("Saved as revision 2")).toBeNull();
  });

  it("W60: at most three at a time", () => {
    const test = show();
    act(() => ["one", "two", "three", "four"].forEach((text) => test.planner.view.toast(text)));
    expect(test.planner.session.getState().toasts.map(({ text }) => text)).toEqual(["two", "three", "four"]);
  });
});

describe("dialogs", () => {
  it("W7: an error says what happened, what is safe and what to do", () => {
    const test = show();
    act(() => test.planner.view.openDialog({ kind: "error", error: { code: "file-checksum", file: "plan.lodestone" } }));
    const text = screen.getByRole("alertdialog").textContent;
    expect(text).toContain("plan.lodestone was changed or damaged");
    expect(text).toContain("Nothing was changed.");
    expect(text).toContain("Ask for the file again.");
  });

  it("W15: Esc means Cancel", () => {
    const test = show();
    const run = vi.fn<() => void>();
    act(() => test.planner.view.openDialog({ kind: "confirm", title: "Leave A?", text: "Lost.", confirm: "Leave", destructive: true, run }));
    fireEvent.keyDown(screen.getByRole("alertdialog"), { key: "Escape" });
    expect(run).not.toHaveBeenCalled();
    expect(test.planner.session.getState().dialog).toBeNull();
  });

  it("W10: Save as asks for a title and takes no empty one", () => {
    const test = show();
    act(() => void test.planner.commands.run("scenario.save-as"));
    const field = screen.getByRole("textbox", { name: "Title" });
    expect(field).toHaveProperty("value", "Untitled scenario (copy)");
    fireEvent.change(field, { target: { value: "  " } });
    expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", true);
    fireEvent.keyDown(field, { key: "Enter" });
    expect(test.planner.session.getState().dialog).not.toBeNull();
  });

  it("W10: the shortcuts list every command with a key", () => {
    const test = show();
    act(() => test.planner.view.openDialog({ kind: "shortcuts" }));
    for (const name of ["Undo", "Save as…", "Replay", "Lever to status quo"]) expect(screen.queryByText(name)).not.toBeNull();
  });
});

describe("appearance", () => {
  it("W10: settings win over the system, the system where they leave it open", () => {
    const dark = { dark: true, more: false };
    expect(appearanceOf({ theme: "system", contrast: "system" }, dark)).toEqual({ theme: "dark", contrast: null });
    expect(appearanceOf({ theme: "light", contrast: "more" }, dark)).toEqual({ theme: "light", contrast: "more" });
    expect(appearanceOf({ theme: "dark", contrast: "system" }, { dark: false, more: true })).toEqual({ theme: "dark", contrast: "more" });
  });
});

describe("boot", () => {
  it("W14: a broken dataset is listed mistake by mistake, and nothing else is shown", async () => {
    const store = createMemoryStore(tinyDataset, () => 0);
    store.fail("dataset:load", {
      code: "dataset-invalid",
      problems: [
        { file: "suppliers/ree.csv", row: 4, column: "import_share_pct", wrong: '"x" is not a number', right: "write a number from 0 to 100" },
        { file: "worlds.csv", row: null, column: null, wrong: "the file is empty", right: "give it a header row" },
      ],
    });
    const start = vi.fn<() => never>();
    render(<App api={store.api} faces={Promise.resolve()} start={start} />);
    await act(settle);
    expect(screen.getByRole("heading").textContent).toBe("The dataset has 2 mistakes");
    const cells = screen.getAllByRole("row").map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent));
    expect(cells).toEqual([
      [],
      ["suppliers/ree.csv", "4", "import_share_pct", '"x" is not a number', "write a number from 0 to 100"],
      ["worlds.csv", "–", "–", "the file is empty", "give it a header row"],
    ]);
    expect(start).not.toHaveBeenCalled();
  });

  it("W14: a model that cannot run at all says so", async () => {
    const store = createMemoryStore(tinyDataset, () => 0);
    render(
      <App
        api={store.api}
        faces={Promise.resolve()}
        start={() => {
          throw new Error("no parameter u_ref");
        }}
      />,
    );
    await act(settle);
    expect(screen.getByRole("alert").textContent).toContain("no parameter u_ref");
  });
});
