/** `planner find`: packages of levers that reach a target, and what stands in the way where none does. */
import { type FindResult, findPackages } from "../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../shared/analysis/find/find-goal.ts";
import { indicatorOf } from "../../shared/analysis/outcome.ts";
import type { Model } from "../../shared/model/compile-model.ts";
import { createRun } from "../../shared/model/run.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { emptyLabels, type ScenarioDocument } from "../../shared/scenario/scenario.ts";
import { writeScenarioFile } from "../../shared/scenario/scenario-file.ts";
import type { FiledScenario } from "../../shared/scenario/filed-scenario.ts";
import { findContext } from "../../shared/view/find/find-context.ts";
import { documentOf, eachWorldText } from "../../shared/view/find/found-document.ts";
import { sha256 } from "../dataset/read-dataset.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { DEFAULT_YEAR, outcomeHelp, outcomeOptions, readOutcome, readSeed, readTarget, readValue, readYear } from "./analysis-options.ts";
import { analysisCommand } from "./analysis-command.ts";
import { answerHelp, answerOptions } from "./answer.ts";
import { basisText } from "./basis.ts";
import { appVersion } from "./app-version.ts";
import { errorLines } from "./command.ts";
import { claimText, findJson, findTable, findText, packageTitle, questionText } from "./find-report.ts";
import { parseLeverOption, parseStressOption } from "./find-options.ts";
import { all } from "./scenario-options.ts";
import { scenarioResult } from "./scenario-result.ts";
import { packageOf, readScenario } from "./sources.ts";
import { readStudyOptions, runStudy, studyHelp, studyOptions } from "./study.ts";

const help = `planner find [FILE.lodestone | ID | ID@N] --target VALUE [options]

Looks for packages of levers that reach the target: the cheapest and several clearly different ones that cost little more.
All levers take some 4,000 to 7,000 runs, and about half as many more where several worlds are asked for; a few levers take a tenth of that.
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
  --save FILE.lodestone
                     write the packages as scenarios, each with its target, its result and what was found
${outcomeHelp}
  --store FILE       a scenario database, where a name is an id of it
  --dataset DIR      another dataset, a folder or a zip file
${studyHelp}
${answerHelp}
`;

const options = {
  ...outcomeOptions,
  ...studyOptions,
  ...answerOptions,
  scenario: { type: "string" },
  store: { type: "string" },
  dataset: { type: "string" },
  target: { type: "string" },
  year: { type: "string" },
  budget: { type: "string" },
  "total-budget": { type: "string" },
  lever: { type: "string", multiple: true },
  world: { type: "string", multiple: true },
  stress: { type: "string" },
  seed: { type: "string" },
  save: { type: "string" },
} as const;

export const findCommand = analysisCommand({
  name: "find",
  help,
  options,
  most: 1,
  answer: async ({ values, positionals, model, terminal }) => {
    const question = await readQuestion(model, positionals[0], values);
    if (!question.ok) return question;
    const study = readStudyOptions(values);
    if (!study.ok) return study;
    const start = performance.now();
    const result = await runStudy(model, study.value, terminal, ({ runner, control }) => findPackages(runner, question.value, control("rounds")));
    if (result === "cancelled") return ok(result);
    const seconds = (performance.now() - start) / 1000;
    const { dataset } = model;
    if (values.save !== undefined) {
      const file = writeScenarioFile({ app: appVersion(), scenarios: packageScenarios(model, question.value, result) }, sha256);
      const written = writeAtomic(values.save, file);
      if (!written.ok) return err(errorLines(written.error));
    }
    return ok({
      text: () => `${findText(dataset, question.value, result, seconds)}\n${basisText(dataset, [{ title: "these packages", ...question.value.base }])}`,
      json: () => findJson(dataset, question.value, result),
      table: () => findTable(dataset, question.value, result),
      wrote: values.save === undefined ? [] : [values.save],
    });
  },
});

interface Asked {
  readonly scenario?: string | undefined;
  readonly store?: string | undefined;
  readonly dataset?: string | undefined;
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

async function readQuestion(model: Model, name: string | undefined, asked: Asked): Promise<Result<FindQuestion, string>> {
  const { dataset } = model;
  const base = await readScenario("find", model, name, { scenario: asked.scenario, store: asked.store, dataset: asked.dataset });
  if (!base.ok) return base;
  const scenario = base.value;
  const outcome = readOutcome(asked, dataset);
  if (!outcome.ok) return outcome;
  if (indicatorOf(outcome.value).better === "neither") return err(`find: ${outcome.value.indicator} is neither better high nor low; choose another indicator.`);
  if (asked.target === undefined) return err("find: --target VALUE is missing.");
  const target = readTarget(asked.target, outcome.value);
  if (!target.ok) return target;
  const year = readYear(asked.year, model);
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
    base: packageOf(scenario),
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

/** The packages as scenarios, as the window opens them: each with the question it answers, target and budget, what it claims in which world, and its result. */
function packageScenarios(model: Model, question: FindQuestion, result: FindResult): readonly FiledScenario[] {
  const { dataset } = model;
  const run = createRun(model);
  const context = findContext(dataset, question, result);
  return result.packages.map((found, i) => {
    const document = documentOf(question, found);
    const findings = [claimText(dataset, question, found.claim), eachWorldText(context, found.inWorlds)].filter((text) => text !== "").join(" ");
    const labels = { ...emptyLabels(packageTitle(i)), question: questionText(dataset, question), findings };
    return { ...labels, ...document, id: "", result: scenarioResult(model, run, document) };
  });
}
