import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../../../shared/indicator/catalogue.ts";
import { chartDefinition } from "../../../../shared/view/explore/chart-definition.ts";
import { chartGroups } from "../../../../shared/view/explore/related-indicators.ts";
import { shippedDataset as dataset } from "../../dataset/shipped-tables.ts";

describe("what the right chart means", () => {
  it("V246: whatever it can show has a definition", () => {
    const offered = chartGroups(dataset, "reserve_days", "ree").flatMap(({ options }) => options);
    expect(offered.length).toBeGreaterThan(CATALOGUE.length);
    const texts = offered.map(({ choice, label }) => [label, chartDefinition(choice)] as const);
    expect(texts.filter(([, { title, text }]) => title === "" || !/^[A-Z].{20,}\.$/.test(text)).map(([label]) => label)).toEqual([]);
    expect(chartDefinition({ level: "breakdown", id: "stages" }).text).toMatch(/^Share of need, at reference prices/);
  });
});
