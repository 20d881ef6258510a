/**
 * What the unit codes of a dataset's files are called on screen and in exports: one table, held complete for every dataset that ships by a test.
 * None holds a comma: they stand in CSV cells. ¤ stands for the sign of the dataset's currency. Codes that are words already stand here too: that they need none is a decision.
 */
import type { Dataset, Parameter } from "../dataset/dataset.ts";
import { engineKeys } from "../dataset/engine-keys.ts";

/** Code, as files write it → words. ¤ with the year of its prices where an amount could be mistaken for one of another year. */
const words: Readonly<Record<string, string>> = {
  "-": "",
  "%": "%",
  percent: "%",
  share: "share (0 to 1)",
  ratio: "ratio",
  index: "index (base year = 1)",
  pi: "premium (1 = normal)",
  t: "t",
  "t/t": "t per t",
  "t/yr": "t/yr",
  "t/yr of starts per yr": "t/yr of capacity started a year",
  days: "days",
  "days of stage demand": "days of the stage's demand",
  "days added to commercial inventory target": "days more of commercial stock",
  months: "months",
  "Erlang order": "steps",
  "1/yr": "share a year",
  "1/yr of demand": "share of demand a year",
  "1/yr of value": "share of its value a year",
  "1/unit margin": "per unit of margin",
  "share points/yr": "share a year (0.01 = 1 point)",
  "¤/kg": "¤/kg (§)",
  "¤/kg NdPr oxide": "¤/kg of neodymium-praseodymium oxide (§)",
  "¤ per t/yr": "¤ per t/yr of capacity (§)",
  "¤ per t EoL per unit effort / p_ref": "of the reference price per t at end of life and unit of effort",
  "¤M/yr": "¤ million a year (§)",
  "¤M/yr at 100 %": "¤ million a year with the lever at 100% (§)",
  "¤M knowledge stock": "¤ million of knowledge (§)",
  "¤M knowledge stock per mineral": "¤ million of knowledge per mineral (§)",
  "¤bn": "¤ billion (§)",
  "public ¤ per ¤ finance": "public ¤ per ¤ of finance",
  "kg CO2e/kg": "kg CO2e per kg",
  "collection effort units": "units of collection effort",
  "dimensionless start intensity": "pull on starts",
  "margin over cost": "margin over unit cost",
  "unit cost / reference price": "of the reference price",
  "of eligible production cost": "share of eligible production cost",
  "of import price on shifted volume": "share of the import price of what is shifted",
  "of import price, high-risk suppliers": "share of the import price at risk weight 1",
  "of monthly stage demand": "share of a month's demand of the stage",
  "of p_ref per t collected": "share of the reference price per t collected",
  "of primary": "share of the emissions of new material",
  "of stage-P capex": "times the investment at processing",
  "of unit cost": "share of unit cost",
  "share of (1-y)": "share of the yield gap",
  "share of (rho_max-rho0)": "share of the way to the highest yield",
  "share of banned flow": "share of the banned flow",
  "share of c_max": "share of the highest collection rate",
  "share of capacity": "share of capacity",
  "share of demand": "share of demand",
  "share of output": "share of output",
  "share of pre-event flow": "share of the flow before the disruption",
  "share of target commercial inventory": "share of the commercial stock aimed at",
  "share of the way from c0 to the ceiling": "share of the way from today's rate to the ceiling",
  "share points of high-risk supplier at full level": "share of a supplier's share at risk weight 1 and the lever at 100%",
  "unmet share of demand": "share of demand that is unmet",
  "t REO-eq per t magnet": "t of rare-earth oxide per t of magnet",
  "t embedded net import per t domestic use": "t net in imported goods per t of use at home",
  "t out per t contained feed": "t out per t of content fed in",
  "% of base-year price, 0 = off": "% of the base-year price (0 = off)",
  "% of capacity, 0 = off": "% of capacity (0 = off)",
  "% of end-of-life content collected": "% of end-of-life content collected",
  "% of project capital": "% of project capital",
  "% of the possible gain": "% of the possible gain",
  "% of unit cost": "% of unit cost",
  "points of the top non-ally share": "points of the largest share that is no partner's",
};

type Money = Pick<Dataset["currency"], "symbol" | "real">;

/** The code with ¤ in the place of the currency's sign. */
const neutral = (code: string, symbol: string): string => (symbol === "" ? code : code.replaceAll(symbol, "¤"));

/** True where the table has words for a code; others are shown as their file writes them. */
export const isKnownUnit = (code: string, { symbol }: Pick<Money, "symbol">): boolean => Object.hasOwn(words, neutral(code, symbol));

/** "$/kg (2025 prices)", "share of demand"; "" for a pure number. `key`: a parameter's, whose bounds tell a share without a unit. */
export function unitWords(code: string, { symbol, real }: Money, key?: string): string {
  if (code === "-" && key !== undefined) return isShare(key) ? words["share"]! : "";
  const found = words[neutral(code, symbol)];
  if (found === undefined) return code;
  return found.replaceAll("¤", symbol).replace("(§)", `(${real} prices)`);
}

/** The unit of a parameter in words; "" for a pure number. */
export const parameterUnit = ({ unit, key }: Pick<Parameter, "unit" | "key">, { currency }: { readonly currency: Money }): string =>
  unitWords(unit, currency, key);

const isShare = (key: string): boolean => {
  const range = engineKeys[key]?.range;
  return range?.min === 0 && range.max === 1;
};
