import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { PinMenu } from "../../../renderer/features/pins/pin-menu.tsx";
import { pinScenario } from "../../../renderer/features/pins/pin-scenario.ts";
import { exploreDataset } from "../explore/explore-kit.tsx";
import { createTestPlanner } from "../support/test-planner.tsx";

afterEach(cleanup);

function mount() {
  const { planner, Provider, clock } = createTestPlanner({ dataset: exploreDataset });
  render(<PinMenu />, { wrapper: Provider });
  return { planner, clock };
}
const composite = (reader: { readonly total: (id: string) => readonly (number | null)[] }): number | null => reader.total("composite_equal")[0] ?? null;

describe("pinned scenarios", () => {
  it("V42: the line of a pin stays as it was when it was pinned, while levers move on", () => {
    const { planner, clock } = mount();
    const before = composite(planner.results.getState().current);
    act(() => pinScenario(planner));
    act(() => {
      planner.edit.setLever("tariff", 25);
      clock.frame();
    });
    const [pin] = planner.session.getState().pins;
    expect(composite(planner.results.getState().current)).not.toBe(before);
    expect(composite(pin!.reader)).toBe(before);
    expect(pin!.name).toBe(planner.documents.getState().labels.title);
  });

  it("V42: the menu pins, lists, removes one and all", () => {
    const { planner } = mount();
    fireEvent.click(screen.getByRole("button", { name: "Pinned scenarios" }));
    fireEvent.click(screen.getByRole("button", { name: "Pin this scenario" }));
    fireEvent.click(screen.getByRole("button", { name: "Pin this scenario" }));
    const names = planner.session.getState().pins.map(({ name }) => name);
    expect(screen.getAllByRole("listitem").map((row) => row.textContent)).toEqual(names);
    fireEvent.click(screen.getByRole("button", { name: `Remove ${names[0]} from the charts` }));
    expect(planner.session.getState().pins.map(({ name }) => name)).toEqual([names[1]]);
    fireEvent.click(screen.getByRole("button", { name: "Pin this scenario" }));
    fireEvent.click(screen.getByRole("button", { name: "Remove all" }));
    expect(planner.session.getState().pins).toEqual([]);
  });

  it("V42: a sixth is refused in words", () => {
    const { planner } = mount();
    for (let count = 0; count < 6; count++) act(() => pinScenario(planner));
    expect(planner.session.getState().pins).toHaveLength(5);
    expect(planner.session.getState().toasts.at(-1)?.text).toBe("5 scenarios are pinned. Remove one to pin another.");
    fireEvent.click(screen.getByRole("button", { name: "Pinned scenarios, 5" }));
    expect(screen.getByRole("button", { name: "Pin this scenario" }).hasAttribute("disabled")).toBe(true);
  });
});
