/** How well a value is known. The words stand in the grade column of every table. */
import type { Grade } from "./dataset.ts";

export const grades = ["reported", "estimated", "withheld_estimate", "derived", "cited", "definition", "assumption"] as const satisfies readonly Grade[];
