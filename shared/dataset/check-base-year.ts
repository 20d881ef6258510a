/** Reads base-year/<mineral>.csv (the balance the model starts from, with its audit trail) and base-year-check.csv. */
import type { BaseYearCheck, BaseYearValue } from "./dataset.ts";
import { type DatasetFiles, folders, noteTwice, singleFiles } from "./dataset-files.ts";
import { engineQuantities } from "./engine-keys.ts";
import { grades } from "./grade.ts";
import type { ProblemList } from "./problem-list.ts";
import { knownChains, mineralIds, stagesOfMineral, type MineralReference, type References } from "./references.ts";
import { readRows, type RowReader } from "./row-reader.ts";

/** Above this a figure in tonnes is a slip of the keyboard. */
const MAX_TONNES = 1e12;

export function checkBaseYear(files: DatasetFiles, references: References, problems: ProblemList): readonly BaseYearValue[] {
  return files.mineralFolder("baseYear", references).flatMap(({ id, table }) => {
    const before = problems.count;
    const seen = new Map<string, number>();
    const values = readRows(table, folders.baseYear.columns, problems).flatMap((row) => {
      const value = readValue(row, id, stagesOfMineral(references, id));
      if (value !== null) noteTwice(seen, `${value.stage} ${value.quantity}`, row, "quantity", `${value.quantity} at stage ${value.stage}`);
      return value === null ? [] : [value];
    });
    const chain = knownChains(references).find((mineral) => mineral.id === id);
    if (problems.count === before && chain) findMissing(table.file, chain, values, problems);
    return values;
  });
}

function readValue(row: RowReader, mineral: string, stages: MineralReference["stages"]): BaseYearValue | null {
  const stage = row.choice("stage", stages, "stage of this mineral");
  const quantity = row.filled("quantity", "name the quantity");
  const engine = Object.hasOwn(engineQuantities, quantity) ? engineQuantities[quantity] : undefined;
  const before = row.cell("value");
  const value = engine === undefined ? row.optionalNumber("value") : row.number("value", { min: 0, max: MAX_TONNES });
  const unit = row.filled("unit", "write the unit");
  if (engine !== undefined && unit !== engine.unit)
    row.problem("unit", `"${unit}" is not the unit of ${quantity}`, `convert the value and write ${engine.unit}`);
  if (quantity === "feed_to_next_stage" && stages !== null && stage === stages.at(-1) && value !== null && value !== 0) {
    row.problem("value", `${before} t/yr cannot be fed on from the last stage`, "write 0");
  }
  const year = row.number("year", { min: 1900, max: 2200, integer: true });
  const grade = row.choice("grade", grades, "grade");
  if (stage === null || year === null || grade === null || quantity === "") return null;
  return { mineral, stage, quantity, value, unit, year, grade, source: row.text("source") };
}

function findMissing(file: string, mineral: ReturnType<typeof knownChains>[number], values: readonly BaseYearValue[], problems: ProblemList): void {
  for (const [quantity, { at, unit }] of Object.entries(engineQuantities)) {
    for (const stage of at === "stage" ? mineral.stages : [mineral.recyclingStage]) {
      if (values.some((v) => v.quantity === quantity && v.stage === stage)) continue;
      problems.file(file, `${quantity} at stage ${stage} is missing`, `add a row with its value in ${unit} (0 if there is none)`);
    }
  }
}

export function checkBaseYearChecks(files: DatasetFiles, references: References): readonly BaseYearCheck[] {
  const seen = new Map<string, number>();
  return files.rows(singleFiles.baseYearCheck).flatMap((row) => {
    const id = row.choice("mineral", mineralIds(references), "mineral");
    const stage = row.choice("stage", stagesOfMineral(references, id), "stage of this mineral");
    const numbers = {
      publishedNirPct: row.optionalNumber("published_nir_pct"),
      computedNirPct: row.optionalNumber("computed_nir_pct"),
      differencePoints: row.optionalNumber("difference_points"),
      computedFromTradePct: row.optionalNumber("computed_from_trade_pct"),
      modelNirxPct: row.optionalNumber("model_nirx_pct"),
    };
    if (id === null || stage === null) return [];
    noteTwice(seen, `${id} ${stage}`, row, "mineral", `the check of ${id} at stage ${stage}`);
    return [{ mineral: id, stage, publishedBound: row.text("published_bound"), verdict: row.text("verdict"), ...numbers }];
  });
}
