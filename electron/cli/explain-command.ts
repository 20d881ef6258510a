/** `planner explain`: the change from status quo to a scenario, lever by lever. */
import { DEFAULT_PAIRS, explain, type Explanation, type Waterfall, waterfall } from "../../shared/analysis/explain/explain.ts";
import { outcomeName } from "../../shared/analysis/outcome.ts";
import { MAX_EXACT_PLAYERS } from "../../shared/analysis/explain/shapley.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { ok } from "../../shared/result.ts";
import { explainedOutcomes } from "../../shared/view/explain/explain-view.ts";
import { analysisCommand } from "./analysis-command.ts";
import { DEFAULT_YEAR, outcomeHelp, outcomeOptions, readCount, readOutcome, readSeed, readYear } from "./analysis-options.ts";
import { amountText, changeText, costText, differenceText, plannerInfo, scaleOf } from "./analysis-text.ts";
import { answerHelp, answerOptions, type CsvTable } from "./answer.ts";
import { basedTable, basisText, scenarioJson } from "./basis.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { packageOf, readScenario, sourceHelp, sourceOptions } from "./sources.ts";
import { readStudyOptions, runStudy, studyHelp, studyOptions } from "./study.ts";
import { textTable } from "./text-table.ts";

const MAX_PAIRS = 100_000;

const help = `planner explain [FILE.lodestone | ID | ID@N] [options]

Which lever did what: the change of an indicator from status quo to the scenario, in the scenario's own world.
Two readings, each adding up to the total: order-free shares (Shapley), and what each lever does alone plus one interaction.
Exact up to ${MAX_EXACT_PLAYERS} levers; beyond, shares are sampled and stand with their standard errors.

  --scenario N       which scenario of FILE, where it holds several (1 = the first)
  --year Y           default ${DEFAULT_YEAR}
  --by-mineral       the shares mineral by mineral as well
  --pairs N          orders (each with its reverse) that are drawn beyond ${MAX_EXACT_PLAYERS} levers, default ${DEFAULT_PAIRS}
  --seed N           default 1
${outcomeHelp}
${sourceHelp}
${studyHelp}
${answerHelp}
`;

const options = {
  ...sourceOptions,
  ...outcomeOptions,
  ...studyOptions,
  ...answerOptions,
  scenario: { type: "string" },
  year: { type: "string" },
  "by-mineral": { type: "boolean" },
  pairs: { type: "string" },
  seed: { type: "string" },
} as const;

export const explainCommand = analysisCommand({
  name: "explain",
  help,
  options,
  most: 1,
  answer: async ({ values, positionals, model, terminal }) => {
    const { dataset } = model;
    const scenario = await readScenario("explain", model, positionals[0], values);
    if (!scenario.ok) return scenario;
    const outcome = readOutcome(values, dataset);
    if (!outcome.ok) return outcome;
    const year = readYear(values.year, model);
    if (!year.ok) return year;
    const pairs = readCount("pairs", values.pairs, DEFAULT_PAIRS, 2, MAX_PAIRS);
    if (!pairs.ok) return pairs;
    const seed = readSeed(values.seed);
    if (!seed.ok) return seed;
    const study = readStudyOptions(values);
    if (!study.ok) return study;

    const start = performance.now();
    const outcomes = values["by-mineral"] === true ? explainedOutcomes(dataset, outcome.value) : [outcome.value];
    const explanation = await runStudy(model, study.value, terminal, ({ runner, control }) =>
      explain(runner, packageOf(scenario.value), { outcomes, seed: seed.value, pairs: pairs.value }, control("runs")),
    );
    if (explanation === "cancelled") return ok(explanation);
    const falls = outcomes.map((_, i) => waterfall(explanation, i, year.value));
    const seconds = (performance.now() - start) / 1000;
    const draws: Draws = explanation.attribution.standardErrors === null ? { seed: null, pairs: null } : { seed: seed.value, pairs: pairs.value };
    return ok({
      text: () => `${report(dataset, scenario.value, explanation, falls, seconds)}${basisText(dataset, [scenario.value])}`,
      json: () => jsonOf(dataset, scenario.value, explanation, falls, draws),
      table: () => tableOf(dataset, scenario.value, explanation, falls, draws),
    });
  },
});

/** Orders that were drawn and from which seed; null where shares are exact. */
interface Draws {
  readonly seed: number | null;
  readonly pairs: number | null;
}

function report(dataset: Dataset, scenario: NamedScenario, explanation: Explanation, falls: readonly Waterfall[], seconds: number): string {
  const [fall, ...byMineral] = falls as [Waterfall, ...Waterfall[]];
  const scale = scaleOf(dataset, fall.outcome, [fall.before, fall.after]);
  const name = (id: string): string => dataset.levers.find((lever) => lever.id === id)?.name ?? id;
  const isSampled = explanation.attribution.standardErrors !== null;
  const perPoint = scale.differenceSuffix === " points" ? "cost per point" : "cost per unit";
  const rows = fall.effects.map((effect) => [
    name(effect.lever),
    changeText(effect.share, scale),
    ...(isSampled ? [`± ${amountText(effect.standardError, scale)}`] : []),
    changeText(effect.solo, scale),
    costText(dataset, effect.cost),
    effect.costPerPoint === null ? "" : costText(dataset, effect.costPerPoint),
  ]);
  const header = ["lever", "share", ...(isSampled ? ["standard error"] : []), "alone", "public cost", perPoint];
  const total = differenceText(fall.after, fall.before, scale);
  const table = textTable(
    header,
    ["left", ...header.slice(1).map(() => "right" as const)],
    [
      ...rows,
      ["interaction", "", ...(isSampled ? [""] : []), changeText(fall.interaction, scale), "", ""],
      ["total", total, ...(isSampled ? [""] : []), total, "", ""],
    ],
  );
  const companions = explanation.companions.map((id) => `${name(id)} is counted with the grants that it changes.\n`);
  const minerals =
    byMineral.length === 0
      ? ""
      : `\n${textTable(
          ["lever", ...byMineral.map(({ outcome }) => outcome.mineral ?? "")],
          ["left", ...byMineral.map(() => "right" as const)],
          explanation.levers.map((lever, i) => [name(lever), ...byMineral.map(({ effects }) => changeText(effects[i]!.share, scale))]),
        )}`;
  const title = `${scenario.title}: ${outcomeName(fall.outcome)} in ${fall.year} goes from ${amountText(fall.before, scale)} to ${amountText(fall.after, scale)}.`;
  const how = `Computed on ${explanation.runs} runs in ${seconds.toFixed(1)} s${isSampled ? "; shares are sampled" : ""}.`;
  return `${title}\n\n${table}${companions.join("")}${minerals}\n${how}\n`;
}

const jsonOf = (dataset: Dataset, scenario: NamedScenario, explanation: Explanation, falls: readonly Waterfall[], draws: Draws) => ({
  planner: plannerInfo(dataset),
  scenario: scenarioJson(dataset, scenario),
  runs: explanation.runs,
  is_exact: explanation.attribution.standardErrors === null,
  ...draws,
  companions: explanation.companions,
  outcomes: falls.map(({ outcome, year, before, after, effects, interaction }) => ({
    ...outcome,
    year,
    before,
    after,
    interaction,
    levers: effects.map(({ lever, share, standardError, solo, cost, costPerPoint }) => ({
      lever,
      share,
      standard_error: standardError,
      solo,
      cost_musd_per_yr: cost,
      cost_per_point: costPerPoint,
    })),
  })),
});

/** Two rows close each waterfall: what the levers do together beyond what each does alone, and the sum. */
function tableOf(dataset: Dataset, scenario: NamedScenario, { runs }: Explanation, falls: readonly Waterfall[], { seed, pairs }: Draws): CsvTable {
  const cells = falls.flatMap(({ outcome: { indicator, mineral, stage }, year, before, after, effects, interaction }) => {
    const place = [scenario.title, indicator, mineral, stage, year];
    return [
      ...effects.map(({ lever, share, standardError, solo, cost, costPerPoint }) => [...place, lever, share, standardError, solo, cost, costPerPoint]),
      [...place, "interaction", null, null, interaction, null, null],
      [...place, "total", after - before, null, after - before, null, null],
    ];
  });
  return basedTable(
    dataset,
    ["scenario", "indicator", "mineral", "stage", "year", "lever", "share", "standard_error", "solo", "cost_musd_per_yr", "cost_per_point"],
    cells.map((row) => ({ cells: row, scenario })),
    { runs, seed, pairs },
  );
}
