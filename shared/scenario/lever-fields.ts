/** Which sub-settings of an instance its lever does not have. */
import { leverRow, type LeverField } from "../lever/lever-catalogue.ts";
import type { LeverSetting } from "./scenario.ts";

const optional: readonly LeverField[] = ["stages", "partner", "eligible", "phase_out", "countries"];

/** Sub-settings of an instance that its lever does not have; `minerals` counts where the lever acts on the whole country and a list is given. */
export function strayFields(setting: LeverSetting): readonly LeverField[] {
  const allowed = leverRow(setting.lever)?.fields ?? [];
  const given = [...(setting.minerals === "all" ? [] : (["minerals"] as const)), ...optional.filter((field) => setting[field] !== undefined)];
  return given.filter((field) => !allowed.includes(field));
}
