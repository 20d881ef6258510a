import { describe, expect, it } from "vitest";
import { defaultQuery, isStoredElsewhere, listedScenarios, parseTags, rowText, sortedBy, tagsInUse } from "../../../renderer/state/library-query.ts";
import type { LibraryQuery } from "../../../renderer/state/library-query.ts";
import { rowWindow } from "../../../renderer/features/library/use-row-window.ts";
import type { ScenarioSummary } from "../../../shared/ipc/channels.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

const row = (title: string, over: Partial<ScenarioSummary> = {}): ScenarioSummary => ({
  id: title,
  title,
  tags: [],
  world: "stated",
  changedLevers: 0,
  revision: 1,
  hasUnsavedDraft: false,
  createdAt: 0,
  changedAt: 0,
  trashedAt: null,
  headline: null,
  headlineYear: null,
  costMusdPerYr: null,
  modelVersion: "1.0",
  dataVintage: "V",
  ...over,
});

const rows = [
  row("Réserve first", { tags: ["cleared"], changedAt: 3, headline: 0.5, changedLevers: 2 }),
  row("mine 10", { world: "high", changedAt: 2, headline: 0.7, costMusdPerYr: 3400 }),
  row("Mine 9", { tags: ["cleared", "draft"], changedAt: 1 }),
  row("Gone", { changedAt: 9, trashedAt: 5, tags: ["lost"] }),
];
const worldName = (id: string): string => (id === "high" ? "High demand" : "Stated policies");
const titles = (query: Partial<LibraryQuery>): readonly string[] => listedScenarios(rows, { ...defaultQuery, ...query }, worldName).map(({ title }) => title);

describe("what the library lists", () => {
  it("W12: newest first at the start; the trash apart", () => {
    expect(titles({})).toEqual(["Réserve first", "mine 10", "Mine 9"]);
    expect(titles({ trash: true })).toEqual(["Gone"]);
  });

  it("W12: every word counts, in title, tags or world, whatever case and accents", () => {
    expect(titles({ text: "  reserve " })).toEqual(["Réserve first"]);
    expect(titles({ text: "MINE high" })).toEqual(["mine 10"]);
    expect(titles({ text: "cleared mine" })).toEqual(["Mine 9"]);
    expect(titles({ text: "cleared nothing" })).toEqual([]);
    expect(titles({ tag: "cleared" })).toEqual(["Réserve first", "Mine 9"]);
  });

  it("W12: sorts titles as people do, and rows without a figure come last in either direction", () => {
    expect(titles({ sort: "title", descending: false })).toEqual(["Mine 9", "mine 10", "Réserve first"]);
    expect(titles({ sort: "headline", descending: false })).toEqual(["Réserve first", "mine 10", "Mine 9"]);
    expect(titles({ sort: "headline", descending: true })).toEqual(["mine 10", "Réserve first", "Mine 9"]);
    expect(titles({ sort: "cost", descending: true })).toEqual(["mine 10", "Mine 9", "Réserve first"]);
    expect(titles({ sort: "levers", descending: true })[0]).toBe("Réserve first");
  });

  it("W12: a head pressed twice turns the order round", () => {
    const once = sortedBy(defaultQuery, "headline");
    expect(once).toMatchObject({ sort: "headline", descending: false });
    expect(sortedBy(once, "headline")).toMatchObject({ sort: "headline", descending: true });
    expect(sortedBy(once, "changed")).toMatchObject({ sort: "changed", descending: true });
  });

  it("W12: tags in use, without those of the trash", () => {
    expect(tagsInUse(rows)).toEqual(["cleared", "draft"]);
    expect(parseTags(" a, b ,,a, c d ")).toEqual(["a", "b", "c d"]);
  });

  it("W12: figures read as everywhere else", () => {
    expect(rowText(row("x", { headline: 0.523, costMusdPerYr: 3400, changedLevers: 3 }), tinyDataset.currency)).toEqual({
      headline: "52%",
      cost: "$3.4 bn/yr",
      levers: "3",
    });
    expect(rowText(row("x"), tinyDataset.currency)).toEqual({ headline: "n/a", cost: "n/a", levers: "status quo" });
  });

  it("W9: a row stored under another model or other data is marked, a mere draft is not", () => {
    expect(isStoredElsewhere(row("x"), "1.0", "V")).toBe(false);
    expect(isStoredElsewhere(row("x"), "1.1", "V")).toBe(true);
    expect(isStoredElsewhere(row("x"), "1.0", "W")).toBe(true);
    expect(isStoredElsewhere(row("x", { revision: 0, modelVersion: null, dataVintage: null }), "1.0", "V")).toBe(false);
  });

  it("W13: draws the rows in sight and a few around them, and leaves room for the rest", () => {
    const window = rowWindow(10_000, 40, 200_000, 800);
    expect(window.end - window.first).toBeLessThan(60);
    expect(window.first * 40).toBeLessThanOrEqual(200_000);
    expect(window.end * 40).toBeGreaterThanOrEqual(200_800);
    expect(window.before + (window.end - window.first) * 40 + window.after).toBe(400_000);
    expect(rowWindow(3, 40, 0, 800)).toEqual({ first: 0, end: 3, before: 0, after: 0 });
    expect(rowWindow(0, 40, 500, 800)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
    expect(rowWindow(5, 40, 9999, 800)).toMatchObject({ end: 5, after: 0 });
  });
});
