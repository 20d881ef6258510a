import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { registerShellCommands } from "../../../renderer/features/shell/shell-commands.ts";
import { statusText } from "../../../renderer/features/shell/document-status.ts";
import { TitleBar } from "../../../renderer/features/shell/title-bar.tsx";
import { SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

afterEach(cleanup);

const a = { id: "a", labels: emptyLabels("Allied processing"), saved: statusQuoDocument("stated") };

async function show(): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: [a] });
  await test.planner.scenarios.openScenario("a");
  registerShellCommands(test.planner, test.store.api);
  render(
    <test.Provider>
      <TitleBar />
    </test.Provider>,
  );
  return test;
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

describe("title bar", () => {
  it("W4: says revision and draft in words", () => {
    const noon = new Date(2026, 10, 12, 14, 2).getTime();
    const later = new Date(2026, 10, 12, 18, 0).getTime();
    const nextYear = new Date(2027, 0, 2).getTime();
    expect(statusText({ revision: 0, savedAt: null, draft: { kind: "clean" } }, later)).toBe("no revision yet");
    expect(statusText({ revision: 4, savedAt: noon, draft: { kind: "clean" } }, later)).toBe("revision 4 · saved 14:02");
    expect(statusText({ revision: 4, savedAt: noon, draft: { kind: "clean" } }, nextYear)).toBe("revision 4 · saved 12 Nov 2026");
    expect(statusText({ revision: 4, savedAt: 1, draft: { kind: "saved", at: noon } }, later)).toBe("revision 4 · draft saved 14:02");
    expect(statusText({ revision: 4, savedAt: 1, draft: { kind: "saving" } }, later)).toBe("revision 4 · unsaved changes");
    expect(statusText({ revision: 4, savedAt: 1, draft: { kind: "failed", error: { code: "disk-full", file: "x" } } }, later)).toBe(
      "revision 4 · draft not saved",
    );
  });

  it("H6: undo and redo are named after what they do, and off when there is nothing", async () => {
    const test = await show();
    expect(button("Undo")).toHaveProperty("disabled", true);
    act(() => test.planner.edit.setLever("reserve_days", 180));
    expect(button("Undo: Strategic reserve 0 to 180 days")).toHaveProperty("disabled", false);
    fireEvent.click(button(/^Undo/));
    expect(test.planner.documents.getState().document.inputs.levers).toEqual([]);
    fireEvent.click(button("Redo: Strategic reserve 0 to 180 days"));
    expect(test.planner.documents.getState().document.inputs.levers).toHaveLength(1);
  });

  it("H9: the title is renamed in place; Esc keeps the old one", async () => {
    const test = await show();
    fireEvent.click(button("Allied processing"));
    const field = screen.getByRole("textbox", { name: "Title of the scenario" });
    fireEvent.change(field, { target: { value: "  Better  " } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(screen.queryByRole("button", { name: "Better" })).not.toBeNull();
    expect(test.planner.documents.getState().history.past.map(({ label }) => label)).toEqual(["Rename to Better"]);
    fireEvent.click(button("Better"));
    const again = screen.getByRole("textbox");
    fireEvent.change(again, { target: { value: "Worse" } });
    fireEvent.keyDown(again, { key: "Escape" });
    expect(screen.queryByRole("button", { name: "Better" })).not.toBeNull();
    fireEvent.click(button("Better"));
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "   " } });
    fireEvent.blur(screen.getByRole("textbox"));
    expect(screen.queryByRole("button", { name: "Better" })).not.toBeNull();
  });

  it("L6: the three resets have their full names and can be undone", async () => {
    const test = await show();
    act(() => test.planner.edit.setLever("reserve_days", 180));
    fireEvent.click(button("Reset"));
    expect(screen.getAllByRole("menuitem").map((item) => item.querySelector(".spacer")?.textContent)).toEqual([
      "Set all levers to status quo",
      "Back to saved revision 1",
      "Undo: Strategic reserve 0 to 180 days",
    ]);
    fireEvent.click(screen.getByRole("menuitem", { name: /Back to saved revision 1/ }));
    expect(test.planner.documents.getState().document).toEqual(a.saved);
    act(() => test.planner.edit.undo());
    expect(test.planner.documents.getState().document.inputs.levers).toHaveLength(1);
  });

  it("W4: Save makes a revision and the status follows", async () => {
    const test = await show();
    act(() => test.planner.edit.setLever("reserve_days", 180));
    expect(screen.getByRole("status").textContent).toBe("revision 1 · unsaved changes");
    await act(() => test.clock.advance(SETTLE_MS));
    expect(screen.getByRole("status").textContent).toMatch(/^revision 1 · draft saved /);
    fireEvent.click(button("Save"));
    await act(() => test.clock.advance(0));
    expect(screen.getByRole("status").textContent).toMatch(/^revision 2 · saved /);
  });
});
