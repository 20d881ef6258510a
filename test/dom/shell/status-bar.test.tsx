import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { StatusBar } from "../../../renderer/features/shell/status-bar.tsx";
import { SETTLE_MS } from "../../../renderer/state/autosave.ts";
import { bootInfo } from "../support/memory-store.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner, TestPlannerOptions } from "../support/test-planner.tsx";

afterEach(cleanup);

function show(options: TestPlannerOptions = {}): TestPlanner {
  const test = createTestPlanner(options);
  render(
    <test.Provider>
      <StatusBar />
    </test.Provider>,
  );
  return test;
}
const place = (): string | null => screen.getByRole("button").textContent;

describe("status bar", () => {
  it("W47: says where the work is, from the change to the commit", async () => {
    const test = show();
    expect(place()).toBe("All changes on disk");
    act(() => test.planner.edit.setLever("tariff", 20));
    expect(place()).toBe("Changes in memory");
    const release = test.store.hold("scenario:create");
    await act(() => test.clock.advance(SETTLE_MS));
    expect(place()).toBe("Changes in memory");
    release();
    await act(() => test.clock.advance(0));
    expect(place()).toBe("All changes on disk");
  });

  it("W47: says what could not be written, also of a scenario that is not open", async () => {
    const test = show();
    await act(async () => {
      test.planner.edit.setLever("tariff", 20);
      await test.planner.flush();
    });
    test.store.fail("scenario:save-draft", { code: "disk-full", file: "x.sqlite" });
    await act(async () => {
      test.planner.edit.setLever("tariff", 30);
      await test.planner.flush();
    });
    expect(place()).toBe("Changes not on disk");
    await act(() => test.planner.scenarios.newScenario());
    expect(place()).toBe("Changes not on disk");
  });

  it.each([
    ["read-only", "Database is read only"],
    ["memory-only", "Nothing is saved to disk"],
  ] as const)("W47: %s", (mode, text) => {
    show({ boot: bootInfo({ store: { mode, file: "x.sqlite", notice: null } }) });
    expect(place()).toBe(text);
  });
});
