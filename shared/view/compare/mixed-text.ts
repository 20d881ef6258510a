/** What must not be mixed silently, in one sentence each. */
import type { Mixed } from "../../analysis/compare.ts";

const sentences: Readonly<Record<keyof Mixed, string>> = {
  worlds: "They stand in different worlds.",
  events: "They meet different disruptions.",
  assumptions: "They rest on different assumptions.",
  dataVintages: "They rest on different data.",
  modelVersions: "They were computed by different models.",
};

export const mixedSentences = (mixed: Mixed): readonly string[] =>
  (Object.keys(sentences) as (keyof Mixed)[]).filter((key) => mixed[key]).map((key) => sentences[key]);
