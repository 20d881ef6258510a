/** Concentration of a stage's imports by supplier (specification, section 7). NaN = not defined, because nothing is imported. */
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

export function supplierYear(run: Run, c: StageRun, year: number): void {
  const series = run.annual.stage;
  const at = c.model.index * run.model.years.length + year;
  const { importsBySupplier, allyImportsBySupplier, isAlly } = c;
  const count = isAlly.length;
  const first = year * count;

  let total = 0;
  let squares = 0;
  let nonAllied = 0;
  let largest = 0;
  let top = -1;
  for (let j = 0; j < count; j++) {
    const flow = importsBySupplier[first + j]! + allyImportsBySupplier[first + j]!;
    total += flow;
    squares += flow * flow;
    if (isAlly[j] === 0) nonAllied += flow;
    if (flow > largest) {
      largest = flow;
      top = j;
    }
  }
  const domestic = series.production_t[at]! + series.secondary_t[at]!;
  const supply = total + domestic;
  const asked = series.demand_t[at]! + series.feed_t[at]!;
  const reference = series.demand_ref_t[at]! + series.feed_t[at]!;

  series.hhi[at] = total > 0 ? (1e4 * squares) / (total * total) : NaN;
  series.top_supplier_share[at] = total > 0 ? largest / total : NaN;
  run.annual.topSupplier[at] = top;
  series.top_country_of_demand[at] = asked > 0 ? largest / asked : NaN;
  series.nonallied_dependence[at] = Number.isNaN(series.nirx[at]!) ? NaN : nonAllied / reference;
  series.supply_hhi[at] = supply > 0 ? (1e4 * (squares + domestic * domestic)) / (supply * supply) : NaN;
}
