/** A proposal that fits the budget, in words: which levers go back how far, and what the scenario then leads to. */
import type { BudgetFit } from "../../analysis/fit-budget.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { bandWord, leverValueText } from "../../format/lever-text.ts";
import { capitalised } from "../../format/words.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import { outcomeRows } from "./actions-view.ts";
import type { OutcomeRow } from "./actions-view.ts";
import { scopeText } from "../settings-list.ts";

export interface FittedRow {
  readonly name: string;
  /** "Australia, lithium"; "" = all minerals. */
  readonly scope: string;
  readonly from: string;
  readonly to: string;
  readonly band: string;
}

export interface BudgetFitView {
  readonly rule: string;
  readonly rows: readonly FittedRow[];
  readonly outcomes: readonly OutcomeRow[];
}

const PERCENT = 100;

/** `proposed` is the result of `fit.document`, `current` that of the scenario as it stands. */
export function buildBudgetFit(dataset: Dataset, fit: BudgetFit, current: ResultReader, proposed: ResultReader, year: number): BudgetFitView {
  const rows = fit.moved.flatMap(({ setting, to }): readonly FittedRow[] => {
    const lever = dataset.levers.find(({ id }) => id === setting.lever);
    if (!lever) return [];
    const scope = capitalised(scopeText(dataset, setting));
    return [{ name: lever.name, scope, from: leverValueText(lever, setting.value), to: leverValueText(lever, to), band: bandWord(lever, to) }];
  });
  const kept = Math.floor(fit.share * PERCENT);
  return {
    rule: `Every lever that costs public money keeps the same part of its way from status quo, about ${kept}%, rounded to its steps. All other levers, dates and minerals stay.`,
    rows,
    outcomes: outcomeRows(dataset, proposed, current, year),
  };
}
