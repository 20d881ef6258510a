/** Partner plants: what they deliver (E5.4) and how they grow (E11). */
import type { StageRun } from "./run.ts";

const PER_MONTH = 1 / 12;

/** E5.4: committed output of all partner plants, at most `need`; books it to the suppliers. Answers ΣC. */
export function allyDeliveries(c: StageRun, need: number, year: number): number {
  const { allyPlants, targetedFactors, allyImportsBySupplier } = c;
  let offered = 0;
  for (const plant of allyPlants) {
    plant.offered = c.p.ally_offtake_share * plant.capacity * PER_MONTH * targetedFactors[plant.supplier]!;
    offered += plant.offered;
  }
  if (offered <= 0) return 0;
  const used = Math.min(1, need / offered);
  const first = year * c.shares.length;
  for (const plant of allyPlants) allyImportsBySupplier[first + plant.supplier]! += plant.offered * used;
  return offered * used;
}

/** E11: starts with diminishing returns and a ceiling, a delay of order ally_n, attrition at its end. */
export function growAllyPlants(c: StageRun): void {
  const { p } = c;
  for (const plant of c.allyPlants) {
    const { pipeline } = plant;
    let building = plant.capacity;
    for (const part of pipeline) building += part;
    let inflow = 0;
    if (plant.finance > 0) {
      const room = Math.max(0, 1 - building / p.ally_k_max);
      inflow = p.ally_a_max * (1 - Math.exp((-plant.finance * 1e6) / (p.capex * p.ally_a_max))) * room * PER_MONTH;
    }
    const rate = Math.min(1, pipeline.length / Math.max(p.ally_n, p.ally_t));
    for (let i = 0; i < pipeline.length; i++) {
      const out = rate * pipeline[i]!;
      pipeline[i]! += inflow - out;
      inflow = out;
    }
    plant.capacity += (1 - p.attrition) * inflow;
  }
}

/** True while finance for partner plants of this stage is effective (E10, e_pol). */
export const isFinanced = (c: StageRun): boolean => c.allyPlants.some((plant) => plant.finance > 0);
