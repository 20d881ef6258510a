/**
 * Scales a scenario's levers back until it costs no more than its budget. The rule: every setting of a lever that costs public money keeps the same share of
 * its way from status quo, rounded towards status quo on the slider's steps; the share is the largest that the model finds within the budget. Dates, minerals
 * and levers that cost nothing stay. Pure but for the run that is handed in.
 */
import type { Lever } from "../dataset/dataset.ts";
import type { ResultReader } from "../indicator/result-reader.ts";
import type { LeverSetting, ScenarioDocument } from "../scenario/scenario.ts";
import { meanLeverCost, meanPublicCost } from "../indicator/headline-cost.ts";

export interface BudgetFit {
  readonly document: ScenarioDocument;
  /** Kept part of the way from status quo, 0 to 1, before rounding to steps. */
  readonly share: number;
  /** Settings that moved, in the order of the scenario. */
  readonly moved: readonly MovedSetting[];
  /** Mean public cost per year 2027–2035 before and after, million. */
  readonly costBefore: number;
  readonly cost: number;
}

export interface MovedSetting {
  readonly setting: LeverSetting;
  readonly to: number;
}

/** Halvings of the share: 1/4096 of the way, far finer than a slider's step. */
const HALVINGS = 12;
/** Public cost below this, million a year, is none. */
const NO_COST = 1e-9;

/**
 * `run` computes a document; its reader need not outlive the next call. About 14 runs.
 * Null where nothing has to move or where no scaling of these levers meets the budget (million a year).
 */
export function fitBudget(
  document: ScenarioDocument,
  budget: number,
  levers: readonly Lever[],
  run: (document: ScenarioDocument) => ResultReader,
): BudgetFit | null {
  const before = run(document);
  const costBefore = meanPublicCost(before) ?? 0;
  if (costBefore <= budget) return null;
  const costly = new Map(levers.filter(({ id }) => (meanLeverCost(before, id) ?? 0) > NO_COST).map((lever) => [lever.id, lever]));
  const scaled = (share: number): ScenarioDocument => scaledBack(document, costly, share);
  const costAt = (share: number): number => meanPublicCost(run(scaled(share))) ?? 0;
  let share = 0;
  let cost = costAt(0);
  if (cost > budget) return null;
  for (let i = 1, step = 0.5; i <= HALVINGS; i++, step /= 2) {
    const tried = costAt(share + step);
    if (tried > budget) continue;
    share += step;
    cost = tried;
  }
  return { document: scaled(share), share, moved: movedSettings(document, costly, share), costBefore, cost };
}

function scaledBack(document: ScenarioDocument, costly: ReadonlyMap<string, Lever>, share: number): ScenarioDocument {
  const levers = document.inputs.levers.flatMap((setting) => {
    const lever = costly.get(setting.lever);
    if (!lever || setting.value === lever.default) return [setting];
    const value = scaledValue(lever, setting.value, share);
    return value === lever.default ? [] : [{ ...setting, value }];
  });
  return { ...document, inputs: { ...document.inputs, levers } };
}

function movedSettings(document: ScenarioDocument, costly: ReadonlyMap<string, Lever>, share: number): readonly MovedSetting[] {
  return document.inputs.levers.flatMap((setting) => {
    const lever = costly.get(setting.lever);
    if (!lever) return [];
    const to = scaledValue(lever, setting.value, share);
    return to === setting.value ? [] : [{ setting, to }];
  });
}

/** On the step grid that counts from the lower bound; towards status quo, so that rounding never costs more. */
function scaledValue({ default: statusQuo, min, step }: Lever, value: number, share: number): number {
  if (share >= 1) return value;
  const exact = (statusQuo + (value - statusQuo) * share - min) / step;
  const steps = value > statusQuo ? Math.floor(exact + 1e-9) : Math.ceil(exact - 1e-9);
  const rounded = Number((min + steps * step).toPrecision(12));
  return value > statusQuo ? Math.max(statusQuo, rounded) : Math.min(statusQuo, rounded);
}
