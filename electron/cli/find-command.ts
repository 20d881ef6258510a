/** `planner find`: packages of levers that reach a target, and what stands in the way where none does. */
import { type FindResult, findPackages } from "../../shared/analysis/find.ts";
import type { FindQuestion } from "../../shared/analysis/find-goal.ts";
import { HEADLINE, indicatorOf } from "../../shared/analysis/outcome.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { emptyLabels, type ScenarioDocument } from "../../shared/scenario/scenario.ts";
import { writeScenarioFile } from "../../shared/scenario/scenario-file.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import {
  controlOf,
  datasetOption,
  outcomeHelp,
  outcomeOptions,
  readModel,
  readOutcome,
  readScenario,
  readSeed,
  readTarget,
  readValue,
  readWorkers,
  readYear,
  withRunner,
  workerOptions,
} from "./analysis-options.ts";
import { jsonText } from "./analysis-text.ts";
import { appVersion } from "./app-version.ts";
import { errorLines, exitCode, readArguments, refuse, type ThreadedCommand } from "./command.ts";
import { findJson, findText, packageTitle } from "./find-report.ts";
import { parseLeverOption, parseStressOption } from "./find-options.ts";
import { all } from "./scenario-options.ts";

const DEFAULT_YEAR = 2035;

const help = `planner find [FILE.lodestone] --target VALUE [options]

Looks for packages of levers that reach the target: the cheapest and several clearly different ones that cost little more.
Levers, events and assumptions of FILE stay as they are. Where the target cannot be met it says how close one gets and what binds.

  --target VALUE     value to reach (0.4 or 40%)
  --scenario N       which scenario of FILE, where it holds several (1 = the first)
  --year Y           in this year, default ${DEFAULT_YEAR}
  --budget N         highest mean public cost per year 2027 to 2035, million; or
  --total-budget N   highest discounted cost of the whole run, million
  --lever ID[=MIN..MAX][,minerals=ree+cobalt][,stages=M+P][,partner=AUS][,ramp=24][@2028-01]
                     a lever that may be used, with bounds and start; may be repeated. Default: all that need no partner
  --world ID         the target must hold in this world; may be repeated, "all" = in every world. Default: FILE's
  --stress ID@YYYY-MM:LOSS
                     a disruption that must be survived with at most this share of need lost (0.05 or 5%)
  --seed N           default 1
  --out FILE.lodestone
                     write the packages as scenarios
  --workers N        threads, 0 = none beside this one
${outcomeHelp}
  --dataset DIR      another dataset
  --json             the same for machines
`;

const options = {
  ...outcomeOptions,
  ...workerOptions,
  ...datasetOption,
  scenario: { type: "string" },
  target: { type: "string" },
  year: { type: "string" },
  budget: { type: "string" },
  "total-budget": { type: "string" },
  lever: { type: "string", multiple: true },
  world: { type: "string", multiple: true },
  stress: { type: "string" },
  seed: { type: "string" },
  out: { type: "string" },
  json: { type: "boolean" },
} as const;

export const findCommand: ThreadedCommand = {
  help,
  run: async (args, terminal) => {
    const parsed = readArguments("find", args, options, 1);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const model = readModel(values.dataset);
    if (!model.ok) return refuse(terminal, model.error);
    const question = readQuestion(model.value, positionals[0], values);
    if (!question.ok) return refuse(terminal, question.error);
    const workers = readWorkers(values.workers);
    if (!workers.ok) return refuse(terminal, workers.error);

    const start = performance.now();
    const result = await withRunner(model.value, workers.value, (runner) => findPackages(runner, question.value, controlOf(terminal, "generations")));
    if (result === "cancelled") throw new Error("nobody cancelled");
    const seconds = (performance.now() - start) / 1000;
    if (values.out !== undefined) {
      const written = writeAtomic(values.out, scenarioFile(question.value, result));
      if (!written.ok) return refuse(terminal, errorLines(written.error));
    }
    const { dataset } = model.value;
    terminal.out(values.json === true ? jsonText(findJson(dataset, question.value, result)) : findText(dataset, question.value, result, seconds));
    if (values.out !== undefined && values.json !== true) terminal.out(`Wrote ${values.out}.\n`);
    return exitCode.done;
  },
};

interface Asked {
  readonly scenario?: string | undefined;
  readonly indicator?: string | undefined;
  readonly mineral?: string | undefined;
  readonly stage?: string | undefined;
  readonly target?: string | undefined;
  readonly year?: string | undefined;
  readonly budget?: string | undefined;
  readonly "total-budget"?: string | undefined;
  readonly lever?: readonly string[] | undefined;
  readonly world?: readonly string[] | undefined;
  readonly stress?: string | undefined;
  readonly seed?: string | undefined;
}

function readQuestion(model: Model, path: string | undefined, asked: Asked): Result<FindQuestion, string> {
  const { dataset } = model;
  const base = readScenario("find", model, path, { scenario: asked.scenario });
  if (!base.ok) return base;
  const scenario = base.value;
  const outcome = readOutcome(asked, dataset);
  if (!outcome.ok) return outcome;
  if (indicatorOf(outcome.value).better === "neither") return err(`find: ${outcome.value.indicator} is neither better high nor low; choose another indicator.`);
  if (asked.target === undefined) return err("find: --target VALUE is missing.");
  const target = readTarget(asked.target, outcome.value);
  if (!target.ok) return target;
  const year = readYear(asked.year, DEFAULT_YEAR, model);
  if (!year.ok) return year;
  const budget = readBudget(asked);
  if (!budget.ok) return budget;
  const levers =
    asked.lever === undefined
      ? ok(dataset.levers.filter(({ id }) => !scenario.inputs.levers.some((setting) => setting.lever === id)).flatMap((lever) => parsedOrNone(lever.id, model)))
      : all(asked.lever.map((text) => parseLeverOption(text, dataset)));
  if (!levers.ok) return levers;
  const worlds = readWorlds(model, scenario, asked.world);
  if (!worlds.ok) return worlds;
  const stress = asked.stress === undefined ? ok(null) : parseStressOption(asked.stress, dataset);
  if (!stress.ok) return stress;
  const seed = readSeed(asked.seed);
  if (!seed.ok) return seed;
  return ok({
    outcome: outcome.value,
    target: target.value,
    year: year.value,
    ...budget.value,
    levers: levers.value,
    worlds: worlds.value,
    stress: stress.value?.event ?? null,
    maxLoss: stress.value?.maxLoss ?? 0,
    base: { inputs: scenario.inputs, assumptions: scenario.assumptions },
    seed: seed.value,
  });
}

/** A lever at its own bounds; none where it needs a partner. */
function parsedOrNone(lever: string, { dataset }: Model) {
  const allowed = parseLeverOption(lever, dataset);
  return allowed.ok ? [allowed.value] : [];
}

function readBudget(asked: Asked): Result<Pick<FindQuestion, "budget" | "costBasis">, string> {
  const total = asked["total-budget"];
  if (asked.budget !== undefined && total !== undefined) return err("find: give --budget or --total-budget, not both.");
  if (asked.budget === undefined && total === undefined) return ok({ budget: null, costBasis: "per-year" });
  const name = total === undefined ? "budget" : "total-budget";
  const budget = readValue(name, total ?? asked.budget ?? "", null);
  if (!budget.ok) return budget;
  if (budget.value < 0) return err(`--${name} ${budget.value}: write a number of 0 or more.`);
  return ok({ budget: budget.value, costBasis: total === undefined ? "per-year" : "total" });
}

function readWorlds({ dataset }: Model, { inputs }: ScenarioDocument, asked: readonly string[] | undefined): Result<FindQuestion["worlds"], string> {
  if (asked === undefined) return ok([inputs.own_world === undefined ? { world: inputs.world } : { world: inputs.world, own_world: inputs.own_world }]);
  const known = dataset.worlds.map(({ id }) => id);
  if (asked.includes("all")) return ok(known.map((world) => ({ world })));
  const wrong = asked.find((world) => !known.includes(world));
  if (wrong !== undefined) return err(`--world ${wrong}: "${wrong}" is not a world; the worlds are ${known.join(", ")}, or all.`);
  return ok([...new Set(asked)].map((world) => ({ world })));
}

/** The packages as scenarios, each with the target and budget that it was found for. */
function scenarioFile(question: FindQuestion, { packages }: FindResult): string {
  const { outcome, year, target, budget, costBasis } = question;
  const stands =
    outcome.stage === null
      ? { indicator: outcome.indicator === HEADLINE.indicator ? "dependence" : outcome.indicator, mineral: outcome.mineral, value: target, year }
      : null;
  const scenarios = packages.map(({ scenario }, i) => ({
    ...emptyLabels(packageTitle(i)),
    ...scenario,
    id: "",
    target: stands,
    budget: costBasis === "per-year" ? budget : null,
    result: null,
  }));
  return writeScenarioFile({ app: appVersion(), scenarios }, sha256);
}
