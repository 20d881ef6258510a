/** Stress test: what disruptions cost each scenario, and how each fares in every world. */
import { Plus } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand/react";
import { worldName } from "../../../shared/scenario/own-world.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import type { OwnEvent } from "../../../shared/scenario/scenario.ts";
import { buildStressView } from "../../../shared/view/stress-view.ts";
import { useDocument, usePlanner, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { AddScenario } from "../analysis/scenario-chips.tsx";
import { packageOf, type ScenarioItems, useScenarioItems } from "../analysis/scenario-items.ts";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { MonthField } from "../explore/month-field.tsx";
import { freshEvent } from "../explore/own-event.ts";
import { OwnEventDialog } from "../explore/own-event-dialog.tsx";
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
    <div className="analysis" data-region="stress">
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
  return (
    <>
      <header className="analysis-head">
        <h1 className="analysis-title">{shown?.title ?? "Stress test"}</h1>
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
      <Notes items={items} unfit={unfit} />
      <LiveProgress study={matrix} unit="runs" onAgain={() => matrix.start(question)} />
      <div className="stress-body" data-open={opened !== null || undefined}>
        <StressMatrix
          items={items}
          columns={columns}
          shown={shown}
          isRunning={isRunning}
          open={opened}
          onOpen={(item, column) => choices.setState({ open: { item, column }, mineral: null, stage: null })}
          onClose={() => choices.setState({ open: null })}
          onRemoveColumn={(index) => choices.setState({ own: own.toSpliced(index, 1) })}
        />
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

/** Worlds that differ between the rows, and scenarios that cannot be run. */
function Notes({ items, unfit }: { readonly items: ScenarioItems; readonly unfit: readonly string[] }) {
  const { dataset } = usePlanner();
  const worlds = [...new Set(items.all.map(({ document }) => worldName(dataset, document.inputs)))];
  const notes = [
    ...(worlds.length > 1 ? [`Worlds differ between the rows (${worlds.join(", ")}): differences hold the world's effect too.`] : []),
    ...unfit.map((title) => `${title} does not fit the dataset any more and is left out.`),
  ];
  if (notes.length === 0) return null;
  return (
    <div className="analysis-notes" role="note">
      <p>{notes.join(" ")}</p>
    </div>
  );
}

function OwnDisruption() {
  const planner = usePlanner();
  const { choices } = stressStoreOf(planner);
  const mineral = useSession((state) => state.selection.mineral);
  const [event, setEvent] = useState<OwnEvent | null>(null);
  return (
    <>
      <Button size="small" icon={Plus} onPress={() => setEvent(freshEvent(planner.dataset, mineral, choices.getState().start))}>
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
