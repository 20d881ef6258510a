/** E5.10: priority allocation and release of the government stock, summed by year; months without a shortage add nothing. */
import type { Run } from "./run.ts";
import type { StageRun } from "./stage-run.ts";

/** Defence is served first, then essential, then other, each up to its share of demand. */
export function recordShortage(run: Run, c: StageRun, year: number): void {
  const years = run.model.years.length;
  const at = c.model.index * years + year;
  run.annual.stage.released_t[at]! += c.released;
  if (c.unmet === 0) return;
  const { classShares } = run.model.minerals[c.model.mineral]!;
  const asked = c.demand + c.feed;
  let left = asked - c.unmet;
  for (let k = 0; k < classShares.length; k++) {
    const wanted = classShares[k]! * asked;
    const got = Math.min(wanted, left);
    left -= got;
    run.annual.unmetByClass[k * run.model.stages.length * years + at]! += wanted - got;
  }
}
