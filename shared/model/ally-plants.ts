/** Partner plants: what they deliver (E5.4) and how they grow (E11). */
import type { StageRun } from "./stage-run.ts";

const PER_MONTH = 1 / 12;

/** E5.4: committed output of all partner plants, at most `c.need`; books it to the suppliers, sets ΣC and takes it off the need. */
export function allyDeliveries(c: StageRun, year: number): void {
  const { allyPlants, targetedFactors, allyImportsBySupplier } = c;
  const first = year * c.shares.length;
  let offered = 0;
  for (let i = 0; i < allyPlants.length; i++) {
    const plant = allyPlants[i]!;
    plant.offered = c.p.ally_offtake_share * plant.capacity * PER_MONTH * targetedFactors[plant.supplier]!;
    offered += plant.offered;
  }
  const used = offered > c.need ? c.need / offered : 1;
  for (let i = 0; i < allyPlants.length; i++) {
    const plant = allyPlants[i]!;
    allyImportsBySupplier[first + plant.supplier]! += plant.offered * used;
  }
  c.allyImports = offered * used;
  c.need = Math.max(0, c.need - c.allyImports);
}

/** E11.1–E11.3: starts with diminishing returns and a ceiling, a delay of order ally_n, attrition at its end. */
export function growAllyPlants(c: StageRun): void {
  const { p, allyPlants } = c;
  for (let k = 0; k < allyPlants.length; k++) {
    const plant = allyPlants[k]!;
    const { pipeline } = plant;
    const order = pipeline.length;
    let inflow = 0;
    if (plant.finance > 0) {
      let building = plant.capacity;
      for (let i = 0; i < order; i++) building += pipeline[i]!;
      if (plant.finance !== plant.keptFinance) {
        plant.keptFinance = plant.finance;
        plant.startsPerRoom = p.ally_a_max * (1 - Math.exp((-plant.finance * 1e6) / (p.capex * p.ally_a_max)));
      }
      const room = Math.max(0, 1 - building / p.ally_k_max);
      inflow = plant.startsPerRoom * room * PER_MONTH;
    }
    const rate = Math.min(1, order / Math.max(order, p.ally_t));
    for (let i = 0; i < order; i++) {
      const held = pipeline[i]!;
      const out = rate * held;
      pipeline[i] = held + inflow - out;
      inflow = out;
    }
    plant.capacity += (1 - p.attrition) * inflow;
  }
}

/** True while finance for partner plants of this stage is effective (E10, e_pol). */
export function isFinanced(c: StageRun): boolean {
  for (let i = 0; i < c.allyPlants.length; i++) if (c.allyPlants[i]!.finance > 0) return true;
  return false;
}
