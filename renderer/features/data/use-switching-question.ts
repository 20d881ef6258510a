/** The question that "How wrong must it be?" asks of the open scenario, or what is missing for it. */
import { useMemo } from "react";
import { indicatorOf } from "../../../shared/analysis/outcome.ts";
import type { Outcome } from "../../../shared/analysis/outcome.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import { isIndicator } from "../../../shared/indicator/catalogue.ts";
import type { Target } from "../../../shared/scenario/scenario.ts";
import { dependenceChoice } from "../../../shared/view/dependence.ts";
import type { QuestionedConclusion } from "../../../shared/view/data/data-switching.ts";
import { useDataset, useDocument, useSession } from "../../state/planner.ts";
import { packageOf, type ScenarioItem } from "../analysis/scenario-items.ts";
import { ALL_MINERALS } from "../explore/charts/mineral-tiles.tsx";
import type { SwitchingQuestion } from "./switching-study.ts";

export type ConclusionKind = QuestionedConclusion["kind"];

/** Why nothing can be asked. */
export type Obstacle = "no target" | "no lever" | "no other scenario";

export type AskedQuestion = { readonly question: SwitchingQuestion; readonly obstacle: null } | { readonly question: null; readonly obstacle: Obstacle };

/** `other`: the scenario to rank the open one against. The same object comes back until something of the question changes. */
export function useSwitchingQuestion(kind: ConclusionKind, other: ScenarioItem | null): AskedQuestion {
  const dataset = useDataset();
  const document = useDocument((state) => state.document);
  const title = useDocument((state) => state.labels.title);
  const selected = useSession((state) => state.selection.mineral);
  const year = useSession((state) => state.outcomeYear);
  const weighting = useSession((state) => state.weighting);
  const otherTitle = other?.title ?? null;
  const otherDocument = other?.document ?? null;
  return useMemo((): AskedQuestion => {
    const { target, inputs } = document;
    const mineral = selected === ALL_MINERALS ? null : selected;
    const scenario = packageOf({ document });
    const questionOf = (asked: QuestionedConclusion, against: SwitchingQuestion["conclusion"]["against"]): AskedQuestion => {
      const better = indicatorOf(asked.outcome).better === "up" ? "up" : "down";
      return {
        question: { asked, conclusion: { scenario, measure: { kind: "year", outcome: asked.outcome, year: asked.year }, better, against } },
        obstacle: null,
      };
    };
    const headline = { indicator: dependenceChoice(mineral, weighting).id, mineral, stage: null };
    if (kind === "target") {
      if (target === null) return { question: null, obstacle: "no target" };
      const { value } = target;
      return questionOf({ kind, outcome: targetOutcome(dataset, target), year: target.year, value }, { kind: "value", value });
    }
    if (kind === "status-quo") {
      if (inputs.levers.length === 0) return { question: null, obstacle: "no lever" };
      const statusQuo = packageOf({ document: { ...document, inputs: { ...inputs, levers: [] } } });
      return questionOf({ kind, outcome: headline, year }, { kind: "scenario", other: statusQuo });
    }
    if (otherTitle === null || otherDocument === null) return { question: null, obstacle: "no other scenario" };
    return questionOf({ kind, outcome: headline, year, titles: [title, otherTitle] }, { kind: "scenario", other: packageOf({ document: otherDocument }) });
  }, [kind, dataset, document, title, selected, year, weighting, otherTitle, otherDocument]);
}

/** What a target is set for: import dependence of all minerals in plain mean, an indicator of a stage at the mineral's headline stage. */
function targetOutcome({ minerals }: Dataset, target: Target): Outcome {
  const { indicator, mineral } = target;
  if (mineral === null && indicator === "dependence") return { indicator: dependenceChoice(null, "equal").id, mineral, stage: null };
  const found = minerals.find(({ id }) => id === mineral);
  const isOfStage = found !== undefined && !isIndicator("mineral", indicator);
  return { indicator, mineral, stage: isOfStage ? found.headlineStage : null };
}
