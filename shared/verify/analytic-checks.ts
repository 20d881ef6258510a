/** The table of analytic checks: cases in which the model's answer is known (specification, section 9). */
import { marketChecks } from "./analytic-market-checks.ts";
import { policyChecks } from "./analytic-policy-checks.ts";
import { recyclingChecks } from "./analytic-recycling-checks.ts";
import type { Check } from "./check.ts";

export const analyticChecks: readonly Check[] = [...marketChecks, ...policyChecks, ...recyclingChecks];
