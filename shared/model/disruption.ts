/** Events in force on a stage (E5.2) and the imports that remain available under them (E5.6). */
import type { MineralRun } from "./mineral-run.ts";
import type { StageRun } from "./stage-run.ts";

/** Sets the event factors of every stage of `m`; called in each month of the mineral's event window and once after it. */
export function eventsOfMonth(m: MineralRun, t: number): void {
  m.slowStatesMove = true;
  for (const c of m.stages) if (c.events.length > 0) eventsOfStage(c, t);
}

function eventsOfStage(c: StageRun, t: number): void {
  const { targetedFactors, globalFactors } = c;
  const wasTargeted = c.targeted;
  c.active = false;
  c.targeted = false;
  c.global = false;
  c.worldFactor = 1;
  c.outageFactor = 1;
  targetedFactors.fill(1);
  globalFactors.fill(1);
  for (const event of c.events) {
    const severity = event.severity[t]!;
    if (severity <= 0) continue;
    c.active = true;
    const cut = 1 - severity * event.held;
    switch (event.scope) {
      case "outage":
        c.outageFactor *= 1 - severity;
        break;
      case "targeted":
        c.targeted = true;
        for (let j = 0; j < targetedFactors.length; j++) if (event.hits[j] === 1) targetedFactors[j]! *= cut;
        break;
      case "global":
        c.global = true;
        c.worldFactor *= 1 - severity * event.held * event.worldShare;
        for (let j = 0; j < globalFactors.length; j++) if (event.hits[j] === 1) globalFactors[j]! *= cut;
        break;
    }
  }
  if (c.targeted || wasTargeted) {
    c.targetStale = true;
    c.sharesMove = true;
  }
}

/** E5.6 while active: what each supplier can send, scaled to the need; sets ΣI and books it to the suppliers. */
export function importsInDisruption(c: StageRun, year: number): void {
  const { shares, targetedFactors, globalFactors, available, tariffs, risks, importsBySupplier } = c;
  const base = c.normalDependence * (c.demandReference + c.feed);
  const surge = c.p.surge * c.surgeState;
  const count = shares.length;
  let sum = 0;
  if (c.global) {
    let reach = 0;
    let weights = 0;
    for (let j = 0; j < count; j++) {
      const free = shares[j]! * targetedFactors[j]!;
      reach += free;
      available[j] = free * globalFactors[j]!;
      weights += available[j]!;
    }
    const total = base * Math.min(1, c.worldFactor + surge) * reach;
    if (weights === 0) {
      available.set(shares);
      weights = c.shareTotal;
    }
    for (let j = 0; j < count; j++) {
      available[j] = weights > 0 ? (total * available[j]!) / weights : 0;
      sum += available[j]!;
    }
  } else {
    for (let j = 0; j < count; j++) {
      // A supplier that is hit gets no surge bonus.
      const factor = targetedFactors[j]!;
      available[j] = shares[j]! * base * (factor < 1 ? factor : 1 + surge);
      sum += available[j]!;
    }
  }
  const used = sum > c.need ? c.need / sum : 1;
  let imports = 0;
  let tariff = 0;
  let risk = 0;
  for (let j = 0; j < count; j++) {
    const flow = available[j]! * used;
    imports += flow;
    tariff += flow * tariffs[j]!;
    risk += flow * risks[j]!;
    importsBySupplier[year * count + j]! += flow;
  }
  c.imports = imports;
  c.tariffOnImports = tariff;
  c.riskOnImports = risk;
}
