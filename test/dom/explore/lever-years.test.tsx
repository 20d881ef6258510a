import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LeverYearsTable } from "../../../renderer/features/explore/levers/lever-years-table.tsx";
import type { LeverSetting } from "../../../shared/scenario/scenario.ts";
import { stubCopyEvent } from "../support/copy-event.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { exploreDataset } from "./explore-kit.tsx";

const tariff = exploreDataset.levers.find(({ id }) => id === "tariff")!;
const plain: LeverSetting = { lever: "tariff", value: 20, start: "2027-01", ramp: 1, minerals: "all" };

function mount(before: readonly LeverSetting[] = []) {
  const { planner, clock, out, Provider } = createTestPlanner({ dataset: exploreDataset });
  act(() => planner.edit.replaceInstances("tariff", before));
  render(<LeverYearsTable lever={tariff} />, { wrapper: Provider });
  const levers = (): readonly LeverSetting[] => planner.documents.getState().document.inputs.levers;
  return { planner, levers, clock, out };
}

const field = (year: number): HTMLInputElement => screen.getByRole("textbox", { name: `${year}, %` });
function type(year: number, text: string): void {
  field(year).focus();
  fireEvent.change(field(year), { target: { value: text } });
  fireEvent.keyDown(field(year), { key: "Enter" });
}
const paste = (year: number, text: string): void => void fireEvent.paste(field(year), { clipboardData: { getData: () => text } });

afterEach(cleanup);

describe("years of a lever", () => {
  it("L47: a typed year makes a setting for exactly that year; the rest stays", async () => {
    const { levers, planner, clock } = mount([plain]);
    await act(() => clock.advance(1000));
    type(2030, "35.5");
    expect(levers().map(({ value, start, end }) => [value, start, end])).toEqual([
      [20, "2027-01", "2030-01"],
      [35.5, "2030-01", "2031-01"],
      [20, "2031-01", undefined],
    ]);
    expect(field(2030).value).toBe("35.5");
    act(() => planner.edit.undo());
    expect(levers()).toEqual([plain]);
  });

  it("L47: a year can hold to the end, and be status quo", () => {
    const { levers } = mount([plain]);
    type(2032, "0");
    fireEvent.click(screen.getByRole("button", { name: "Hold 2032 to the end" }));
    expect(levers()).toEqual([{ ...plain, end: "2032-01" }]);
  });

  it("L47: a pasted column sets its years at once; a wrong line changes nothing and is named", () => {
    const { levers } = mount();
    paste(2028, "Year\tTariff\n2028\t10\n2029\t20\n2030\t20\n");
    expect(levers().map(({ value, start, end }) => [value, start, end])).toEqual([
      [10, "2028-01", "2029-01"],
      [20, "2029-01", "2031-01"],
    ]);
    paste(2028, "5\nmany\n7");
    expect(screen.getByRole("alert").textContent).toBe('Nothing was pasted: "many" for 2029 is no value of this lever, which takes 0 to 100%.');
    expect(levers()).toHaveLength(2);
  });

  it("L62: a copied table goes back to its own years, wherever it is pasted; what goes beyond the last year is refused", async () => {
    const written = stubCopyEvent();
    const { levers, out } = mount([{ ...plain, start: "2030-01", end: "2032-01" }]);
    fireEvent.click(screen.getByRole("button", { name: "Copy as table" }));
    await expect.poll(() => out.said).toEqual(["Copied the table"]);
    type(2040, "50");
    paste(2040, written[0]!);
    expect(levers().map(({ value, start, end }) => [value, start, end])).toEqual([[20, "2030-01", "2032-01"]]);
    paste(2050, "1\n2");
    expect(screen.getByRole("alert").textContent).toBe("Nothing was pasted: 2 values from 2050 on go beyond 2050.");
  });

  it("L47: a year inside a rise is refused with the way out, and yearly steps take it", () => {
    const { levers } = mount([{ ...plain, ramp: 60 }]);
    type(2028, "50");
    expect(screen.getByRole("alert").textContent).toBe(
      "The value still rises until December 2031. Set that year or a later one, or turn the rise into yearly steps.",
    );
    expect(levers()).toEqual([{ ...plain, ramp: 60 }]);
    fireEvent.click(screen.getByRole("button", { name: "Yearly steps instead of the rise" }));
    type(2028, "50");
    expect(levers().find(({ start }) => start === "2028-01")).toMatchObject({ value: 50, end: "2029-01" });
    expect(screen.queryByRole("button", { name: "Yearly steps instead of the rise" })).toBeNull();
  });

  it("L47: settings for other minerals are chosen apart and stay", () => {
    const tin: LeverSetting = { ...plain, minerals: ["tin"], value: 50 };
    const { levers } = mount([plain, tin]);
    type(2027, "30");
    expect(levers().filter(({ minerals }) => minerals !== "all")).toEqual([tin]);
    expect(screen.getByRole("button", { name: /Setting/ }).textContent).toContain("All minerals");
  });

  it("L47: the public share says why it has no years", () => {
    const { Provider } = createTestPlanner({ dataset: exploreDataset });
    render(<LeverYearsTable lever={{ ...tariff, id: "ppp_public_share" }} />, { wrapper: Provider });
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.queryByText(/only one counts/)).not.toBeNull();
  });
});
