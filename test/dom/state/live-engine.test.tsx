import { describe, expect, it } from "vitest";
import { startLiveEngine } from "../../../renderer/engine/live-engine.ts";
import type { EngineResults, RunSlot } from "../../../renderer/engine/live-engine.ts";
import { statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { createManualClock } from "../support/manual-clock.ts";
import { levelOf, levelReader } from "../support/test-planner.tsx";

const withTariff = (value: number, over: Partial<ScenarioDocument["inputs"]> = {}): ScenarioDocument => ({
  ...statusQuoDocument("stated"),
  inputs: { levers: [{ lever: "tariff", value, start: "2027-01", ramp: 1, minerals: "all" }], world: "stated", events: [], ...over },
});

function start(document: ScenarioDocument) {
  const clock = createManualClock();
  const runs: ScenarioDocument[] = [];
  const published: { readonly results: EngineResults; readonly document: ScenarioDocument }[] = [];
  const failed: { readonly cause: unknown; readonly failed: ScenarioDocument; readonly lastGood: ScenarioDocument }[] = [];
  /** Readers of a slot show what the slot ran last, as those of the model do. */
  const createSlot = (): RunSlot => {
    let level = NaN;
    return {
      run: (next) => {
        runs.push(next);
        level = NaN;
        if (next.inputs.levers.some(({ value }) => value === 13)) throw new Error("13 does not compute");
        level = levelOf(next);
        return { ...levelReader(0), total: () => [level] };
      },
    };
  };
  const engine = startLiveEngine(
    {
      createSlot,
      defaultWorld: "stated",
      now: clock.now,
      requestFrame: clock.requestFrame,
      cancelFrame: clock.cancelFrame,
      onResults: (results, of) => published.push({ results, document: of }),
      onFailure: (cause, bad, lastGood) => failed.push({ cause, failed: bad, lastGood }),
    },
    document,
  );
  return { engine, clock, runs, published, failed };
}

const level = (results: EngineResults | undefined): number | null | undefined => results?.current.total("composite_equal")[0];

describe("live engine", () => {
  it("W1: many requests before a frame are one run, of the newest document", () => {
    const { engine, clock, runs, published } = start(withTariff(0));
    runs.length = 0;
    for (const value of [10, 20, 30]) engine.request(withTariff(value));
    expect(clock.framesWaiting()).toBe(1);
    expect(runs).toEqual([]);
    clock.frame();
    expect(runs.map(({ inputs }) => inputs.levers[0]?.value)).toEqual([30]);
    expect(published).toHaveLength(1);
    expect(published[0]?.document).toEqual(withTariff(30));
    expect(clock.framesWaiting()).toBe(0);
  });

  it("W1: a result stays readable while the next one is computed", () => {
    const { engine, clock, published } = start(withTariff(0));
    engine.request(withTariff(100));
    clock.frame();
    const before = level(published[0]?.results);
    engine.request(withTariff(200));
    clock.frame();
    expect(level(published[0]?.results)).toBe(before);
    expect(level(published[1]?.results)).toBeCloseTo(0.78);
  });

  it("W1: flush runs what waits at once and leaves no frame behind; stop drops it", () => {
    const { engine, clock, published } = start(withTariff(0));
    engine.request(withTariff(10));
    engine.flush();
    expect(published).toHaveLength(1);
    expect(clock.framesWaiting()).toBe(0);
    engine.flush();
    expect(published).toHaveLength(1);
    engine.request(withTariff(20));
    engine.stop();
    clock.frame();
    expect(published).toHaveLength(1);
  });

  it("W2: a world's status quo is run once, however many levers move in it", () => {
    const { engine, clock, runs, published } = start(withTariff(0));
    const inHigh = (value: number): ScenarioDocument => withTariff(value, { world: "high" });
    engine.request(inHigh(10));
    clock.frame();
    runs.length = 0;
    for (const value of [20, 30]) {
      engine.request(inHigh(value));
      clock.frame();
    }
    expect(runs.map(({ inputs }) => inputs.levers.length)).toEqual([1, 1]);
    const last = published.at(-1)?.results;
    expect(last?.statusQuoInWorld.total("composite_equal")[0]).toBeCloseTo(0.85);
    expect(last?.statusQuo.total("composite_equal")[0]).toBeCloseTo(0.8);
  });

  it("W2: where world, events and overrides are the default the two status quos are one", () => {
    const { engine, clock, published } = start(withTariff(50));
    expect(engine.first.statusQuoInWorld).toBe(engine.first.statusQuo);
    const event = { event: "ban", start: "2030-01" };
    engine.request(withTariff(50, { events: [event] }));
    clock.frame();
    expect(published.at(-1)?.results.statusQuoInWorld).not.toBe(engine.first.statusQuo);
    engine.request({ ...withTariff(50), assumptions: [{ mineral: "all", stage: "", key: "leak", value: 0.5 }] });
    clock.frame();
    expect(published.at(-1)?.results.statusQuoInWorld).not.toBe(engine.first.statusQuo);
    engine.request(withTariff(60));
    clock.frame();
    expect(published.at(-1)?.results.statusQuoInWorld).toBe(engine.first.statusQuo);
  });

  it("W2: the status quo outlives any number of other worlds", () => {
    const { engine, clock, published } = start(withTariff(0));
    for (let month = 1; month <= 12; month++) {
      engine.request(withTariff(1, { events: [{ event: "ban", start: `2030-${String(month).padStart(2, "0")}` }] }));
      clock.frame();
    }
    expect(published.at(-1)?.results.statusQuo.total("composite_equal")[0]).toBeCloseTo(0.8);
  });

  it("W3: a run that fails reports both documents and leaves the last result readable; the next good one counts", () => {
    const { engine, clock, published, failed } = start(withTariff(0));
    engine.request(withTariff(100));
    clock.frame();
    engine.request(withTariff(13));
    clock.frame();
    expect(failed).toMatchObject([{ failed: withTariff(13), lastGood: withTariff(100) }]);
    expect(level(published[0]?.results)).toBeCloseTo(0.79);
    engine.request(withTariff(200));
    clock.frame();
    expect(level(published.at(-1)?.results)).toBeCloseTo(0.78);
  });
});
