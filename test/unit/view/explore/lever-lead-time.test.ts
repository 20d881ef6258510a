import { describe, expect, it } from "vitest";
import { leadTimes } from "../../../../shared/view/explore/lever-lead-time.ts";
import { shippedDataset } from "../../dataset/shipped-tables.ts";

describe("lead time of a lever", () => {
  it("L52: support for mines passes permits, construction and ramp-up; each step has its range over the minerals, its grades and its sources", () => {
    const times = leadTimes(shippedDataset, "mining_invest");
    expect(times.map(({ name }) => name)).toEqual(["All steps, mining", "Permitting time, mining", "Construction time, mining", "Ramp-up time, mining"]);
    expect(times[0]).toMatchObject({ text: expect.stringMatching(/^\d+ to 108 months, by mineral$/) as unknown, sources: [] });
    const [, permits] = times;
    expect(permits!.sources.some(({ grade, text }) => grade === "cited" && text.includes("CEQ (2020)"))).toBe(true);
    expect(new Set(permits!.sources.map(({ text }) => text)).size).toBe(permits!.sources.length);
  });

  it("L52: a lever of the whole country has one figure; plants that a dataset has nowhere, and levers without one, have none", () => {
    expect(leadTimes(shippedDataset, "reserve_days")).toMatchObject([
      { name: "Time to fill the reserve", text: "36 months", sources: [{ grade: "assumption", text: "expert assumption" }] },
    ]);
    expect(leadTimes(shippedDataset, "recycling_plants").map(({ text }) => text)).toEqual(["42 months", "12 months", "18 months", "12 months"]);
    expect(leadTimes(shippedDataset, "tariff")).toEqual([]);
    const withoutMagnets = { ...shippedDataset, stages: shippedDataset.stages.filter(({ role }) => role !== "fabrication") };
    expect(leadTimes(withoutMagnets, "magnet_invest")).toEqual([]);
  });
});
