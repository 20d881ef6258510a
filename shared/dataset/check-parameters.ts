/** Reads parameters/*.csv and makes sure that every key the model reads has a value it can work with, wherever it looks it up. */
import { chainStages } from "./chain-stages.ts";
import type { Parameter, StageLabel } from "./dataset.ts";
import { ALL_MINERALS, type DatasetFiles, folders, GENERAL, noteTwice } from "./dataset-files.ts";
import { type EngineKey, engineKeys, type KeyLevel, orderedKeys } from "./engine-keys.ts";
import { grades } from "./grade.ts";
import { cellsOf, findParameter } from "./parameter-lookup.ts";
import type { ProblemList } from "./problem-list.ts";
import { knownChains, stagesOfMineral, type References } from "./references.ts";
import { inRange, rangeText, readRows, type RowReader } from "./row-reader.ts";

type Chains = ReturnType<typeof knownChains>;

export function checkParameters(files: DatasetFiles, references: References, problems: ProblemList): readonly Parameter[] {
  const before = problems.count;
  const { stages } = references;
  const parameters = files.mineralFolder("parameters", references, [GENERAL]).flatMap(({ id, table }) => {
    const allowed = stages && ["", ...(stagesOfMineral(references, id) ?? chainStages(stages).map((s) => s.id)), ...recyclingStages(stages)];
    const seen = new Map<string, number>();
    return readRows(table, folders.parameters.columns, problems).flatMap((row) => {
      const parameter = readParameter(row, id === GENERAL ? ALL_MINERALS : id, allowed);
      if (parameter !== null)
        noteTwice(seen, `${parameter.stage} ${parameter.key}`, row, "key", `${parameter.key}${parameter.stage === "" ? "" : ` at stage ${parameter.stage}`}`);
      return parameter === null ? [] : [parameter];
    });
  });
  if (problems.count === before && stages !== null) {
    const chains = knownChains(references);
    findMissing(stages, chains, parameters, problems);
    comparePairs(stages, chains, parameters, problems);
  }
  return parameters;
}

const recyclingStages = (stages: readonly StageLabel[]): readonly string[] => stages.filter(({ role }) => role === "recycling").map(({ id }) => id);

function readParameter(row: RowReader, mineral: string, stages: readonly string[] | null): Parameter | null {
  const stage = row.cell("stage");
  const isStage = stages?.includes(stage) ?? true;
  if (stages !== null && !isStage)
    row.problem("stage", `"${stage}" is not a known stage of this mineral`, `write ${stages.filter((s) => s !== "").join(", ")} or leave the cell empty`);
  const key = row.filled("key", "write the key of the parameter");
  const range = (Object.hasOwn(engineKeys, key) ? engineKeys[key]?.range : undefined) ?? {};
  const value = row.number("value", range);
  const low = row.optionalNumber("low", range);
  const high = row.optionalNumber("high", range);
  if (value !== null && low !== null && low > value) row.problem("low", `${low} is above the value ${value}`, "write a lower bound");
  if (value !== null && high !== null && high < value) row.problem("high", `${high} is below the value ${value}`, "write an upper bound");
  const unit = row.filled("unit", "write the unit, - if there is none");
  const grade = row.choice("grade", grades, "grade");
  if (value === null || grade === null || key === "" || !isStage) return null;
  return { mineral, stage, key, value, low, high, unit, grade, source: row.text("source"), note: row.text("note") };
}

function findMissing(stages: readonly StageLabel[], minerals: Chains, parameters: readonly Parameter[], problems: ProblemList): void {
  for (const [key, engine] of Object.entries(engineKeys)) {
    if (engine.fallback !== undefined) continue;
    for (const level of engine.levels) findMissingAt(level, key, engine, stages, minerals, parameters, problems);
  }
}

function findMissingAt(
  level: KeyLevel,
  key: string,
  engine: EngineKey,
  stages: readonly StageLabel[],
  minerals: Chains,
  parameters: readonly Parameter[],
  problems: ProblemList,
): void {
  for (const [mineral, stage] of cellsOf(level, stages, minerals)) {
    if (findParameter(parameters, mineral, stage, key) !== undefined) continue;
    const file = `${folders.parameters.folder}/${mineral === ALL_MINERALS ? GENERAL : mineral}.csv`;
    const where = stage === "" ? "" : ` at stage ${stage}`;
    problems.file(
      file,
      `the parameter ${key}${where} is missing`,
      `add a row with ${rangeText(engine.range)} here or in ${folders.parameters.folder}/${GENERAL}.csv`,
    );
  }
}

function comparePairs(stages: readonly StageLabel[], minerals: Chains, parameters: readonly Parameter[], problems: ProblemList): void {
  const named = new Set<Parameter>();
  for (const { lower: lowerKey, upper: upperKey, level, strictly } of orderedKeys) {
    for (const [mineral, stage] of cellsOf(level, stages, minerals)) {
      const lower = findParameter(parameters, mineral, stage, lowerKey);
      const upper = findParameter(parameters, mineral, stage, upperKey);
      if (lower === undefined || upper === undefined || named.has(lower)) continue;
      if (inRange(lower.value, { max: upper.value, below: strictly })) continue;
      named.add(lower);
      const file = `${folders.parameters.folder}/${lower.mineral === ALL_MINERALS ? GENERAL : lower.mineral}.csv`;
      problems.add({
        file,
        row: null,
        column: "value",
        wrong: `${lowerKey} is ${lower.value} but ${upperKey} is ${upper.value}`,
        right: `${lowerKey} must be ${strictly ? "below" : "at most"} ${upperKey}`,
      });
    }
  }
}
