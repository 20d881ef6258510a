/** A study of uncertainty that is small enough for tests: two scenarios, one outcome, 200 runs. */
import type { UncertaintyQuestion } from "../../../../shared/analysis/ensemble/growing-ensemble.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import { broad, model, statusQuo } from "../small-model.ts";

export const smallStudy: UncertaintyQuestion = {
  plan: {
    scenarios: [
      { ...statusQuo, title: "Status quo" },
      { ...broad, title: "Broad" },
    ],
    outcomes: [HEADLINE],
    years: model.years,
    seed: 7,
  },
  ranked: 1,
  runs: 200,
  year: 2035,
  target: 0.5,
};
