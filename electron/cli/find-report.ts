/** What a search found, for a terminal and for machines. */
import type { FindResult } from "../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../shared/analysis/find/find-goal.ts";
import type { Package } from "../../shared/analysis/jobs/job.ts";
import { outcomeName } from "../../shared/analysis/outcome.ts";
import type { AllowedLever, Claim } from "../../shared/analysis/find/package-space.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { leverValueText } from "../../shared/format/lever-text.ts";
import type { DisplayScale } from "../../shared/format/scale.ts";
import { inSentence, listText } from "../../shared/format/words.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { amountText, costText, differenceText, percentText, plannerInfo, scaleOf } from "./analysis-text.ts";
import type { CsvTable } from "./answer.ts";
import { basedTable, type BasedRow, scenarioJson } from "./basis.ts";
import { textTable } from "./text-table.ts";

const FRONTIER_ROWS = 12;

export const packageTitle = (i: number): string => `Package ${i + 1}`;

/** One lever's name, with what tells it from other settings of the same lever. */
function leverName(dataset: Dataset, { setting }: AllowedLever): string {
  const name = dataset.levers.find(({ id }) => id === setting.lever)?.name ?? setting.lever;
  const details = [setting.partner, setting.minerals === "all" ? undefined : setting.minerals.join(", ")].filter((part) => part !== undefined);
  return details.length === 0 ? name : `${name} (${details.join("; ")})`;
}

/** "composite_equal in 2040, in the stated world: target 50%, at most $500 m/yr, at most 5% lost in china_ree" */
export function questionText(dataset: Dataset, question: FindQuestion): string {
  const { outcome, year, target, worlds, budget, stress, maxLoss } = question;
  const where = worlds.length === 1 ? `in ${worldName(dataset, worlds[0]!)}` : `in the worst of ${listText(worlds.map((world) => worldName(dataset, world)))}`;
  const limits = [
    `target ${amountText(target, scaleOf(dataset, outcome, [target]))}`,
    ...(budget === null ? [] : [`at most ${onBasis(dataset, question, budget)}`]),
    ...(stress === null ? [] : [`at most ${percentText(maxLoss)} of need lost in ${stress.id}`]),
  ];
  return `${outcomeName(outcome)} in ${year}, ${where}: ${limits.join(", ")}.`;
}

/** What one package achieves. */
export function claimText(dataset: Dataset, question: FindQuestion, { value, cost, loss }: Claim): string {
  const lost = question.stress === null ? "" : `; ${percentText(loss)} of need lost in ${question.stress.id}`;
  return `${outcomeName(question.outcome)} ${amountText(value, scaleOf(dataset, question.outcome, [value]))} in ${question.year} at ${onBasis(dataset, question, cost)}${lost}.`;
}

export function findText(dataset: Dataset, question: FindQuestion, result: FindResult, seconds: number): string {
  const claims = [result.statusQuo, ...result.packages.map(({ claim }) => claim), ...result.frontier.map(({ claim }) => claim)];
  const scale = scaleOf(
    dataset,
    question.outcome,
    claims.map(({ value }) => value),
  );
  const head = `${questionText(dataset, question)} Status quo: ${amountText(result.statusQuo.value, scale)}.\n`;
  const parts = [
    head,
    result.isMet ? metText(dataset, question, result) : obstacleText(dataset, question, result, scale),
    packagesTable(dataset, question, result, scale),
    result.isMet ? rolesText(dataset, question, result) : "",
    frontierText(dataset, question, result, scale),
    `${result.counts.packages} packages were tried in ${result.counts.runs} runs, ${seconds.toFixed(1)} s.\n`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Cost on the basis that the question counts it by. */
const onBasis = (dataset: Dataset, { costBasis }: FindQuestion, millions: number): string => {
  const text = costText(dataset, millions);
  return costBasis === "per-year" ? text : text.replace("/yr", " discounted");
};

function metText(dataset: Dataset, question: FindQuestion, { packages, nearOptimalCost }: FindResult): string {
  if (packages[0]?.scenario.inputs.levers.length === question.base.inputs.levers.length) return "The target is met without any of the levers.\n";
  return `${packages.length === 1 ? "One package meets" : `${packages.length} clearly different packages meet`} the target at ${onBasis(dataset, question, nearOptimalCost ?? 0)} or less.\n`;
}

function packagesTable(dataset: Dataset, question: FindQuestion, { packages }: FindResult, scale: DisplayScale): string {
  const used = question.levers.map((_, i) => i).filter((i) => packages.some(({ levels }) => levels[i] !== leverDefault(dataset, question.levers[i]!)));
  const cell = (i: number, level: number): string => {
    const lever = dataset.levers.find(({ id }) => id === question.levers[i]!.setting.lever)!;
    return level === lever.default ? "" : leverValueText(lever, level);
  };
  return textTable(
    ["", ...packages.map((_, p) => packageTitle(p))],
    ["left", ...packages.map(() => "right" as const)],
    [
      [outcomeName(question.outcome), ...packages.map(({ claim }) => amountText(claim.value, scale))],
      ["public cost", ...packages.map(({ claim }) => onBasis(dataset, question, claim.cost))],
      ...(question.stress === null ? [] : [[`lost in ${question.stress.id}`, ...packages.map(({ claim }) => percentText(claim.loss))]]),
      ...used.map((i) => [leverName(dataset, question.levers[i]!)].concat(packages.map(({ levels }) => cell(i, levels[i]!)))),
    ],
  );
}

const leverDefault = (dataset: Dataset, { setting }: AllowedLever): number | undefined => dataset.levers.find(({ id }) => id === setting.lever)?.default;

function rolesText(dataset: Dataset, question: FindQuestion, { mustDo, interchangeable, unused, noise, without }: FindResult): string {
  const names = (list: readonly number[]): string =>
    list.length === 0 ? "none" : listText(list.map((i) => inSentence(leverName(dataset, question.levers[i]!))));
  const name = (i: number): string => inSentence(leverName(dataset, question.levers[i]!));
  const costs = [...without].map(([i, one]) => {
    const instead = one === null || one.instead.length === 0 ? "" : `, with more ${listText(one.instead.slice(0, 2).map(name))}`;
    return `  without ${name(i)}: ${one === null ? "no package was found" : `at most ${onBasis(dataset, question, one.cost)}${instead}`}\n`;
  });
  return [
    `In every package: ${names(mustDo)}.\n`,
    `In some: ${names(interchangeable)}.\n`,
    `In none: ${names(unused)}.\n`,
    ...(noise.length === 0 ? [] : [`Of these tried and taken out, because without them nothing changes: ${names(noise)}.\n`]),
    ...(costs.length === 0 ? [] : ["Cost of the target, the cheapest package found\n", ...costs]),
  ].join("");
}

function frontierText(dataset: Dataset, question: FindQuestion, { frontier, oneMoreBillion }: FindResult, scale: DisplayScale): string {
  const step = Math.max(1, (frontier.length - 1) / (FRONTIER_ROWS - 1));
  const shown = [...new Set(Array.from({ length: Math.min(FRONTIER_ROWS, frontier.length) }, (_, k) => Math.round(k * step)))];
  const table = textTable(
    ["public cost", outcomeName(question.outcome)],
    ["right", "right"],
    shown.map((i) => [onBasis(dataset, question, frontier[i]!.claim.cost), amountText(frontier[i]!.claim.value, scale)]),
  );
  if (oneMoreBillion === null) return `Best outcome for its cost:\n${table}`;
  const { at, value, valueWithMore } = oneMoreBillion;
  return `Best outcome for its cost:\n${table}\nOne billion more than ${onBasis(dataset, question, at)} buys ${differenceText(valueWithMore, value, scale)}: from ${amountText(value, scale)} to ${amountText(valueWithMore, scale)}.\n`;
}

function obstacleText(dataset: Dataset, question: FindQuestion, { packages, obstacle }: FindResult, scale: DisplayScale): string {
  const best = packages[0]!.claim;
  const reach = `The target cannot be met; the best within reach is ${amountText(best.value, scale)} at ${onBasis(dataset, question, best.cost)}.\n`;
  if (obstacle === null) return reach;
  const atBound = obstacle.atBound.map((i) => inSentence(leverName(dataset, question.levers[i]!)));
  const later = obstacle.metIn === null ? "" : ` It would be met in ${obstacle.metIn}.`;
  const levers = `Even without a budget: ${amountText(obstacle.unlimited.claim.value, scale)}${atBound.length === 0 ? "" : `, with ${listText(atBound)} at the bound`}.${later}\n`;
  if (obstacle.binds.length === 0) return reach + levers;
  if (obstacle.costToMeet !== null) return `${reach}The budget binds: ${onBasis(dataset, question, obstacle.costToMeet)} would do.\n`;
  return `${reach}${obstacle.binds.length === 2 ? "The budget and the disruption bind together" : "The disruption binds"}: without ${obstacle.binds.length === 2 ? "them" : "it"} the target can be met.\n`;
}

const claimJson = ({ value, cost, loss, worstWorld }: Claim, { worlds, stress }: FindQuestion) => ({
  value,
  cost_musd: cost,
  loss: stress === null ? null : loss,
  worst_world: worlds[worstWorld],
});

export function findJson(dataset: Dataset, question: FindQuestion, result: FindResult) {
  const { outcome, year, target, budget, costBasis, levers, worlds, stress, maxLoss, seed } = question;
  const settings = (numbers: readonly number[]) => numbers.map((i) => levers[i]!.setting.lever);
  const obstacle = result.obstacle;
  return {
    planner: plannerInfo(dataset),
    question: {
      ...outcome,
      year,
      target,
      budget_musd: budget,
      cost_basis: costBasis,
      levers: levers.map(({ setting, min, max }) => ({ ...setting, value: undefined, min, max })),
      worlds,
      stress: stress === null ? null : { event: stress.event, max_loss: maxLoss },
      seed,
    },
    status_quo: claimJson(result.statusQuo, question),
    is_met: result.isMet,
    packages: result.packages.map(({ scenario, claim, coverDays }, i) =>
      Object.assign(claimJson(claim, question), { lowest_cover_days: coverDays }, scenarioJson(dataset, { title: packageTitle(i), ...scenario })),
    ),
    near_optimal_cost_musd: result.nearOptimalCost,
    must_do: settings(result.mustDo),
    interchangeable: settings(result.interchangeable),
    unused: settings(result.unused),
    noise: settings(result.noise),
    cost_without: [...result.without].map(([i, one]) => ({
      lever: levers[i]!.setting.lever,
      partner: levers[i]!.setting.partner,
      at_most_musd: one?.cost ?? null,
      instead: one === null ? [] : settings(one.instead),
    })),
    frontier: result.frontier.map(({ claim, levels }) => Object.assign(claimJson(claim, question), { levels })),
    one_more_billion: result.oneMoreBillion,
    obstacle:
      obstacle === null
        ? null
        : {
            binds: obstacle.binds,
            cost_to_meet_musd: obstacle.costToMeet,
            without_budget: claimJson(obstacle.unlimited.claim, question),
            at_bound: settings(obstacle.atBound),
            met_in: obstacle.metIn,
          },
    counts: result.counts,
  };
}

/** Status quo, the packages and the frontier, one column per lever; every row with what it rests on. */
export function findTable(dataset: Dataset, { base, levers, worlds, stress, seed }: FindQuestion, { statusQuo, packages, frontier }: FindResult): CsvTable {
  const row = (kind: string, number: number, { value, cost, loss, worstWorld }: Claim, levels: readonly number[], scenario: Package): BasedRow => {
    const { world, own_world } = worlds[worstWorld]!;
    const settings = levers.map((_, i) => levels[i]);
    return { cells: [kind, number, value, cost, stress === null ? null : loss, own_world?.name ?? world, ...settings], scenario };
  };
  return basedTable(
    dataset,
    ["kind", "number", "value", "cost_musd", "loss", "worst_world", ...levers.map(columnOf)],
    [
      row("status quo", 0, statusQuo, [], base),
      ...packages.map(({ claim, levels, scenario }, i) => row("package", i + 1, claim, levels, scenario)),
      ...frontier.map(({ claim, levels, scenario }, i) => row("frontier", i + 1, claim, levels, scenario)),
    ],
    { seed },
  );
}

/** "processing_invest", with what tells it from other settings of the same lever. */
const columnOf = ({ setting }: AllowedLever): string =>
  [setting.lever, setting.partner, setting.minerals === "all" ? undefined : setting.minerals.join("+")].filter((part) => part !== undefined).join(" ");
