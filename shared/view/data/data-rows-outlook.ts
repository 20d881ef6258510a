/** Rows of the tables about what may come: worlds, projects, disruptions, levers; and the minerals themselves. */
import type { Dataset } from "../../dataset/dataset.ts";
import { unitWords } from "../../format/unit-words.ts";
import { inSentence, monthText } from "../../format/words.ts";
import { leverRow } from "../../lever/lever-catalogue.ts";
import { equationsOfLever, equationsReadingTable } from "../../method/equations.ts";
import { EMPTY_ROW, filledFacts, shownNumber } from "./data-row.ts";
import type { PlainRow, RowWords } from "./data-row.ts";

export const worldRows = ({ worldSeries, worlds, anchorYears, baseYear }: Dataset): readonly PlainRow[] =>
  worldSeries.map(({ world, mineral, variable, values, grade, source }) => ({
    ...EMPTY_ROW,
    id: `worlds:${world}:${mineral}:${variable}`,
    kind: "worlds",
    minerals: [mineral],
    name: `${variable === "demand_index" ? "Demand" : "Price abroad"}, ${inSentence(worlds.find(({ id }) => id === world)?.label ?? world)}`,
    what: `World, ${String(anchorYears.at(-1) ?? "")}`,
    value: shownNumber(values.at(-1) ?? null),
    unit: `index, ${baseYear} = 1`,
    year: "",
    source,
    grade,
    enters: equationsReadingTable("worlds"),
    facts: anchorYears.map((year, i) => ({ term: String(year), text: shownNumber(values[i] ?? null) })),
  }));

const ENTRY: Readonly<Record<Dataset["projects"][number]["enters"], string>> = { ramp: "ramp-up", construction: "construction", permitting: "permitting" };

export const projectRows = ({ projects }: Dataset, words: RowWords): readonly PlainRow[] =>
  projects.map((one) => ({
    ...EMPTY_ROW,
    id: `projects:${one.id}`,
    kind: "projects",
    minerals: [one.mineral],
    name: one.name,
    what: "Project",
    stage: words.stage(one.stage),
    value: shownNumber(one.capacityTPerYr),
    unit: "t/yr",
    year: one.month,
    source: one.source,
    enters: equationsReadingTable("projects"),
    facts: filledFacts([
      ["Enters", ENTRY[one.enters]],
      ["Expected share", `${shownNumber(one.realisation * 100)}% of the capacity`],
    ]),
  }));

export const eventRows = ({ events, minerals }: Dataset, words: RowWords): readonly PlainRow[] =>
  events.map((one) => {
    const hit = one.minerals === "*" ? minerals.map(({ id }) => id) : one.minerals.split("|");
    return {
      ...EMPTY_ROW,
      id: `events:${one.id}`,
      kind: "events",
      minerals: hit,
      name: one.name,
      what: `Disruption, ${one.scope}`,
      value: shownNumber(one.severity * 100),
      unit: "% cut",
      source: one.source,
      enters: equationsReadingTable("events"),
      facts: filledFacts([
        ["Minerals", one.minerals === "*" ? "all" : hit.map(words.mineral).join(", ")],
        ["Stages", one.stages === "*" ? "all" : one.stages.split("|").map(words.stage).join(", ")],
        ["Suppliers", one.suppliers === "*" ? "all" : one.suppliers.replaceAll("|", ", ")],
        ["Lasts", `${one.durationMonths} months, recovery ${one.recoveryMonths} months`],
        [
          "World share",
          Object.entries(one.worldShare)
            .map(([id, share]) => `${words.mineral(id)} ${shownNumber(share * 100)}%`)
            .join(", "),
        ],
        ["Leak", one.leak === null ? "" : `${shownNumber(one.leak * 100)}%`],
      ]),
    };
  });

export const leverRows = ({ currency, levers }: Dataset): readonly PlainRow[] =>
  levers.map((one) => ({
    ...EMPTY_ROW,
    id: `levers:${one.id}`,
    kind: "levers",
    minerals: [],
    name: one.name,
    what: `Lever, ${inSentence(one.group)}`,
    value: shownNumber(one.default),
    unit: unitWords(one.unit, currency),
    low: shownNumber(one.min),
    high: shownNumber(one.max),
    source: one.policyPrecedent,
    enters: equationsOfLever(one),
    facts: filledFacts([
      ["Stands for", one.represents],
      ["In the model", leverRow(one.id)?.works ?? ""],
      ["Equations, as in the file", one.equation],
      ["Settings, as in the file", one.subSettings],
      ["Usual start", monthText(one.defaultStart)],
      ["Ramp", `${one.defaultRampMonths} months`],
    ]),
  }));

export const mineralRows = ({ minerals }: Dataset, words: RowWords): readonly PlainRow[] =>
  minerals.map((one) => ({
    ...EMPTY_ROW,
    id: `minerals:${one.id}`,
    kind: "minerals",
    minerals: [one.id],
    name: one.name,
    what: "Mineral",
    value: "",
    unit: one.contentUnit,
    enters: [],
    facts: filledFacts([
      ["Stages", one.stages.map(words.stage).join(", ")],
      ["Recycled material", `enters at ${inSentence(words.stage(one.recyclingStage))}`],
      ["Published figure", `${inSentence(words.stage(one.publishedBasisStage))}, ${one.publishedBasisKind === "chain" ? "back to the mine" : "this stage"}`],
    ]),
  }));
