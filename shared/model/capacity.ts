/** E8 capacity of one stage: starts, permitting, construction, ramp-up. */
import type { StageRun } from "./stage-run.ts";

/** E8.2, E8.3, E8.6, E8.11 and E8.12, with the delay of E0.1–E0.4. A·(1 − exp(−…))/12 comes from E4, where the margin is known; here it meets the room below the ceiling. */
export function growCapacity(c: StageRun): void {
  const { p } = c;
  const p1 = c.permitting1;
  const p2 = c.permitting2;
  const p3 = c.permitting3;
  const c1 = c.construction1;
  const c2 = c.construction2;
  const c3 = c.construction3;
  const r1 = c.rampUp1;
  const r2 = c.rampUp2;

  const ceiling = Math.min(p.k_max, c.coverFactor * Math.max(0, c.demandReference + c.feed - c.recycled));
  let starts = 0;
  if (ceiling > 0) {
    const room = 1 - (c.capacity + p1 + p2 + p3 + c1 + c2 + c3 + r1 + r2) / ceiling;
    if (room > 0) starts = c.startsPerRoom * room;
  }
  c.starts = starts;
  c.startsSum += starts;

  // op = push(PM, starts, Tp)
  const fp = c.permitRate;
  const permitted = fp * p3;
  c.permitting1 = p1 + starts - fp * p1;
  c.permitting2 = p2 + fp * p1 - fp * p2;
  c.permitting3 = p3 + fp * p2 - permitted;
  // oc = push(CO, op·(1 − at), Tc)
  const fc = c.constructionRate;
  const built = fc * c3;
  c.construction1 = c1 + permitted * c.survival - fc * c1;
  c.construction2 = c2 + fc * c1 - fc * c2;
  c.construction3 = c3 + fc * c2 - built;
  // K′ = K + push(RU, oc, Tr)
  const fr = c.rampRate;
  c.rampUp1 = r1 + built - fr * r1;
  c.rampUp2 = r2 + fr * r1 - fr * r2;
  c.capacity += fr * r2;
}
