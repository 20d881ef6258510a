/** E7 put into use, E8R recycling plants, E9 slow states of one mineral. */
import type { MineralRun } from "./mineral-run.ts";

const PER_MONTH = 1 / 12;

/** E7.1 and E7.2: push(U, in_use_factor·Σγ·DelD, L); needs the market of all stages. */
export function putIntoUse(m: MineralRun): void {
  const { stages, inUse } = m;
  const last = m.inUseOrder;
  let delivered = 0;
  for (let i = 0; i < stages.length; i++) {
    const c = stages[i]!;
    delivered += c.p.content_factor * c.deliveredDemand;
  }
  let inflow = m.model.inUseFactor * delivered;
  for (let i = 0; i < last; i++) {
    const held = inUse[i]!;
    const out = m.outflowRate * held;
    inUse[i] = held + inflow - out;
    inflow = out;
  }
}

/** E8R.1, E8R.2 and E8R.4–E8R.6: private plants follow collection, public money adds to them. */
export function growRecycling(m: MineralRun): void {
  const { p, recycling } = m;
  const p1 = m.recyclingPermitting1;
  const p2 = m.recyclingPermitting2;
  const p3 = m.recyclingPermitting3;
  const c1 = m.recyclingConstruction1;
  const c2 = m.recyclingConstruction2;
  const c3 = m.recyclingConstruction3;
  const r1 = m.recyclingRampUp1;
  const r2 = m.recyclingRampUp2;
  const building = p1 + p2 + p3 + c1 + c2 + c3 + r1 + r2;
  const total = m.recyclingCapacity + p1 + p2 + p3 + c1 + c2 + c3 + r1 + r2;
  const yearly = 12 * p.recycle_headroom;

  const missing = p.recycle_private * yearly * m.collected - total;
  let orders = missing > 0 ? missing / p.tau_recycle_order : 0;
  if (m.plantMoney > 0) {
    const collectable = yearly * p.c_max * m.endOfLife;
    if (collectable > total) orders += m.plantMoney * m.plantScale * (1 - total / collectable);
  }
  if (orders === 0 && building === 0) return;

  const fp = m.recyclingPermitRate;
  const permitted = fp * p3;
  m.recyclingPermitting1 = p1 + orders - fp * p1;
  m.recyclingPermitting2 = p2 + fp * p1 - fp * p2;
  m.recyclingPermitting3 = p3 + fp * p2 - permitted;
  const fc = m.recyclingConstructionRate;
  const built = fc * c3;
  m.recyclingConstruction1 = c1 + permitted * (1 - recycling.attrition) - fc * c1;
  m.recyclingConstruction2 = c2 + fc * c1 - fc * c2;
  m.recyclingConstruction3 = c3 + fc * c2 - built;
  const fr = m.recyclingRampRate;
  m.recyclingRampUp1 = r1 + built - fr * r1;
  m.recyclingRampUp2 = r2 + fr * r1 - fr * r2;
  m.recyclingCapacity += fr * r2;
}

/** E9.5 and E9.7–E9.13 from start-of-month values, except that substitution uses the new average premium. Returns at once while nothing can move. */
export function moveSlowStates(m: MineralRun): void {
  if (!m.slowStatesMove) return;
  const { p, circular } = m;
  m.collectionRateBefore = m.collectionRate;
  m.recoveryYieldBefore = m.recoveryYield;
  m.substitutedBefore = m.substituted;
  m.cleanPracticeBefore = m.cleanPractice;

  const collection = (collectionAimedAt(m) - m.collectionRate) / p.tau_collect;
  const recovery = (p.rho0 + (p.rho_max - p.rho0) * p.circ_rho_bonus * circular - m.recoveryYield) / p.life_mean;
  const extension = (p.circ_life_ext_max * circular - m.lifeExtension) / p.tau_ext;
  const practice = (m.cleanTarget - m.cleanPractice) / p.tau_clean;

  let premium = 1;
  for (let i = 0; i < m.stages.length; i++) premium = Math.max(premium, m.stages[i]!.premiumAverage);
  const pull = m.substitutionKnowledge / p.rd_half_sub + (premium > 1 ? p.k_price_sub * Math.log(premium) : 0);
  const aimed = pull > 0 ? p.sub_max * (1 - Math.exp(-pull)) : 0;
  const pace = (aimed - m.substituted) / p.tau_sub;
  const substitution = Math.min(Math.max(pace, -p.sub_rate_back * PER_MONTH), p.sub_rate_max * PER_MONTH);

  const wear = p.rd_depreciation * PER_MONTH;
  const research = m.researchBoost * PER_MONTH;
  const substitutes = m.substitutionMoney * research - wear * m.substitutionKnowledge;
  const extraction = m.extractionMoney * research - wear * m.extractionKnowledge;

  m.collectionRate += collection;
  m.recoveryYield += recovery;
  m.lifeExtension += extension;
  m.cleanPractice += practice;
  m.substituted = Math.min(Math.max(m.substituted + substitution, 0), p.sub_max);
  m.substitutionKnowledge += substitutes;
  m.extractionKnowledge += extraction;
  // What a lever or an event starts, policyOfMonth and eventsOfMonth wake; with collection levers the aim moves with E.
  const isDriven = premium > 1 || m.collectionMoney > 0 || m.recyclingTarget > 0;
  const moves = collection !== 0 || recovery !== 0 || extension !== 0 || practice !== 0 || substitution !== 0 || substitutes !== 0 || extraction !== 0;
  m.slowStatesMove = isDriven || moves;
}

/** E9.1–E9.6: c*, the rate that collection moves to; sets the cost of a binding target (C13). */
function collectionAimedAt(m: MineralRun): number {
  const { p, circular } = m;
  const yearlyEffort = p.collect_effort_scale * m.processingPrice * m.endOfLife * 12;
  const effort = (m.collectionMoney > 0 && yearlyEffort > 0 ? (m.collectionMoney * 1000) / yearlyEffort : 0) + p.circ_effort * circular;
  const ceiling = circular > 0 ? Math.max(p.c_max, Math.min(0.95, p.c_max * (1 + p.circ_cmax_bonus * circular))) : p.c_max;
  const free = effort > 0 ? p.c0 + (ceiling - p.c0) * (1 - Math.exp(-effort)) : p.c0;
  m.collectionDutyCost = 0;
  if (m.recyclingTarget > 0 && ceiling > p.c0) {
    const aimed = Math.min(m.recyclingTarget, p.c0 + p.collect_target_cap * (ceiling - p.c0));
    if (aimed > free) {
      // Never beyond the cap: with a vanishing headroom the quotient would round to one.
      const needed = -Math.log(1 - Math.min((aimed - p.c0) / (ceiling - p.c0), p.collect_target_cap));
      m.collectionDutyCost = Math.max(0, needed - effort) * p.collect_effort_scale * m.processingPrice * 0.001 * m.endOfLife;
      return aimed;
    }
  }
  return free;
}
