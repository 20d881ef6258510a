import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LeverDetail } from "../../../renderer/features/explore/levers/lever-detail.tsx";
import { LeverPanel } from "../../../renderer/features/explore/levers/lever-panel.tsx";
import { useDataset, useSession } from "../../../renderer/state/planner.ts";
import type { LeverSetting } from "../../../shared/scenario/scenario.ts";
import type { LeverWords } from "../../../shared/view/effect/lever-words.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { exploreDataset } from "./explore-kit.tsx";

const WORDS: ReadonlyMap<string, LeverWords> = new Map([
  [
    "mining_invest",
    {
      row: "No visible effect before 2036. Idle: $3.1 bn of $9.0 bn.",
      brief: "2036: permits, building",
      instead: null,
      idle: "idle $3.1 bn",
      details: ["No visible effect before 2036. Full effect 2041.", "Tin, mining: no deposit."],
    },
  ],
  [
    "ally_finance",
    {
      row: "Shows in imports from partners.",
      brief: "shows elsewhere",
      instead: "shows in imports from partners",
      idle: null,
      details: ["Shows in imports from partners."],
    },
  ],
]);

function Screen() {
  const dataset = useDataset();
  const open = useSession((state) => state.detailLever);
  const lever = dataset.levers.find(({ id }) => id === open);
  return (
    <>
      <LeverPanel words={WORDS} study={null} />
      {lever && <LeverDetail key={lever.id} lever={lever} words={WORDS.get(lever.id) ?? null} />}
    </>
  );
}

function mount() {
  const { planner, clock, Provider } = createTestPlanner({ dataset: exploreDataset });
  render(<Screen />, { wrapper: Provider });
  const levers = (): readonly LeverSetting[] => planner.documents.getState().document.inputs.levers;
  return { planner, clock, levers };
}

const slider = (name: string): HTMLElement => screen.getByRole("slider", { name });
const field = (name: string): HTMLInputElement => screen.getByRole("textbox", { name });
function type(input: HTMLInputElement, text: string): void {
  input.focus();
  fireEvent.change(input, { target: { value: text } });
  fireEvent.keyDown(input, { key: "Enter" });
}

afterEach(cleanup);

describe("lever list", () => {
  it("L1: shows every lever of the dataset in its groups, at status quo without a setting", () => {
    const { levers } = mount();
    const groups = screen.getAllByRole("region").map((region) => region.getAttribute("aria-label"));
    expect(groups).toEqual(["Stockpiles", "Domestic supply", "Trade", "Allies"]);
    expect(screen.getAllByRole("slider")).toHaveLength(5);
    expect(screen.getAllByText("status quo")).toHaveLength(6);
    expect(levers()).toEqual([]);
  });

  it("L51: settings of levers that the dataset does not have are named and stay until they are removed, with one undo", () => {
    const { planner, levers } = mount();
    const foreign = { lever: "tidal_power", value: 12.5, start: "2028-01", ramp: 1, minerals: "all" } as const;
    act(() => planner.edit.replaceDocument({ ...planner.documents.getState().document, inputs: { levers: [foreign], world: "stated", events: [] } }, "Opened"));
    const unknown = screen.getByRole("region", { name: "Levers that this dataset does not have" });
    expect(within(unknown).getByRole("listitem").textContent).toBe("tidal_power 12.5, from 2028");
    expect(screen.queryByText("1 unknown")).not.toBeNull();
    expect(screen.getAllByText("status quo")).toHaveLength(5);
    act(() => planner.edit.setLever("reserve_days", 90));
    expect(screen.queryByRole("button", { name: "1 of 5 changed, 1 unknown" })).not.toBeNull();
    fireEvent.click(within(unknown).getByRole("button", { name: "Remove this setting" }));
    expect(levers().map(({ lever }) => lever)).toEqual(["reserve_days"]);
    expect(screen.queryByText("Not in this dataset")).toBeNull();
    act(() => planner.edit.undo());
    expect(levers()).toContain(foreign);
  });

  it("L26: a number counts on Enter, with decimal comma and off the step; the words follow", () => {
    const { levers } = mount();
    type(field("Strategic reserve, days of stage demand"), "182,5");
    expect(levers()).toEqual([{ lever: "reserve_days", value: 182.5, start: "2027-01", ramp: 1, minerals: "all" }]);
    expect(slider("Strategic reserve").getAttribute("aria-valuetext")).toBe("moderate, 182.5 days, from 2027");
    expect(screen.queryByText("1 of 5 changed")).not.toBeNull();
  });

  it("L26: a number out of bounds says what would be right, changes nothing, and goes when the slider moves", () => {
    const { levers } = mount();
    const input = field("Strategic reserve, days of stage demand");
    type(input, "180");
    type(input, "420");
    expect(screen.getByRole("alert").textContent).toBe("Enter 0 to 365 days. Still 180 days.");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(levers()[0]?.value).toBe(180);
    fireEvent.keyDown(slider("Strategic reserve"), { key: "ArrowRight" });
    expect(levers()[0]?.value).toBe(185);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(input.value).toBe("185");
  });

  it("L26: Esc in a field puts the text back and closes nothing", () => {
    const { levers } = mount();
    const input = field("Tariff, %");
    input.focus();
    fireEvent.change(input, { target: { value: "9" } });
    fireEvent.keyDown(input, { key: "Escape" });
    fireEvent.blur(input);
    expect(input.value).toBe("0");
    expect(levers()).toEqual([]);
  });

  it("L24: keys in a burst are one undo entry", () => {
    const { planner, levers } = mount();
    for (let i = 0; i < 4; i++) fireEvent.keyDown(slider("Tariff"), { key: "ArrowRight" });
    fireEvent.blur(slider("Tariff"));
    expect(levers()[0]?.value).toBe(20);
    act(() => planner.edit.undo());
    expect(levers()).toEqual([]);
    expect(slider("Tariff").getAttribute("aria-valuenow")).toBe("0");
  });

  it("L27: further settings are counted and open the details", () => {
    const { planner } = mount();
    const plain: LeverSetting = { lever: "tariff", value: 20, start: "2027-01", ramp: 1, minerals: "all" };
    act(() => planner.edit.replaceInstances("tariff", [plain, { ...plain, minerals: ["tin"], value: 50 }]));
    fireEvent.click(screen.getByRole("button", { name: "2 settings" }));
    expect(planner.session.getState().detailLever).toBe("tariff");
    act(() => planner.edit.replaceInstances("tariff", [{ ...plain, minerals: ["tin"] }]));
    expect(screen.queryByRole("button", { name: "1 other setting" })).not.toBeNull();
  });

  it("L28: partnerships begin with one row; a partner's row sets that partner and stays at status quo", () => {
    const { levers } = mount();
    fireEvent.keyDown(slider("Ally partnerships: Australia"), { key: "ArrowRight" });
    expect(levers()).toMatchObject([{ lever: "ally_finance", partner: "AUS", value: 50 }]);
    fireEvent.keyDown(slider("Ally partnerships: Australia"), { key: "s" });
    expect(levers()).toEqual([]);
    expect(slider("Ally partnerships: Australia").isConnected).toBe(true);
  });

  it("L28: two partners in a scenario are two rows", () => {
    const { planner } = mount();
    const plain: LeverSetting = { lever: "ally_finance", value: 200, start: "2027-01", ramp: 12, minerals: "all" };
    act(() =>
      planner.edit.replaceInstances("ally_finance", [
        { ...plain, partner: "PER" },
        { ...plain, partner: "CHN" },
      ]),
    );
    expect(slider("Ally partnerships: Peru").getAttribute("aria-valuenow")).toBe("200");
    expect(slider("Ally partnerships: China").isConnected).toBe(true);
    expect(screen.queryByRole("slider", { name: "Ally partnerships: Australia" })).toBeNull();
  });

  it("L28: what is said of partnerships stands on the first partner that differs", () => {
    const { planner } = mount();
    const plain: LeverSetting = { lever: "ally_finance", value: 0, start: "2028-01", ramp: 12, minerals: "all" };
    act(() =>
      planner.edit.replaceInstances("ally_finance", [
        { ...plain, partner: "AUS" },
        { ...plain, value: 200, partner: "PER" },
      ]),
    );
    const row = (name: string): string => slider(name).closest(".lever-row")!.textContent;
    expect(row("Ally partnerships: Australia")).not.toContain("shows elsewhere");
    expect(row("Ally partnerships: Peru")).toContain("shows elsewhere");
  });

  it("L28: a partner that is added takes the focus", async () => {
    mount();
    fireEvent.click(screen.getByRole("button", { name: "Add partner" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Peru" }));
    expect(document.activeElement).toBe(slider("Ally partnerships: Peru"));
  });

  it("L29: resetting a group asks with number and name, and does it once confirmed", () => {
    const { planner, levers } = mount();
    act(() => {
      planner.edit.setLever("mining_invest", 500);
      planner.edit.setLever("permit_speed", 50);
      planner.edit.setLever("tariff", 10);
    });
    fireEvent.click(screen.getByRole("button", { name: "Set levers in Domestic supply to status quo" }));
    const dialog = planner.session.getState().dialog;
    expect(dialog).toMatchObject({ kind: "confirm", title: "Set 2 levers in Domestic supply to status quo?" });
    expect(levers()).toHaveLength(3);
    act(() => {
      if (dialog?.kind === "confirm") dialog.run();
    });
    expect(levers().map(({ lever }) => lever)).toEqual(["tariff"]);
  });

  it("L30: search and 'changed only' hide rows and say when nothing is left", () => {
    const { planner, levers } = mount();
    fireEvent.change(screen.getByRole("searchbox", { name: "Find a lever" }), { target: { value: "permit" } });
    expect(screen.getAllByRole("slider").map((each) => each.getAttribute("aria-label"))).toEqual(["Expedited permitting"]);
    fireEvent.click(screen.getByRole("checkbox", { name: "Changed only" }));
    expect(screen.queryAllByRole("slider")).toEqual([]);
    fireEvent.change(screen.getByRole("searchbox", { name: "Find a lever" }), { target: { value: "" } });
    expect(screen.queryByText(/^No lever differs from status quo\./)).not.toBeNull();
    act(() => planner.edit.setLever("tariff", 10));
    expect(screen.getAllByRole("slider")).toHaveLength(1);
    expect(levers()).toHaveLength(1);
  });

  it("V270: a search says how many levers it found and whether they are a guess; from an empty list one button leads back", () => {
    mount();
    const field = screen.getByRole<HTMLInputElement>("searchbox", { name: "Find a lever" });
    const all = screen.getAllByRole("slider").length;
    fireEvent.change(field, { target: { value: "permiting" } });
    expect(screen.getAllByRole("slider").map((each) => each.getAttribute("aria-label"))).toEqual(["Expedited permitting"]);
    expect(screen.queryByText("Nothing is spelled “permiting”. Close to it: 1 lever")?.getAttribute("role")).toBe("status");
    fireEvent.change(field, { target: { value: "zeppelin" } });
    fireEvent.click(screen.getByRole("checkbox", { name: "Changed only" }));
    expect(screen.queryAllByRole("slider")).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Show all levers" }));
    expect(screen.getAllByRole("slider")).toHaveLength(all);
    expect([field.value, document.activeElement]).toEqual(["", field]);
  });

  it("L33: a lever says in its row what holds it up, and all of it to those who hear it; no other row does", () => {
    mount();
    const row = slider("Mining support").closest<HTMLElement>("[data-lever]")!;
    expect(within(row).queryByText("2036: permits, building")).not.toBeNull();
    expect(within(row).queryByText("· idle $3.1 bn")).not.toBeNull();
    const described = document.getElementById(slider("Mining support").getAttribute("aria-describedby")!);
    expect(described?.textContent).toBe("No visible effect before 2036. Idle: $3.1 bn of $9.0 bn.");
    expect(document.querySelectorAll(".lever-row-note")).toHaveLength(1);
    expect(slider("Tariff").getAttribute("aria-describedby")).toBeNull();
  });

  it("L54: the lever in hand has its sentence under the list: moved, focused or opened last", () => {
    const { planner } = mount();
    const note = (): string | null => screen.getByRole("note", { name: "Lever in hand" }).textContent;
    expect(note()).toMatch(/^Move or open a lever/);
    act(() => slider("Mining support").focus());
    expect(note()).toBe("Mining support. No visible effect before 2036. Idle: $3.1 bn of $9.0 bn.");
    act(() => planner.view.setLeverInHand("tariff"));
    const tariff = exploreDataset.levers.find(({ id }) => id === "tariff")!;
    expect(note()?.toLowerCase()).toBe(`${tariff.name}. ${tariff.represents}.`.toLowerCase());
    act(() => within(slider("Mining support").closest<HTMLElement>("[data-lever]")!).getByRole("textbox").focus());
    expect(note()).toMatch(/^Mining support\. No visible/);
  });
});

describe("lever details", () => {
  const open = (name: string): HTMLElement => {
    fireEvent.keyDown(slider(name), { key: "Enter" });
    return screen.getByRole("complementary", { name });
  };

  it("L32: Enter opens them with focus on the heading; Esc closes them and returns to the slider", () => {
    mount();
    const panel = open("Tariff");
    expect(document.activeElement?.textContent).toBe("Tariff");
    fireEvent.keyDown(within(panel).getByRole("heading"), { key: "Escape" });
    expect(screen.queryByRole("complementary", { name: "Tariff" })).toBeNull();
    expect(document.activeElement).toBe(slider("Tariff"));
  });

  it("L33: details say all there is to say about the effect; a lever without a study says nothing", () => {
    mount();
    const effects = within(open("Mining support")).getByRole("region", { name: "Effect of Mining support" });
    expect(effects.textContent).toBe("No visible effect before 2036. Full effect 2041.Tin, mining: no deposit.");
    fireEvent.keyDown(slider("Tariff"), { key: "Enter" });
    expect(screen.queryByRole("region", { name: /^Effect of/ })).toBeNull();
  });

  it("L56: a later step takes over where the setting ends, with the same value, as one undo entry, and has the focus", () => {
    const { planner, levers } = mount();
    const panel = open("Tariff");
    act(() => planner.edit.setLever("tariff", 25));
    fireEvent.click(within(panel).getByRole("button", { name: "Add a later step" }));
    const first = { lever: "tariff", value: 25, start: "2027-01", ramp: 12, minerals: "all", end: "2032-01" };
    expect(levers()).toEqual([first, { ...first, start: "2032-01", ramp: 1, end: undefined }]);
    expect(document.activeElement?.textContent).toBe("All minerals25%, from 2032");
    fireEvent.keyDown(within(panel).getByRole("slider", { name: "Tariff, value" }), { key: "End" });
    expect(levers().map(({ value }) => value)).toEqual([25, exploreDataset.levers.find(({ id }) => id === "tariff")!.max]);
    act(() => planner.edit.undo());
    act(() => planner.edit.undo());
    expect(levers()).toHaveLength(1);
  });

  it("L32: the first change in them makes the row's setting, and a running drag goes on", () => {
    const { levers } = mount();
    const panel = open("Tariff");
    const own = within(panel).getByRole("slider", { name: "Tariff, value" });
    fireEvent.keyDown(own, { key: "ArrowRight" });
    expect(within(panel).getByRole("slider", { name: "Tariff, value" })).toBe(own);
    fireEvent.keyDown(own, { key: "ArrowRight" });
    expect(levers()).toEqual([{ lever: "tariff", value: 10, start: "2027-01", ramp: 12, minerals: "all" }]);
  });

  it("L4: dates are set in them; a start never passes the end", () => {
    const { levers } = mount();
    const panel = open("Tariff");
    type(within(panel).getByRole("textbox", { name: "Value, %" }), "25");
    type(within(panel).getByRole("textbox", { name: "Start, year" }), "2030");
    type(within(panel).getByRole("textbox", { name: "Ramp, months" }), "24");
    fireEvent.click(within(panel).getByRole("button", { name: "Set an end" }));
    expect(levers()).toEqual([{ lever: "tariff", value: 25, start: "2030-01", ramp: 24, end: "2040-01", minerals: "all" }]);
    type(within(panel).getByRole("textbox", { name: "Start, year" }), "2045");
    expect(within(panel).getByRole("alert").textContent).toBe("Enter 2026 to 2039. Still 2030.");
    fireEvent.keyDown(within(panel).getByRole("slider", { name: "Tariff, start year" }), { key: "End" });
    expect(levers()[0]?.start).toBe("2039-12");
    fireEvent.keyDown(within(panel).getByRole("slider", { name: /, end year$/ }), { key: "s" });
    expect(levers()[0]?.end).toBeUndefined();
  });

  it("L27: settings are added for chosen minerals, listed, and removed", () => {
    const { levers } = mount();
    const panel = open("Tariff");
    type(within(panel).getByRole("textbox", { name: "Value, %" }), "25");
    fireEvent.click(within(panel).getByRole("button", { name: "Add setting" }));
    fireEvent.click(within(panel).getByRole("checkbox", { name: /Tin/ }));
    fireEvent.click(within(panel).getByRole("checkbox", { name: /Rare earths/ }));
    type(within(panel).getByRole("textbox", { name: "Value, %" }), "60");
    expect(levers()).toMatchObject([
      { value: 25, minerals: "all" },
      { value: 60, minerals: ["tin"] },
    ]);
    expect(within(panel).getByRole("button", { name: /^Tin/ }).textContent).toBe("Tin60%, from 2027");
    fireEvent.click(within(panel).getByRole("button", { name: "Remove this setting" }));
    expect(levers()).toMatchObject([{ value: 25, minerals: "all" }]);
  });

  it("L27: choosing minerals on a lever without a setting makes one and stays with it", () => {
    const { levers } = mount();
    const panel = open("Strategic reserve");
    fireEvent.click(within(panel).getByRole("checkbox", { name: /Rare earths/ }));
    fireEvent.click(within(panel).getByRole("checkbox", { name: /Mining/ }));
    type(within(panel).getByRole("textbox", { name: "Value, days of stage demand" }), "90");
    expect(levers()).toEqual([{ lever: "reserve_days", value: 90, start: "2027-01", ramp: 1, minerals: ["ree"], stages: ["M"] }]);
  });

  it("L32: facts that the dataset does not hold are 'not recorded'", () => {
    mount();
    const panel = open("Tariff");
    fireEvent.click(within(panel).getByRole("radio", { name: "About" }));
    expect(within(panel).getByText("Legal instrument").nextElementSibling?.textContent).toBe("not recorded");
    expect(within(panel).getByText("Precedent").nextElementSibling?.textContent).toBe("not recorded");
    expect(within(panel).getByText("Bounds").nextElementSibling?.textContent).toBe("0 to 100%, slider steps of 5");
  });
});
