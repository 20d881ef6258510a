/**
 * The same scenarios in every world: who meets the target where, under which condition they fail, and how much each can be regretted.
 * Worlds are those that the model knows, the user's own among them.
 */
import type { MineralModel, Model } from "../model/compile-model.ts";
import type { Package } from "./jobs/job.ts";
import { evaluatePackages, type JobRunner } from "./jobs/job-runner.ts";
import { indicatorOf, isBetter, type Outcome } from "./outcome.ts";
import type { Cancellable, Control } from "./jobs/progress.ts";
import { type Feature, findRule, type Rule } from "./find/rule-search.ts";
import { statusQuoBeside } from "./status-quo.ts";
import { packageInWorld, type WorldChoice, worldModelOf } from "./world-choice.ts";

export interface WorldsQuestion {
  readonly outcome: Outcome;
  readonly year: number;
  /** Value to reach in that year; null = no target, only values and regret. */
  readonly target: number | null;
  /** The columns. */
  readonly worlds: readonly WorldChoice[];
}

export interface WorldRow {
  /** By world; NaN = not defined. */
  readonly values: readonly number[];
  /** Null without a target. */
  readonly meets: readonly boolean[] | null;
  /** What tells the worlds in which the target is missed from the others; null where it is met in all or in none, or no short rule fits. */
  readonly failsWhen: Rule | null;
  /** Distance from the best row in each world, in the better direction never negative; and the largest of them. */
  readonly regret: readonly number[];
  readonly maximumRegret: number;
}

export interface WorldTable {
  readonly question: WorldsQuestion;
  /** Status quo in each world. */
  readonly statusQuo: WorldRow;
  readonly rows: readonly WorldRow[];
}

/** Scenarios in every world of the question, each with its own events and assumptions, status quo with those that all share. Progress counts runs. */
export async function inWorlds(
  runner: JobRunner,
  scenarios: readonly Package[],
  question: WorldsQuestion,
  control: Control = {},
): Promise<Cancellable<WorldTable>> {
  const { outcome, year, target, worlds } = question;
  const statusQuo = statusQuoBeside(scenarios, "");
  const packages = [statusQuo, ...scenarios].flatMap((one) => worlds.map((world) => packageInWorld(one, world)));
  const values = await evaluatePackages(runner, packages, [{ kind: "year", outcome, year }], control);
  if (values === "cancelled") return values;
  const indicator = indicatorOf(outcome);
  const table = Array.from({ length: scenarios.length + 1 }, (_, r) => [...values.subarray(r * worlds.length, (r + 1) * worlds.length)]);
  const best = worlds.map((_, w) => table.reduce((top, row) => (isBetter(indicator, row[w]!, top) || Number.isNaN(top) ? row[w]! : top), NaN));
  const features = worldFeatures(runner.model, worlds, outcome.mineral, year);
  const rows = table.map((row): WorldRow => {
    const meets = target === null ? null : row.map((value) => value === target || isBetter(indicator, value, target));
    const regret = row.map((value, w) => Math.abs(value - best[w]!));
    return {
      values: row,
      meets,
      failsWhen:
        meets === null
          ? null
          : findRule(
              features,
              meets.map((met) => !met),
            ),
      regret,
      maximumRegret: Math.max(...regret.filter((one) => !Number.isNaN(one)), 0),
    };
  });
  return { question, statusQuo: rows[0]!, rows: rows.slice(1) };
}

/** Id of a feature: demand or price index of a mineral, or of all (null). */
const worldFeatureId = (index: "demand" | "price", mineral: string | null): string => `${index}|${mineral ?? ""}`;

/** Mean indices of a year by world: over all minerals first, then of each; of one mineral alone where the outcome is about one. */
function worldFeatures(model: Model, worlds: readonly WorldChoice[], mineral: string | null, year: number): readonly Feature[] {
  const from = 12 * model.years.indexOf(year);
  const mean = (series: Float64Array): number => series.subarray(from, from + 12).reduce((sum, value) => sum + value, 0) / 12;
  const feature = (index: "demand" | "price", of: readonly MineralModel[], id: string | null): Feature => ({
    id: worldFeatureId(index, id),
    values: worlds.map((world) => of.reduce((sum, one) => sum + mean(worldModelOf(model, world)[index][one.index]!), 0) / of.length),
  });
  const minerals = model.minerals.filter(({ id }) => mineral === null || id === mineral);
  const overall = mineral === null ? [feature("demand", minerals, null), feature("price", minerals, null)] : [];
  return [...overall, ...minerals.map((one) => feature("demand", [one], one.id)), ...minerals.map((one) => feature("price", [one], one.id))];
}
