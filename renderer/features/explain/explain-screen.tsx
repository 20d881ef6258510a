/** Explain: which lever did what, as a waterfall from status quo to the scenario and as a table of shares. */
import { useEffect, useMemo } from "react";
import { useStore } from "zustand/react";
import { DEFAULT_PAIRS, playersOf } from "../../../shared/analysis/explain/explain.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { buildExplainView } from "../../../shared/view/explain/explain-view.ts";
import { usePlanner, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { EmptyState } from "../analysis/empty-state.tsx";
import { MineralSelect, useMineral } from "../analysis/mineral-select.tsx";
import { outcomeFor } from "../analysis/outcome-choice.ts";
import { OutcomeSelect } from "../analysis/outcome-select.tsx";
import { type ScenarioItem, type ScenarioItems, useScenarioItems } from "../analysis/scenario-items.ts";
import { itemInHand, ScenarioSelect } from "../analysis/scenario-select.tsx";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { ShownScenarios } from "../analysis/shown-scenarios.tsx";
import { YearSelect } from "../analysis/year-select.tsx";
import { explainOf, SEED } from "./explain-store.ts";
import { LeverShares } from "./lever-shares.tsx";
import { WaterfallChart } from "./waterfall-chart.tsx";
import "../analysis/analysis.css";
import "./explain-screen.css";

export function ExplainScreen() {
  const planner = usePlanner();
  const items = useScenarioItems();
  const chosen = useStore(explainOf(planner).choices, (state) => state.scenario);
  const item = itemInHand(items, chosen);
  if (!items.ready) return <div className="page analysis" data-region="explain" />;
  if (item === null || playersOf(planner.dataset, item.document.inputs).levers.length === 0) {
    return (
      <div className="page analysis" data-region="explain">
        <header className="analysis-head">
          <h2 className="page-title">Explain</h2>
          <span className="spacer" />
          {item && <ScenarioSelect items={items} value={item} onChange={(key) => explainOf(planner).choices.setState({ scenario: key })} />}
        </header>
        <EmptyState
          text={item === null ? "There is no scenario to explain yet." : `No lever of ${item.title} differs from status quo, so there is nothing to explain.`}
        >
          <Button variant="primary" onPress={() => planner.view.showScreen("explore")}>
            Move a lever
          </Button>
        </EmptyState>
      </div>
    );
  }
  return <Explained items={items} item={item} />;
}

const READINGS = [
  { id: "shares", label: "Shares" },
  { id: "alone", label: "Alone" },
] as const;

function Explained({ items, item }: { readonly items: ScenarioItems; readonly item: ScenarioItem }) {
  const planner = usePlanner();
  const { choices, study } = explainOf(planner);
  const { indicator, reading, panel } = useStore(choices, (state) => state);
  const isRunning = useStore(study.store, ({ status }) => status === "running");
  const hasEnded = useStore(study.store, ({ status }) => status === "stopped" || status === "failed");
  const latest = useStore(study.store, (state) => state.result);
  const mineral = useMineral();
  const stage = useSession((one) => one.selection.stage);
  const weighting = useSession((one) => one.weighting);
  const year = useSession((one) => one.outcomeYear);
  const { dataset } = planner;
  const outcome = useMemo(() => outcomeFor(dataset, indicator, mineral, stage, weighting), [dataset, indicator, mineral, stage, weighting]);
  const question = useMemo(() => ({ scenario: { inputs: item.document.inputs, assumptions: item.document.assumptions }, outcome }), [item.document, outcome]);
  useEffect(() => study.ask(question), [study, question]);
  // Numbers never stand under the name of a scenario that they do not belong to.
  const result = useMemo(() => (latest !== null && sameValue(latest.question.scenario, question.scenario) ? latest : null), [latest, question]);
  const shown = useMemo(
    () =>
      result &&
      buildExplainView({
        dataset,
        explanation: result.value,
        year,
        reading,
        title: item.title,
        inputs: item.document.inputs,
        target: item.document.target,
        pairs: DEFAULT_PAIRS,
        seed: SEED,
      }),
    [dataset, result, year, reading, item.title, item.document],
  );
  const table = shown?.matrix === null ? "levers" : panel;
  const explained = useMemo(() => [item], [item]);
  return (
    <div className="page analysis" data-region="explain">
      <header className="analysis-head">
        <h2 className="page-title">{shown?.title ?? "Explain"}</h2>
      </header>
      <div className="analysis-head">
        <ScenarioSelect items={items} value={item} onChange={(key) => choices.setState({ scenario: key })} />
        <span className="spacer" />
        <MineralSelect />
        <OutcomeSelect value={indicator} onChange={(next) => choices.setState({ indicator: next })} />
        <YearSelect />
        <Segmented label="Reading" value={reading} onChange={(next) => choices.setState({ reading: next })} options={READINGS} />
      </div>
      <LiveProgress study={study} unit="runs" onAgain={() => study.start(question)} />
      {isRunning && !result && <div className="skeleton spacer" />}
      {hasEnded && !result && <EmptyState text="What each lever does is known only when all runs are made." />}
      {shown && result && (
        <div className="explain-body" data-waiting={isRunning || undefined} data-wide={table === "both" || undefined}>
          <ShownScenarios items={explained} how={shown.draws}>
            {table !== "both" && <WaterfallChart shown={shown} />}
            <LeverShares shown={shown} ms={result.ms} panel={table} onPanel={(next) => choices.setState({ panel: next })} />
          </ShownScenarios>
        </div>
      )}
    </div>
  );
}
