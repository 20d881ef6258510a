/** A result as CSV in long form: one line per year, place and indicator, every digit kept, an empty cell where nothing is defined. */
import { parameterUnit } from "../../shared/format/unit-words.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { CATALOGUE } from "../../shared/indicator/catalogue.ts";
import type { IndicatorUnit } from "../../shared/indicator/indicator.ts";
import { findParameter } from "../../shared/dataset/parameter-lookup.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import type { Assumption } from "../../shared/scenario/scenario.ts";
import { csvText } from "./answer.ts";

const CSV_HEADER = "year,mineral,stage,indicator,unit,value";

/**
 * Cost by lever stands as `cost_by_lever_musd.LEVER`; cost by mineral has its mineral, or "shared", in the mineral column.
 * Assumptions that differ from the dataset end the file, without a year: `assumption.KEY`, then the dataset's own value as `dataset.KEY`.
 */
export function resultCsv(result: RunResult, dataset: Pick<Dataset, "currency" | "parameters">, assumptions: readonly Assumption[]): string {
  const units = unitNames(dataset.currency);
  const unitOf = new Map(CATALOGUE.map(({ level, id, unit }) => [`${level}:${id}`, units[unit]]));
  const lines: string[] = [CSV_HEADER];
  const add = (mineral: string, stage: string, indicator: string, unit: string, series: readonly (number | string | null)[]): void => {
    result.years.forEach((year, i) => lines.push([year, mineral, stage, indicator, unit, series[i] ?? ""].join(",")));
  };
  for (const [mineral, { stages, mineral: own }] of Object.entries(result.minerals)) {
    for (const [stage, indicators] of Object.entries(stages)) {
      for (const [id, series] of Object.entries(indicators)) add(mineral, stage, id, unitOf.get(`stage:${id}`) ?? "", series);
    }
    for (const [id, series] of Object.entries(own)) add(mineral, "", id, unitOf.get(`mineral:${id}`) ?? "", series);
  }
  for (const [id, entry] of Object.entries(result.totals)) {
    if (Array.isArray(entry)) add("", "", id, unitOf.get(`total:${id}`) ?? "", entry as readonly (number | null)[]);
  }
  for (const [lever, series] of Object.entries(result.totals.cost_by_lever_musd)) add("", "", `cost_by_lever_musd.${lever}`, units.musd, series);
  for (const [mineral, series] of Object.entries(result.totals.cost_by_mineral_musd)) add(mineral, "", "cost_by_mineral_musd", units.musd, series);
  const replaced = assumptions.flatMap(({ mineral, stage, key, value }) => {
    const row = findParameter(dataset.parameters, mineral, stage, key);
    const unit = row && parameterUnit(row, dataset);
    return [["", mineral, stage, `assumption.${key}`, unit, value] as const, ["", mineral, stage, `dataset.${key}`, unit, row?.value] as const];
  });
  return `${lines.join("\n")}\n${csvText(replaced)}`;
}

/** Units as a person reads them in a spreadsheet; none holds a comma. Shares are fractions here, as in JSON. */
const unitNames = (currency: Dataset["currency"]): Readonly<Record<IndicatorUnit, string>> => ({
  share: "fraction",
  t: "t",
  t_per_yr: "t/yr",
  t_co2e: "t CO2e",
  musd: `million ${currency.code} of ${currency.real}`,
  days: "days",
  months: "months",
  index: "index",
  hhi: "0 to 10000",
  text: "",
});
