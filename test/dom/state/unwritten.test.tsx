import { describe, expect, it } from "vitest";
import { RETRY_MS, SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { bootInfo } from "../support/memory-store.ts";
import { createTestPlanner } from "../support/test-planner.tsx";

const seed = (id: string) => ({ id, labels: emptyLabels(id.toUpperCase()), saved: statusQuoDocument("stated"), changedAt: 1 });
const full = { code: "disk-full", file: "planner.sqlite" } as const;

describe("what could not be written", () => {
  it("W17: of a scenario left behind is tried again, and the banner goes when it is on the disk", async () => {
    const { planner, store, clock } = createTestPlanner({ seeds: [seed("a"), seed("b")] });
    await planner.scenarios.openScenario("a");
    store.fail("scenario:save-draft", full);
    planner.edit.setLever("tariff", 20);
    await clock.advance(SETTLE_MS);
    await planner.scenarios.openScenario("b");
    expect(planner.documents.getState().draft.kind).toBe("clean");
    await clock.advance(RETRY_MS);
    expect(planner.session.getState().banners).toMatchObject([{ title: "Changes to A were not saved" }]);
    expect(await planner.flush()).toEqual({ titles: ["A"], why: "The disk that holds planner.sqlite is full." });
    store.fail("scenario:save-draft", null);
    await clock.advance(RETRY_MS);
    expect(store.row("a").draft?.document.inputs.levers[0]?.value).toBe(20);
    expect(planner.session.getState().banners).toEqual([]);
    expect(await planner.flush()).toBeNull();
  });

  it("W16: of the open scenario is named when the window closes", async () => {
    const { planner, store } = createTestPlanner({ seeds: [seed("a")] });
    await planner.scenarios.openScenario("a");
    store.fail("scenario:save-draft", full);
    planner.edit.setLever("tariff", 20);
    expect(await planner.flush()).toEqual({ titles: ["A"], why: "The disk that holds planner.sqlite is full." });
  });

  it("W16: in memory-only mode is everything made since the start", async () => {
    const notice = { code: "store-newer", file: "planner.sqlite", writtenBy: "Lodestone 9" } as const;
    const { planner } = createTestPlanner({ boot: bootInfo({ store: { mode: "memory-only", file: "planner.sqlite", notice } }) });
    expect(await planner.flush()).toBeNull();
    planner.edit.setLever("tariff", 20);
    expect(await planner.flush()).toEqual({
      titles: ["Untitled scenario"],
      why: "The scenario database planner.sqlite was written by a newer Lodestone (Lodestone 9).",
    });
  });
});
