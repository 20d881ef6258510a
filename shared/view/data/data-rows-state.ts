/** Rows of the tables about how things stand: parameters, base-year balance, suppliers, end uses. */
import { ALL_MINERALS } from "../../dataset/dataset-files.ts";
import type { Dataset, Parameter } from "../../dataset/dataset.ts";
import { parameterUnit, unitWords } from "../../format/unit-words.ts";
import { inSentence } from "../../format/words.ts";
import { equationsReading, equationsReadingQuantity, equationsReadingTable } from "../../method/equations.ts";
import { gradeWord } from "./data-grade.ts";
import { parameterName } from "./data-parameter-names.ts";
import { PRICE_RANK, quantityName, quantityRank } from "./data-quantity-names.ts";
import { EMPTY_ROW, filledFacts, parameterRowId, shownNumber } from "./data-row.ts";
import type { PlainRow, RowWords } from "./data-row.ts";

/** In the place of a unit. */
const PURE_NUMBER = "pure number";

/** The parameter that holds the price of a stage's product. */
const PRICE_KEY = "p_ref";

export function parameterRow(dataset: Dataset, parameter: Parameter, index: number, isRead: boolean, words: RowWords): PlainRow {
  const { mineral, stage, key, value, low, high, grade, source, note } = parameter;
  const role = dataset.stages.find(({ id }) => id === stage)?.role;
  return {
    ...EMPTY_ROW,
    id: parameterRowId(parameter),
    kind: "parameters",
    minerals: mineral === ALL_MINERALS ? [] : [mineral],
    name: parameterName(key),
    what: "Parameter",
    stage: stage === "" ? "" : words.stage(stage),
    value: shownNumber(value),
    unit: parameterUnit(parameter, dataset) || PURE_NUMBER,
    low: shownNumber(low),
    high: shownNumber(high),
    source,
    grade,
    rank: key === PRICE_KEY ? PRICE_RANK : 0,
    isPrice: key === PRICE_KEY,
    parameter: index,
    enters: isRead ? equationsReading(key, role === undefined ? null : role === "recycling") : [],
    facts: filledFacts([
      ["Key", key],
      ["Note", note],
    ]),
  };
}

export const baseYearRows = ({ baseYearValues, currency, minerals }: Dataset, words: RowWords): readonly PlainRow[] =>
  baseYearValues.map(({ mineral, stage, quantity, value, unit, year, grade, source }) => ({
    ...EMPTY_ROW,
    id: `base-year:${mineral}:${stage}:${quantity}`,
    kind: "base-year",
    minerals: [mineral],
    name: quantityName(quantity),
    what: "Base-year balance",
    stage: words.stage(stage),
    value: value === null ? "not known" : shownNumber(value),
    unit: unitWords(unit, currency),
    year: String(year),
    source,
    grade,
    rank: quantityRank(quantity),
    enters: quantity === "in_use_factor" && minerals.find(({ id }) => id === mineral)?.recyclingStage !== stage ? [] : equationsReadingQuantity(quantity),
    facts: filledFacts([["Quantity", quantity]]),
  }));

export const supplierRows = ({ suppliers }: Dataset, words: RowWords): readonly PlainRow[] =>
  suppliers.map((one) => ({
    ...EMPTY_ROW,
    id: `suppliers:${one.mineral}:${one.stage}:${one.iso3}`,
    kind: "suppliers",
    minerals: [one.mineral],
    name: `Imports from ${one.country}`,
    what: "Supplier",
    stage: words.stage(one.stage),
    value: shownNumber(one.importSharePct),
    unit: "% of imports",
    year: one.period,
    source: one.source,
    grade: one.grade,
    enters: equationsReadingTable("suppliers"),
    facts: filledFacts([
      ["World share", one.worldSharePct === null ? "not known" : `${shownNumber(one.worldSharePct)}%`],
      ["Its source", one.worldShareSource],
      ["Risk weight", `${shownNumber(one.riskWeight)} (${gradeWord(one.riskGrade)})`],
      ["Partner", one.isAlly ? "yes" : "no"],
      ["Rule", one.allyRule],
    ]),
  }));

export const endUseRows = ({ minerals, classes }: Dataset): readonly PlainRow[] =>
  minerals.flatMap(({ id, endUses }) =>
    endUses.map((use) => ({
      ...EMPTY_ROW,
      id: `end-uses:${id}:${use.name}`,
      kind: "end-uses",
      minerals: [id],
      name: use.name,
      what: `End use, ${inSentence(classes.find((one) => one.id === use.priorityClass)?.label ?? use.priorityClass)}`,
      value: shownNumber(use.demandSharePct),
      unit: "% of demand",
      grade: use.grade,
      enters: equationsReadingTable("end-uses"),
      facts: filledFacts([["What", use.description]]),
    })),
  );
