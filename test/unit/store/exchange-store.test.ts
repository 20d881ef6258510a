import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import type { ImportedScenario } from "../../../electron/store/exchange-store.ts";
import { dataset, errorOf, labels, options, reserve, resultOf, temporaryFolder, valueOf } from "./store-fixture.ts";

const fresh = () => openStore(options(join(temporaryFolder(), "lodestone.db")));

const scenario = (over: Partial<ImportedScenario> = {}): ImportedScenario => ({
  id: "",
  labels: labels("Imported"),
  document: reserve(90),
  result: resultOf(reserve(90)),
  into: null,
  ...over,
});

describe("import", () => {
  it("S16: takes all scenarios or none; one with a result arrives as revision 1, one without as a draft", () => {
    const { store, exchange } = fresh();
    const good = scenario();
    const draft = scenario({ labels: labels("Without"), document: reserve(5), result: null });
    const {
      ids: [a, b],
    } = valueOf(exchange.import({ scenarios: [good, draft] }));
    expect(valueOf(store.open(a!))).toMatchObject({ revision: 1, draft: null, result: good.result });
    expect(valueOf(store.open(b!))).toMatchObject({ revision: 0, draft: { document: reserve(5) } });
    expect(() => exchange.import({ scenarios: [good, scenario({ result: { ...resultOf(reserve(90)), years: [Number.NaN] } })] })).toThrow(RangeError);
    expect(errorOf(exchange.import({ scenarios: [good, scenario({ into: "nobody" })] }))).toEqual({ code: "scenario-not-found", id: "nobody" });
    expect(valueOf(store.list())).toHaveLength(2);
  });

  it("S18: keeps the id it comes with unless something here has it", () => {
    const { store, exchange } = fresh();
    const from = { scenarios: [scenario({ id: "from-elsewhere" })] };
    expect(valueOf(exchange.import(from)).ids).toEqual(["from-elsewhere"]);
    const [again] = valueOf(exchange.import(from)).ids;
    expect(again).not.toBe("from-elsewhere");
    expect(valueOf(store.list()).map(({ title }) => title)).toEqual(["Imported (copy)", "Imported"]);
  });

  it("S18: becomes the next revision of a scenario here: own labels stay, empty ones are filled, the draft stays a draft", () => {
    const { store, exchange } = fresh();
    const { id } = valueOf(store.create({ ...labels("Own"), notes: "mine" }, reserve(1)));
    valueOf(store.save(id, reserve(1), resultOf(reserve(1))));
    valueOf(store.saveDraft(id, reserve(2)));
    valueOf(store.trash([id]));
    const from = { ...labels("Theirs"), notes: "theirs", decision: "Go", tags: ["cleared"] };
    expect(valueOf(exchange.import({ scenarios: [scenario({ into: id, labels: from })] })).ids).toEqual([id]);
    const opened = valueOf(store.open(id));
    expect(opened).toMatchObject({ revision: 2, saved: reserve(90), draft: { document: reserve(2) } });
    expect(opened.labels).toEqual({ ...labels("Own"), notes: "mine", decision: "Go", tags: ["cleared"] });
    expect(valueOf(store.list())[0]?.trashedAt).toBeNull();
    valueOf(exchange.import({ scenarios: [scenario({ into: id, labels: from })] }));
    expect(valueOf(store.open(id)).revision).toBe(2);
  });

  it("S19: brings the datasets that results were computed from, each once, and leaves those that are here", () => {
    const { store, exchange } = fresh();
    const old = { ...dataset, label: "Old", vintage: "Old · 00000000" };
    const changed = { ...old, months: 12 };
    valueOf(exchange.import({ scenarios: [scenario()], datasets: [old, changed] }));
    expect(valueOf(store.datasetOf(old.vintage))).toEqual(old);
  });

  it("S15: brings decks, pinned to the revisions it makes", () => {
    const { decks, exchange } = fresh();
    const view = { screen: "explore", settings: { year: 2035 } };
    const items = [
      { scenario: 1, view, notes: "first" },
      { scenario: null, view, notes: "" },
    ];
    const { ids } = valueOf(exchange.import({ scenarios: [scenario(), scenario({ id: "b" })], decks: [{ title: "Talk", items }] }));
    const [deck] = valueOf(decks.list());
    expect(valueOf(decks.open(deck!.id))).toMatchObject({
      title: "Talk",
      items: [
        { scenario: { id: ids[1], revision: 1 }, view, notes: "first" },
        { scenario: null, notes: "" },
      ],
    });
  });
});

describe("taking an import back", () => {
  const view = { screen: "explore", settings: {} };
  const deck = { title: "Talk", items: [{ scenario: 0, view, notes: "" }] };

  it("F14: what was added goes to the trash with its decks and comes again as it was", () => {
    const { store, decks, exchange } = fresh();
    const { ids, step } = valueOf(exchange.import({ scenarios: [scenario(), scenario({ result: null })], decks: [deck] }));
    const before = ids.map((id) => valueOf(store.open(id)));
    const trashed = (): readonly boolean[] => [...valueOf(store.list()), ...valueOf(decks.list())].map(({ trashedAt }) => trashedAt !== null);
    valueOf(exchange.takeBack(step));
    expect(trashed()).toEqual([true, true, true]);
    valueOf(exchange.bringBack(step));
    expect(trashed()).toEqual([false, false, false]);
    expect(ids.map((id) => valueOf(store.open(id)))).toEqual(before);
  });

  it("F14: a scenario that got a revision says what it said before in a further one: nothing is deleted, its draft and the trash it lay in come back", () => {
    const { store, exchange } = fresh();
    const { id } = valueOf(store.create({ ...labels("Own"), notes: "mine" }, reserve(1)));
    valueOf(store.save(id, reserve(1), resultOf(reserve(1), 3)));
    valueOf(store.saveDraft(id, reserve(2)));
    valueOf(store.trash([id]));
    const [mine] = valueOf(store.list());
    const { step } = valueOf(exchange.import({ scenarios: [scenario({ into: id, labels: { ...labels("Theirs"), decision: "Go" } })] }));
    valueOf(exchange.takeBack(step));
    expect(valueOf(store.open(id))).toMatchObject({
      revision: 3,
      labels: { ...labels("Own"), notes: "mine" },
      saved: reserve(1),
      result: resultOf(reserve(1), 3),
      draft: { document: reserve(2) },
    });
    expect(valueOf(store.list())[0]?.trashedAt).toBe(mine?.trashedAt);
    valueOf(exchange.bringBack(step));
    expect(valueOf(store.open(id))).toMatchObject({
      revision: 4,
      labels: { notes: "mine", decision: "Go" },
      saved: reserve(90),
      draft: { document: reserve(2) },
    });
    expect(valueOf(store.list())[0]?.trashedAt).toBeNull();
  });

  it("F14: labels that were changed since the import stay; a scenario without an earlier revision keeps what it has", () => {
    const { store, exchange } = fresh();
    const { id } = valueOf(store.create(labels("Draft"), reserve(1)));
    const { step } = valueOf(exchange.import({ scenarios: [scenario({ into: id, labels: { ...labels("Theirs"), decision: "Go" } })] }));
    valueOf(store.setLabels(id, { decision: "Wait" }));
    valueOf(exchange.takeBack(step));
    expect(valueOf(store.open(id))).toMatchObject({ revision: 1, labels: { decision: "Wait" }, draft: { document: reserve(1) } });
  });
});

describe("duplicate", () => {
  it("S20: copies labels, the stored result of the last revision bit for bit, and the draft, under titles that are free", () => {
    const { store, exchange } = fresh();
    const { id } = valueOf(store.create({ ...labels("A"), tags: ["x"] }, reserve(1)));
    const result = resultOf(reserve(1), 7, "0.9.0");
    valueOf(store.save(id, reserve(1), result));
    valueOf(store.saveDraft(id, reserve(2)));
    const copies = valueOf(exchange.duplicate([id, id]));
    expect(copies.map((copy) => valueOf(store.open(copy)).labels)).toEqual([
      { ...labels("A (copy)"), tags: ["x"] },
      { ...labels("A (copy 2)"), tags: ["x"] },
    ]);
    expect(valueOf(store.open(copies[0]!))).toMatchObject({ revision: 1, saved: reserve(1), result, draft: { document: reserve(2) } });
    expect(errorOf(exchange.duplicate([id, "nobody"]))).toEqual({ code: "scenario-not-found", id: "nobody" });
    expect(valueOf(store.list())).toHaveLength(3);
  });

  it("S20: a scenario that was never saved is copied as the draft it is", () => {
    const { store, exchange } = fresh();
    const { id } = valueOf(store.create(labels("A"), reserve(1)));
    const [copy] = valueOf(exchange.duplicate([id]));
    expect(valueOf(store.open(copy!))).toMatchObject({ revision: 0, draft: { document: reserve(1) } });
  });
});
