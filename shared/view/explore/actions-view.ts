/** Actions and outcomes: every lever setting that differs from status quo with its dates, cost and effect, and what all of them lead to. */
import type { Dataset, Lever } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { bandWord, leverValueText } from "../../format/lever-text.ts";
import { valueText } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import type { NamedTable } from "../../format/table-text.ts";
import { capitalised, inSentence, monthText, shortName } from "../../format/words.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import { changedLevers } from "../../scenario/edit-scenario.ts";
import type { ScenarioDocument } from "../../scenario/scenario.ts";
import { COST_YEARS, meanLeverCost } from "../../indicator/headline-cost.ts";
import { differenceView } from "../difference-view.ts";
import type { DifferenceView } from "./explore-types.ts";
import type { EffectDates } from "../effect/effect-dates.ts";
import type { LeverStudy } from "../effect/lever-study.ts";
import { effectAt, leverWords } from "../effect/lever-words.ts";
import type { EffectPlace } from "../effect/lever-words.ts";
import { headlineMeasures } from "../headline-measures.ts";
import { scopeText } from "../settings-list.ts";

export interface ActionsInput {
  readonly dataset: Dataset;
  readonly document: ScenarioDocument;
  readonly current: ResultReader;
  readonly statusQuoInWorld: ResultReader;
  readonly outcomeYear: number;
  /** null = not worked out; effect dates are then empty. */
  readonly study: LeverStudy | null;
  /** Whose dependence the effect dates are about. */
  readonly place: EffectPlace;
}

export interface ActionRow {
  readonly lever: string;
  readonly name: string;
  /** "Australia, lithium"; "" = all minerals. */
  readonly scope: string;
  readonly from: string;
  readonly to: string;
  readonly band: string;
  readonly start: string;
  /** "12 months", "at once" */
  readonly ramp: string;
  /** "" = no end. */
  readonly end: string;
  /** Settings that cost and effect count together; 0 on the further rows of a lever, which say `COUNTED_ABOVE` there. */
  readonly together: number;
  /** Mean public cost of the lever. */
  readonly cost: string;
  /** Year; "none" where never visible, "n/a" where not worked out. */
  readonly firstEffect: string;
  /** Year; where no effect is visible, why or where it shows instead. */
  readonly fullEffect: string;
}

/** Cost and effect are those of a lever, with all its settings. */
export const COUNTED_ABOVE = "counted above";
/** Never visible on the dependence that the list is about. */
export const NO_EFFECT = "none";

export interface OutcomeRow {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly scenario: string;
  readonly difference: DifferenceView;
}

export interface ActionsView {
  readonly changed: number;
  readonly actions: readonly ActionRow[];
  readonly outcomes: readonly OutcomeRow[];
  /** Both as they leave the window. */
  readonly tables: readonly [NamedTable, NamedTable];
}

export function buildActions(input: ActionsInput): ActionsView {
  const levers = changedLevers(input.document, input.dataset.levers);
  const actions = levers.flatMap((lever) => actionRows(lever, input));
  const outcomes = outcomeRows(input.dataset, input.current, input.statusQuoInWorld, input.outcomeYear);
  return { changed: levers.length, actions, outcomes, tables: [actionsTable(actions, input), outcomesTable(outcomes, input.outcomeYear)] };
}

/** One row per setting that differs; cost and effect belong to the lever and stand on its first row. */
function actionRows(lever: Lever, input: ActionsInput): readonly ActionRow[] {
  const settings = input.document.inputs.levers.filter((setting) => setting.lever === lever.id && setting.value !== lever.default);
  const [first, full] = effectTexts(lever, input);
  return settings.map((setting, index) => ({
    lever: lever.id,
    name: lever.name,
    scope: capitalised(scopeText(input.dataset, setting)),
    from: leverValueText(lever, lever.default),
    to: leverValueText(lever, setting.value),
    band: bandWord(lever, setting.value),
    start: monthText(setting.start),
    ramp: setting.ramp <= 1 ? "at once" : `${setting.ramp} months`,
    end: setting.end === undefined ? "" : monthText(setting.end),
    together: index > 0 ? 0 : settings.length,
    cost: index > 0 ? COUNTED_ABOVE : costText(lever, input),
    firstEffect: index > 0 ? COUNTED_ABOVE : first,
    fullEffect: index > 0 ? COUNTED_ABOVE : full,
  }));
}

function effectTexts({ id }: Lever, { study, place, dataset, current }: ActionsInput): readonly [first: string, full: string] {
  const effect = study?.effects.get(id);
  const dates = effect && effectAt(effect, place)?.dates;
  if (!effect || dates === undefined) return ["n/a", "n/a"];
  if (dates !== null) return [String(dates.first), fullText(dates)];
  return [NO_EFFECT, leverWords(effect, { dataset, years: current.years, place }).instead ?? NO_EFFECT];
}

const fullText = ({ full, fades, largest }: EffectDates): string => (full === null ? "still growing" : fades ? `largest ${largest.year}` : String(full));

function costText({ id }: Lever, { current, dataset }: ActionsInput): string {
  const cost = meanLeverCost(current, id) ?? 0;
  return valueText(cost, scaleFor({ id: "public_cost_musd", unit: "musd" }, cost, dataset.currency.symbol));
}

/** The headline measures of `year` of one result against those of another; measures that neither has are left out. */
export function outcomeRows(dataset: Dataset, current: ResultReader, reference: ResultReader, year: number): readonly OutcomeRow[] {
  return headlineMeasures(dataset, year).flatMap(({ id, label, indicator, read }) => {
    const [value, from] = [read(current), read(reference)];
    if (value === null && from === null) return [];
    const comparison = compareValues(value, from, scaleFor(indicator, Math.max(Math.abs(value ?? 0), Math.abs(from ?? 0)), dataset.currency.symbol));
    return [{ id, name: label, reference: comparison.reference, scenario: comparison.current, difference: differenceView(comparison, indicator) }];
  });
}

/** Whose dependence the effects are about: "all minerals", "rare earths". */
export const effectsOn = ({ minerals }: Pick<Dataset, "minerals">, { mineral }: Pick<EffectPlace, "mineral">): string =>
  inSentence(shortName(minerals.find(({ id }) => id === mineral)?.name ?? "All minerals"));

const actionsTable = (actions: readonly ActionRow[], { dataset, place }: ActionsInput): NamedTable => ({
  title: "Levers that differ from status quo",
  subtitle: `Cost is the mean a year, ${COST_YEARS.first} to ${COST_YEARS.last}; effects are those on import dependence of ${effectsOn(dataset, place)}`,
  columns: ["Lever", "For", "From", "To", "Strength", "Start", "Ramp", "End", "Public cost a year", "First effect", "Full effect"],
  rows: actions.map((row) => [
    row.name,
    row.scope === "" ? "All minerals" : row.scope,
    row.from,
    row.to,
    row.band,
    row.start,
    row.ramp,
    row.end,
    row.together > 1 ? `${row.cost} for ${row.together} settings` : row.cost,
    row.firstEffect,
    row.fullEffect,
  ]),
});

const outcomesTable = (outcomes: readonly OutcomeRow[], year: number): NamedTable => ({
  title: `Outcomes in ${year}`,
  subtitle: "This scenario against status quo in this world",
  columns: ["Outcome", "Status quo in this world", "This scenario", "Difference"],
  rows: outcomes.map(({ name, reference, scenario, difference }) => [name, reference, scenario, difference.text]),
});
