import { describe, expect, it } from "vitest";
import { analyticChecks } from "../../../shared/verify/analytic-checks.ts";
import { invariantChecks } from "../../../shared/verify/invariant-checks.ts";
import { runCheck } from "../../../shared/verify/verify-model.ts";
import { dataset } from "./shipped.ts";

describe("analytic checks", () => {
  it("A1–A20: every number has its check", () => {
    const ids = new Set(analyticChecks.map(({ id }) => id));
    expect([...Array(20).keys()].map((i) => `A${i + 1}`).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(analyticChecks.map((check) => [check.id, check.title, check] as const))("%s: %s", (_id, _title, check) => {
    expect(runCheck(check, dataset)).toMatchObject({ pass: true });
  });
});

describe("invariants over worlds, events and levers", () => {
  it.each(invariantChecks(dataset).map((check) => [check.id, check.title, check] as const))("%s: %s", (_id, _title, check) => {
    expect(runCheck(check, dataset)).toMatchObject({ pass: true });
  });
});
