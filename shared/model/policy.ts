/**
 * Steps 1 and 3 of the specification: what policy does to the country as a whole, month by month. It depends on levers only, not on minerals,
 * so it is worked out before the minerals run; each mineral then runs through all months on its own.
 */
import type { EngineLever } from "../lever/lever-catalogue.ts";
import { MULTIPLIERS_CHANGE } from "./run.ts";
import type { Run } from "./run.ts";
import { rampFactor } from "./schedule-levers.ts";
import type { ScheduledLever } from "./scheduled-lever.ts";

const PER_MONTH = 1 / 12;

/** Fills `run.permit` … `run.grantReach` and marks the months in which one of them changes; after `scheduleLevers`. */
export function countryPolicy(run: Run, levers: readonly ScheduledLever[]): void {
  const { months } = run.model;
  shareByMonth(run.permit, pick(levers, "permit_speed"));
  shareByMonth(run.transparency, pick(levers, "transparency"));
  infrastructureByMonth(run, pick(levers, "infrastructure"));
  hubsByMonth(run, pick(levers, "hubs"));
  publicShareByMonth(run, pick(levers, "ppp_public_share").at(-1));
  const { permit, transparency, infrastructureGain, hubGain, grantReach, policyChanges } = run;
  policyChanges[0]! |= MULTIPLIERS_CHANGE;
  for (let t = 1; t < months; t++) {
    const same =
      permit[t] === permit[t - 1] &&
      transparency[t] === transparency[t - 1] &&
      infrastructureGain[t] === infrastructureGain[t - 1] &&
      hubGain[t] === hubGain[t - 1] &&
      grantReach[t] === grantReach[t - 1];
    if (!same) policyChanges[t]! |= MULTIPLIERS_CHANGE;
  }
}

const pick = (levers: readonly ScheduledLever[], id: EngineLever): readonly ScheduledLever[] => levers.filter(({ lever }) => lever === id);

/** Largest effective value of the instances, in percent, as a share. */
function shareByMonth(out: Float64Array, levers: readonly ScheduledLever[]): void {
  out.fill(0);
  for (const lever of levers) {
    for (let t = 0; t < out.length; t++) out[t] = Math.max(out[t]!, (lever.value * rampFactor(lever, t)) / 100);
  }
}

const money = (levers: readonly ScheduledLever[], t: number): number => levers.reduce((sum, lever) => sum + lever.value * rampFactor(lever, t), 0);

/** Step 1.1 and Step 3.1, with the delay of E0.1–E0.4: hI = 1 − 2^(−Bcap/(1000·infra_half)); capital is built through a delay of order 3 and wears out. */
function infrastructureByMonth(run: Run, levers: readonly ScheduledLever[]): void {
  const gain = run.infrastructureGain;
  gain.fill(0);
  if (levers.length === 0) return;
  const { infra_half, infra_build_months, infra_depreciation } = run.p;
  const rate = Math.min(1, 3 / infra_build_months);
  let [b1, b2, b3, capital] = [0, 0, 0, 0];
  for (let t = 0; t < gain.length; t++) {
    gain[t] = 1 - 2 ** (-capital / (1000 * infra_half));
    const [out1, out2, out3] = [rate * b1, rate * b2, rate * b3];
    b1 += money(levers, t) * PER_MONTH - out1;
    b2 += out1 - out2;
    b3 += out2 - out3;
    capital += out3 - infra_depreciation * capital * PER_MONTH;
  }
}

/** Step 1.2 and Step 3.2: hH = 1 − 2^(−Ghub/hub_half). */
function hubsByMonth(run: Run, levers: readonly ScheduledLever[]): void {
  const gain = run.hubGain;
  gain.fill(0);
  if (levers.length === 0) return;
  let smoothed = 0;
  for (let t = 0; t < gain.length; t++) {
    gain[t] = 1 - 2 ** (-smoothed / run.p.hub_half);
    smoothed += (money(levers, t) - smoothed) / run.p.tau_hub;
  }
}

/** Step 1.3 and Step 1.4: aφ/φ with φ = ppp_phi + (value/100 − ppp_phi)·F: how far a grant reaches per unit of capital. */
function publicShareByMonth(run: Run, lever: ScheduledLever | undefined): void {
  const { ppp_phi, ppp_phi0 } = run.p;
  const reach = (phi: number): number => (1 - Math.exp(-phi / ppp_phi0)) / phi;
  if (lever === undefined) {
    run.grantReach.fill(reach(ppp_phi));
    return;
  }
  for (let t = 0; t < run.grantReach.length; t++) run.grantReach[t] = reach(ppp_phi + (lever.value / 100 - ppp_phi) * rampFactor(lever, t));
}
