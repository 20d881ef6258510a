/** Where a stage's monthly quantities stand in a run: the only place in the analyses that knows the layout. */
import { RECORD, type StageQuantity, stageQuantities } from "../../model/month-record.ts";
import type { Run } from "../../model/run.ts";

/** Distance between two months of a stage. */
export const MONTH = RECORD;

/** Start of the record of month `t` of the stage with this index. */
export const monthOf = (run: Run, stage: number, t: number): number => (stage * run.model.months + t) * RECORD;

const place = (quantity: StageQuantity): number => stageQuantities.indexOf(quantity);

/** Places of quantities in a record, by the specification's symbols. */
export const Q = place("Q");
export const R = place("R");
export const D = place("D");
export const DREF = place("Dref");
export const F = place("F");
export const UNMET = place("unmet");
export const V = place("V");
export const G = place("G");
export const PREMIUM = place("pi");
export const K = place("K");
