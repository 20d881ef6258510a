/** Studies of levers on the shipped dataset. */
import type { Assumption, LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { parameterVector } from "../../../../shared/model/parameter-vector.ts";
import { createLeverStudyBench } from "../../../../shared/view/effect/lever-study.ts";
import type { LeverEffect, LeverStudy } from "../../../../shared/view/effect/lever-study.ts";
import { leverWords } from "../../../../shared/view/effect/lever-words.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { dataset, model, setting } from "../../analysis/shipped-model.ts";

const bench = createLeverStudyBench(model);

export function study(levers: readonly LeverSetting[], assumptions: readonly Assumption[] = []): LeverStudy {
  const vector = parameterVector(model, assumptions);
  if (!vector.ok) throw new Error(JSON.stringify(vector.error));
  const steps = bench.begin({ inputs: { levers, world: "stated", events: [] }, assumptions, target: null, budget: null }, vector.value);
  for (;;) {
    const done = steps.step();
    if (done !== null) return done;
  }
}

/** The effect of one lever that stands alone. */
export function effectOf(lever: string, value: number, more: Partial<LeverSetting> = {}, assumptions: readonly Assumption[] = []): LeverEffect {
  return study([setting(lever, value, more)], assumptions).effects.get(lever)!;
}

export const wordsOf = (effect: LeverEffect, mineral: string | null = null): LeverWords =>
  leverWords(effect, { dataset, years: model.years, place: { mineral, weighting: "equal" } });
