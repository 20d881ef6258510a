import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScenarioQuery } from "../../../shared/ipc/channels.ts";
import { defaultQuery, isStoredElsewhere, ScenarioIndex } from "../../../shared/scenario/scenario-index.ts";
import { summaryOf } from "./summary.ts";

const rows = [
  summaryOf("Réserve first", { tags: ["cleared"], changedAt: 3, headline: 0.5, changedLevers: 2 }),
  summaryOf("mine 10", { world: "high", changedAt: 2, headline: 0.7, costMusdPerYr: 3400, dataVintage: "W" }),
  summaryOf("Mine 9", { tags: ["cleared", "Draft"], changedAt: 1 }),
  summaryOf("Gone", { changedAt: 9, trashedAt: 5, tags: ["lost"] }),
];
const today = { modelVersion: "1.0", vintage: "V" };
const worldName = (id: string): string => (id === "high" ? "High demand" : "Stated policies");
const index = () => new ScenarioIndex({ worldName, codeOf: ({ title }) => (title === "mine 10" ? "LS-7K2M-Q0XD" : "LS-0000-0000"), ...today });
const titles = (query: Partial<ScenarioQuery>, found: readonly string[] | null = null): readonly string[] =>
  index()
    .matching(rows, { ...defaultQuery, ...query }, found && new Set(found))
    .map(({ title }) => title);

describe("the list of scenarios", () => {
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

  it("W12: a word that begins like a code is compared with the code, no other word is", () => {
    expect(titles({ text: "LS-7k2m" })).toEqual(["mine 10"]);
    expect(titles({ text: "high ls-7K2M-Q0XD" })).toEqual(["mine 10"]);
    expect(titles({ text: "7K2M" })).toEqual([]);
  });

  it("W12: what the store has found by its labels is listed too, in its place and within the tag", () => {
    expect(titles({ text: "nothing" }, ["Mine 9", "Gone"])).toEqual(["Mine 9"]);
    expect(titles({ text: "nothing", tag: "lost" }, ["Mine 9", "Gone"])).toEqual([]);
    expect(titles({ text: "nothing", trash: true }, ["Mine 9", "Gone"])).toEqual(["Gone"]);
  });

  it("W12: sorts titles as people do, and rows without a figure come last in either direction", () => {
    expect(titles({ sort: "title", descending: false })).toEqual(["Mine 9", "mine 10", "Réserve first"]);
    expect(titles({ sort: "title", descending: true })).toEqual(["Réserve first", "mine 10", "Mine 9"]);
    expect(titles({ sort: "headline", descending: false })).toEqual(["Réserve first", "mine 10", "Mine 9"]);
    expect(titles({ sort: "headline", descending: true })).toEqual(["mine 10", "Réserve first", "Mine 9"]);
    expect(titles({ sort: "cost", descending: true })).toEqual(["mine 10", "Mine 9", "Réserve first"]);
    expect(titles({ sort: "levers", descending: true })[0]).toBe("Réserve first");
  });

  it("W12: a page says how many fit, how many there are, and which tags are in use outside the trash", () => {
    expect(index().page(rows, { query: { ...defaultQuery, tag: "cleared" }, from: 1, count: 5 }, null)).toEqual({
      from: 1,
      rows: [rows[2]],
      total: 2,
      counts: { scenarios: 3, elsewhere: 1, trashed: 1 },
      tags: ["cleared", "Draft"],
      largestCost: 3400,
    });
    expect(index().page(rows, { query: defaultQuery, from: 99, count: 5 }, null)).toMatchObject({ rows: [], total: 3 });
  });

  it("W9: a row stored under another model or other data is marked, a mere draft is not", () => {
    expect(isStoredElsewhere(summaryOf("x"), today)).toBe(false);
    expect(isStoredElsewhere(summaryOf("x", { modelVersion: "0.9" }), today)).toBe(true);
    expect(isStoredElsewhere(summaryOf("x", { dataVintage: "W" }), today)).toBe(true);
    expect(isStoredElsewhere(summaryOf("x", { revision: 0, modelVersion: null, dataVintage: null }), today)).toBe(false);
  });

  it("W12: what it remembers never shows: any sequence of questions is answered as by an index without a past", () => {
    const scenario = fc
      .record({
        title: fc.constantFrom("a", "B", "a 2", "a 10", "Ä"),
        tags: fc.subarray(["x", "y"]),
        changedAt: fc.nat(3),
        trashedAt: fc.constantFrom(null, 1),
        headline: fc.constantFrom(null, 0.1, 0.2),
      })
      .map((over) => over);
    const lists = fc.array(fc.array(scenario, { maxLength: 6 }), { minLength: 1, maxLength: 2 });
    const question = fc.record({
      list: fc.nat(1),
      query: fc.record({
        text: fc.constantFrom("", "a", "a 2", "x", "z"),
        tag: fc.constantFrom(null, "x"),
        trash: fc.boolean(),
        sort: fc.constantFrom("title", "headline", "changed"),
        descending: fc.boolean(),
      }),
      found: fc.constantFrom(null, ["0"], ["1", "2"], []),
    });
    fc.assert(
      fc.property(lists, fc.array(question, { maxLength: 12 }), (drafts, questions) => {
        const all = drafts.map((list) => list.map((over, id) => summaryOf(over.title, { ...over, id: String(id) })));
        const remembering = index();
        for (const { list, query, found } of questions) {
          const asked = { query, from: 0, count: 10 };
          const scenarios = all[list] ?? [];
          const ids = found && new Set(found);
          expect(remembering.page(scenarios, asked, ids)).toEqual(index().page(scenarios, asked, ids));
        }
      }),
    );
  });
});
