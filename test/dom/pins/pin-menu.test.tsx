import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { PinMenu } from "../../../renderer/features/pins/pin-menu.tsx";
import { pinScenario } from "../../../renderer/features/pins/pin-scenario.ts";
import type { KeptPin, Settings } from "../../../shared/ipc/boot-info.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { exploreDataset } from "../explore/explore-kit.tsx";
import { emptyResult } from "../support/memory-rows.ts";
import { bootInfo } from "../support/memory-store.ts";
import { createTestPlanner } from "../support/test-planner.tsx";

afterEach(cleanup);

type Planned = ReturnType<typeof createTestPlanner>;
/** What the window asked to keep last. */
function keptBy({ store }: Planned): readonly KeptPin[] {
  const last = store.calls.findLast(({ channel }) => channel === "settings:set")?.input as Partial<Settings> | undefined;
  return last?.pins ?? [];
}
const startedWith = (pins: readonly KeptPin[], more: Parameters<typeof createTestPlanner>[0] = {}): Planned =>
  createTestPlanner({ dataset: exploreDataset, boot: bootInfo({ settings: { ...bootInfo().settings, pins } }), ...more });

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

  it("V133: pins outlive the window with names, colours and numbers; what is pinned before they are back comes after them", async () => {
    const first = createTestPlanner({ dataset: exploreDataset });
    first.planner.edit.setLever("tariff", 25);
    for (let count = 0; count < 2; count++) pinScenario(first.planner);
    const [kept] = keptBy(first);
    expect(keptBy(first).map(({ name }) => name)).toEqual([kept!.name, `${kept!.name} 2`]);
    const second = startedWith(keptBy(first));
    pinScenario(second.planner);
    await second.clock.advance(1000);
    await second.clock.advance(1000);
    const { pins } = second.planner.session.getState();
    expect(pins.map(({ name, colour }) => [name, colour])).toEqual([
      [kept!.name, "--s-b"],
      [`${kept!.name} 2`, "--s-c"],
      [`${kept!.name} 3`, "--s-d"],
    ]);
    expect(composite(pins[0]!.reader)).toBe(composite(first.planner.session.getState().pins[0]!.reader));
    expect(composite(pins[2]!.reader)).not.toBe(composite(pins[0]!.reader));
    expect(keptBy(second)).toHaveLength(3);
  });

  it("V133: a pin of another model or other data shows what was stored with its revision; without one it goes and says so", async () => {
    const saved = statusQuoDocument("stated");
    const pin = { document: saved, modelVersion: "0.9", dataVintage: exploreDataset.vintage };
    const result = { ...emptyResult(exploreDataset.vintage), totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: {}, composite_equal: [0.125] } };
    const { planner, clock } = startedWith(
      [
        { ...pin, id: 1, name: "Saved", colour: "--s-b", revision: { scenario: "a", number: 1 } },
        { ...pin, id: 2, name: "Tried", colour: "--s-c", revision: null },
      ],
      { seeds: [{ id: "a", labels: emptyLabels("Saved"), saved, result }] },
    );
    await clock.advance(1000);
    await clock.advance(1000);
    const { pins, toasts } = planner.session.getState();
    expect(pins.map(({ name, reader }) => [name, composite(reader)])).toEqual([["Saved", 0.125]]);
    expect(toasts.map(({ text }) => text)).toEqual([`"Tried" is no longer pinned: it was computed with model 0.9 and data ${exploreDataset.vintage}`]);
  });
});
