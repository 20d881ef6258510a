/** Undo against the obvious reference, a list of snapshots per scenario: every kind of edit, more than two hundred deep, across opening another scenario and back. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { LeverSetting } from "../../../shared/scenario/scenario.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { createTestPlanner } from "../support/test-planner.tsx";

const instances = (n: number): readonly LeverSetting[] =>
  [n, n + 1].map((value) => ({ lever: "tariff", value, start: "2027-01", ramp: 1, minerals: value % 2 === 0 ? "all" : ["tin"] }));
const month = (n: number): string => `${2027 + (n % 10)}-${String(1 + (n % 12)).padStart(2, "0")}`;

/** 13 is what the made-up model fails on. */
const number = fc.integer({ min: 14, max: 90 });
const edit = fc.record({
  kind: fc.constantFrom(
    ...(["lever", "start", "ramp", "end", "several", "turn round", "reset lever", "reset group", "reset all", "to saved"] as const),
    ...(["world", "event", "other event", "no event", "assumption", "no assumption", "target", "budget", "rename", "notes"] as const),
  ),
  n: number,
});
const move = fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const, "open" as const), n: number });

it("H3, H4, H8: levers, dates, world, events, assumptions, names, resets and order are taken back and done again as a list of snapshots says", async () => {
  let deepest = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 340, maxLength: 360 }),
      fc.array(fc.oneof(edit, move), { minLength: 40, maxLength: 60 }),
      async (edits, mixed) => {
        const seeds = ["a", "b"].map((id) => ({ id, labels: emptyLabels(id), saved: statusQuoDocument("stated"), changedAt: 1 }));
        const test = createTestPlanner({ seeds });
        const { edit: change, scenarios, undo, documents } = test.planner;
        await scenarios.openScenario("a");
        const look = (): string => JSON.stringify([documents.getState().document, documents.getState().labels]);
        const known = new Map([["a", { snapshots: [look()], at: 0 }]]);
        let here = known.get("a")!;

        for (const { kind, n } of [...edits, ...mixed]) {
          await test.clock.advance(1000);
          const { levers, events } = documents.getState().document.inputs;
          if (kind === "undo") {
            await undo.undo();
            here.at = Math.max(0, here.at - 1);
          } else if (kind === "redo") {
            await undo.redo();
            here.at = Math.min(here.snapshots.length - 1, here.at + 1);
          } else if (kind === "open") {
            const id = documents.getState().id === "a" ? "b" : "a";
            await scenarios.openScenario(id);
            if (!known.has(id)) known.set(id, { snapshots: [look()], at: 0 });
            here = known.get(id)!;
          } else {
            const at = { mineral: "all", stage: "", key: "leak" };
            if (kind === "lever") change.setLever("tariff", n);
            if (kind === "start") change.setLeverStart("tariff", month(n));
            if (kind === "ramp") change.setLeverRamp("tariff", n);
            if (kind === "end") change.setLeverEnd("tariff", n % 5 === 0 ? null : `${2040 + (n % 9)}-06`);
            if (kind === "several") change.replaceInstances("tariff", instances(n));
            if (kind === "turn round") change.replaceInstances("tariff", levers.filter(({ lever }) => lever === "tariff").toReversed());
            if (kind === "reset lever") change.resetLever("tariff");
            if (kind === "reset group") change.resetGroup(test.planner.dataset.levers[0]!.group);
            if (kind === "reset all") change.resetAll();
            if (kind === "to saved") change.resetToSaved();
            if (kind === "world") change.setWorld(n % 2 === 0 ? "stated" : "high");
            if (kind === "event") change.addEvent({ event: "ban", start: month(n) });
            if (kind === "other event" && events.length > 0) change.replaceEvent(0, { event: "ban", start: month(n + 1) });
            if (kind === "no event" && events.length > 0) change.removeEvent(events.length - 1);
            if (kind === "assumption") change.setAssumption(at, n / 100);
            if (kind === "no assumption") change.setAssumption(at, null);
            if (kind === "target") change.setTarget({ indicator: "dependence", mineral: null, value: n / 100, year: 2035 });
            if (kind === "budget") change.setBudget(n);
            if (kind === "rename") change.setLabels({ title: `Name ${String(n)}` });
            if (kind === "notes") change.setLabels({ notes: `Note ${String(n)}` });
            if (look() !== here.snapshots[here.at]) {
              here.snapshots.splice(here.at + 1);
              here.snapshots.push(look());
              here.at++;
            }
          }
          expect(look()).toBe(here.snapshots[here.at]);
        }

        if (documents.getState().id !== "a") await scenarios.openScenario("a");
        here = known.get("a")!;
        deepest = Math.max(deepest, here.at);
        for (; here.at > 0; here.at--) {
          expect(look()).toBe(here.snapshots[here.at]);
          await undo.undo();
        }
        for (; here.at < here.snapshots.length - 1; here.at++) {
          expect(look()).toBe(here.snapshots[here.at]);
          await undo.redo();
        }
        expect(look()).toBe(here.snapshots[here.at]);
      },
    ),
    { numRuns: 12 },
  );
  // Some edits change nothing; what is left is still more than two hundred.
  expect(deepest).toBeGreaterThan(200);
});
