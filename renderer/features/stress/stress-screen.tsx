/** Stress test: what disruptions cost each scenario, and how each fares in every world. */
import { Plus } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand/react";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { MOST_OWN_DISRUPTIONS, type OwnEvent } from "../../../shared/scenario/scenario.ts";
import { COMPUTED_PARTS, mixedNotes } from "../../../shared/view/compare/mixed-notes.ts";
import { stressAsTable } from "../../../shared/view/stress/stress-export.ts";
import { buildStressView } from "../../../shared/view/stress/stress-view.ts";
import { useDocument, usePlanner, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { AnalysisNotes, unfitNotes } from "../analysis/analysis-notes.tsx";
import { AddScenario } from "../analysis/scenario-chips.tsx";
import { packageOf, type ScenarioItems, useScenarioItems } from "../analysis/scenario-items.ts";
import { ShownScenarios } from "../analysis/shown-scenarios.tsx";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { MonthField } from "../explore/world/month-field.tsx";
import { freshEvent } from "../explore/world/own-event.ts";
import { OwnEventDialog } from "../explore/world/own-event-dialog.tsx";
import { stressColumns } from "./stress-columns.ts";
import { StressCellPanel } from "./stress-cell-panel.tsx";
import { StressMatrix } from "./stress-matrix.tsx";
import { stressStoreOf } from "./stress-store.ts";
import { WorldsTab } from "./worlds-tab.tsx";
import "../analysis/analysis.css";
import "./stress-screen.css";

const TABS = [
  { id: "disruptions", label: "Disruptions" },
  { id: "worlds", label: "Worlds" },
] as const;

export function StressScreen() {
  const planner = usePlanner();
  const items = useScenarioItems();
  const { choices } = stressStoreOf(planner);
  const tab = useStore(choices, (state) => state.tab);
  const tabs = <Segmented label="Tested against" value={tab} onChange={(next) => choices.setState({ tab: next })} options={TABS} />;
  return (
    <div className="page analysis" data-region="stress">
      {!items.ready ? null : tab === "disruptions" ? <DisruptionsTab items={items}>{tabs}</DisruptionsTab> : <WorldsTab items={items}>{tabs}</WorldsTab>}
    </div>
  );
}

function DisruptionsTab({ items, children }: { readonly items: ScenarioItems; readonly children: React.ReactNode }) {
  const planner = usePlanner();
  const { dataset } = planner;
  const { choices, matrix } = stressStoreOf(planner);
  const { start, own, open } = useStore(choices, (state) => state);
  const isRunning = useStore(matrix.store, ({ status }) => status === "running");
  const latest = useStore(matrix.store, (one) => one.result);
  const openDocument = useDocument((one) => one.document);
  const { all, unfit } = items;
  const columns = useMemo(
    () => stressColumns(dataset, start, own, [openDocument, ...all.map(({ document }) => document)]),
    [dataset, start, own, openDocument, all],
  );
  const question = useMemo(() => ({ scenarios: all.map(packageOf), events: columns.map(({ event }) => event) }), [all, columns]);
  useEffect(() => matrix.ask(question), [matrix, question]);
  // Numbers never stand under heads that they do not belong to.
  const cells = useMemo(() => (latest !== null && sameValue(latest.question, question) ? latest.value : null), [latest, question]);
  const opened = useMemo(() => {
    const row = all.findIndex(({ key }) => key === open?.item);
    const column = columns.findIndex(({ key }) => key === open?.column);
    return row >= 0 && column >= 0 ? { row, column } : null;
  }, [all, columns, open]);
  const shown = useMemo(() => cells && buildStressView({ dataset, items: all, columns, cells, open: opened }), [dataset, all, columns, cells, opened]);
  const asTable = useMemo(() => cells && shown && stressAsTable({ dataset, cells }, shown), [dataset, cells, shown]);
  const removeOwn = (index: number): void => {
    const undo = (): void => choices.setState((now) => ({ own: now.own.toSpliced(index, 0, own[index]!) }));
    choices.setState({ own: own.toSpliced(index, 1) });
    planner.view.toast(`Removed ${own[index]!.name ?? "the disruption"}`, { label: "Undo", run: undo });
  };
  return (
    <>
      <header className="analysis-head">
        <h2 className="page-title">{shown?.title ?? "Stress test"}</h2>
      </header>
      <div className="analysis-head stress-controls">
        {children}
        <p className="subtitle spacer">{shown?.subtitle}</p>
        <span className="stress-start">
          <span className="muted">Starts</span>
          <MonthField
            label="Start of the disruptions"
            value={start}
            first={dataset.start}
            months={dataset.months}
            onChange={(next) => choices.setState({ start: next })}
          />
        </span>
        <AddScenario items={items} label="Scenario" />
        <OwnDisruption />
      </div>
      <AnalysisNotes notes={[...mixedNotes(dataset, all, COMPUTED_PARTS), ...unfitNotes(unfit)]} />
      <LiveProgress study={matrix} unit="runs" onAgain={() => matrix.start(question)} />
      <div className="stress-body" data-open={opened !== null || undefined}>
        <ShownScenarios items={all}>
          <StressMatrix
            items={items}
            columns={columns}
            shown={shown}
            asTable={asTable}
            isRunning={isRunning}
            open={opened}
            onOpen={(item, column) => choices.setState({ open: { item, column }, mineral: null, stage: null })}
            onClose={() => choices.setState({ open: null })}
            onRemoveColumn={removeOwn}
          />
        </ShownScenarios>
        {opened && (
          <StressCellPanel
            item={all[opened.row]!}
            statusQuo={opened.row === 0 ? null : all[0]!}
            event={columns[opened.column]!.event}
            onClose={() => choices.setState({ open: null })}
          />
        )}
      </div>
    </>
  );
}

function OwnDisruption() {
  const planner = usePlanner();
  const { choices } = stressStoreOf(planner);
  const mineral = useSession((state) => state.selection.mineral);
  const kept = useStore(choices, ({ own }) => own.length);
  const [event, setEvent] = useState<OwnEvent | null>(null);
  return (
    <>
      <Button
        size="small"
        icon={Plus}
        isDisabled={kept >= MOST_OWN_DISRUPTIONS}
        onPress={() => setEvent(freshEvent(planner.dataset, mineral, choices.getState().start))}
      >
        Own disruption
      </Button>
      {event && (
        <OwnEventDialog
          title="Own disruption"
          event={event}
          confirm="Add"
          onSave={(made) => choices.setState(({ own }) => ({ own: [...own, made], start: made.start }))}
          onClose={() => setEvent(null)}
        />
      )}
    </>
  );
}
