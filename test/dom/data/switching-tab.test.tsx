import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { SwitchingTab } from "../../../renderer/features/data/switching-tab.tsx";
import { switchingStudyOf } from "../../../renderer/features/data/switching-study.ts";
import type { Seed } from "../support/memory-rows.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { shippedDataset as dataset } from "./shipped-dataset.ts";

function mount() {
  const { planner, Provider } = createTestPlanner({ dataset });
  render(<SwitchingTab />, { wrapper: Provider });
  return planner;
}

const inWorld = (id: string, world: string): Seed => ({ id, labels: emptyLabels(id), saved: statusQuoDocument(world) });

async function rankAgainst(name: string): Promise<void> {
  const select = await screen.findByRole("button", { name: /Ranked against/ });
  act(() => select.focus());
  fireEvent.keyDown(select, { key: "ArrowDown" });
  fireEvent.keyUp(select, { key: "ArrowDown" });
  const option = await screen.findByRole("option", { name: new RegExp(name) });
  await act(async () => option.click());
}

const ask = (): HTMLButtonElement => screen.getByRole("button", { name: "Ask every number" });

afterEach(cleanup);

describe("How wrong must it be?", () => {
  it("V47: without a changed lever or a target it says what is missing", () => {
    const planner = mount();
    expect(screen.queryByText(/nothing to hold against it/)).not.toBeNull();
    expect(ask().disabled).toBe(true);
    act(() => screen.getByRole("radio", { name: "The target" }).click());
    expect(screen.queryByText(/has no target/)).not.toBeNull();
    act(() => planner.edit.setTarget({ indicator: "dependence", mineral: null, value: 0.5, year: 2035 }));
    expect(screen.queryByRole("heading", { name: "Import dependence of all minerals is above 50% in 2035" })).not.toBeNull();
    expect(screen.queryByText(/^80% against a target of 50%: missed by 30 points\. Which number/)).not.toBeNull();
    expect(screen.queryByText(/^Up to 4,185 short runs of the model/)).not.toBeNull();
    expect(ask().disabled).toBe(false);
  });

  it("V47: with a changed lever the scenario is held against status quo", () => {
    const planner = mount();
    act(() => planner.edit.setLever("mining_invest", 500));
    expect(screen.queryByText(/% against 80% in the status quo: .*Which number/)).not.toBeNull();
    expect(ask().disabled).toBe(false);
  });

  it("V47, V155: the answer lists numbers with value, turn and range; a name leads to its row of the dataset", () => {
    const planner = mount();
    act(() => planner.edit.setTarget({ indicator: "dependence", mineral: null, value: 0.5, year: 2035 }));
    act(() => screen.getByRole("radio", { name: "The target" }).click());
    const study = switchingStudyOf(planner);
    const parameter = { mineral: "all", stage: "", key: "recycle_capex_mult", value: 0.5, low: 0.25, high: 1, from: 0.1, to: 2 };
    act(() => ask().click());
    const { asked } = study.store.getState();
    if (asked === null) throw new Error("nothing was asked");
    const value = { holds: false, margin: -0.004, rows: [{ parameter, at: 0.369, fragility: 0.52 }], runs: 30 };
    act(() => {
      study.cancel();
      study.store.setState({ status: "done", result: { question: asked, value, ms: 5, isWhole: true } });
    });
    expect(screen.queryByText("Import dependence of all minerals is above 50% in 2035")).not.toBeNull();
    const row = screen.getByRole("row", { name: /Investment in recycling against processing/ });
    expect([...row.children].map((cell) => cell.textContent)).toEqual([
      "Investment in recycling against processingAll minerals",
      "0.5",
      "0.369",
      "times the investment at processing",
      "0.25 to 1",
      "inside its range",
    ]);
    fireEvent.click(screen.getByRole("button", { name: "Investment in recycling against processing" }));
    expect(planner.session.getState()).toMatchObject({ screen: "data", dataTab: "dataset", dataRow: "parameters:all::recycle_capex_mult" });
    // Another conclusion has no answer yet.
    act(() => planner.edit.setTarget({ indicator: "dependence", mineral: null, value: 0.4, year: 2035 }));
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("V63: two scenarios are ranked: without another one that is said, else the other is chosen and what differs is told", async () => {
    mount();
    act(() => screen.getByRole("radio", { name: "Ranking of two scenarios" }).click());
    expect(screen.queryByText(/no other scenario to rank this one against/)).not.toBeNull();
    expect(ask().disabled).toBe(true);
    cleanup();

    const { planner, Provider } = createTestPlanner({ dataset, seeds: [inWorld("Diversify", "stated"), inWorld("Reserve", "high")] });
    render(<SwitchingTab />, { wrapper: Provider });
    act(() => planner.edit.setLever("mining_invest", 500));
    act(() => screen.getByRole("radio", { name: "Ranking of two scenarios" }).click());
    await rankAgainst("Reserve");
    expect(ask().disabled).toBe(false);
    expect(screen.queryByText("They stand in different worlds.")).not.toBeNull();
    await rankAgainst("Diversify");
    expect(screen.queryByText(/different worlds/)).toBeNull();
  });
});
