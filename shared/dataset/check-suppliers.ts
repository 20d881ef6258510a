/** Reads suppliers/<mineral>.csv: who supplies each stage, how risky, allied or not. */
import { ISO3 } from "./codes.ts";
import type { Supplier } from "./dataset.ts";
import { type DatasetFiles, folders, noteTwice } from "./dataset-files.ts";
import { SHARE_SUM_TOLERANCE } from "./check-minerals.ts";
import { OTHER_SUPPLIERS } from "./engine-keys.ts";
import { grades } from "./grade.ts";
import type { ProblemList } from "./problem-list.ts";
import { stagesOfMineral, type MineralReference, type References } from "./references.ts";
import { readRows, type RowReader } from "./row-reader.ts";

const percent = { min: 0, max: 100 };
const share = { min: 0, max: 1 };

export function checkSuppliers(files: DatasetFiles, references: References, problems: ProblemList): readonly Supplier[] {
  return files.mineralFolder("suppliers", references).flatMap(({ id, table }) => {
    const stages = stagesOfMineral(references, id);
    const before = problems.count;
    const seen = new Map<string, number>();
    const suppliers = readRows(table, folders.suppliers.columns, problems).flatMap((row) => {
      const supplier = readSupplier(row, id, stages, references.homeIso3);
      if (supplier !== null) noteTwice(seen, `${supplier.stage} ${supplier.iso3}`, row, "iso3", `${supplier.iso3} at stage ${supplier.stage}`);
      return supplier === null ? [] : [supplier];
    });
    // Sums would only repeat what a broken row already says.
    if (problems.count === before && stages !== null) checkSums(table.file, stages, suppliers, problems);
    return suppliers;
  });
}

function readSupplier(row: RowReader, mineral: string, stages: MineralReference["stages"], homeIso3: string | null): Supplier | null {
  const stage = row.choice("stage", stages, "stage of this mineral");
  const iso3 = row.cell("iso3");
  if (!ISO3.test(iso3))
    row.problem("iso3", iso3 === "" ? "the cell is empty" : `"${iso3}" is not a country code`, `write three capital letters, ${OTHER_SUPPLIERS} for the rest`);
  else if (iso3 === homeIso3) row.problem("iso3", `${iso3} is the home country`, "list foreign suppliers only");
  const country = row.filled("country", "write the name shown on screen");
  const importSharePct = row.number("import_share_pct", percent);
  const grade = row.choice("grade", grades, "grade");
  const worldSharePct = row.optionalNumber("world_share_pct", percent);
  const riskWeight = row.number("risk_weight", share);
  const riskGrade = row.choice("risk_grade", grades, "grade");
  const isAlly = row.flag("is_ally");
  if (isAlly === true && iso3 === OTHER_SUPPLIERS) row.problem("is_ally", "the unnamed rest cannot be an ally", "write 0");
  if (stage === null || importSharePct === null || grade === null || riskWeight === null || riskGrade === null || isAlly === null) return null;
  return {
    mineral,
    stage,
    iso3,
    country,
    importSharePct,
    period: row.text("period"),
    grade,
    source: row.text("source"),
    worldSharePct,
    worldShareSource: row.text("world_share_source"),
    riskWeight,
    riskGrade,
    isAlly,
    allyRule: row.text("ally_rule"),
  };
}

function checkSums(file: string, stages: readonly string[], suppliers: readonly Supplier[], problems: ProblemList): void {
  for (const stage of stages) {
    const here = suppliers.filter((s) => s.stage === stage);
    if (here.length === 0) {
      problems.file(file, `stage ${stage} has no supplier`, `add at least one row (${OTHER_SUPPLIERS} with 100 if nothing is known)`);
      continue;
    }
    const sum = here.reduce((total, s) => total + s.importSharePct, 0);
    if (Math.abs(sum - 100) > SHARE_SUM_TOLERANCE) {
      const wrong = `the shares at stage ${stage} add up to ${Number(sum.toFixed(6))}`;
      problems.add({ file, row: null, column: "import_share_pct", wrong, right: `make them add up to 100; the rest belongs to ${OTHER_SUPPLIERS}` });
    }
  }
}
