import { describe, expect, it } from "vitest";
import { runBootSequence } from "../../../renderer/state/boot-sequence.ts";
import { TURNS } from "../../../renderer/state/result-store.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { bootInfo, createMemoryStore } from "../support/memory-store.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";
import { YEARS, createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

const composite = ({ planner }: TestPlanner): number | null => planner.results.getState().current.total("composite_equal")[0]!;
const NOTHING = YEARS.map(() => null);
const setting = (value: number) => ({ lever: "tariff", value, start: "2027-01", ramp: 1, minerals: "all" as const });

const storedResult = (model_version: string, data_vintage: string, level: number): RunResult => ({
  planner: { model_version, data_vintage },
  inputs: statusQuoDocument("stated").inputs,
  years: [2026],
  minerals: {},
  totals: { cost_by_lever_musd: {}, cost_by_mineral_musd: {}, composite_equal: [level] },
});
const a = { id: "a", labels: emptyLabels("A"), saved: statusQuoDocument("stated") };
const old = { ...a, result: storedResult("0.9", "Tiny 0 · 00000000", 0.9) };

describe("results", () => {
  it("W1: follow an edit in the next frame and count up", () => {
    const test = createTestPlanner();
    const before = test.planner.results.getState();
    test.planner.edit.setLever("tariff", 100);
    expect(test.planner.results.getState()).toBe(before);
    test.clock.frame();
    expect(composite(test)).toBeCloseTo(0.79);
    expect(test.planner.results.getState()).toMatchObject({ version: before.version + 1, failure: null });
    expect(test.planner.results.getState().shown).toBe(test.planner.results.getState().current);
    test.planner.edit.undo();
    test.clock.frame();
    expect(composite(test)).toBeCloseTo(0.8);
  });

  it("W1: another scenario's numbers come with it, not a frame later", async () => {
    const test = createTestPlanner({ seeds: [a, { ...a, id: "b", saved: statusQuoDocument("high") }] });
    await test.planner.scenarios.openScenario("a");
    await test.planner.scenarios.openScenario("b");
    expect(composite(test)).toBeCloseTo(0.85);
    expect(test.clock.framesWaiting()).toBe(0);
  });

  it("W1: scales are frozen exactly while a gesture is on", () => {
    const { planner } = createTestPlanner();
    planner.edit.beginGesture();
    expect(planner.results.getState().frozen).toBe(true);
    planner.edit.endGesture();
    expect(planner.results.getState().frozen).toBe(false);
  });

  it("W32: an edit made in a frame has its result in that frame", () => {
    const test = createTestPlanner();
    for (const value of [50, 100]) test.planner.moves.inFrame(() => test.planner.edit.setLever("tariff", value));
    expect(test.planner.documents.getState().document.inputs.levers).toEqual([]);
    test.clock.frame();
    expect(composite(test)).toBeCloseTo(0.79);
    expect(test.clock.framesWaiting()).toBe(0);
  });

  const upToDate = ({ planner }: TestPlanner): readonly string[] => {
    const { parts, current } = planner.results.getState();
    return TURNS.filter((part) => parts[part] === current);
  };
  const move = (test: TestPlanner, value: number): readonly string[] => {
    test.planner.moves.inFrame(() => test.planner.edit.setLever("tariff", value));
    test.clock.frame();
    return upToDate(test);
  };

  /** The parts that show the last result when the time between that frame and the next one is over. */
  const rest = (test: TestPlanner): readonly string[] => {
    test.clock.idle();
    return upToDate(test);
  };

  it("W31: while a gesture is on the frame of a result moves no part but one on the wall, one moves after it every twentieth of a second, and its end moves all", async () => {
    const test = createTestPlanner();
    expect(move(test, 1)).toEqual(TURNS);
    test.planner.edit.beginGesture();
    expect([move(test, 2), rest(test)]).toEqual([[], []]);
    expect([move(test, 3), rest(test)]).toEqual([[], ["chart"]]);
    expect([move(test, 4), rest(test)]).toEqual([[], []]);
    await test.clock.advance(50);
    expect([move(test, 5), rest(test)]).toEqual([[], ["tiles"]]);
    test.planner.view.showWall(true);
    expect([6, 7, 8].map((value) => move(test, value))).toEqual([["cards"], ["chart"], ["tiles"]]);
    test.planner.edit.endGesture();
    expect(upToDate(test)).toEqual(TURNS);
    test.clock.frame();
    test.clock.idle();
    expect([test.clock.framesWaiting(), test.clock.idleWaiting()]).toEqual([0, 0]);
  });

  it("W49: where the hand rests in a gesture, every part shows the last result three frames later", () => {
    const test = createTestPlanner();
    test.planner.edit.beginGesture();
    move(test, 2);
    const after = TURNS.map(() => {
      // A move that changes nothing holds nobody up.
      test.planner.moves.inFrame(() => undefined);
      test.clock.frame();
      return rest(test);
    });
    expect(after).toEqual([["chart"], ["chart", "tiles"], TURNS]);
    expect([test.clock.framesWaiting(), test.clock.idleWaiting()]).toEqual([0, 0]);
  });

  it("W3: a failed run names lever and value, keeps the last result, and goes with the next good one", () => {
    const test = createTestPlanner();
    test.planner.edit.setLever("tariff", 50);
    test.clock.frame();
    const good = test.planner.results.getState().current;
    test.planner.edit.setLever("tariff", 13);
    test.clock.frame();
    expect(test.planner.results.getState()).toMatchObject({ failure: { shows: "last", input: "Tariff, 13%", message: "13 does not compute" } });
    expect(test.planner.results.getState().current).toBe(good);
    test.planner.edit.undo();
    test.clock.frame();
    expect(test.planner.results.getState().failure).toBeNull();
  });

  const failing = { ...a, id: "bad", saved: { ...statusQuoDocument("high"), inputs: { ...statusQuoDocument("high").inputs, levers: [setting(13)] } } };

  it("W48: a scenario that cannot be computed shows no numbers, above all not those of the one before it", async () => {
    const test = createTestPlanner({ seeds: [a, failing] });
    await test.planner.scenarios.openScenario("a");
    expect(composite(test)).toBeCloseTo(0.8);
    await test.planner.scenarios.openScenario("bad");
    const { current, shown, statusQuoInWorld, failure } = test.planner.results.getState();
    expect([current.total("composite_equal"), shown.mineral("tin", "dependence"), current.costByLever("tariff")]).toEqual([NOTHING, NOTHING, NOTHING]);
    expect(statusQuoInWorld.total("composite_equal")[0]).toBeCloseTo(0.85);
    expect(failure).toEqual({ shows: "nothing", input: null, message: "13 does not compute" });
    // An edit that does not help shows nothing either; one that does brings the numbers.
    test.planner.edit.setWorld("stated");
    test.clock.frame();
    expect(composite(test)).toBeNull();
    test.planner.edit.setLever("tariff", 100);
    test.clock.frame();
    expect(composite(test)).toBeCloseTo(0.79);
    expect(test.planner.results.getState().failure).toBeNull();
    await test.planner.scenarios.openScenario("a");
    await test.planner.scenarios.openScenario("bad");
    expect(composite(test)).toBeCloseTo(0.79);
  });

  it("W48: the stored result of a revision that cannot be computed today is shown, and stays when recomputing fails", async () => {
    const test = createTestPlanner({ seeds: [a, { ...failing, result: storedResult("0.9", "Tiny 0 · 00000000", 0.7) }] });
    await test.planner.scenarios.openScenario("a");
    await test.planner.scenarios.openScenario("bad");
    expect(composite(test)).toBe(0.7);
    expect(test.planner.results.getState()).toMatchObject({ failure: null, stored: { modelVersion: "0.9" } });
    test.planner.recompute();
    expect(composite(test)).toBe(0.7);
    expect(test.planner.results.getState()).toMatchObject({ failure: { shows: "last" }, stored: { modelVersion: "0.9" } });
  });

  it("W48: a start with one does not fail", async () => {
    const { api } = createMemoryStore(tinyDataset, () => 0, [failing], bootInfo());
    const opened = await api.invoke("scenario:open", { id: "bad" });
    const test = createTestPlanner({ seeds: [failing], opened: opened.ok ? opened.value : null });
    expect(composite(test)).toBeNull();
    expect(test.planner.results.getState().failure).toMatchObject({ shows: "nothing" });
    test.planner.edit.setLever("tariff", 100);
    test.clock.frame();
    expect(composite(test)).toBeCloseTo(0.84);
  });

  it("H5: looking is not editing", () => {
    const { planner, store } = createTestPlanner();
    planner.view.showScreen("library");
    planner.view.selectMineral("tin");
    planner.view.setOutcomeYear(2040);
    planner.view.openDetail("tariff");
    planner.view.toast("x");
    expect(planner.documents.getState().history.past).toEqual([]);
    expect(store.calls).toEqual([{ channel: "settings:set", input: { outcomeYear: 2040 } }]);
  });
});

describe("stored results", () => {
  it("W9: a revision of another model or other data is shown as stored until it is recomputed", async () => {
    const test = createTestPlanner({ seeds: [old] });
    await test.planner.scenarios.openScenario("a");
    expect(composite(test)).toBe(0.9);
    expect(test.planner.results.getState().stored).toMatchObject({ modelVersion: "0.9", dataVintage: "Tiny 0 · 00000000" });
    test.planner.recompute();
    expect(composite(test)).toBeCloseTo(0.8);
    expect(test.planner.results.getState().stored).toBeNull();
  });

  it("W9: moving a lever recomputes it too", async () => {
    const test = createTestPlanner({ seeds: [old] });
    await test.planner.scenarios.openScenario("a");
    test.planner.edit.setLever("tariff", 100);
    test.clock.frame();
    expect(composite(test)).toBeCloseTo(0.79);
    expect(test.planner.results.getState().stored).toBeNull();
  });

  it("W9: one of this model and this data is computed, so that it is live from the start", async () => {
    const test = createTestPlanner({ seeds: [{ ...a, result: storedResult("1.0", tinyDataset.vintage, 0.9) }] });
    await test.planner.scenarios.openScenario("a");
    expect(test.planner.results.getState().stored).toBeNull();
    expect(composite(test)).toBeCloseTo(0.8);
  });

  it("W9: a draft is not a revision: it is computed", async () => {
    const test = createTestPlanner({ seeds: [old] });
    await test.store.api.invoke("scenario:save-draft", { id: "a", document: statusQuoDocument("high") });
    await test.planner.scenarios.openScenario("a");
    expect(test.planner.results.getState().stored).toBeNull();
    expect(composite(test)).toBeCloseTo(0.85);
  });
});

describe("replay", () => {
  it("W11: shows frames, keeps the result, and ends with a new one", () => {
    const test = createTestPlanner();
    test.planner.replay();
    expect(test.planner.results.getState().replaying).toBe(false);
    test.planner.edit.setLever("tariff", 100);
    test.clock.frame();
    test.planner.replay();
    const { shown, current, replaying } = test.planner.results.getState();
    expect(replaying).toBe(true);
    expect(shown.total("composite_equal")[0]).toBeCloseTo(0.8);
    expect(current.total("composite_equal")[0]).toBeCloseTo(0.79);
    test.planner.edit.setLever("tariff", 50);
    test.clock.frame();
    expect(test.planner.results.getState().replaying).toBe(false);
    expect(test.planner.results.getState().shown).toBe(test.planner.results.getState().current);
    test.planner.replay();
    test.planner.replay();
    expect(test.planner.results.getState().replaying).toBe(false);
  });
});

describe("boot", () => {
  const at = (id: string, changedAt: number, trashed = false) => ({ ...a, id, changedAt, trashed });
  const lists = (last: string | null, ...seeds: ReturnType<typeof at>[]) =>
    runBootSequence(createMemoryStore(tinyDataset, () => 0, seeds, bootInfo({ settings: { ...bootInfo().settings, lastScenario: last } })).api);

  it("W8: opens the last one, else the one changed last, else none", async () => {
    const opened = async (last: string | null, ...seeds: ReturnType<typeof at>[]): Promise<string | null | undefined> => {
      const booted = await lists(last, ...seeds);
      return booted.ok ? (booted.value.opened?.id ?? null) : undefined;
    };
    expect(await opened("a", at("a", 1), at("b", 2))).toBe("a");
    expect(await opened(null, at("a", 1), at("b", 2))).toBe("b");
    expect(await opened("gone", at("a", 1), at("b", 2))).toBe("b");
    expect(await opened("a", at("a", 1, true), at("b", 2))).toBe("b");
    expect(await opened("a", at("a", 1, true))).toBeNull();
    expect(await opened(null)).toBeNull();
  });

  it("W14: a broken dataset is the end of it; a scenario that cannot be opened is not", async () => {
    const broken = createMemoryStore(tinyDataset, () => 0);
    broken.fail("dataset:load", { code: "dataset-invalid", problems: [] });
    expect(await runBootSequence(broken.api)).toMatchObject({ ok: false, error: { code: "dataset-invalid" } });
    const closed = createMemoryStore(tinyDataset, () => 0, [a]);
    closed.fail("scenario:open-last", { code: "store-busy", file: "planner.sqlite" });
    expect(await runBootSequence(closed.api)).toMatchObject({ ok: true, value: { opened: null } });
  });
});
