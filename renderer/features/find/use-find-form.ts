/** The form with everything that it leaves open filled in, and the question that it asks. */
import { useMemo } from "react";
import { useStore } from "zustand/react";
import { indicatorOf, outcomeOfTarget, readOutcome } from "../../../shared/analysis/outcome.ts";
import type { FindQuestion } from "../../../shared/analysis/find/find-goal.ts";
import { type DisplayScale, scaleFor } from "../../../shared/format/scale.ts";
import { worldName } from "../../../shared/scenario/own-world.ts";
import { targetsDependence } from "../../../shared/view/dependence.ts";
import { type FindForm, formProblem, type LeverChoice, leverChoices, questionOf, usualLevers } from "../../../shared/view/find/find-form.ts";
import { useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";
import { useMineral } from "../analysis/mineral-select.tsx";
import { outcomeFor } from "../analysis/outcome-choice.ts";
import { packageOf, type ScenarioItems } from "../analysis/scenario-items.ts";
import { allyPartners } from "../explore/levers/ally-partners.ts";
import { type StressColumnChoice, stressColumns, stressWorlds } from "../stress/stress-columns.ts";
import { stressStoreOf } from "../stress/stress-store.ts";
import { findOf } from "./find-store.ts";

export interface FindFormUse {
  readonly form: FindForm;
  readonly choices: readonly LeverChoice[];
  readonly scale: DisplayScale;
  readonly worlds: readonly { readonly id: string; readonly label: string }[];
  readonly columns: readonly StressColumnChoice[];
  readonly problem: string | null;
  readonly question: FindQuestion;
}

/** A target to begin with: a tenth of the whole, or of the value, better than status quo. */
const BETTER = 0.1;

export function useFindForm(items: ScenarioItems): FindFormUse {
  const planner = usePlanner();
  const { dataset } = planner;
  const state = useStore(findOf(planner).form, (one) => one);
  const ownEvents = useStore(stressStoreOf(planner).choices, (one) => one.own);
  const mineral = useMineral();
  const stage = useSession((one) => one.selection.stage);
  const weighting = useSession((one) => one.weighting);
  const outcomeYear = useSession((one) => one.outcomeYear);
  const document = useDocument((one) => one.document);
  const quo = useResult((one) => one.statusQuo);
  const { all } = items;
  return useMemo(() => {
    const base = packageOf(all.find(({ key }) => key === state.base) ?? all[0]!);
    const own = document.target;
    const fromScenario = state.indicator === null && own !== null && targetsDependence(own, mineral, weighting) ? own : null;
    const outcome = fromScenario === null ? outcomeFor(dataset, state.indicator, mineral, stage, weighting) : outcomeOfTarget(fromScenario);
    const year = state.year ?? fromScenario?.year ?? outcomeYear;
    const value = readOutcome(quo, outcome)[quo.years.indexOf(year)] ?? 0;
    const indicator = indicatorOf(outcome);
    const scale = scaleFor(indicator, Math.abs(value), dataset.currency.symbol);
    const choices = leverChoices(dataset, base, allyPartners(dataset));
    const documents = [document, ...all.map((one) => one.document)];
    const worlds = stressWorlds(dataset, documents);
    const columns = stressColumns(dataset, state.stressStart, ownEvents, documents);
    const chosen = state.worlds === null ? null : worlds.filter((_, w) => state.worlds!.includes(String(w)));
    const form: FindForm = {
      base,
      outcome,
      target: state.target ?? fromScenario?.value ?? startTarget(value, scale, indicator.better === "up"),
      year,
      budget: state.budget,
      costBasis: state.costBasis,
      allowed: state.allowed ?? usualLevers(choices),
      bounds: state.bounds,
      worlds: chosen === null || chosen.length === 0 ? null : chosen,
      stress: columns.find(({ key }) => key === state.stress)?.event ?? null,
      maxLoss: state.maxLoss,
      seed: state.seed,
    };
    return {
      form,
      choices,
      scale,
      worlds: worlds.map((world, w) => ({ id: String(w), label: worldName(dataset, world) })),
      columns,
      problem: formProblem(form, choices),
      question: questionOf(form, choices),
    };
  }, [dataset, state, ownEvents, all, document, mineral, stage, weighting, outcomeYear, quo]);
}

function startTarget(value: number, scale: DisplayScale, upIsBetter: boolean): number {
  const by = scale.unit === "share" ? BETTER : BETTER * Math.abs(value);
  const shown = Math.round((value + (upIsBetter ? by : -by)) / scale.divisor);
  return Math.max(0, shown) * scale.divisor;
}
