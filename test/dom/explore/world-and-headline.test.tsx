import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Headline } from "../../../renderer/features/explore/outcome/headline.tsx";
import { LeverPanel } from "../../../renderer/features/explore/levers/lever-panel.tsx";
import { MineralTiles } from "../../../renderer/features/explore/charts/mineral-tiles.tsx";
import { OutcomeCards } from "../../../renderer/features/explore/outcome/outcome-cards.tsx";
import { useCards, useExploreView, useTiles } from "../../../renderer/features/explore/use-explore-view.ts";
import { WorldPanel } from "../../../renderer/features/explore/world/world-panel.tsx";
import type { LeverWords } from "../../../shared/view/effect/lever-words.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { exploreDataset } from "./explore-kit.tsx";

const NO_WORDS: ReadonlyMap<string, LeverWords> = new Map();

function Outcome() {
  const { headline } = useExploreView(null);
  const tiles = useTiles();
  const { cards } = useCards();
  return (
    <>
      <MineralTiles tiles={tiles} />
      <Headline headline={headline} narrow={false} />
      <OutcomeCards cards={cards} shown={null} onShow={() => undefined} />
    </>
  );
}

const make = () => createTestPlanner({ dataset: exploreDataset });
const number = (): string => screen.getByRole("region", { name: "Outcome" }).querySelector(".headline-number")?.textContent ?? "";
function type(input: HTMLElement, text: string): void {
  input.focus();
  fireEvent.change(input, { target: { value: text } });
  fireEvent.keyDown(input, { key: "Enter" });
}

afterEach(cleanup);

describe("world tab", () => {
  it("L34: chooses a world, described by its paths", () => {
    const { planner, Provider } = make();
    render(<WorldPanel />, { wrapper: Provider });
    const high = screen.getByRole("radio", { name: "High demand" });
    expect(document.getElementById(high.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "Demand 2.5 times 2025 by 2035 (2.0 to 3.0 by mineral). World prices 0% to 25% above 2025 in 2035, by mineral.",
    );
    fireEvent.click(high);
    expect(planner.documents.getState().document.inputs.world).toBe("high");
  });

  it("L53: a world that the dataset does not have is named, and only those of the dataset are offered", () => {
    const { planner, Provider } = make();
    const { document } = planner.documents.getState();
    planner.edit.replaceDocument({ ...document, inputs: { ...document.inputs, world: "atlantis" } }, "Opened");
    render(<WorldPanel />, { wrapper: Provider });
    const radios = screen.getAllByRole<HTMLInputElement>("radio");
    expect(radios.filter(({ checked }) => checked)).toEqual([]);
    expect(screen.getByRole("note").textContent).toBe("The world of this scenario, atlantis, is not in this dataset. Choose another.");
    expect(screen.queryByRole("button", { name: /^Edit a copy/ })).toBeNull();
    fireEvent.click(screen.getByRole("radio", { name: "High demand" }));
    expect(screen.queryByRole("note")).toBeNull();
    expect(screen.queryByRole("button", { name: "Edit a copy of “High demand”" })).not.toBeNull();
  });

  it("L34: adds a disruption with its month, moves it and takes it away", () => {
    const { planner, Provider } = make();
    render(<WorldPanel />, { wrapper: Provider });
    const events = () => planner.documents.getState().document.inputs.events;
    type(screen.getByRole("textbox", { name: "Start of the disruption, year" }), "2031");
    fireEvent.click(screen.getByRole("button", { name: "Add" }));
    expect(events()).toEqual([{ event: "stop", start: "2031-01" }]);
    type(screen.getByRole("textbox", { name: "Start of China stops rare earths, year" }), "2033");
    expect(events()).toEqual([{ event: "stop", start: "2033-01" }]);
    type(screen.getByRole("textbox", { name: "Start of China stops rare earths, year" }), "2090");
    expect(screen.getByRole("alert").textContent).toBe("Enter 2026 to 2050. Still 2033.");
    fireEvent.click(screen.getByRole("button", { name: "Remove China stops rare earths" }));
    expect(events()).toEqual([]);
  });

  it("V271: disruptions of one name are told apart; removing one leaves the focus on the row in its place, then on the choice of a new one", () => {
    const { Provider } = make();
    render(<WorldPanel />, { wrapper: Provider });
    for (let i = 0; i < 3; i++) fireEvent.click(screen.getByRole("button", { name: "Add" }));
    const removers = () => screen.getAllByRole("button", { name: /^Remove/ }).map((each) => each.getAttribute("aria-label"));
    expect(removers()).toEqual(["Remove China stops rare earths", "Remove China stops rare earths (2)", "Remove China stops rare earths (3)"]);
    const remove = (name: string): string | null | undefined => {
      const button = screen.getByRole("button", { name });
      button.focus();
      fireEvent.click(button);
      return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;
    };
    expect(remove("Remove China stops rare earths (3)")).toBe("Remove China stops rare earths (2)");
    expect(remove("Remove China stops rare earths")).toBe("Remove China stops rare earths");
    remove("Remove China stops rare earths");
    expect(document.activeElement?.closest(".world-add")).not.toBeNull();
  });
});

describe("outcome", () => {
  it("L35: the number, the tiles and the cards follow a run; nothing changed says so", () => {
    const { planner, clock, Provider } = make();
    render(<Outcome />, { wrapper: Provider });
    expect(number()).toBe("80%");
    expect(screen.getByRole("region", { name: "Outcome" }).textContent).toContain("no change from status quo");
    act(() => {
      planner.edit.setLever("mining_invest", 1000);
      clock.frame();
    });
    expect(number()).toBe("70%");
    expect(screen.getByRole("region", { name: "Outcome" }).textContent).toContain("10 points from status quo, 80%");
    expect(screen.queryByRole("radio", { name: /^All minerals, import dependence 70% in 2035, 10 points below status quo/ })).not.toBeNull();
    expect(screen.getAllByRole("article")).toHaveLength(6);
  });

  it("L35: a tile chooses whose dependence is shown; arrows move the choice", () => {
    const { planner, Provider } = make();
    render(<Outcome />, { wrapper: Provider });
    fireEvent.click(screen.getByRole("radio", { name: /^Tin/ }));
    expect(planner.session.getState().selection.mineral).toBe("tin");
    expect(screen.getByRole("region", { name: "Outcome" }).textContent).toContain("of US need for tin is met from abroad in 2035");
  });

  it("L36 V256: a target is set, changed and removed from the headline, and is part of the scenario", () => {
    const { planner, Provider } = make();
    render(<Outcome />, { wrapper: Provider });
    const target = () => planner.documents.getState().document.target;
    const form = (): HTMLElement => screen.getByRole("dialog", { name: "Target for all minerals" });
    fireEvent.click(screen.getByRole("button", { name: "Set target" }));
    fireEvent.click(within(form()).getByRole("button", { name: "Set target" }));
    expect(target()).toEqual({ indicator: "dependence", mineral: null, value: 0.5, year: 2035 });
    fireEvent.click(screen.getByRole("button", { name: "Change" }));
    type(within(form()).getByRole("textbox", { name: "Target, %" }), "62,5");
    fireEvent.click(screen.getByRole("button", { name: "Change" }));
    type(within(form()).getByRole("textbox", { name: "Target year" }), "1999");
    expect(within(form()).getByRole("alert").textContent).toBe("Enter 2026 to 2050. Still 2035.");
    expect(target()).toMatchObject({ value: 0.625, year: 2035 });
    fireEvent.click(within(form()).getByRole("button", { name: "Remove target" }));
    expect(target()).toBeNull();
  });

  it("V265: a target set while minerals count by value is one for that, and the form says which and what it replaces", () => {
    const { planner, Provider } = make();
    render(<Outcome />, { wrapper: Provider });
    const { view, edit, documents } = planner;
    act(() => edit.setTarget({ indicator: "dependence", mineral: null, value: 0.4, year: 2035 }));
    expect(screen.queryByRole("button", { name: "Change" })).not.toBeNull();
    act(() => view.setWeighting("value"));
    fireEvent.click(screen.getByRole("button", { name: "Set target" }));
    const form = within(screen.getByRole("dialog", { name: "Target for all minerals" }));
    expect(form.queryByText(/weighted by value, of at most this share.*takes the place of the target that the scenario has\.$/)).not.toBeNull();
    fireEvent.click(form.getByRole("button", { name: "Set target" }));
    expect(documents.getState().document.target).toEqual({ indicator: "composite_value", mineral: null, value: 0.5, year: 2035 });
  });
});

describe("budget", () => {
  it("L31 V256: is typed in billion and kept in million; Enter closes the form, and it is shown beside the cost", () => {
    const { planner, Provider } = make();
    render(<LeverPanel words={NO_WORDS} study={null} />, { wrapper: Provider });
    fireEvent.click(screen.getByRole("button", { name: "Set budget" }));
    type(screen.getByRole("textbox", { name: "Budget, $ bn a year" }), "2,5");
    expect(planner.documents.getState().document.budget).toBe(2500);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.queryByText("of $2.5 bn/yr")).not.toBeNull();
  });
});
