import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ChangedCount } from "../../../renderer/features/explore/changed-count.tsx";
import { refuseCopyEvent, stubCopyEvent } from "../support/copy-event.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { exploreDataset } from "./explore-kit.tsx";

function mount() {
  const { planner, out, Provider } = createTestPlanner({ dataset: exploreDataset });
  render(<ChangedCount study={null} />, { wrapper: Provider });
  return Object.assign(planner, { out });
}

afterEach(cleanup);

describe("actions and outcomes", () => {
  it("L46: at status quo there is nothing to open; the count opens the list of levers that differ", () => {
    const planner = mount();
    expect(screen.queryByRole("button")).toBeNull();
    act(() => planner.edit.setLever("tariff", 25));
    fireEvent.click(screen.getByRole("button", { name: "1 of 5 changed" }));
    const rows = within(screen.getByRole("table", { name: "Levers that differ" })).getAllByRole("row");
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      "LeverFrom → toStrengthDatesCostFirst effectFull effect",
      "Tariff0% → 25%moderatefrom 2027, over 12 months$0n/an/a",
    ]);
    expect(screen.queryByRole("table", { name: "Outcomes in 2035" })).not.toBeNull();
  });

  it("V61: a lever with several settings has one cost and says for how many; its further rows say where they are counted", () => {
    const planner = mount();
    const partner = (iso3: string, value: number) => ({ lever: "ally_finance", value, start: "2027-01", ramp: 1, minerals: "all" as const, partner: iso3 });
    act(() => planner.edit.replaceInstances("ally_finance", [partner("AUS", 100), partner("PER", 200)]));
    fireEvent.click(screen.getByRole("button", { name: "1 of 5 changed" }));
    const rows = within(screen.getByRole("table", { name: "Levers that differ" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/for 2 settings/);
    expect(rows[2]?.textContent).toMatch(/Peru.*counted above$/);
  });

  it("L46: a lever's name closes the list and opens its details", () => {
    const planner = mount();
    act(() => planner.edit.setLever("tariff", 25));
    fireEvent.click(screen.getByRole("button", { name: "1 of 5 changed" }));
    fireEvent.click(screen.getByRole("button", { name: "Tariff" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(planner.session.getState().detailLever).toBe("tariff");
  });

  it("L46: both tables are copied, or saved, with what they rest on; a refused clipboard is said", async () => {
    const planner = mount();
    const written = stubCopyEvent();
    act(() => planner.edit.setLever("tariff", 25));
    fireEvent.click(screen.getByRole("button", { name: "1 of 5 changed" }));
    fireEvent.click(screen.getByRole("button", { name: "Copy as table" }));
    expect(written[0]).toMatch(/^Levers that differ from status quo\. .*\nLever\tFor\tFrom\tTo\t[^]*\n\nOutcomes in 2035\. [^]*\nPlan A \(LS-1\)$/);
    await expect.poll(() => planner.out.said).toEqual(["Copied the tables"]);
    fireEvent.click(screen.getByRole("button", { name: "Save as CSV…" }));
    await expect.poll(() => planner.out.saved.map(({ name }) => name)).toEqual(["Levers that differ from status quo"]);
    refuseCopyEvent();
    fireEvent.click(screen.getByRole("button", { name: "Copy as table" }));
    await expect.poll(() => planner.out.said.at(-1)).toBe("refused");
  });
});
