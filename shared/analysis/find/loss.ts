/** Demand lost in a disruption: what stays unmet plus what high prices drive away, as a share of need (specification, section 7: total loss share). */
import type { Run } from "../../model/run.ts";
import { D, DREF, F, MONTH, monthOf, UNMET } from "../stress/stage-months.ts";

/**
 * Share of need lost by `minerals` in the months from `from` up to `to` (exclusive): for each mineral the lost value over the value of need,
 * stages at their reference prices; over minerals the plain mean, as in the headline composite. NaN where nothing is needed.
 */
export function lossShare(run: Run, minerals: readonly string[], from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (const mineral of minerals) {
    const share = lossOfMineral(run, mineral, from, to);
    if (Number.isNaN(share)) continue;
    sum += share;
    count++;
  }
  return count > 0 ? sum / count : NaN;
}

function lossOfMineral(run: Run, mineral: string, from: number, to: number): number {
  const index = run.model.mineralIndex.get(mineral);
  if (index === undefined) throw new Error(`no mineral ${mineral}`);
  let lost = 0;
  let needed = 0;
  for (const c of run.minerals[index]!.stages) {
    const end = monthOf(run, c.model.index, to);
    for (let o = monthOf(run, c.model.index, from); o < end; o += MONTH) {
      const reference = run.stageMonths[o + DREF]!;
      lost += (run.stageMonths[o + UNMET]! + reference - run.stageMonths[o + D]!) * c.value;
      needed += (reference + run.stageMonths[o + F]!) * c.value;
    }
  }
  return needed > 0 ? lost / needed : NaN;
}
