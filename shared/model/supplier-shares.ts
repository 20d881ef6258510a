/** E10 supplier shares: where policy and events want them, and how fast they move. */
import { isFinanced } from "./ally-plants.ts";
import type { MineralRun } from "./mineral-run.ts";
import type { StageRun } from "./stage-run.ts";

const PER_MONTH = 1 / 12;

/** E10.5–E10.7: moves w towards ws by one month; leaves `sharesMove` false once they have arrived. */
export function moveShares(c: StageRun, m: MineralRun, year: number): void {
  if (c.targetStale) targetShares(c, m);
  const { shares, targetShares: target, baseShares } = c;
  let gap = 0;
  for (let j = 0; j < shares.length; j++) gap += Math.abs(target[j]! - shares[j]!);
  gap *= 0.5;
  c.shiftBefore = c.shift;
  if (!(gap > 1e-15)) {
    c.sharesMove = false;
    return;
  }
  bookImports(c, year);
  const policy = c.tariffed || m.diversify > 0 || c.targeted || isFinanced(c) ? 1 : m.transparency;
  const step = Math.min(1, (c.p.rho_div * (1 / 3 + (2 / 3) * policy) * PER_MONTH) / gap);
  let total = 0;
  let shift = 0;
  for (let j = 0; j < shares.length; j++) {
    const share = shares[j]! + step * (target[j]! - shares[j]!);
    shares[j] = share;
    total += share;
    shift += Math.abs(share - baseShares[j]!);
  }
  c.shareTotal = total;
  c.shift = 0.5 * shift;
  c.wedgeStale = c.wedged;
}

/** E10.1–E10.4, ws: base shares, less of the top non-allied supplier, less of what tariffs and transparency make dear, less of what is cut off. */
function targetShares(c: StageRun, m: MineralRun): void {
  const { p, targetShares: target, baseShares, wedgeResponse, risks, targetedFactors, shares } = c;
  target.set(baseShares);
  const top = c.topNonAllied;
  if (m.diversify > 0 && top >= 0 && baseShares[top]! < 1) {
    const aimed = Math.max(0, baseShares[top]! - m.diversify);
    const others = (1 - aimed) / (1 - baseShares[top]!);
    for (let j = 0; j < target.length; j++) target[j] = j === top ? aimed : baseShares[j]! * others;
  }
  if (c.wedged) {
    for (let j = 0; j < target.length; j++) target[j]! *= wedgeResponse[j]!;
    normalise(target, shares);
  }
  if (m.transparency > 0) {
    for (let j = 0; j < target.length; j++) target[j]! *= 1 - p.transp_share_shift * m.transparency * risks[j]!;
    normalise(target, shares);
  }
  if (c.targeted) {
    for (let j = 0; j < target.length; j++) target[j]! *= targetedFactors[j]!;
    normalise(target, shares);
  }
  c.targetStale = false;
}

/** Scales to a sum of one; where nothing is left the shares stay as they are. */
function normalise(target: Float64Array, shares: Float64Array): void {
  let total = 0;
  for (let j = 0; j < target.length; j++) total += target[j]!;
  if (total > 0) for (let j = 0; j < target.length; j++) target[j]! /= total;
  else target.set(shares);
}

/** Books imports that were made at the present shares to the suppliers; called before the shares move and at the end of a year. */
export function bookImports(c: StageRun, year: number): void {
  const { shares, importsBySupplier } = c;
  const first = year * shares.length;
  for (let j = 0; j < shares.length; j++) importsBySupplier[first + j]! += shares[j]! * c.unbooked;
  c.unbooked = 0;
}
