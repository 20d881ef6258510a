import { describe, expect, it } from "vitest";
import { sampleHandlers } from "../../../electron/ipc/sample-handlers.ts";
import { resourcesFolder, samplesFolder } from "../../../electron/dataset/shipped-dataset.ts";
import { shippedDataset as dataset } from "../dataset/shipped-tables.ts";

describe("samples", () => {
  const folder = samplesFolder(resourcesFolder(import.meta.url));

  it("W34, F4: all five are there, with the one to begin with first, and say what they try", async () => {
    const answer = await sampleHandlers({ dataset, folder })["sample:list"](null);
    const samples = answer.ok ? answer.value : [];
    expect(samples.map(({ labels }) => labels.title)).toEqual([
      "Balanced package",
      "Build at home",
      "Partner investment plan",
      "Recycle and substitute",
      "Reserve first",
    ]);
    for (const { labels, document } of samples) {
      expect(labels.notes).not.toBe("");
      expect(document.inputs.levers.length).toBeGreaterThan(0);
    }
  });

  it("W34: one that does not fit the dataset is left out", async () => {
    const without = { ...dataset, levers: dataset.levers.filter(({ id }) => id !== "processing_invest") };
    const answer = await sampleHandlers({ dataset: without, folder })["sample:list"](null);
    expect(answer.ok && answer.value.length).toBeLessThan(5);
  });
});
