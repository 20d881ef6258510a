import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { registerShellCommands } from "../../../renderer/features/shell/shell-commands.ts";
import { Dialogs } from "../../../renderer/features/shell/dialogs.tsx";
import { FirstHints } from "../../../renderer/features/shell/first-hints.tsx";
import { runBootSequence } from "../../../renderer/state/boot-sequence.ts";
import { bootInfo, createMemoryStore } from "../support/memory-store.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { tinyDataset } from "../support/tiny-dataset.ts";

const fresh = bootInfo({ settings: { ...bootInfo().settings, hints: true } });
const hints = (): HTMLElement | null => screen.queryByRole("region", { name: "Hints to begin with" });

afterEach(cleanup);

describe("first start", () => {
  it("W33: begins with the worked example; not once there is a scenario or the hints are hidden", async () => {
    const exampleOf = async (...args: Parameters<typeof createMemoryStore>): Promise<string | undefined> => {
      const booted = await runBootSequence(createMemoryStore(...args).api);
      return booted.ok ? booted.value.example?.labels.title : "failed";
    };
    const seed = { id: "a", labels: { title: "A", notes: "", tags: [], question: "", hypothesis: "", findings: "", decision: "" } };
    const document = { inputs: { levers: [], world: "stated", events: [] }, assumptions: [], target: null, budget: null };
    expect(await exampleOf(tinyDataset, () => 0, [], fresh)).toBe("Tariff first");
    expect(await exampleOf(tinyDataset, () => 0, [{ ...seed, saved: document }], fresh)).toBeUndefined();
    expect(await exampleOf(tinyDataset, () => 0, [], bootInfo())).toBeUndefined();
  });

  it("W33: three hints stand under the title bar and can be hidden for good", () => {
    const { planner, store, Provider } = createTestPlanner({ boot: fresh });
    render(<FirstHints />, { wrapper: Provider });
    expect(within(hints()!).getAllByRole("listitem")).toHaveLength(3);
    act(() => planner.view.showScreen("library"));
    expect(hints()).toBeNull();
    act(() => planner.view.showScreen("explore"));
    fireEvent.click(screen.getByRole("button", { name: "Hide for good" }));
    expect(hints()).toBeNull();
    expect(store.calls.at(-1)).toEqual({ channel: "settings:set", input: { hints: false } });
  });

  it("W34: a sample is opened as a scenario of one's own, which the store learns of with its first change", async () => {
    const { planner, store, Provider } = createTestPlanner();
    registerShellCommands(planner, store.api);
    render(<Dialogs />, { wrapper: Provider });
    await act(() => planner.commands.run("scenario.sample"));
    fireEvent.click(await screen.findByRole("button", { name: /Tariff first/ }));
    await waitFor(() => {
      expect(planner.documents.getState()).toMatchObject({ id: null, labels: { title: "Tariff first" } });
    });
    expect(planner.documents.getState().document.inputs.levers[0]?.value).toBe(20);
    expect(store.rows()).toEqual([]);
  });
});
