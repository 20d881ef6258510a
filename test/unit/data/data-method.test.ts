import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readHistory } from "../../../electron/dataset/read-history.ts";
import { shippedDatasetFolder } from "../../../electron/dataset/shipped-dataset.ts";
import { engineKeys } from "../../../shared/dataset/engine-keys.ts";
import { CATALOGUE } from "../../../shared/indicator/catalogue.ts";
import { baseYearView, historyView } from "../../../shared/view/data-history.ts";
import { equations } from "../../../shared/view/data-equations.ts";
import { filterEntries, methodSections } from "../../../shared/view/data-method.ts";
import { symbolGroups } from "../../../shared/view/data-symbols.ts";
import { dataset } from "../analysis/shipped-model.ts";

const folder = shippedDatasetFolder(fileURLToPath(new URL("../../../resources", import.meta.url)));
const sections = methodSections(dataset);
const entriesOf = (id: string) => sections.find((section) => section.id === id)!.entries;

describe("method in words", () => {
  it("V45: every indicator and every equation or cost rule stands once", () => {
    expect(entriesOf("indicators")).toHaveLength(CATALOGUE.length);
    expect(entriesOf("equations").length + entriesOf("costs").length).toBe(equations.length);
    for (const { entries } of sections) expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it("V45: an entry has a title and a text; an equation names what it reads", () => {
    for (const { entries } of sections) for (const { title, text } of entries) expect(title.length * text.length).toBeGreaterThan(0);
    expect(entriesOf("equations").find(({ id }) => id === "E6")?.note).toContain("highest price premium (pi_cap)");
  });

  it("V155: every letter of an equation or formula is explained", () => {
    const bare = (token: string): string =>
      token
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/_.*$/, "")
        .replace(/^[ΣΔ]+(?=.)/, "")
        .replace("²", "");
    const tokens = (text: string): readonly string[] => (text.match(/\p{L}[\p{L}\p{M}\p{N}_]*/gu) ?? []).map(bare);
    const words = new Set(["in", "if", "or", "is", "as", "up", "of", "to", "no", "it", "ln", "e", "i", "j", "s"]);
    const isLetter = (token: string): boolean => (token.length <= 2 || /\p{Script=Greek}/u.test(token)) && !words.has(token);
    const explained = new Set(symbolGroups.flatMap(({ symbols }) => symbols.flatMap(([symbol]) => tokens(symbol))));
    const formulas = [...equations.flatMap((one) => one.formulas), ...CATALOGUE.map(({ formula }) => formula)].map((text) => text.replace(/\bC\d+/g, ""));
    const keys = new Set(Object.keys(engineKeys).map(bare));
    const used = new Set(formulas.flatMap(tokens).filter((token) => isLetter(token) && !keys.has(token)));
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((token) => !explained.has(token))).toEqual([]);
  });

  it("V45: limits of the dataset come from its rows", () => {
    const closing = entriesOf("limits").find(({ title }) => title.endsWith("what does not close"));
    expect(closing?.text).toContain("t of cobalt");
    const sound = methodSections({ ...dataset, baseYearValues: [], label: "Another" });
    const limits = sound.find(({ id }) => id === "limits")!.entries.filter(({ title }) => title.startsWith("Another"));
    expect(limits.map(({ title }) => title)).toEqual(["Another: assumptions"]);
  });

  it("V45: a search needs every word", () => {
    expect(filterEntries(entriesOf("equations"), "premium PI_CAP").map(({ id }) => id)).toEqual(["E6"]);
    expect(filterEntries(entriesOf("equations"), "premium nowhere")).toEqual([]);
  });
});

describe("history check", () => {
  const read = readHistory(folder);
  if (!read.ok || read.value === null) throw new Error("the shipped history cannot be read");
  const { rows } = read.value;
  const view = historyView(rows);

  it("V46: all rows of the table, misses first and counted", () => {
    expect(view.rows).toHaveLength(rows.length);
    const misses = rows.filter(({ agrees }) => !agrees).length;
    expect(misses).toBeGreaterThan(0);
    expect(view.finding).toBe(`${rows.length - misses} of ${rows.length} published figures are met within rounding`);
    expect(view.rows.slice(0, misses).every(({ agrees }) => !agrees)).toBe(true);
    expect(view.rows.slice(misses).every(({ agrees }) => agrees)).toBe(true);
    expect(view.misses).toMatch(/^2 miss, by 2\.1 and 0\.8 points\.$/);
  });

  it("V46: sources that are not graded A are labelled", () => {
    expect(view.rows.filter(({ historyOnly }) => historyOnly)).toHaveLength(rows.filter(({ quality }) => !quality.startsWith("A")).length);
  });

  it("V46: one miss, many misses and none have their own words", () => {
    const miss = (points: number) => ({ ...rows[0]!, agrees: false, differencePoints: points });
    expect(historyView([miss(1)]).misses).toBe("One misses, by 1.0 points.");
    expect(historyView([1, 2, 3, 4, -9].map(miss)).misses).toBe("5 miss: the middle one by 3.0 points, the largest by 9.0.");
    expect(historyView([{ ...rows[0]!, agrees: true }]).misses).toBe("");
  });

  it("V46: the base year shows what was published, recomputed and started from", () => {
    expect(baseYearView(dataset)[0]).toMatchObject({ mineral: "Rare earths", published: "67.0%", computed: "67.0%", exposure: "66.7%", note: "" });
    expect(baseYearView(dataset)[1]).toMatchObject({ published: ">50", note: "Agrees, but proves nothing: output and consumption withheld, 900 t assumed." });
    expect(baseYearView(dataset).find(({ mineral }) => mineral === "Tin")?.note).toBe("Differs by more than rounding.");
  });

  it("V180: a miss tells the other way to compute it and how the source counts it; a row that agrees tells nothing", () => {
    const [tin, antimony] = view.rows;
    expect(tin).toMatchObject({ subject: "Tin", year: "2025" });
    expect(tin?.reason).toMatch(/^From trade and stock changes it is 75\.9%, 1\.1 points below the published figure\. How it is counted: old scrap only; /);
    expect(antimony?.reason).toMatch(/^From trade and stock changes it is 84\.2%, within the rounding of the published figure\./);
    expect(view.rows.filter(({ agrees, reason }) => agrees && reason !== "")).toEqual([]);
    const silent = { ...rows[0]!, agrees: false, fromTradePct: null, convention: "" };
    expect(historyView([silent]).rows[0]?.reason).toBe("The table does not say how it is counted.");
  });

  it("V46: a dataset elsewhere has no history unless its folder brings one", () => {
    expect(readHistory(fileURLToPath(new URL(".", import.meta.url)))).toEqual({ ok: true, value: null });
  });
});
