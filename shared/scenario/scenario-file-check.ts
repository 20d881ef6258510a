/** Whether a scenario read from a file fits the dataset: every id exists, every value lies where the model can work with it. */
import { findParameter } from "../dataset/parameter-lookup.ts";
import { ALL_MINERALS } from "../dataset/dataset-files.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { engineKeys } from "../dataset/engine-keys.ts";
import { inRange, oneOf, rangeText } from "../dataset/row-reader.ts";
import type { InputProblem } from "../errors/app-error.ts";
import { CATALOGUE } from "../indicator/catalogue.ts";
import { yearOf } from "../time.ts";
import { checkInputs } from "./scenario-file-inputs.ts";
import type { Assumption, Scenario, Target } from "./scenario.ts";
import type { ScenarioFile } from "./filed-scenario.ts";

/** Every problem of one scenario; `path` leads to it, such as "scenarios[0]". */
export function checkScenario(scenario: Scenario, dataset: Dataset, file: string, path: string): readonly InputProblem[] {
  const problem = (field: string, wrong: string, right: string): InputProblem => ({ file, row: null, column: `${path}.${field}`, wrong, right });
  return [
    ...checkInputs(scenario.inputs, dataset).map((p) => problem(`inputs.${p.path}`, p.wrong, p.right)),
    ...checkAssumptions(scenario.assumptions, dataset, problem),
    ...(scenario.target === null ? [] : checkTarget(scenario.target, dataset, problem)),
    ...(scenario.budget === null || scenario.budget >= 0
      ? []
      : [problem("budget", `${scenario.budget} is below zero`, "write a number of 0 or more, or null for no budget")]),
  ];
}

/** A deck shows cleared numbers: each of its items needs a scenario of the same file that has a result. */
export function checkDecks(file: string, { scenarios, decks = [] }: Pick<ScenarioFile, "scenarios" | "decks">): readonly InputProblem[] {
  const withResult = new Set(scenarios.filter(({ result }) => result !== null).map(({ id }) => id));
  return decks.flatMap(({ items }, d) =>
    items.flatMap(({ scenario }, i): readonly InputProblem[] =>
      scenario === null || withResult.has(scenario)
        ? []
        : [
            {
              file,
              row: null,
              column: `decks[${d}].items[${i}].scenario`,
              wrong: `"${scenario}" is not a scenario of this file with a result`,
              right: "name one by its id, or write null",
            },
          ],
    ),
  );
}

type Problem = (field: string, wrong: string, right: string) => InputProblem;

function checkAssumptions(assumptions: readonly Assumption[], dataset: Dataset, problem: Problem): readonly InputProblem[] {
  const seen = new Set<string>();
  return assumptions.flatMap(({ mineral, stage, key, value }, i) => {
    const path = `assumptions[${i}]`;
    const name = `${key} of ${mineral}${stage === "" ? "" : ` at stage ${stage}`}`;
    const engine = Object.hasOwn(engineKeys, key) ? engineKeys[key] : undefined;
    if (engine === undefined) return [problem(`${path}.key`, `"${key}" is not a parameter that the model reads`, "write a key of the dataset's parameters")];
    if (!dataset.parameters.some((p) => p.key === key && p.mineral === mineral && p.stage === stage)) {
      const used = mineral === ALL_MINERALS ? undefined : findParameter(dataset.parameters, mineral, stage, key);
      const right =
        used === undefined
          ? "name a row of the dataset's parameters"
          : `the row in use is ${key} of ${used.mineral}${used.stage === "" ? "" : ` at stage ${used.stage}`}`;
      return [problem(`${path}.mineral`, `the dataset has no row ${name}`, right)];
    }
    if (!inRange(value, engine.range)) return [problem(`${path}.value`, `${value} is out of range`, `write ${rangeText(engine.range)}`)];
    if (seen.has(name)) return [problem(path, `${name} stands twice`, "keep one of the two")];
    seen.add(name);
    return [];
  });
}

function checkTarget(target: Target, dataset: Dataset, problem: Problem): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const minerals = dataset.minerals.map((m) => m.id);
  if (target.mineral !== null && !minerals.includes(target.mineral)) {
    problems.push(problem("target.mineral", `"${target.mineral}" is not a known mineral`, `write ${oneOf(minerals)}, or null for all minerals together`));
  }
  if (!CATALOGUE.some((indicator) => indicator.id === target.indicator)) {
    problems.push(problem("target.indicator", `"${target.indicator}" is not a known indicator`, "write the name of an indicator, such as dependence"));
  }
  const first = yearOf(dataset.start);
  const last = first + dataset.months / 12 - 1;
  if (target.year < first || target.year > last)
    problems.push(problem("target.year", `${target.year} lies outside the run`, `write a year from ${first} to ${last}`));
  return problems;
}
