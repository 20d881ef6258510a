import { describe, expect, it } from "vitest";
import { createStudy, type StudyControl } from "../../../renderer/features/analysis/study.ts";
import { failureText } from "../../../renderer/features/analysis/study-progress.tsx";
import { createTestPlanner } from "../support/test-planner.tsx";

interface Call {
  readonly question: string;
  readonly control: StudyControl<string>;
  readonly resolve: (value: string) => void;
  readonly reject: (error: Error) => void;
}

function setUp() {
  const calls: Call[] = [];
  const { planner } = createTestPlanner({ runner: () => Promise.resolve({} as never) });
  const study = createStudy<string, string>(
    planner,
    (_, question, control) => new Promise((resolve, reject) => calls.push({ question, control, resolve, reject })),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { study, calls, settle };
}

describe("study", () => {
  it("V58: the answer is kept with its question, and the same question is not computed twice", async () => {
    const { study, calls, settle } = setUp();
    study.ask("a");
    await settle();
    study.ask("a");
    calls[0]!.control.progress?.(3, 9);
    expect(study.store.getState()).toMatchObject({ status: "running", done: 3, total: 9 });
    calls[0]!.resolve("A");
    await settle();
    study.ask("a");
    await settle();
    expect(calls).toHaveLength(1);
    expect(study.store.getState()).toMatchObject({ status: "done", result: { question: "a", value: "A" } });
  });

  it("V58: another question replaces the one under way, whose late answer is dropped; the last result stays meanwhile", async () => {
    const { study, calls, settle } = setUp();
    study.ask("a");
    await settle();
    calls[0]!.resolve("A");
    await settle();
    study.ask("b");
    await settle();
    study.ask("c");
    await settle();
    expect(calls[1]!.control.isCancelled?.()).toBe(true);
    calls[1]!.resolve("B");
    await settle();
    expect(study.store.getState()).toMatchObject({ status: "running", asked: "c", result: { value: "A" } });
    calls[2]!.resolve("C");
    await settle();
    expect(study.store.getState().result?.value).toBe("C");
  });

  it("V58: cancel holds until it is asked to run again", async () => {
    const { study, calls, settle } = setUp();
    study.ask("a");
    await settle();
    study.cancel();
    expect(calls[0]!.control.isCancelled?.()).toBe(true);
    calls[0]!.resolve("cancelled");
    await settle();
    study.ask("a");
    await settle();
    expect(calls).toHaveLength(1);
    expect(study.store.getState()).toMatchObject({ status: "stopped", result: null });
    study.start("a");
    await settle();
    expect(calls).toHaveLength(2);
  });

  it("V58: a failure is said and does not come back by itself", async () => {
    const { study, calls, settle } = setUp();
    study.ask("a");
    await settle();
    calls[0]!.reject(new Error("the worker has ended"));
    await settle();
    study.ask("a");
    await settle();
    expect(calls).toHaveLength(1);
    expect(study.store.getState()).toMatchObject({ status: "failed", failure: "the worker has ended" });
  });

  it("V234: the sentence of a failure leaves out what only the program calls it, and says that nothing was changed", () => {
    const said = "The computation failed: out of memory. No scenario was changed.";
    expect(["analysis worker: Uncaught Error: out of memory", "Uncaught RangeError: out of memory", "out of memory."].map(failureText)).toEqual([
      said,
      said,
      said,
    ]);
  });

  it("V93: what is shown before the end stays when the study is stopped, and is asked for again in full", async () => {
    const { study, calls, settle } = setUp();
    study.ask("a");
    await settle();
    calls[0]!.control.show("half of A");
    expect(study.store.getState()).toMatchObject({ status: "running", result: { question: "a", value: "half of A", isWhole: false } });
    study.cancel();
    calls[0]!.control.show("more of A");
    expect(study.store.getState()).toMatchObject({ status: "stopped", result: { value: "half of A" } });
    study.ask("b");
    await settle();
    study.ask("a");
    await settle();
    expect(calls.map(({ question }) => question)).toEqual(["a", "b", "a"]);
  });
});
