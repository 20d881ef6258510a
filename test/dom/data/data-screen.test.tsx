import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AssumptionsChip } from "../../../renderer/features/data/assumptions-chip.tsx";
import { DataScreen } from "../../../renderer/features/data/data-screen.tsx";
import type { AnalysisEngine } from "../../../renderer/state/planner.ts";
import { checkGroups } from "../../../shared/verify/verify-model.ts";
import type { CheckResult } from "../../../shared/verify/verify-model.ts";
import { createTestPlanner, type TestPlannerOptions } from "../support/test-planner.tsx";
import { shippedDataset as dataset } from "./shipped-dataset.ts";

function mount(options: TestPlannerOptions = {}) {
  const { planner, store, Provider } = createTestPlanner({ dataset, ...options });
  render(
    <>
      <AssumptionsChip />
      <DataScreen />
    </>,
    { wrapper: Provider },
  );
  return { planner, store, assumptions: () => planner.documents.getState().document.assumptions };
}

const search = (text: string): void => {
  fireEvent.change(screen.getByRole("searchbox", { name: "Search all numbers" }), { target: { value: text } });
};
const details = (): HTMLElement => screen.getByRole("region", { name: "Details" });

/** Puts a parameter of one mineral in hand. */
function choose(mineral: RegExp, words: string, row: RegExp): void {
  fireEvent.click(screen.getByRole("button", { name: mineral }));
  search(words);
  fireEvent.click(screen.getAllByRole("row", { name: row })[0]!);
}

function type(text: string): void {
  const field = within(details()).getByRole("textbox");
  field.focus();
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: "Enter" });
}

afterEach(cleanup);

describe("Data screen", () => {
  it("V288: a search in one mineral that finds nothing there says how many numbers fit elsewhere, and shows them", () => {
    mount();
    fireEvent.click(screen.getByRole("button", { name: /^Nickel/ }));
    search("armington");
    fireEvent.click(screen.getByRole("button", { name: "Show 1 number elsewhere" }));
    expect(screen.queryByRole("row", { name: /pure number/ })).not.toBeNull();
    expect(screen.getByRole("button", { name: /^Everything/ }).getAttribute("aria-pressed")).toBe("true");
  });

  it("V176: who comes back to a number finds it among those of its mineral, and searches through all", () => {
    const { planner } = mount();
    choose(/^Nickel/, "permitting time", /Permitting time.*Mining/);
    act(() => planner.view.setDataTab("method"));
    act(() => planner.view.setDataTab("dataset"));
    expect(screen.getByRole("button", { name: /^Nickel/ }).getAttribute("aria-pressed")).toBe("true");
    search("armington");
    expect(screen.queryByRole("row", { name: /pure number/ })).not.toBeNull();
  });

  it("V151, V155: shows where a number comes from and where it enters, one click from equation and chart", () => {
    const { planner } = mount();
    choose(/^Lithium/, "permitting time", /Permitting time.*Mining/);
    const side = within(details());
    expect(side.queryByText("Lithium")).not.toBeNull();
    expect(side.queryByText("Read for lithium at mining.")).not.toBeNull();
    fireEvent.click(side.getByRole("button", { name: "New projects started" }));
    expect(planner.session.getState()).toMatchObject({
      screen: "explore",
      selection: { mineral: "lithium" },
      rightIndicator: { level: "stage", id: "starts_t_per_yr" },
    });
    fireEvent.click(side.getByRole("button", { name: "New plants" }));
    expect(document.activeElement?.textContent).toBe("E8 · New plants");
  });

  it("V215: from a symbol to its numbers, and only those, with the focus on the first; back to the symbol, and from a number back to it", () => {
    const { planner } = mount();
    // By text: roles take long on a page of so many formulas.
    const follow = (text: RegExp | string): void => void fireEvent.click(screen.getByText(text, { selector: "button" }));
    const link = (): HTMLElement | null => document.querySelector('.method-entry [data-symbol="permit_mult_min"] button');
    const rows = (): readonly (string | null)[] => [...document.querySelectorAll(".data-row")].map(({ textContent }) => textContent);
    act(() => planner.view.showMethod("E8"));
    fireEvent.click(link()!);
    expect(rows()).toEqual([expect.stringMatching(/^Shortest permitting time/)]);
    expect(document.activeElement).toBe(document.querySelector(".data-row[aria-selected='true']"));
    follow("Back to new plants");
    expect(document.activeElement).toBe(link());
    fireEvent.click(link()!);
    fireEvent.click(within(details()).getByRole("button", { name: "New plants" }));
    expect(document.activeElement?.textContent).toBe("E8 · New plants");
    follow("Back to the number");
    expect(document.activeElement?.textContent).toMatch(/^Shortest permitting time/);
    expect(rows().length).toBeGreaterThan(1);
  });

  it("V214: a formula is mathematics with words for those who hear it", () => {
    const { planner } = mount();
    act(() => planner.view.showMethod("E6"));
    const drawn = document.querySelector('math[aria-label="π* equals the smaller of (π max; θ to the power of (1 divided by (ε D plus ε S)))"]');
    expect(drawn?.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
    expect(drawn?.querySelectorAll("msup").length).toBeGreaterThan(1);
  });

  it("V176: opens on the first mineral with its quantities first; a search looks through all minerals", () => {
    mount();
    const [, group, first] = screen.getAllByRole("row");
    expect(group?.textContent).toMatch(/^Production, consumption, trade and prices/);
    expect(first?.textContent).toMatch(/^Domestic production/);
    expect(screen.getByRole("button", { name: /^Rare earths/ }).getAttribute("aria-pressed")).toBe("true");
    search("thacker");
    expect(screen.getByRole("button", { name: /^Everything/ }).getAttribute("aria-pressed")).toBe("true");
    expect(screen.queryAllByRole("row", { name: /^Thacker Pass phase 1, mine/ })).toHaveLength(1);
  });

  it("V176: arrow keys go from row to row and pass over the heads of groups", () => {
    const { planner } = mount();
    fireEvent.click(screen.getByRole("button", { name: /^Lithium/ }));
    search("discrepancy");
    const inHand = (): string => screen.getByRole("row", { selected: true }).textContent;
    const before = inHand();
    fireEvent.keyDown(screen.getByRole("row", { selected: true }), { key: "ArrowUp" });
    expect(inHand()).toBe(before);
    search("");
    fireEvent.keyDown(screen.getByRole("row", { selected: true }), { key: "Home" });
    fireEvent.keyDown(screen.getByRole("row", { selected: true }), { key: "ArrowDown" });
    expect(inHand()).toMatch(/^(Domestic|Recycled) production/);
    fireEvent.keyDown(screen.getByRole("row", { selected: true }), { key: "End" });
    expect(planner.session.getState().dataRow).toBe("base-year:lithium:P:secondary_production");
  });

  it("V177: chips count the rows by grade and filter them; what has no grade is counted too", () => {
    mount();
    fireEvent.click(screen.getByRole("button", { name: "Everything 1,082" }));
    const chips = within(screen.getByRole("group", { name: "Rows by grade" })).getAllByRole("button");
    const count = (chip: HTMLElement): number => Number(/[\d,]+$/.exec(chip.textContent)?.[0].replace(",", ""));
    expect(chips.map(count).reduce((sum, one) => sum + one)).toBe(1082);
    const withheld = screen.getByRole("button", { name: /^withheld/ });
    fireEvent.click(withheld);
    expect(withheld.getAttribute("aria-pressed")).toBe("true");
    expect(screen.queryByText(`${count(withheld)} rows`)).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /^no grade/ }));
    expect(screen.queryByText(`${count(withheld) + count(chips.at(-1)!)} rows`)).not.toBeNull();
  });

  it("V152: a number that no equation reads is marked and has no field", () => {
    mount();
    choose(/^Rare earths/, "loss_fab", /loss_fab.*for the record/);
    expect(within(details()).queryByRole("textbox")).toBeNull();
    expect(within(details()).queryByText(/No equation reads this number/)).not.toBeNull();
  });

  it("V153: an assumption belongs to the scenario at once, warns beyond the range, shows its effect, and can be undone", () => {
    const { planner, assumptions } = mount();
    choose(/^Lithium/, "price response of demand", /Price response of demand/);
    type("5");
    expect(assumptions()).toEqual([{ mineral: "lithium", stage: "", key: "eps_d", value: 5 }]);
    expect(within(details()).queryByText(/Outside the dataset's range/)).not.toBeNull();
    expect(within(details()).queryByText(/Import dependence in 2035/)).not.toBeNull();
    expect(screen.queryByRole("button", { name: "1 assumption changed" })).not.toBeNull();
    act(() => planner.edit.undo());
    expect(assumptions()).toEqual([]);
    expect(screen.queryByRole("button", { name: "1 assumption changed" })).toBeNull();
  });

  it("V178: what the range of the number in hand would do is told without being asked for", async () => {
    mount();
    choose(/^Lithium/, "price response of demand", /Price response of demand/);
    expect(await screen.findByText("No effect on 2035 import dependence of lithium.")).not.toBeNull();
    const effect = within(screen.getByRole("region", { name: "Effect of its range" }));
    expect(effect.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^At its low/),
      expect.stringMatching(/^At its high/),
    ]);
    expect(screen.getByRole("img", { name: /^Range / }).getAttribute("aria-label")).toMatch(/dataset [0-9.]+$/);
  });

  it("V153: typing the dataset's own value takes the assumption away; text that is no number changes nothing", () => {
    const { assumptions } = mount();
    choose(/^Lithium/, "eps_d", /Price response of demand/);
    const own = dataset.parameters.find(({ mineral, key }) => mineral === "lithium" && key === "eps_d")!.value;
    type("5");
    type("x");
    expect(screen.getByRole("alert").textContent).toBe("Enter a number of 0 or more. Still 5.");
    expect(assumptions()).toHaveLength(1);
    type(String(own));
    expect(assumptions()).toEqual([]);
  });

  it("V154: the chip leads to the list; one reset takes one, the other takes all in one undo step", () => {
    const { planner, assumptions } = mount();
    act(() => {
      planner.edit.setAssumption({ mineral: "lithium", stage: "", key: "eps_d" }, 1);
      planner.edit.setAssumption({ mineral: "ree", stage: "", key: "c_max" }, 0.7);
      planner.edit.setAssumption({ mineral: "ree", stage: "", key: "rho0" }, 0.6);
    });
    fireEvent.click(screen.getByRole("button", { name: "3 assumptions changed" }));
    expect(planner.session.getState().screen).toBe("data");
    expect(within(screen.getByRole("grid", { name: "Assumptions of this scenario" })).getAllByRole("textbox")).toHaveLength(3);
    fireEvent.click(screen.getByRole("button", { name: "Reset Recovery yield today, rare earths" }));
    expect(assumptions()).toHaveLength(2);
    fireEvent.click(screen.getByRole("button", { name: "Reset all 2" }));
    expect(assumptions()).toEqual([]);
    expect(screen.queryByText("No assumption differs from the dataset")).not.toBeNull();
    const [toast] = planner.session.getState().toasts;
    expect(toast?.text).toBe("2 numbers are the dataset's again");
    act(() => toast?.action?.run());
    expect(assumptions()).toHaveLength(2);
  });

  it("V179: every number that may be changed has a field in its row; what it does stands in the head at once, a refusal in the row", async () => {
    const { planner, assumptions } = mount();
    act(() => planner.view.setDataTab("assumptions"));
    const table = within(screen.getByRole("grid", { name: "Assumptions of this scenario" }));
    fireEvent.click(screen.getByRole("button", { name: /^Lithium/ }));
    search("price response of demand");
    const field = table.getByRole("textbox", { name: "Price response of demand, lithium" });
    const commit = (text: string): void => {
      field.focus();
      fireEvent.change(field, { target: { value: text } });
      fireEvent.keyDown(field, { key: "Enter" });
    };
    commit("5");
    expect(assumptions()).toEqual([{ mineral: "lithium", stage: "", key: "eps_d", value: 5 }]);
    expect(table.queryByText("outside its range")).not.toBeNull();
    expect(screen.queryByRole("heading", { name: "1 number differs from the dataset" })).not.toBeNull();
    expect(await screen.findByText(/^Import dependence of all minerals in 2035, dataset's numbers to these: 80%/)).not.toBeNull();
    commit("x");
    expect(table.getByRole("alert").textContent).toBe("Enter a number of 0 or more. Still 5.");
    fireEvent.click(screen.getByRole("checkbox", { name: "Changed only" }));
    search("");
    expect(table.getAllByRole("textbox")).toHaveLength(1);
  });

  it("V179: definitions, whole numbers and what no equation reads have no row among the assumptions", () => {
    const { planner } = mount();
    act(() => planner.view.setDataTab("assumptions"));
    search("steps of partner construction");
    expect(screen.queryByText("No number fits")).not.toBeNull();
    search("loss_fab");
    expect(screen.queryByText("No number fits")).not.toBeNull();
  });

  it("V151: an empty search offers the way back", () => {
    mount();
    search("no such words");
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect(screen.getAllByRole("row").length).toBeGreaterThan(10);
  });
});

describe("Method and history", () => {
  it("V45: a search that finds nothing here leads to where it does", () => {
    const { planner } = mount();
    act(() => planner.view.setDataTab("method"));
    fireEvent.change(screen.getByRole("searchbox", { name: "Search the method" }), { target: { value: "pi_cap" } });
    fireEvent.click(screen.getByRole("button", { name: "Look in equations" }));
    expect(screen.queryByRole("heading", { name: "E6 · Price premium in a disruption" })).not.toBeNull();
  });

  it("V156, V181: checks are listed before they run, filled in as they come, and a failure stands first with what was violated", async () => {
    const passed = { expected: 0.5, got: 0.5, tolerance: 1e-9, pass: true };
    const failed = { expected: 0, got: 1, tolerance: 0, pass: false, note: "M1 in month 3" };
    const all = checkGroups(dataset).flatMap(({ checks }) => checks.map(({ id, title }) => ({ id, title, outcome: passed })));
    const steps = Promise.withResolvers<readonly CheckResult[]>();
    const verify = vi.fn<AnalysisEngine["verify"]>((control) => {
      control.show?.(all.slice(0, 1));
      return steps.promise;
    });
    const { planner } = mount({ verify });
    act(() => planner.view.setDataTab("checks"));
    expect(verify).not.toHaveBeenCalled();
    expect(screen.queryByRole("heading", { name: `${all.length} checks, not run yet` })).not.toBeNull();
    expect(screen.getAllByText("not run yet")).toHaveLength(all.length);
    await act(async () => screen.getByRole("button", { name: "Run all checks" }).click());
    expect(screen.queryByRole("heading", { name: `1 of ${all.length} checks were run; all hold` })).not.toBeNull();
    await act(async () => steps.resolve(all.map((one, i) => (i === 3 ? { ...one, outcome: failed } : one))));
    expect(screen.queryByRole("heading", { name: `${all.length - 1} of ${all.length} checks hold` })).not.toBeNull();
    const [, group, first] = within(screen.getByRole("table", { name: "Checks of the model" })).getAllByRole("row");
    expect(group?.textContent).toMatch(/^What fails/);
    expect(first?.textContent).toMatch(/M1 in month 3fails$/);
  });

  it("V46: a dataset without history says so, and its base year still stands beside it", async () => {
    const { planner } = mount();
    act(() => planner.view.setDataTab("history"));
    await screen.findByText("This dataset brings no history");
    expect(screen.queryByText("This dataset brings no history")).not.toBeNull();
    expect(within(screen.getByRole("table", { name: /Base year/ })).getByText("Rare earths")).not.toBeNull();
  });

  it("V46: a history that cannot be read is named and hides nothing else", async () => {
    const { planner, store } = mount();
    store.fail("dataset:history", { code: "file-unreadable", file: "nir-checks.csv", reason: "it is not UTF-8 text" });
    act(() => planner.view.setDataTab("history"));
    expect((await screen.findByRole("alert")).textContent).toContain("nir-checks.csv could not be read: it is not UTF-8 text.");
  });
});
