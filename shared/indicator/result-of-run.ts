/** A run as plain data (`RunResult`), and a reader of such data: what is stored, written to files and printed. */
import { SHARED_COST } from "../dataset/dataset-files.ts";
import type { Model } from "../model/compile-model.ts";
import { MODEL_VERSION } from "../model/model-version.ts";
import type { MineralResult, RunResult, RunTotals, Series, TextSeries } from "../model/run-result.ts";
import type { Run } from "../model/run.ts";
import type { ScenarioInputs } from "../scenario/scenario.ts";
import { CATALOGUE, findIndicator } from "./catalogue.ts";
import type { ResultReader } from "./result-reader.ts";
import { readerOfRun } from "./run-reader.ts";

/** `run` must hold the results of `inputs`. Names and nesting are those of the reference cases; cost lines that are zero in all years are left out. */
export function resultOfRun(model: Model, run: Run, inputs: ScenarioInputs, vintage: string): RunResult {
  const reader = readerOfRun(model, run);
  const minerals = model.minerals.map((mineral): [string, MineralResult] => [
    mineral.id,
    {
      stages: Object.fromEntries(mineral.stages.map((stage) => [stage.id, stageResult(reader, mineral.id, stage.id)])),
      mineral: Object.fromEntries(atLevel("mineral").map(({ id }) => [id, reader.mineral(mineral.id, id)])),
    },
  ]);
  return {
    planner: { model_version: MODEL_VERSION, data_vintage: vintage },
    inputs,
    years: model.years,
    minerals: Object.fromEntries(minerals),
    totals: {
      cost_by_lever_musd: costLines(
        model.dataset.levers.map(({ id }) => id),
        reader.costByLever,
      ),
      cost_by_mineral_musd: costLines([...model.minerals.map(({ id }) => id), SHARED_COST], reader.costByMineral),
      ...Object.fromEntries(atLevel("total").map(({ id }) => [id, reader.total(id)])),
    },
  };
}

const atLevel = (level: "stage" | "mineral" | "total") => CATALOGUE.filter((indicator) => indicator.level === level);

const stageResult = (reader: ResultReader, mineral: string, stage: string): Readonly<Record<string, Series | TextSeries>> =>
  Object.fromEntries(atLevel("stage").map(({ id, unit }) => [id, unit === "text" ? reader.stageText(mineral, stage, id) : reader.stage(mineral, stage, id)]));

const costLines = (ids: readonly string[], line: (id: string) => Series): Readonly<Record<string, Series>> =>
  Object.fromEntries(ids.map((id): [string, Series] => [id, line(id)]).filter(([, series]) => series.some((value) => value !== 0)));

/**
 * Reads a stored result. What it does not hold (a mineral or indicator that came later) reads as "not defined"; cost lines it does not hold are zero.
 */
export function readerOfResult(result: RunResult): ResultReader {
  const none: readonly null[] = result.years.map(() => null);
  const zero: readonly number[] = result.years.map(() => 0);
  return {
    years: result.years,
    stage: (mineral, stage, indicator) => {
      if (findIndicator("stage", indicator).unit === "text") throw new Error(`${indicator} is text`);
      return (result.minerals[mineral]?.stages[stage]?.[indicator] as Series | undefined) ?? none;
    },
    stageText: (mineral, stage, indicator) => {
      if (findIndicator("stage", indicator).unit !== "text") throw new Error(`${indicator} is a number`);
      return (result.minerals[mineral]?.stages[stage]?.[indicator] as TextSeries | undefined) ?? none;
    },
    imports: () => null,
    mineral: (mineral, indicator) => {
      findIndicator("mineral", indicator);
      return result.minerals[mineral]?.mineral[indicator] ?? none;
    },
    total: (indicator) => {
      findIndicator("total", indicator);
      return totalSeries(result.totals, indicator) ?? none;
    },
    costByLever: (lever) => result.totals.cost_by_lever_musd[lever] ?? zero,
    costByMineral: (mineral) => result.totals.cost_by_mineral_musd[mineral] ?? zero,
  };
}

function totalSeries(totals: RunTotals, indicator: string): Series | undefined {
  const series = totals[indicator];
  return Array.isArray(series) ? (series as Series) : undefined;
}
