/** Which minerals a setting covers. */
import type { LeverSetting } from "../../scenario/scenario.ts";

export const coversMineral = ({ minerals }: LeverSetting, mineral: string): boolean => minerals === "all" || minerals.includes(mineral);
