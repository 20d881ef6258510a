import { describe, expect, it } from "vitest";
import { analyticChecks } from "../../../shared/verify/analytic-checks.ts";
import { compare, compareSeries, InvariantViolated, worst } from "../../../shared/verify/check.ts";
import { invariantChecks } from "../../../shared/verify/invariant-checks.ts";
import { runCheck, verifyModel } from "../../../shared/verify/verify-model.ts";
import { dataset } from "../model/shipped.ts";

describe("checks", () => {
  it("A22: compare within a tolerance relative to the larger of one and the expected number", () => {
    expect(compare(100, 100.05, 1e-3).pass).toBe(true);
    expect(compare(100, 100.2, 1e-3).pass).toBe(false);
    expect(compare(0, 5e-4, 1e-3).pass).toBe(true);
    expect(compare(0, Number.NaN, 1).pass).toBe(false);
  });

  it("A22: report the worst of several numbers, a failed one first", () => {
    expect(worst([compare(1, 1, 1e-9), compare(1, 1.5, 1), compare(1, 1.1, 0.05)])).toMatchObject({ got: 1.1, pass: false });
    expect(worst([compare(1, 1.2, 1), compare(1, 1.5, 1)])).toMatchObject({ got: 1.5, pass: true });
    expect(worst([]).pass).toBe(false);
    expect(compareSeries([1, 2], [1], 1e-9).pass).toBe(false);
    expect(compareSeries([1, 2], [1, 2.1], 1e-9)).toMatchObject({ expected: 2, pass: false });
  });

  it("A22: a violated invariant is a failed check with its sentence, any other error passes through", () => {
    const failing = (error: Error) => ({ id: "A0", title: "", run: () => raise(error) });
    expect(runCheck(failing(new InvariantViolated("M1 …")), dataset)).toMatchObject({ pass: false, note: "M1 …" });
    expect(() => runCheck(failing(new TypeError("bug")), dataset)).toThrow("bug");
  });

  it("A22: the whole table is one list, invariants first", () => {
    const first = verifyModel(dataset).next();
    expect(first.value?.outcome.pass).toBe(true);
    expect(invariantChecks(dataset).length).toBe(dataset.worlds.length + dataset.events.length + dataset.levers.length + 2);
    expect(analyticChecks.length).toBe(22);
  });
});

function raise(error: Error): never {
  throw error;
}
