import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { SwitchingTab } from "../../../renderer/features/data/switching-tab.tsx";
import { createTestPlanner } from "../support/test-planner.tsx";
import { shippedDataset as dataset } from "./shipped-dataset.ts";

function mount() {
  const { planner, Provider } = createTestPlanner({ dataset });
  render(<SwitchingTab />, { wrapper: Provider });
  return planner;
}

const ask = (): HTMLButtonElement => screen.getByRole("button", { name: "Ask every number" });

afterEach(cleanup);

describe("How wrong must it be?", () => {
  it("V47: without a changed lever or a target it says what is missing", () => {
    const planner = mount();
    expect(screen.getByText(/nothing to hold against it/)).toBeDefined();
    expect(ask().disabled).toBe(true);
    act(() => screen.getByRole("radio", { name: "The target" }).click());
    expect(screen.getByText(/has no target/)).toBeDefined();
    act(() => planner.edit.setTarget({ indicator: "dependence", mineral: null, value: 0.5, year: 2035 }));
    expect(screen.getByText(/Import dependence of all minerals is above 50% in 2035\. Which number/)).toBeDefined();
    expect(ask().disabled).toBe(false);
  });

  it("V47: with a changed lever the scenario is held against status quo", () => {
    const planner = mount();
    act(() => planner.edit.setLever("mining_invest", 500));
    expect(screen.getByText(/for the scenario to be no better/)).toBeDefined();
    expect(ask().disabled).toBe(false);
  });
});
