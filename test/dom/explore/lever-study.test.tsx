import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useLeverStudy } from "../../../renderer/features/explore/levers/use-lever-study.ts";
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import { exploreDataset } from "./explore-kit.tsx";

/** Counts runs; a study of n levers takes n + 1. */
function mount() {
  const runs: ScenarioDocument[] = [];
  const { planner, Provider } = createTestPlanner({
    dataset: exploreDataset,
    studyLevers: (document) => {
      let left = document.inputs.levers.length + 1;
      if (document.inputs.levers.some(({ value }) => value === 13)) throw new Error("13 does not compute");
      return {
        step: () => {
          runs.push(document);
          return --left === 0 ? { document, effects: new Map() } : null;
        },
      };
    },
  });
  function Shown() {
    const study = useLeverStudy();
    return <p>{study === null ? "no study" : `studied ${study.document.inputs.levers.map(({ value }) => value).join("+")}`}</p>;
  }
  render(<Shown />, { wrapper: Provider });
  return { planner, runs };
}

const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("lever study on screen", () => {
  it("L45: waits until a change has settled, then makes one run per task", () => {
    const { planner, runs } = mount();
    pass(200);
    expect(screen.queryByText("studied")).not.toBeNull();
    runs.length = 0;
    act(() => planner.edit.setLever("tariff", 10));
    act(() => planner.edit.setLever("mining_invest", 100));
    pass(149);
    expect(runs).toHaveLength(0);
    act(() => void vi.advanceTimersToNextTimer());
    expect(runs).toHaveLength(1);
    act(() => void vi.advanceTimersToNextTimer());
    expect(runs).toHaveLength(2);
    expect(screen.queryByText("studied")).not.toBeNull();
    act(() => void vi.advanceTimersToNextTimer());
    expect(screen.queryByText("studied 10+100")).not.toBeNull();
    pass(1000);
    expect(runs).toHaveLength(3);
  });

  it("L45: a running drag makes no study, its end makes one; a newer change gives up the old study", () => {
    const { planner, runs } = mount();
    pass(200);
    runs.length = 0;
    act(() => planner.edit.beginGesture());
    act(() => planner.edit.setLever("tariff", 10));
    pass(2000);
    expect(runs).toHaveLength(0);
    act(() => planner.edit.setLever("tariff", 20));
    act(() => planner.edit.endGesture());
    pass(149);
    act(() => void vi.advanceTimersToNextTimer());
    expect(runs).toHaveLength(1);
    act(() => planner.edit.setLever("tariff", 30));
    pass(500);
    expect(screen.queryByText("studied 30")).not.toBeNull();
    expect(runs.map(({ inputs }) => inputs.levers[0]?.value)).toEqual([20, 30, 30]);
  });

  it("L45: a scenario that the model cannot run has no study", () => {
    const { planner } = mount();
    pass(200);
    act(() => planner.edit.setLever("tariff", 13));
    pass(500);
    expect(screen.queryByText("no study")).not.toBeNull();
  });
});
