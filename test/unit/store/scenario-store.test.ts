import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connectFile } from "../../../electron/store/connection.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { ScenarioStore } from "../../../electron/store/scenario-store.ts";
import type { DeckItem } from "../../../shared/scenario/deck.ts";
import { statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { dataset, errorOf, labels, options, reserve, resultOf, statusQuo, temporaryFolder, valueOf } from "./store-fixture.ts";

const freshStore = (): ScenarioStore => openStore(options(join(temporaryFolder(), "lodestone.db"))).store;

describe("scenarios", () => {
  it("S1: a new scenario has a draft and no revision", () => {
    const store = freshStore();
    const made = valueOf(store.create(labels("Reserve first"), reserve(180)));
    expect(made).toMatchObject({ revision: 0, savedAt: null, saved: null, result: null, draft: { document: reserve(180) }, revisions: [] });
    expect(valueOf(store.list())).toMatchObject([
      { id: made.id, title: "Reserve first", revision: 0, hasUnsavedDraft: true, changedLevers: 1, world: "stated" },
    ]);
  });

  it("S2: save makes the next revision with its result and drops the draft", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
    const second = valueOf(store.save(id, reserve(180), resultOf(reserve(180), 2)));
    expect(second).toMatchObject({ revision: 2, saved: reserve(180), draft: null });
    expect(second.revisions.map(({ number, changes }) => ({ number, changes }))).toEqual([
      { number: 2, changes: ["Strategic reserve 90 to 180 days"] },
      { number: 1, changes: ["Strategic reserve 0 to 90 days"] },
    ]);
  });

  it("S30: the preferred scenario is opened; where it is in the trash or gone, the one changed last; else none", () => {
    let now = 0;
    const store = openStore({ ...options(join(temporaryFolder(), "lodestone.db")), now: () => ++now }).store;
    const opened = (preferred: string | null): string | undefined => valueOf(store.openLast(preferred))?.labels.title;
    expect(opened(null)).toBeUndefined();
    const [a, b, c] = ["A", "B", "C"].map((title) => valueOf(store.create(labels(title), statusQuo)).id);
    expect([opened(a!), opened(null), opened("gone")]).toEqual(["A", "C", "C"]);
    valueOf(store.save(b!, reserve(90), resultOf(reserve(90))));
    expect(opened(null)).toBe("B");
    valueOf(store.saveDraft(a!, reserve(30)));
    expect(opened(null)).toBe("A");
    valueOf(store.trash([a!]));
    expect([opened(a!), valueOf(store.openLast(null))]).toMatchObject(["B", { id: b, revision: 1 }]);
    valueOf(store.trash([b!, c!]));
    expect(opened(b!)).toBeUndefined();
  });

  it("S3: an opened scenario shows its stored result bit for bit, negative zero too", () => {
    const file = join(temporaryFolder(), "lodestone.db");
    const first = openStore(options(file)).store;
    const { id } = valueOf(first.create(labels("A"), statusQuo));
    const plain = resultOf(reserve(90));
    const result = { ...plain, totals: { ...plain.totals, tariff_revenue_musd: [-0, 0, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, null] } };
    valueOf(first.save(id, reserve(90), result));
    first.close();
    const opened = valueOf(openStore(options(file)).store.open(id));
    expect(opened.result).toStrictEqual(result);
  });

  it("S4: a document equal to the last revision is no draft", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
    valueOf(store.saveDraft(id, reserve(120)));
    expect(valueOf(store.open(id)).draft?.document).toEqual(reserve(120));
    valueOf(store.saveDraft(id, reserve(90)));
    expect(valueOf(store.open(id)).draft).toBeNull();
  });

  it("S4: discarding a draft goes back to the last revision; a scenario never saved keeps its draft", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), reserve(5)));
    expect(valueOf(store.discardDraft(id)).draft?.document).toEqual(reserve(5));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
    valueOf(store.saveDraft(id, reserve(120)));
    expect(valueOf(store.discardDraft(id))).toMatchObject({ draft: null, saved: reserve(90) });
  });

  it("S5: saving again what is already the last revision makes no revision; a new model version does", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
    expect(valueOf(store.save(id, reserve(90), resultOf(reserve(90)))).revision).toBe(1);
    expect(valueOf(store.save(id, reserve(90), resultOf(reserve(90), 1, "1.1.0"))).revision).toBe(2);
  });

  it("S6: save as copies the labels and leaves the source and its draft alone", () => {
    const store = freshStore();
    const { id } = valueOf(store.create({ ...labels("A"), notes: "why", tags: ["trade"] }, reserve(90)));
    const copy = valueOf(store.saveAs(id, "B", reserve(120), resultOf(reserve(120))));
    expect(copy).toMatchObject({ revision: 1, labels: { title: "B", notes: "why", tags: ["trade"] }, saved: reserve(120), draft: null });
    expect(valueOf(store.open(id))).toMatchObject({ revision: 0, labels: { title: "A" }, draft: { document: reserve(90) } });
  });

  it("S7: labels change without a revision", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    expect(valueOf(store.setLabels(id, { title: "Renamed", decision: "Go" }))).toMatchObject({ title: "Renamed", revision: 0 });
    expect(valueOf(store.open(id)).labels).toEqual({ ...labels("Renamed"), decision: "Go" });
  });

  it("S8: trash is a date; restore removes it; one unknown id changes nothing", () => {
    const store = freshStore();
    const a = valueOf(store.create(labels("A"), statusQuo)).id;
    const b = valueOf(store.create(labels("B"), statusQuo)).id;
    expect(errorOf(store.trash([a, "nobody"]))).toEqual({ code: "scenario-not-found", id: "nobody" });
    expect(valueOf(store.list()).every(({ trashedAt }) => trashedAt === null)).toBe(true);
    expect(valueOf(store.trash([a, b])).every(({ trashedAt }) => trashedAt !== null)).toBe(true);
    expect(valueOf(store.restore([a])).find(({ id }) => id === a)?.trashedAt).toBeNull();
  });

  it("S9: headline and cost of the list come from the stored result at the target or outcome year", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    const result = resultOf(reserve(90));
    valueOf(store.setSettings({ outcomeYear: 2030 }));
    valueOf(store.save(id, reserve(90), result));
    const at = (year: number): number => (result.totals["composite_equal"] as readonly number[])[result.years.indexOf(year)]!;
    expect(valueOf(store.list())[0]).toMatchObject({ headline: at(2030), headlineYear: 2030 });
    const withTarget = { ...reserve(90), target: { indicator: "composite_equal", mineral: null, value: 0.5, year: 2040 } };
    valueOf(store.save(id, withTarget, result));
    const cost = (result.totals["public_cost_musd"] as readonly number[]).slice(1, 10);
    expect(valueOf(store.list())[0]).toMatchObject({ headline: at(2040), headlineYear: 2040, costMusdPerYr: cost.reduce((a, b) => a + b, 0) / 9 });
  });

  it("S10: an unknown scenario is an error value in every method that names one", () => {
    const store = freshStore();
    const result = resultOf(statusQuo);
    const attempts = [
      store.open("x"),
      store.saveDraft("x", statusQuo),
      store.save("x", statusQuo, result),
      store.saveAs("x", "B", statusQuo, result),
      store.discardDraft("x"),
      store.setLabels("x", { title: "B" }),
      store.trash(["x"]),
      store.restore(["x"]),
    ];
    expect(attempts.map(errorOf)).toEqual(attempts.map(() => ({ code: "scenario-not-found", id: "x" })));
    expect(valueOf(store.list())).toEqual([]);
  });

  it("S11: search finds words in any label without regard to case and accents", () => {
    const store = freshStore();
    const a = valueOf(store.create({ ...labels("Stockpile first"), notes: "Réserve stratégique", tags: ["G7"] }, statusQuo)).id;
    valueOf(store.create(labels("Tariffs"), statusQuo));
    const found = (query: string): readonly string[] => valueOf(store.search(query)).map(({ id }) => id);
    expect(found("reserve g7 STOCK")).toEqual([a]);
    expect(found("100%_")).toEqual([]);
    expect(found("  ")).toHaveLength(2);
  });
});

describe("revisions", () => {
  it("S2: the database itself refuses to change or delete a revision, its content or a data vintage", () => {
    const file = join(temporaryFolder(), "lodestone.db");
    const { store } = openStore(options(file));
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
    const before = valueOf(store.revision(id, 1));
    const db = connectFile(file);
    for (const table of ["revision", "revision_body", "dataset_vintage"]) {
      const column = { revision: "headline = 0", revision_body: "document = '{}'", dataset_vintage: "body = x''" }[table];
      expect(() => db.exec(`UPDATE ${table} SET ${column}`)).toThrow(/append-only|kept as it was/);
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(/append-only|kept as it was/);
      expect(() => db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(/append-only|kept as it was/);
    }
    db.close();
    expect(valueOf(store.revision(id, 1))).toEqual(before);
  });

  it("S13: restoring a revision makes a new one with the numbers it had then", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90), 1)));
    valueOf(store.save(id, reserve(180), resultOf(reserve(180), 2, "2.0.0")));
    valueOf(store.saveDraft(id, reserve(200)));
    const restored = valueOf(store.restoreRevision(id, 1));
    expect(restored).toMatchObject({ revision: 3, saved: reserve(90), draft: null });
    expect(restored.result).toStrictEqual(resultOf(reserve(90), 1));
    expect(restored.revisions[0]).toMatchObject({ number: 3, modelVersion: "1.0.0", changes: ["Strategic reserve 180 to 90 days"] });
    expect(errorOf(store.restoreRevision(id, 9))).toEqual({ code: "scenario-not-found", id });
  });

  it("S3: a result that holds no number for a number is a bug of the caller, and nothing is saved", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    const result = { ...resultOf(reserve(90)), years: [Number.NaN] };
    expect(() => store.save(id, reserve(90), result)).toThrow(RangeError);
    expect(valueOf(store.open(id))).toMatchObject({ revision: 0, draft: { document: statusQuo } });
  });

  it("B9: a damaged document or result is refused by name; other revisions stay readable", () => {
    const file = join(temporaryFolder(), "lodestone.db");
    const { store } = openStore(options(file));
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    for (const days of [10, 20, 30]) valueOf(store.save(id, reserve(days), resultOf(reserve(days))));
    const db = connectFile(file);
    db.exec(`
      DROP TRIGGER revision_body_no_update;
      UPDATE revision_body SET document = replace(document, '20', '21') WHERE revision_id = 2;
      UPDATE revision_body SET result = CAST(substr(result, 1, 200) || x'00' || substr(result, 202) AS BLOB) WHERE revision_id = 3`);
    db.close();
    expect(errorOf(store.open(id))).toMatchObject({ code: "scenario-unreadable", id, title: "A", part: "the result of revision 3" });
    expect(errorOf(store.revision(id, 2))).toMatchObject({ code: "scenario-unreadable", part: "revision 2", reason: "its checksum does not fit" });
    expect(valueOf(store.revision(id, 1)).document).toEqual(reserve(10));
    const restored = valueOf(store.restoreRevision(id, 1));
    expect(restored.revisions.map(({ number, changes }) => ({ number, changes }))).toEqual([
      { number: 4, changes: ["Strategic reserve 30 to 10 days"] },
      { number: 3, changes: [] },
      { number: 2, changes: [] },
      { number: 1, changes: ["Strategic reserve 0 to 10 days"] },
    ]);
  });
});

describe("decks", () => {
  it("S15: a deck keeps its items in order and pins revisions", () => {
    const { store, decks } = openStore(options(join(temporaryFolder(), "lodestone.db")));
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
    const view = (screen: string): DeckItem["view"] => ({ screen, settings: { year: 2035, stage: null } });
    const items: readonly DeckItem[] = [
      { scenario: { id, revision: 1 }, view: view("explore"), notes: "First" },
      { scenario: null, view: view("compare"), notes: "" },
    ];
    const deck = valueOf(decks.create("Monday", items));
    valueOf(store.save(id, reserve(91), resultOf(reserve(91))));
    expect(valueOf(decks.open(deck.id))).toEqual({ id: deck.id, title: "Monday", items });
    valueOf(decks.update({ ...deck, title: "Tuesday", items: items.toReversed() }));
    expect(valueOf(decks.open(deck.id))).toEqual({ id: deck.id, title: "Tuesday", items: items.toReversed() });
    expect(valueOf(decks.trash(deck.id))).toMatchObject([{ title: "Tuesday", items: 2, trashedAt: expect.any(Number) }]);
    expect(valueOf(decks.restore(deck.id))).toMatchObject([{ trashedAt: null }]);
  });

  it("S15: an item that names a revision which does not exist is refused, and the deck stays", () => {
    const { store, decks } = openStore(options(join(temporaryFolder(), "lodestone.db")));
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    const deck = valueOf(decks.create("Monday"));
    const missing: DeckItem = { scenario: { id, revision: 1 }, view: { screen: "explore", settings: {} }, notes: "" };
    expect(errorOf(decks.update({ ...deck, title: "Changed", items: [missing] }))).toEqual({ code: "scenario-not-found", id });
    expect(valueOf(decks.open(deck.id))).toEqual(deck);
    expect([decks.open("x"), decks.update({ ...deck, id: "x" }), decks.trash("x"), decks.restore("x")].map(errorOf)).toEqual(
      Array.from({ length: 4 }, () => ({ code: "deck-not-found", id: "x" })),
    );
  });
});

describe("settings", () => {
  it("S12: settings have defaults and keep what is set", () => {
    const file = join(temporaryFolder(), "lodestone.db");
    const store = openStore(options(file)).store;
    expect(valueOf(store.settings())).toEqual({
      theme: "system",
      contrast: "system",
      singleKeys: true,
      lastScenario: null,
      outcomeYear: 2035,
      hints: true,
      pins: [],
      disruptions: [],
    });
    const pin = { id: 1, name: "A", colour: "--s-b", document: statusQuoDocument("stated"), modelVersion: "1.0", dataVintage: "US", revision: null };
    valueOf(store.setSettings({ theme: "dark", lastScenario: "abc", pins: [pin] }));
    store.close();
    expect(valueOf(openStore(options(file)).store.settings())).toMatchObject({ theme: "dark", lastScenario: "abc", outcomeYear: 2035, pins: [pin] });
  });

  it("S12: a setting that cannot be read has its default, and the others keep theirs", () => {
    const file = join(temporaryFolder(), "lodestone.db");
    const { store } = openStore(options(file));
    valueOf(store.setSettings({ theme: "dark", outcomeYear: 2030 }));
    const db = connectFile(file);
    db.exec(`UPDATE setting SET value = '"purple"' WHERE name = 'theme'`);
    db.close();
    expect(valueOf(store.settings())).toMatchObject({ theme: "system", outcomeYear: 2030 });
  });

  it("S3: the dataset of a result is kept whole", () => {
    const store = freshStore();
    const { id } = valueOf(store.create(labels("A"), statusQuo));
    valueOf(store.save(id, reserve(90), resultOf(reserve(90))));
    expect(valueOf(store.datasetOf(dataset.vintage))).toEqual(dataset);
    expect(valueOf(store.datasetOf("unknown"))).toBeNull();
  });
});
