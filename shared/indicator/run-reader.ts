/** Reads the annual indicators of a live run. Valid until the run is filled again. */
import type { Model } from "../model/compile-model.ts";
import type { Run } from "../model/run.ts";
import type { Series, TextSeries } from "../model/run-result.ts";
import { SHARED_COST } from "../dataset/dataset-files.ts";
import { findIndicator } from "./catalogue.ts";
import type { ResultReader } from "./result-reader.ts";

export function readerOfRun(model: Model, run: Run): ResultReader {
  const { annual } = run;
  const years = model.years.length;
  const classes = new Map(model.dataset.classes.map(({ id }, k) => [`unmet_${id}_t`, k]));
  const stageIndex = new Map(model.stages.map((stage) => [`${model.minerals[stage.mineral]!.id}|${stage.id}`, stage.index]));
  const slice = (series: Float64Array | undefined, row: number): Series => {
    if (!series) throw new Error("an indicator of the catalogue is not computed");
    return Array.from(series.subarray(row * years, (row + 1) * years), (value) => (Number.isNaN(value) ? null : value));
  };
  const stageRow = (mineral: string, stage: string): number => stageIndex.get(`${mineral}|${stage}`) ?? unknown(`stage ${stage} of ${mineral}`);
  const mineralRow = (mineral: string): number => model.mineralIndex.get(mineral) ?? unknown(`mineral ${mineral}`);
  return {
    years: model.years,
    stage: (mineral, stage, indicator) => {
      if (findIndicator("stage", indicator).unit === "text") throw new Error(`${indicator} is text`);
      const row = stageRow(mineral, stage);
      const k = classes.get(indicator);
      if (k !== undefined) return slice(annual.unmetByClass, k * model.stages.length + row);
      return slice((annual.stage as Readonly<Record<string, Float64Array>>)[indicator], row);
    },
    stageText: (mineral, stage, indicator): TextSeries => {
      if (findIndicator("stage", indicator).unit !== "text") throw new Error(`${indicator} is a number`);
      const row = stageRow(mineral, stage);
      const { suppliers } = model.stages[row]!;
      return Array.from(annual.topSupplier.subarray(row * years, (row + 1) * years), (j) => suppliers[j]?.iso3 ?? null);
    },
    imports: (mineral, stage) => {
      const c = run.stages[stageRow(mineral, stage)]!;
      const { suppliers } = c.model;
      return suppliers.map(({ iso3 }, j) => ({
        iso3,
        values: Array.from({ length: years }, (_, year) => {
          const at = year * suppliers.length + j;
          return c.importsBySupplier[at]! + c.allyImportsBySupplier[at]!;
        }),
      }));
    },
    mineral: (mineral, indicator) => {
      findIndicator("mineral", indicator);
      return slice((annual.mineral as Readonly<Record<string, Float64Array>>)[indicator], mineralRow(mineral));
    },
    total: (indicator) => {
      findIndicator("total", indicator);
      return slice((annual.total as Readonly<Record<string, Float64Array>>)[indicator], 0);
    },
    costByLever: (lever) => slice(annual.costByLever, model.leverIndex.get(lever) ?? unknown(`lever ${lever}`)),
    costByMineral: (mineral) => slice(annual.costByMineral, mineral === SHARED_COST ? model.minerals.length : mineralRow(mineral)),
  };
}

function unknown(what: string): never {
  throw new Error(`the model has no ${what}`);
}
