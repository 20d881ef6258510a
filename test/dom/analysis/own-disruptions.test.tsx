import { expect, it } from "vitest";
import { stressStoreOf } from "../../../renderer/features/stress/stress-store.ts";
import type { OwnEvent } from "../../../shared/scenario/scenario.ts";
import { exploreDataset } from "../explore/explore-kit.tsx";
import { bootInfo } from "../support/memory-store.ts";
import { createTestPlanner } from "../support/test-planner.tsx";

const closure: OwnEvent = {
  name: "Strait closed",
  minerals: "*",
  stages: "*",
  suppliers: "*",
  scope: "targeted",
  severity: 0.5,
  start: "2031-01",
  duration: 9,
  ramp_in: 0,
  recovery: 0,
};
const ban: OwnEvent = { ...closure, name: "Full ban", severity: 1 };
const elsewhere: OwnEvent = { ...closure, name: "Of another edition", minerals: "unobtainium" };

it("V113: disruptions of one's own are kept when they are made and when they are removed, and are there at the next start", () => {
  const { planner, store } = createTestPlanner({ dataset: exploreDataset });
  const { choices } = stressStoreOf(planner);
  choices.setState({ own: [closure, ban] });
  choices.setState({ own: [ban], start: "2033-05" });
  const kept = store.calls.filter(({ channel }) => channel === "settings:set").map(({ input }) => input);
  expect(kept).toEqual([{ disruptions: [closure, ban] }, { disruptions: [ban] }]);
  const again = createTestPlanner({ dataset: exploreDataset, boot: bootInfo({ settings: { ...bootInfo().settings, disruptions: [ban] } }) });
  expect(stressStoreOf(again.planner).choices.getState().own).toEqual([ban]);
});

it("V113: one that does not fit the dataset is not shown and stays kept", () => {
  const { planner, store } = createTestPlanner({
    dataset: exploreDataset,
    boot: bootInfo({ settings: { ...bootInfo().settings, disruptions: [elsewhere, closure] } }),
  });
  const { choices } = stressStoreOf(planner);
  expect(choices.getState().own).toEqual([closure]);
  choices.setState({ own: [closure, ban] });
  expect(store.calls.at(-1)).toEqual({ channel: "settings:set", input: { disruptions: [closure, ban, elsewhere] } });
});
