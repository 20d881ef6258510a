/** Compare: the chosen scenarios as lines in one chart, as points against cost, and in two tables of levers and outcomes. */
import { useMemo, useState } from "react";
import { useStore } from "zustand/react";
import { buildCompareView } from "../../../shared/view/compare/compare-view.ts";
import type { CompareView } from "../../../shared/view/compare/compare-view-types.ts";
import { ChartCard } from "../../charts/chart-card.tsx";
import { createYearPointer } from "../../charts/year-pointer.ts";
import { useDocument, usePlanner, useResult, useSession, useSettings } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { AnalysisNotes, unfitNotes } from "../analysis/analysis-notes.tsx";
import { EmptyState } from "../analysis/empty-state.tsx";
import { MineralSelect, useMineral } from "../analysis/mineral-select.tsx";
import { AddScenario, ScenarioChips } from "../analysis/scenario-chips.tsx";
import { type ScenarioItems, useScenarioItems } from "../analysis/scenario-items.ts";
import { ShownScenarios } from "../analysis/shown-scenarios.tsx";
import { YearSelect } from "../analysis/year-select.tsx";
import { compareStoreOf } from "./compare-store.ts";
import { CompareIndicator } from "./compare-indicator.tsx";
import { LeverDifferences } from "./lever-differences.tsx";
import { OutcomeDifferences } from "./outcome-differences.tsx";
import { SmallMultiples } from "./small-multiples.tsx";
import { TradeOffChart } from "./trade-off-chart.tsx";
import "../analysis/analysis.css";
import "./compare-screen.css";

export function CompareScreen() {
  const items = useScenarioItems();
  return (
    <div className="page analysis" data-region="compare">
      <header className="analysis-head">
        <h2 className="page-title">Compare</h2>
        <ScenarioChips items={items} />
        {items.scenarios.length === 1 && items.others.length === 0 && <OpenSample />}
        <span className="spacer" />
        <YearSelect />
      </header>
      {items.ready && (items.scenarios.length === 0 ? <NeedsOne items={items} /> : <Comparison items={items} />)}
    </div>
  );
}

function NeedsOne({ items }: { readonly items: ScenarioItems }) {
  if (items.others.length > 0) {
    return (
      <EmptyState text="Add a scenario to compare it with status quo.">
        <AddScenario items={items} label="Add a scenario" />
      </EmptyState>
    );
  }
  return (
    <EmptyState text="There is no scenario to compare yet.">
      <OpenSample />
    </EmptyState>
  );
}

function OpenSample() {
  const planner = usePlanner();
  return <Button onPress={() => planner.commands.run("scenario.sample")}>Open a sample…</Button>;
}

function Comparison({ items }: { readonly items: ScenarioItems }) {
  const planner = usePlanner();
  const store = compareStoreOf(planner);
  const { reference, right, indicator } = useStore(store, (state) => state);
  const mineral = useMineral();
  const stage = useSession((state) => state.selection.stage);
  const weighting = useSession((state) => state.weighting);
  const outcomeYear = useSession((state) => state.outcomeYear);
  const target = useDocument((state) => state.document.target);
  const { all, unfit } = items;
  const shown = useMemo(
    () =>
      buildCompareView({
        dataset: planner.dataset,
        items: all,
        reference: Math.max(
          0,
          all.findIndex(({ key }) => key === reference),
        ),
        mineral,
        stage,
        weighting,
        outcomeYear,
        indicator,
        target,
      }),
    [planner, all, reference, mineral, stage, weighting, outcomeYear, indicator, target],
  );
  const chosen = shown.columns.find(({ isReference }) => isReference)!.key;
  return (
    <>
      <AnalysisNotes notes={[...shown.notes, ...unfitNotes(unfit)]}>
        {shown.mixesVersions && (
          <Button size="small" onPress={items.recompute}>
            Recompute on {planner.dataset.vintage}
          </Button>
        )}
      </AnalysisNotes>
      <ShownScenarios items={all} areStored>
        <Charts shown={shown} right={right} onRight={(next) => store.setState({ right: next })} />
        <div className="compare-tables">
          <LeverDifferences table={shown.levers} columns={shown.columns} />
          <OutcomeDifferences table={shown.outcomes} columns={shown.columns}>
            <span className="muted">Reference</span>
            <Select
              label="Reference"
              value={chosen}
              onChange={(key) => store.setState({ reference: key })}
              options={all.map(({ key, letter, title }) => ({ id: key, label: letter === "" ? title : `${letter} ${title}` }))}
            />
          </OutcomeDifferences>
        </div>
      </ShownScenarios>
    </>
  );
}

interface ChartsProps {
  readonly shown: CompareView;
  readonly right: "time" | "trade-off";
  readonly onRight: (right: "time" | "trade-off") => void;
}

const RIGHT = [
  { id: "time", label: "Over time" },
  { id: "trade-off", label: "Trade-off" },
] as const;

function Charts({ shown, right, onRight }: ChartsProps) {
  const frozen = useResult((state) => state.frozen);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const [pointer] = useState(createYearPointer);
  const chooseRight = <Segmented label="Right chart" value={right} onChange={onRight} options={RIGHT} />;
  const chooseBoth = (
    <>
      {chooseRight}
      <CompareIndicator />
    </>
  );
  const { left, right: overTime, small } = shown;
  const reference = shown.columns.find(({ isReference }) => isReference)!.title;
  const many = { reference, pointer, singleKeys };
  const few = { frozen, pointer, singleKeys };
  return (
    <div className="compare-charts">
      {small === null ? (
        <ChartCard {...few} spec={left} region="left-chart" choose={<MineralSelect />} />
      ) : (
        <SmallMultiples {...many} together={left} charts={small.left} region="left-chart" choose={<MineralSelect />} />
      )}
      {right === "trade-off" ? (
        <TradeOffChart shown={shown.tradeOff} choose={chooseRight} />
      ) : small === null ? (
        <ChartCard {...few} spec={overTime} region="right-chart" choose={chooseBoth} />
      ) : (
        <SmallMultiples {...many} together={overTime} charts={small.right} region="right-chart" choose={chooseBoth} />
      )}
    </div>
  );
}
