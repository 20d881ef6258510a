/** E1 end of life (E1.1–E1.8): what leaves use, what is collected, what the plants recover, what is lost. */
import type { MineralRun } from "./mineral-run.ts";

const PER_MONTH = 1 / 12;

export function endOfLife(m: MineralRun): void {
  const { p } = m;
  if (m.lifeExtension !== m.keptLifeExtension) {
    m.keptLifeExtension = m.lifeExtension;
    m.outflowRate = Math.min(1, p.life_n / (p.life_mean * (1 + m.lifeExtension)));
  }
  const reached = m.outflowRate * m.inUse[m.inUseOrder - 1]!;
  const collected = m.collectionRate * reached;
  const scrap = m.scrap + collected;
  const processed = Math.min(scrap, m.recyclingCapacity * PER_MONTH);
  const recycled = m.recoveryYield * processed;
  const lost = scrap > processed ? (scrap - processed) / p.tau_scrap_loss : 0;
  m.endOfLife = reached;
  m.collected = collected;
  m.recycled = recycled;
  m.scrap = scrap - processed - lost;
  m.endOfLifeSum += reached;
  m.collectedSum += collected;
  m.recycledSum += recycled;
  m.disposal = reached - collected + (processed - recycled) + lost;
}
