/** Which number an analysis is about: an indicator of the country, of a mineral, or of a stage of a mineral. */
import type { Dataset } from "../dataset/dataset.ts";
import { oneOf } from "../dataset/row-reader.ts";
import { CATALOGUE, findIndicator, isIndicator } from "../indicator/catalogue.ts";
import type { Indicator, IndicatorLevel } from "../indicator/indicator.ts";
import type { ResultReader } from "../indicator/result-reader.ts";
import type { Series } from "../model/run-result.ts";
import { err, ok, type Result } from "../result.ts";

export interface Outcome {
  readonly indicator: string;
  /** null = all minerals. */
  readonly mineral: string | null;
  /** null = the mineral as a whole. */
  readonly stage: string | null;
}

/** The headline: import dependence, for all minerals the plain mean. */
export const HEADLINE: Outcome = { indicator: "composite_equal", mineral: null, stage: null };

/** What a target is set for. "dependence" of no mineral means the composite. */
export const outcomeOfTarget = ({ indicator, mineral }: { readonly indicator: string; readonly mineral: string | null }): Outcome => ({
  indicator: mineral === null && indicator === "dependence" ? HEADLINE.indicator : indicator,
  mineral,
  stage: null,
});

export const levelOf = ({ mineral, stage }: Outcome): IndicatorLevel => (stage !== null ? "stage" : mineral !== null ? "mineral" : "total");

/** The catalogue's row. The outcome must have passed `checkOutcome`. */
export const indicatorOf = (outcome: Outcome): Indicator => findIndicator(levelOf(outcome), outcome.indicator);

/** The same outcome, or what is wrong with it and what would be right. */
export function checkOutcome(outcome: Outcome, dataset: Dataset): Result<Outcome, { readonly wrong: string; readonly right: string }> {
  const mineral = dataset.minerals.find(({ id }) => id === outcome.mineral);
  if (outcome.mineral !== null && mineral === undefined)
    return err({ wrong: `"${outcome.mineral}" is not a mineral`, right: `write ${oneOf(dataset.minerals.map(({ id }) => id))}` });
  if (outcome.stage !== null && !mineral?.stages.includes(outcome.stage))
    return err({ wrong: `"${outcome.stage}" is not a stage of ${outcome.mineral ?? "all minerals"}`, right: `write ${oneOf(mineral?.stages ?? [])}` });
  const level = levelOf(outcome);
  if (isIndicator(level, outcome.indicator)) {
    if (indicatorOf(outcome).unit === "text") return err({ wrong: `"${outcome.indicator}" is a name, not a number`, right: "choose an indicator with a unit" });
    return ok(outcome);
  }
  const levels = [...new Set(CATALOGUE.filter(({ id }) => id === outcome.indicator).map((indicator) => indicator.level))];
  const at: Readonly<Record<IndicatorLevel, string>> = { stage: "a mineral and a stage", mineral: "a mineral", total: "no mineral" };
  if (levels.length > 0) return err({ wrong: `${outcome.indicator} is an indicator of ${at[levels[0]!]}`, right: `name ${at[levels[0]!]}` });
  const known = CATALOGUE.filter((indicator) => indicator.level === level && indicator.unit !== "text").map(({ id }) => id);
  return err({ wrong: `"${outcome.indicator}" is not an indicator`, right: `write ${oneOf(known)}` });
}

/** "dependence of ree", "nirx of ree at P", "composite_equal": a name for tables and files. */
export const outcomeName = ({ indicator, mineral, stage }: Outcome): string =>
  `${indicator}${mineral === null ? "" : ` of ${mineral}`}${stage === null ? "" : ` at ${stage}`}`;

/** An indicator without a better direction counts as better when lower. */
export const isBetter = (indicator: Indicator, value: number, than: number): boolean => (indicator.better === "up" ? value > than : value < than);

/** One value per year from any reader, live or stored. */
export function readOutcome(reader: ResultReader, { indicator, mineral, stage }: Outcome): Series {
  if (mineral === null) return reader.total(indicator);
  return stage === null ? reader.mineral(mineral, indicator) : reader.stage(mineral, stage, indicator);
}
