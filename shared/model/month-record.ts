/** What a monthly record of a stage holds, and in which order. */

/** The specification's symbols, in the order of a record. It = I alone, Ct = ally offtake C, pi = premium π. */
export const stageQuantities = ["Q", "R", "It", "Ct", "X", "D", "Dref", "F", "unmet", "V", "G", "pi", "K"] as const;

export type StageQuantity = (typeof stageQuantities)[number];

export const RECORD = stageQuantities.length;
