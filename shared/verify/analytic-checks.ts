/** The table of analytic checks: cases in which the model's answer is known (specification, section 9). */
import { marketChecks } from "./analytic-market-checks.ts";
import { policyChecks } from "./analytic-policy-checks.ts";
import { recyclingChecks } from "./analytic-recycling-checks.ts";
import type { Check, CheckGroup } from "./check.ts";

export const analyticGroups: readonly CheckGroup[] = [
  {
    title: "Market",
    proves: "Delays, stocks, cuts of imports, the price premium and supplier shares follow formulas that can be worked out by hand.",
    checks: marketChecks,
  },
  { title: "Policy and money", proves: "Grants, permits and costs give what their rules say.", checks: policyChecks },
  { title: "Recycling", proves: "Collection targets and spending reach what their formulas say, at the cost they say.", checks: recyclingChecks },
];

export const analyticChecks: readonly Check[] = analyticGroups.flatMap(({ checks }) => checks);
