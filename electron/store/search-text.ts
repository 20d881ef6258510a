/** What a search of scenarios looks through, and what it looks for. */
import { foldText } from "../../shared/format/fold-text.ts";
import type { ScenarioLabels } from "../../shared/scenario/scenario.ts";

/** Everything of a scenario that a search looks through. */
export const searchText = (labels: ScenarioLabels): string =>
  foldText([labels.title, ...labels.tags, labels.question, labels.hypothesis, labels.findings, labels.decision, labels.notes].join("\n"));

/** Words of a query; a scenario is found when it holds each of them. */
export const searchTerms = (query: string): readonly string[] =>
  foldText(query)
    .split(/\s+/)
    .filter((term) => term !== "");
