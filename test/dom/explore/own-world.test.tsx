import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { cutsNothing, editableEvent, freshEvent, supplierOptions, withScope, withWorldShare } from "../../../renderer/features/explore/world/own-event.ts";
import { WorldPanel } from "../../../renderer/features/explore/world/world-panel.tsx";
import { checkInputs } from "../../../shared/scenario/scenario-file-inputs.ts";
import type { OwnEvent } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { exploreDataset } from "./explore-kit.tsx";

function mount() {
  const { planner, clock, Provider } = createTestPlanner({ dataset: exploreDataset });
  render(<WorldPanel />, { wrapper: Provider });
  const inputs = () => planner.documents.getState().document.inputs;
  return { planner, clock, inputs };
}
const field = (name: string): HTMLInputElement => screen.getByRole("textbox", { name });
function type(input: HTMLInputElement, text: string): void {
  input.focus();
  fireEvent.change(input, { target: { value: text } });
  fireEvent.keyDown(input, { key: "Enter" });
}

afterEach(cleanup);

describe("own world on screen", () => {
  it("L48: begins as a copy of the chosen world; multipliers count at once, beyond the bounds they say so", () => {
    const { inputs } = mount();
    fireEvent.click(screen.getByRole("radio", { name: "High demand" }));
    fireEvent.click(screen.getByRole("button", { name: "Edit a copy of “High demand”" }));
    expect(inputs()).toMatchObject({ world: "high", own_world: { name: "High demand, edited", demand: {}, price: {} } });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "High demand, edited" }).checked).toBe(true);
    type(field("Demand for tin, times High demand"), "1,25");
    type(field("Price of rare earths, times High demand"), "20");
    expect(screen.getByRole("alert").textContent).toBe("Enter 0.1 to 10. Still 1.");
    expect(inputs().own_world).toEqual({ name: "High demand, edited", demand: { tin: 1.25 }, price: {} });
    fireEvent.click(screen.getByRole("button", { name: "All as in “High demand”" }));
    expect(inputs().own_world).toEqual({ name: "High demand, edited", demand: {}, price: {} });
  });

  it("L48: has a name; choosing a world of the dataset takes it away, and says so with a way back", async () => {
    const { planner, clock, inputs } = mount();
    fireEvent.click(screen.getByRole("button", { name: /^Edit a copy/ }));
    type(field("Name"), "Slow mines");
    expect(inputs().own_world?.name).toBe("Slow mines");
    type(field("Name"), "  ");
    expect(inputs().own_world?.name).toBe("Slow mines");
    await act(() => clock.advance(1000));
    fireEvent.click(screen.getByRole("radio", { name: "High demand" }));
    expect(inputs()).toEqual({ levers: [], world: "high", events: [] });
    const toast = planner.session.getState().toasts.at(-1)!;
    expect(toast.text).toBe("World “Slow mines” left the scenario");
    act(() => toast.action?.run());
    expect(inputs().own_world?.name).toBe("Slow mines");
  });

  it("L48: status quo in this world keeps it", () => {
    const { planner, clock } = mount();
    act(() => planner.edit.setOwnWorld("stated", { name: "Mine", demand: { tin: 2 }, price: {} }));
    act(() => clock.frame());
    const { statusQuo, statusQuoInWorld } = planner.results.getState();
    expect(statusQuoInWorld).not.toBe(statusQuo);
  });
});

describe("own disruptions", () => {
  const own: OwnEvent = {
    name: "Mine",
    minerals: "ree",
    stages: "*",
    suppliers: "CHN",
    scope: "targeted",
    severity: 0.5,
    start: "2030-01",
    duration: 6,
    ramp_in: 1,
    recovery: 0,
  };

  it("L49: the form begins with a year without the largest supplier and is taken over as a whole", () => {
    const { inputs, planner } = mount();
    fireEvent.click(screen.getByRole("button", { name: "Own disruption" }));
    const form = within(screen.getByRole("dialog"));
    type(form.getByRole("textbox", { name: "Name" }), "Quota");
    type(form.getByRole("textbox", { name: "Cut by, %" }), "35");
    type(form.getByRole("textbox", { name: "Lasts, months" }), "18");
    expect(inputs().events).toEqual([]);
    expect(form.queryByText(/down 35% for 18 months, only to/)).not.toBeNull();
    fireEvent.click(form.getByRole("button", { name: "Add" }));
    expect(inputs().events).toEqual([
      {
        name: "Quota",
        minerals: "ree",
        stages: "*",
        suppliers: "CHN",
        scope: "targeted",
        severity: 0.35,
        start: "2030-01",
        duration: 18,
        ramp_in: 1,
        recovery: 6,
      },
    ]);
    act(() => planner.edit.undo());
    expect(inputs().events).toEqual([]);
  });

  it("L63: what cannot be taken is said under its own field; two wrong fields are both said, and nothing is added before both are right", () => {
    mount();
    fireEvent.click(screen.getByRole("button", { name: "Own disruption" }));
    const form = within(screen.getByRole("dialog"));
    const field = (name: string): HTMLInputElement => form.getByRole("textbox", { name });
    const [cut, lasts] = [field("Cut by, %"), field("Lasts, months")];
    const canAdd = (): boolean => !(form.getByRole("button", { name: "Add" }) as HTMLButtonElement).disabled;
    type(cut, "150%");
    type(lasts, "1.5");
    expect(form.getAllByRole("alert").map(({ textContent }) => textContent)).toEqual(["Enter whole months. Still 12 months.", "Enter 0 to 100%. Still 90%."]);
    expect(cut.getAttribute("aria-describedby")).toBe(form.getByText(/^Enter 0 to 100%/).id);
    expect([cut.getAttribute("aria-invalid"), canAdd()]).toEqual(["true", false]);
    type(lasts, "18");
    expect(canAdd()).toBe(false);
    type(cut, "50%");
    expect([form.queryByRole("alert"), canAdd()]).toEqual([null, true]);
  });

  it("L49: a preset is edited into an own one with its figures, in its place; cancel changes nothing", () => {
    const { inputs, planner } = mount();
    act(() => planner.edit.addEvent({ event: "stop", start: "2031-04" }));
    fireEvent.click(screen.getByRole("button", { name: "Edit China stops rare earths" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Cancel" }));
    expect(inputs().events).toEqual([{ event: "stop", start: "2031-04" }]);
    fireEvent.click(screen.getByRole("button", { name: "Edit China stops rare earths" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Save" }));
    expect(inputs().events).toEqual([
      {
        name: "China stops rare earths, own",
        minerals: "ree",
        stages: "*",
        suppliers: "CHN",
        scope: "targeted",
        severity: 0.9,
        start: "2031-04",
        duration: 12,
        ramp_in: 1,
        recovery: 6,
      },
    ]);
  });

  it("L49: an outage is at home; going back takes all suppliers; world shares belong to every buyer", () => {
    const global = withWorldShare(exploreDataset, withScope(own, "global"), "ree", 0.4);
    expect(global).toMatchObject({ scope: "global", suppliers: "CHN", world_share: "ree:0.4" });
    const outage = withScope(global, "outage");
    expect(outage).toMatchObject({ suppliers: "DOMESTIC" });
    expect(outage.world_share).toBeUndefined();
    expect(withScope(outage, "targeted").suppliers).toBe("*");
    expect(withWorldShare(exploreDataset, global, "ree", null).world_share).toBeUndefined();
    for (const event of [own, global, outage]) expect(checkInputs({ levers: [], world: "stated", events: [event] }, exploreDataset)).toEqual([]);
  });

  it("L49: says when nothing would be cut, and why", () => {
    expect(cutsNothing(exploreDataset, own)).toBeNull();
    expect(cutsNothing(exploreDataset, { ...own, minerals: "tin" })).toMatch(/buys nothing there/);
    expect(cutsNothing(exploreDataset, { ...own, stages: "X" })).toBe("None of the chosen minerals has such a stage.");
    expect(cutsNothing(exploreDataset, { ...own, severity: 0 })).toBe("Nothing is cut at 0%.");
    expect(cutsNothing(exploreDataset, withScope(own, "global"))).toMatch(/not known; enter it/);
    expect(cutsNothing(exploreDataset, { ...withScope(own, "global"), world_share: "ree:0.5" })).toBeNull();
  });

  it("L49: suppliers offered are named ones with a share in the chosen places, the largest first", () => {
    expect(supplierOptions(exploreDataset, ["tin"], null).map(({ id }) => id)).toEqual(["AUS", "PER"]);
    expect(freshEvent(exploreDataset, "tin", "2030-01")).toMatchObject({ minerals: "tin", suppliers: "AUS" });
    expect(freshEvent(exploreDataset, "all", "2030-01").minerals).toBe("ree");
    expect(editableEvent(exploreDataset, { event: "unknown", start: "2030-01" })).toBeNull();
  });
});
