/** End of a year of one mineral: annual indicators (specification, section 7) while the year's monthly records are at hand. */
import { mineralYear } from "./annual-mineral.ts";
import { stageYear } from "./annual-stage.ts";
import { supplierYear } from "./annual-suppliers.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { Run } from "./run.ts";
import { bookImports } from "./supplier-shares.ts";

export function closeYear(run: Run, m: MineralRun, year: number): void {
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    bookImports(c, year);
    stageYear(run, c, year);
    supplierYear(run, c, year);
  }
  mineralYear(run, m, year);
  for (let i = 0; i < m.stages.length; i++) {
    const c = m.stages[i]!;
    c.priceSum = 0;
    c.startsSum = 0;
    c.cleanOutput = 0;
  }
  m.endOfLifeSum = 0;
  m.collectedSum = 0;
  m.recycledSum = 0;
}
