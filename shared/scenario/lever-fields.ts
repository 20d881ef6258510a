/** Which sub-settings an instance of each lever may carry (specification, section 6). A lever without `minerals` acts on the country as a whole. */
import type { EngineLever } from "../dataset/engine-keys.ts";
import type { LeverSetting } from "./scenario.ts";

export type LeverField = keyof Pick<LeverSetting, "minerals" | "stages" | "partner" | "eligible" | "phase_out" | "countries">;

export const leverFields: Readonly<Record<EngineLever, readonly LeverField[]>> = {
  reserve_days: ["minerals", "stages"],
  mining_invest: ["minerals"],
  processing_invest: ["minerals"],
  magnet_invest: ["minerals"],
  ppp_public_share: [],
  permit_speed: [],
  infrastructure: [],
  hubs: [],
  price_floor: ["minerals", "eligible"],
  offtake: ["minerals"],
  production_credit: ["minerals", "phase_out"],
  clean_credit: ["minerals"],
  tariff: ["minerals", "stages", "countries"],
  diversify: ["minerals"],
  transparency: [],
  ally_finance: ["minerals", "partner", "stages"],
  recycling_rate: ["minerals"],
  collection_spend: ["minerals"],
  recycling_plants: ["minerals"],
  circular: ["minerals"],
  rd_substitution: ["minerals"],
  rd_extraction: ["minerals"],
};

const optional: readonly LeverField[] = ["stages", "partner", "eligible", "phase_out", "countries"];

/** Sub-settings of an instance that its lever does not have; `minerals` counts where the lever acts on the whole country and a list is given. */
export function strayFields(setting: LeverSetting): readonly LeverField[] {
  const allowed: readonly LeverField[] = (leverFields as Readonly<Record<string, readonly LeverField[]>>)[setting.lever] ?? [];
  const given = [...(setting.minerals === "all" ? [] : (["minerals"] as const)), ...optional.filter((field) => setting[field] !== undefined)];
  return given.filter((field) => !allowed.includes(field));
}
