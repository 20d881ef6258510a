/**
 * What a reader must be told about levers that do less than their setting says (specification, section 6): collection targets that cannot be reached
 * or that change nothing, and money that is not spent or builds nothing. Facts only; the sentences are the view's.
 */
import type { EngineLever } from "../dataset/engine-keys.ts";
import type { ScenarioInputs } from "../scenario/scenario.ts";
import type { Model } from "./compile-model.ts";
import type { Run } from "./run.ts";

export interface CollectionNote {
  readonly mineral: string;
  /** T in December, as a share; on its way up during the ramp. */
  readonly target: number;
  /** Collection rate at the start of December. */
  readonly reached: number;
  /**
   * above-ceiling: T lies above c0 + collect_target_cap·(cm − c0) and is not reached. no-effect: T is no higher than what is reached without it, or
   * there is no headroom. no-scrap: nothing reaches the end of its life, so the target costs nothing. binding: the target moves the rate.
   */
  readonly kind: "above-ceiling" | "no-effect" | "no-scrap" | "binding";
  /** Highest rate that a target reaches; null where collection has no headroom. */
  readonly limit: number | null;
}

/** Collection targets in force in December of `year`, one entry per mineral that has one. `run` must hold the results of the scenario. */
export function collectionNotes(model: Model, run: Run, year: number): readonly CollectionNote[] {
  const y = model.years.indexOf(year);
  if (y < 0) return [];
  return model.minerals.flatMap((mineral): readonly CollectionNote[] => {
    const at = mineral.index * model.years.length + y;
    const target = run.annual.collection.target[at]!;
    if (Number.isNaN(target)) return [];
    const limit = run.annual.collection.limit[at]!;
    const free = run.annual.collection.free[at]!;
    const reached = run.annual.mineral.collection_rate[at]!;
    const hasScrap = run.annual.mineral.eol_t[at]! > 0;
    return [{ mineral: mineral.id, target, reached, kind: collectionKind(target, limit, free, hasScrap), limit: Number.isNaN(limit) ? null : limit }];
  });
}

function collectionKind(target: number, limit: number, free: number, hasScrap: boolean): CollectionNote["kind"] {
  if (Number.isNaN(limit) || Math.min(target, limit) <= free) return "no-effect";
  if (!hasScrap) return "no-scrap";
  return target > limit ? "above-ceiling" : "binding";
}

export interface MoneyNote {
  readonly lever: EngineLever;
  /** Null where the whole instance finds nothing to support. */
  readonly mineral: string | null;
  /** nothing-to-support: no covered mineral has the stage or the partner, nothing is spent. builds-nothing: money is spent, but no project starts. */
  readonly kind: "nothing-to-support" | "builds-nothing";
}

/** Grants and the stage role that they support. */
const grants: Partial<Readonly<Record<EngineLever, string>>> = { mining_invest: "mining", processing_invest: "processing", magnet_invest: "fabrication" };

/** Money levers that are paid for nothing, or not paid at all, in `year`. `run` must hold the results of `inputs`. */
export function moneyNotes(model: Model, run: Run, inputs: ScenarioInputs, year: number): readonly MoneyNote[] {
  const y = model.years.indexOf(year);
  const years = model.years.length;
  const notes: MoneyNote[] = [];
  for (const lever of new Set(inputs.levers.filter(({ value }) => value > 0).map((setting) => setting.lever as EngineLever))) {
    const role = grants[lever];
    if (role === undefined && lever !== "ally_finance") continue;
    const paid = run.annual.costByLever.subarray(model.leverIndex.get(lever)! * years, (model.leverIndex.get(lever)! + 1) * years);
    if (paid.every((cost) => cost === 0)) notes.push({ lever, mineral: null, kind: "nothing-to-support" });
    else if (y >= 0 && paid[y]! > 0 && role !== undefined) {
      for (const m of run.minerals) {
        const supported = m.stages.find((c) => c.model.role === role && c.p.a_max > 0);
        const covered = inputs.levers.some((setting) => setting.lever === lever && (setting.minerals === "all" || setting.minerals.includes(m.model.id)));
        if (!supported || !covered) continue;
        if (run.annual.stage.starts_t_per_yr[supported.model.index * years + y] === 0) notes.push({ lever, mineral: m.model.id, kind: "builds-nothing" });
      }
    }
  }
  return notes;
}
