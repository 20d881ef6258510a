/** The question that "How wrong must it be?" asks of the open scenario, or what is missing for it. */
import { useMemo } from "react";
import { dependenceChoice } from "../../../shared/view/dependence.ts";
import type { QuestionedConclusion } from "../../../shared/view/data-switching.ts";
import { useDocument, useSession } from "../../state/planner.ts";
import { packageOf, type ScenarioItem } from "../analysis/scenario-items.ts";
import { ALL_MINERALS } from "../explore/mineral-tiles.tsx";
import type { SwitchingQuestion } from "./switching-study.ts";

export type ConclusionKind = QuestionedConclusion["kind"];

/** Why nothing can be asked. */
export type Obstacle = "no target" | "no lever" | "no other scenario";

export type AskedQuestion = { readonly question: SwitchingQuestion; readonly obstacle: null } | { readonly question: null; readonly obstacle: Obstacle };

/** `other`: the scenario to rank the open one against. The same object comes back until something of the question changes. */
export function useSwitchingQuestion(kind: ConclusionKind, other: ScenarioItem | null): AskedQuestion {
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
    const questionOf = (asked: QuestionedConclusion, indicator: string | null, against: SwitchingQuestion["conclusion"]["against"]): AskedQuestion => {
      const { level, id } = dependenceChoice(asked.mineral, weighting);
      const outcome = { indicator: indicator ?? id, mineral: level === "total" ? null : asked.mineral, stage: null };
      return { question: { asked, conclusion: { scenario, measure: { kind: "year", outcome, year: asked.year }, better: "down", against } }, obstacle: null };
    };
    if (kind === "target") {
      if (target === null) return { question: null, obstacle: "no target" };
      const { indicator, value } = target;
      const asked = { kind, mineral: target.mineral, year: target.year, value } as const;
      return questionOf(asked, indicator === "dependence" ? null : indicator, { kind: "value", value });
    }
    if (kind === "status-quo") {
      if (inputs.levers.length === 0) return { question: null, obstacle: "no lever" };
      const statusQuo = packageOf({ document: { ...document, inputs: { ...inputs, levers: [] } } });
      return questionOf({ kind, mineral, year }, null, { kind: "scenario", other: statusQuo });
    }
    if (otherTitle === null || otherDocument === null) return { question: null, obstacle: "no other scenario" };
    return questionOf({ kind, mineral, year, titles: [title, otherTitle] }, null, { kind: "scenario", other: packageOf({ document: otherDocument }) });
  }, [kind, document, title, selected, year, weighting, otherTitle, otherDocument]);
}
