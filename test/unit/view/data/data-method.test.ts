import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readHistory } from "../../../../electron/dataset/read-history.ts";
import { shippedDatasetFolder } from "../../../../electron/dataset/shipped-dataset.ts";
import { engineKeys } from "../../../../shared/dataset/engine-keys.ts";
import { CATALOGUE } from "../../../../shared/indicator/catalogue.ts";
import { baseYearView, historyView } from "../../../../shared/view/data/data-history.ts";
import { equations } from "../../../../shared/method/equations.ts";
import { entryText, filterEntries, methodSections } from "../../../../shared/view/data/data-method.ts";
import { symbolsIn } from "../../../../shared/formula/formula.ts";
import { boundedIds, boundsOf } from "../../../../shared/indicator/indicator-bounds.ts";
import { parameterSymbols } from "../../../../shared/method/parameter-symbols.ts";
import { symbolOf } from "../../../../shared/method/symbols.ts";
import { variableGroups } from "../../../../shared/method/variables.ts";
import { engineLevers, leverCatalogue } from "../../../../shared/lever/lever-catalogue.ts";
import { createRun } from "../../../../shared/model/run.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import { dataset, model, scenario, setting } from "../../model/shipped.ts";

const folder = shippedDatasetFolder(fileURLToPath(new URL("../../../../resources", import.meta.url)));
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
    expect(
      entriesOf("equations")
        .find(({ id }) => id === "E6")
        ?.legend.map(({ name }) => name),
    ).toContain("Highest price premium");
  });

  it("V155, V212: every symbol of a formula has a name, a sign of its own, and a line under the formula; none is explained that stands nowhere", () => {
    const entries = [...entriesOf("indicators"), ...entriesOf("equations"), ...entriesOf("costs")];
    const used = new Set<string>();
    for (const { formulas, legend } of entries) {
      const ids = new Set(formulas.flatMap(({ formula }) => symbolsIn(formula)));
      expect(legend.map(({ symbol }) => symbol.id).toSorted()).toEqual([...ids].toSorted());
      for (const id of ids) used.add(id);
    }
    const variables = variableGroups.flatMap(({ symbols }) => symbols);
    expect(variables.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
    const parameters = Object.keys(parameterSymbols).map(symbolOf);
    const drawn = [...variables, ...parameters].map(({ letter, below, isAim }) => `${letter} ${below} ${isAim}`);
    expect(drawn.filter((one, i) => drawn.indexOf(one) !== i)).toEqual([]);
    expect(Object.keys(parameterSymbols).toSorted()).toEqual(Object.keys(engineKeys).toSorted());
  });

  it("V212: a symbol's name can be read alone, without the line above it", () => {
    const names = variableGroups.flatMap(({ symbols }) => symbols.map(({ name }) => name));
    expect(names.filter((name) => /^(?:The same|Both|Its)\b/.test(name))).toEqual([]);
  });

  it("V213: an indicator tells unit, range and when it is not defined; exceptions are those of rows that exist", () => {
    for (const { facts } of entriesOf("indicators")) expect(facts.filter(([, text]) => text === "")).toEqual([]);
    const facts = new Map(entriesOf("indicators").find(({ id }) => id === "stage:nirx")!.facts);
    expect(facts.get("Range")).toBe("at most 100%; negative = net exporter");
    expect(facts.get("Not defined")).toBe("for an exporter: need at home is at most 2% of output");
    const ids = new Set(CATALOGUE.map(({ id }) => id));
    expect(boundedIds.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("V213: what is said to be not defined agrees with runs of the model", () => {
    const run = createRun(model);
    const gaps: string[] = [];
    for (const inputs of [scenario([]), scenario([setting("mining_invest", 3000), setting("diversify", 40)])]) {
      simulate(model, inputs, run);
      for (const [level, series] of Object.entries(run.annual)) {
        if (level !== "stage" && level !== "mineral" && level !== "total") continue;
        for (const [id, values] of Object.entries(series as Record<string, Float64Array>)) {
          const { none } = boundsOf(CATALOGUE.find((one) => one.level === level && one.id === id)!);
          if (none === "" && values.some(Number.isNaN)) gaps.push(id);
        }
      }
    }
    expect(gaps).toEqual([]);
  });

  it("V214: the copy of an entry holds its formulas as written, with keys, and every symbol", () => {
    const text = entryText(entriesOf("equations").find(({ id }) => id === "E6")!);
    expect(text).toContain("(E6.2) π* = min(pi_cap, θ^(1 / (eps_d + eps_s)))");
    expect(text).toContain("pi_cap: Highest price premium");
  });

  it("V45: limits of the dataset come from its rows", () => {
    const closing = entriesOf("limits").find(({ title }) => title.endsWith("what does not close"));
    expect(closing?.text).toContain("t of cobalt");
    const sound = methodSections({ ...dataset, baseYearValues: [], label: "Another" });
    const limits = sound.find(({ id }) => id === "limits")!.entries.filter(({ title }) => title.startsWith("Another"));
    expect(limits.map(({ title }) => title)).toEqual(["Another: what comes first", "Another: assumptions"]);
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

describe("glossary", () => {
  const terms = entriesOf("glossary");

  it("V286: each term stands once, says what it means in a sentence, and one that others define names them", () => {
    expect(new Set(terms.map(({ title }) => title.toLowerCase())).size).toBe(terms.length);
    for (const { title, text } of terms) expect(`${title}: ${text}`).toMatch(/: \S.*[.]$/);
    const standard = terms.filter(({ facts }) => facts.length > 0).map(({ title }) => title);
    expect(standard).toEqual(
      expect.arrayContaining([
        "Net import reliance",
        "Apparent consumption",
        "Concentration (HHI)",
        "End-of-life recycling rate",
        "Recycling input rate",
        "Regret",
      ]),
    );
  });

  /** Words that a reader outside the field would have to look up, with the entry that explains them. */
  const words: readonly (readonly [word: RegExp, term: string])[] = [
    [/\bregret/i, "Regret"],
    [/order-free/i, "Order-free share"],
    [/\binteraction\b/i, "Interaction"],
    [/\bHHI\b/, "Concentration (HHI)"],
    [/recycling input rate/i, "Recycling input rate"],
    [/end-of-life recycling rate/i, "End-of-life recycling rate"],
    [/collection rate/i, "Collection rate"],
    [/recovery yield/i, "Recovery yield"],
    [/chain-origin/i, "Chain-origin dependence"],
    [/net import reliance/i, "Net import reliance"],
    [/apparent consumption/i, "Apparent consumption"],
    [/\bcomposite/i, "Composite"],
    [/bottleneck/i, "Bottleneck"],
    [/\bpremium\b/i, "Premium"],
    [/\bwedge\b/i, "Wedge"],
    [/\bofftake\b/i, "Offtake"],
    [/standard error/i, "Standard error"],
    [/rank correlation/i, "Rank correlation"],
    [/\bswings?\b/i, "Swing"],
    [/\bfrontier\b/i, "Frontier"],
    [/must-do/i, "Must-do lever"],
    [/\bvintage\b/i, "Data vintage"],
    [/\bseverity\b/i, "Severity"],
    [/total demand loss/i, "Total demand loss"],
    [/stock in use/i, "In-use stock"],
    [/discounted/i, "Discounted cost"],
    [/\bexporter/i, "Exporter"],
    [/outcome year/i, "Outcome year"],
    [/lead time/i, "Lead time"],
    [/CO2e/, "Emissions, CO2e"],
  ];

  it("V286: terms of art that screens and indicators use are in it", () => {
    const root = fileURLToPath(new URL("../../../../", import.meta.url));
    const files = globSync(["shared/view/**/*.ts", "shared/indicator/*.ts", "renderer/features/**/*.tsx"], { cwd: root }).filter(
      (file) => !file.includes("data-glossary"),
    );
    const shown = files.map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
    expect(words.filter(([word]) => !word.test(shown)).map(([word]) => String(word))).toEqual([]);
    const titles = new Set(terms.map(({ title }) => title));
    expect(words.filter(([, term]) => !titles.has(term)).map(([, term]) => term)).toEqual([]);
  });
});

describe("limits", () => {
  it("V287: what takes time is told from the dataset's own delays", () => {
    const first = entriesOf("limits").find(({ title }) => title.endsWith("what comes first"));
    expect(first?.text).toContain("recycling 3.5 years, processing 4 to 6.5 years, mining 5 to 9 years and magnets 5.3 years");
    const faster = { ...dataset, parameters: dataset.parameters.map((one) => (one.key === "t_ramp" ? { ...one, value: 6 } : one)) };
    const told = methodSections(faster)
      .find(({ id }) => id === "limits")!
      .entries.find(({ title }) => title.endsWith("what comes first"));
    expect(told?.text).toContain("recycling 3 years");
  });

  it("V287: neither limits nor words about levers give years that belong to one dataset", () => {
    const general = entriesOf("limits").filter(({ title }) => !title.startsWith(dataset.label));
    const texts = [...general.map(({ text }) => text), ...engineLevers.flatMap((id) => [leverCatalogue[id].works, leverCatalogue[id].limits])];
    expect(
      texts.filter((text) => /\b(?:\d|two|three|four|five|six|seven|eight|nine|ten)\S* (?:to \S+ )?(?:and a half )?(?:years|months|days)\b/.test(text)),
    ).toEqual([]);
  });
});
