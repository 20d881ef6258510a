/** Annual indicators (specification, section 7), worked out from the monthly records of a finished run. */
import { mineralYear } from "./annual-mineral.ts";
import { stageYear } from "./annual-stage.ts";
import { supplierYear } from "./annual-suppliers.ts";
import { annualTotals } from "./annual-totals.ts";
import type { Run } from "./run.ts";

export function annualIndicators(run: Run): void {
  const years = run.model.years.length;
  for (const m of run.minerals) {
    for (const c of m.stages) {
      for (let year = 0; year < years; year++) {
        stageYear(run, c, year);
        supplierYear(run, c, year);
      }
    }
    for (let year = 0; year < years; year++) mineralYear(run, m, year);
  }
  annualTotals(run);
}
