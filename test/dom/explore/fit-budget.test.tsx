import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { RunSlot } from "../../../renderer/engine/live-engine.ts";
import { PublicCost } from "../../../renderer/features/explore/outcome/public-cost-line.tsx";
import { YEARS, createTestPlanner, levelOf, levelReader } from "../support/test-planner.tsx";

/** Ten million a year for each step of a lever's value; the tariff costs nothing. */
const costly = (): RunSlot => ({
  run(document) {
    const of = (lever?: string) => {
      const sum = document.inputs.levers.reduce((all, each) => all + (each.lever === "tariff" || (lever && each.lever !== lever) ? 0 : each.value * 10), 0);
      return YEARS.map(() => sum);
    };
    const plain = levelReader(levelOf(document));
    return { ...plain, total: (id) => (id === "public_cost_musd" ? of() : plain.total(id)), costByLever: of };
  },
});

afterEach(cleanup);

function open() {
  const test = createTestPlanner({ createSlot: costly });
  const { planner, clock, Provider } = test;
  planner.edit.setLever("reserve_days", 200);
  planner.edit.setLever("tariff", 40);
  planner.edit.setBudget(1000);
  clock.frame();
  render(<PublicCost />, { wrapper: Provider });
  const settings = () => planner.documents.getState().document.inputs.levers.map(({ lever, value }) => [lever, value]);
  return { planner, settings };
}

describe("fit to budget", () => {
  it("L31, L50: the overrun offers it; the proposal is shown and moves nothing", () => {
    const { settings } = open();
    expect(screen.getByRole("status").textContent).toBe("Over budget by $1.0 bn a year. No lever was changed.");
    fireEvent.click(screen.getByRole("button", { name: "Fit to budget" }));
    const dialog = within(screen.getByRole("dialog", { name: "Fit to budget" }));
    expect(dialog.queryByText(/keeps the same part of its way from status quo, about 52%/)).not.toBeNull();
    expect(dialog.queryByRole("row", { name: /Strategic reserve 200 days to 100 days/ })).not.toBeNull();
    expect(dialog.queryByText(/Tariff/)).toBeNull();
    fireEvent.click(dialog.getByRole("button", { name: "Change nothing" }));
    expect(settings()).toEqual([
      ["reserve_days", 200],
      ["tariff", 40],
    ]);
  });

  it("L50: taking it over is one undo entry", () => {
    const { planner, settings } = open();
    fireEvent.click(screen.getByRole("button", { name: "Fit to budget" }));
    fireEvent.click(screen.getByRole("button", { name: "Set these levers" }));
    expect(settings()).toEqual([
      ["reserve_days", 100],
      ["tariff", 40],
    ]);
    act(() => planner.edit.undo());
    expect(settings()[0]).toEqual(["reserve_days", 200]);
  });
});
