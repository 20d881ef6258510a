/** Uncertainty: many runs at drawn parameters, as a fan, chances, a tornado and how far they have settled. */
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand/react";
import type { NamedPackage } from "../../../shared/analysis/ensemble/ensemble-study.ts";
import type { UncertaintyQuestion } from "../../../shared/analysis/ensemble/growing-ensemble.ts";
import { outcomeOfTarget } from "../../../shared/analysis/outcome.ts";
import { countText } from "../../../shared/format/words.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { itemInSentence } from "../../../shared/view/compare/compare-view-types.ts";
import { targetsDependence } from "../../../shared/view/dependence.ts";
import { COMPUTED_PARTS, mixedNotes } from "../../../shared/view/compare/mixed-notes.ts";
import { buildUncertaintyView, type UncertaintyView } from "../../../shared/view/uncertainty/uncertainty-view.ts";
import { ChartCard } from "../../charts/chart-card.tsx";
import { createYearPointer } from "../../charts/year-pointer.ts";
import { useDocument, usePlanner, useResult, useSession, useSettings } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { Badge } from "../analysis/badge.tsx";
import { AnalysisNotes } from "../analysis/analysis-notes.tsx";
import { EmptyState } from "../analysis/empty-state.tsx";
import { MineralSelect, useMineral } from "../analysis/mineral-select.tsx";
import { outcomeFor } from "../analysis/outcome-choice.ts";
import { OutcomeSelect } from "../analysis/outcome-select.tsx";
import { type ScenarioItem, useScenarioItems } from "../analysis/scenario-items.ts";
import { itemInHand } from "../analysis/scenario-select.tsx";
import { ShownScenarios } from "../analysis/shown-scenarios.tsx";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { YearSelect } from "../analysis/year-select.tsx";
import { TargetSetter } from "../explore/outcome/target-setter.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { Reasons } from "./reasons.tsx";
import { StudySettings } from "./study-settings.tsx";
import { uncertaintyOf } from "./uncertainty-store.ts";
import "../analysis/analysis.css";
import "./uncertainty-screen.css";

export function UncertaintyScreen() {
  const planner = usePlanner();
  const items = useScenarioItems();
  const { choices } = uncertaintyOf(planner);
  const chosen = useStore(choices, (state) => state);
  // Workers start while the scenarios are still being read; a failure is heard by the study.
  useEffect(() => void planner.analysis.runner().catch(() => {}), [planner]);
  if (!items.ready) return <div className="page analysis" data-region="uncertainty" />;
  const quo = items.all[0]!;
  const item = items.all.find(({ key }) => key === chosen.scenario) ?? itemInHand(items, null) ?? quo;
  const against = items.all.find(({ key }) => key === chosen.against) ?? quo;
  return <Study all={items.all} item={item} against={against === item ? null : against} />;
}

interface StudyProps {
  readonly all: readonly ScenarioItem[];
  readonly item: ScenarioItem;
  /** Null where only one is run. */
  readonly against: ScenarioItem | null;
}

function Study({ all, item, against }: StudyProps) {
  const planner = usePlanner();
  const { dataset } = planner;
  const { choices, study } = uncertaintyOf(planner);
  const { indicator, runs, seed, left, right } = useStore(choices, (state) => state);
  const status = useStore(study.store, (one) => one.status);
  const latest = useStore(study.store, (one) => one.result);
  const mineral = useMineral();
  const stage = useSession((one) => one.selection.stage);
  const weighting = useSession((one) => one.weighting);
  const outcomeYear = useSession((one) => one.outcomeYear);
  const documentTarget = useDocument((one) => one.document.target);
  const years = useResult((one) => one.statusQuo.years);
  const target = indicator === null && documentTarget !== null && targetsDependence(documentTarget, mineral, weighting) ? documentTarget : null;
  const question = useMemo((): UncertaintyQuestion => {
    const scenarios = [...(against === null ? [] : [against]), item].map((one): NamedPackage => ({
      title: one.title,
      inputs: one.document.inputs,
      assumptions: one.document.assumptions,
    }));
    const outcome = target === null ? outcomeFor(dataset, indicator, mineral, stage, weighting) : outcomeOfTarget(target);
    return {
      plan: { scenarios, outcomes: [outcome], years, seed },
      ranked: scenarios.length - 1,
      runs,
      year: outcomeYear,
      target: target?.value ?? null,
    };
  }, [dataset, item, against, target, indicator, mineral, stage, weighting, years, seed, runs, outcomeYear]);
  useEffect(() => study.ask(question), [study, question]);
  // Numbers never stand under names that they do not belong to.
  const result = useMemo(() => (latest !== null && sameValue(latest.question, question) ? latest : null), [latest, question]);
  const shown = useMemo(
    () =>
      result &&
      buildUncertaintyView({
        dataset,
        findings: result.value,
        scenario: { at: question.ranked, name: itemInSentence(item) },
        against: against && { at: 0, name: itemInSentence(against) },
        outcome: question.plan.outcomes[0]!,
        years,
        year: outcomeYear,
        target,
        seed,
        runs,
      }),
    [dataset, result, question, item, against, years, outcomeYear, target, seed, runs],
  );
  const compared = useMemo(() => [item, ...(against === null ? [] : [against])], [item, against]);
  const drawn = result === null ? "" : `${countText(result.value.report.runs, "run")}, seed ${seed}`;
  const options = all.map((one) => ({ id: one.key, label: one.title, mark: <Badge item={one} /> }));
  return (
    <div className="page analysis" data-region="uncertainty">
      <header className="analysis-head">
        <h2 className="page-title">{shown?.title ?? "Uncertainty"}</h2>
      </header>
      <div className="analysis-head">
        <Select label="Scenario" value={item.key} onChange={(key) => choices.setState({ scenario: key })} options={options} />
        <span className="muted">against</span>
        <Select label="Against" value={(against ?? item).key} onChange={(key) => choices.setState({ against: key })} options={options} />
        <span className="spacer" />
        <MineralSelect />
        <OutcomeSelect value={indicator} onChange={(next) => choices.setState({ indicator: next })} />
        <YearSelect />
        {indicator === null && <TargetSetter isAlone />}
        <StudySettings runs={runs} seed={seed} onRuns={(next) => choices.setState({ runs: next })} onSeed={(next) => choices.setState({ seed: next })} />
        {status === "done" && (
          <Button size="small" onPress={() => study.start(question)}>
            Run again
          </Button>
        )}
      </div>
      <AnalysisNotes notes={mixedNotes(dataset, compared, COMPUTED_PARTS)} />
      <LiveProgress study={study} unit="runs" onAgain={() => study.start(question)} shows={result === null ? null : "some"} />
      {shown && result ? (
        <>
          <p className="subtitle">{shown.subtitle}</p>
          <ShownScenarios items={compared} how={drawn}>
            <div className="uncertainty-charts">
              <Fan shown={shown} left={left} onLeft={(next) => choices.setState({ left: next })} />
              <Reasons question={question} value={result.value} right={right} status={status} />
            </div>
            <KeyFigures shown={shown} />
          </ShownScenarios>
        </>
      ) : status === "running" ? (
        <div className="skeleton spacer" />
      ) : (
        (status === "stopped" || status === "failed") && <EmptyState text="Nothing to show: no run was finished." />
      )}
    </div>
  );
}

const LEFT = [
  { id: "bands", label: "Bands" },
  { id: "chance", label: "Chance" },
] as const;

interface FanProps {
  readonly shown: UncertaintyView;
  readonly left: "bands" | "chance";
  readonly onLeft: (left: "bands" | "chance") => void;
}

function Fan({ shown, left, onLeft }: FanProps) {
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const [pointer] = useState(createYearPointer);
  const spec = left === "chance" && shown.chance !== null ? shown.chance : shown.fan;
  return (
    <ChartCard
      spec={spec}
      frozen={false}
      pointer={pointer}
      region="fan"
      singleKeys={singleKeys}
      choose={shown.chance !== null && <Segmented label="Left chart" value={left} onChange={onLeft} options={LEFT} />}
    />
  );
}
