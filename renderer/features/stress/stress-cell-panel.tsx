/** An opened cell: figures, the stock month by month, who goes short, and what filling the reserve again costs. */
import { X } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand/react";
import type { StressEvent } from "../../../shared/analysis/stress/stress.ts";
import { shortName } from "../../../shared/format/words.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { monthAt } from "../../../shared/time.ts";
import { buildStressCell, type ClassBar, type StressCellPanel as PanelView, tellingStage, worstMineral } from "../../../shared/view/stress/stress-cell-view.ts";
import { stageLabel } from "../../../shared/view/view-context.ts";
import { ChartCard } from "../../charts/chart-card.tsx";
import { createYearPointer } from "../../charts/year-pointer.ts";
import { usePlanner, useSettings } from "../../state/planner.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { Tile } from "../../ui/tile.tsx";
import { Badge } from "../analysis/badge.tsx";
import { packageOf, type ScenarioItem } from "../analysis/scenario-items.ts";
import { ShownScenarios } from "../analysis/shown-scenarios.tsx";
import { failureText } from "../analysis/study-progress.tsx";
import { type CellAnswer, stressStoreOf } from "./stress-store.ts";
import "./stress-cell-panel.css";

export interface StressCellPanelProps {
  readonly item: ScenarioItem;
  /** Null where the item is status quo itself. */
  readonly statusQuo: ScenarioItem | null;
  readonly event: StressEvent;
  readonly onClose: () => void;
}

export function StressCellPanel({ item, statusQuo, event, onClose }: StressCellPanelProps) {
  const planner = usePlanner();
  const { cell } = stressStoreOf(planner);
  const state = useStore(cell.store, (one) => one);
  const shown = useMemo(() => (statusQuo === null ? [item] : [item, statusQuo]), [item, statusQuo]);
  const question = useMemo(() => ({ scenario: packageOf(item), statusQuo: statusQuo && packageOf(statusQuo), event }), [item, statusQuo, event]);
  useEffect(() => cell.ask(question), [cell, question]);
  const answer = useMemo(() => (state.result !== null && sameValue(state.result.question, question) ? state.result.value : null), [state.result, question]);
  return (
    <KeySection
      className="card stress-panel scroll"
      data-region="stress-cell"
      aria-label={`${item.title}, ${event.name}`}
      onKeyDown={(press) => press.key === "Escape" && !press.defaultPrevented && onClose()}
    >
      <header className="stress-panel-head">
        <Badge item={item} />
        <h2 className="section-head spacer">{event.name}</h2>
        <IconButton icon={X} label="Close the cell" onPress={onClose} />
      </header>
      {state.status === "failed" ? (
        <p role="alert" className="stress-panel-part">
          {failureText(state.failure)}{" "}
          <Button size="small" onPress={() => cell.start(question)}>
            Run again
          </Button>
        </p>
      ) : answer ? (
        <ShownScenarios items={shown} how={`${event.name} from ${monthAt(event.from, planner.dataset.start)}`}>
          <Opened item={item} answer={answer} />
        </ShownScenarios>
      ) : (
        <div className="skeleton stress-panel-wait" />
      )}
    </KeySection>
  );
}

const STOCKS = [
  { id: "cover", label: "Cover" },
  { id: "reserve", label: "Reserve" },
] as const;

function Opened({ item, answer: { detail, statusQuo } }: { readonly item: ScenarioItem; readonly answer: CellAnswer }) {
  const planner = usePlanner();
  const { dataset } = planner;
  const { choices } = stressStoreOf(planner);
  const chosen = useStore(choices, (state) => state);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const [pointer] = useState(createYearPointer);
  const names = detail.minerals.map(({ mineral }) => mineral);
  const mineral = chosen.mineral !== null && names.includes(chosen.mineral) ? chosen.mineral : worstMineral(detail);
  const m = detail.minerals.find((one) => one.mineral === mineral)!;
  const telling = useMemo(() => tellingStage(m, detail), [m, detail]);
  const stage = m.stages.find((one) => one.stage === chosen.stage)?.stage ?? telling;
  const hasReserve = (m.stages.find((one) => one.stage === stage)?.released ?? 0) > 0;
  const show = chosen.stock ?? (hasReserve ? "reserve" : "cover");
  const panel = useMemo(
    () => buildStressCell({ dataset, item, detail, statusQuo, mineral, stage, show }),
    [dataset, item, detail, statusQuo, mineral, stage, show],
  );
  const stages = m.stages.map((one) => ({ id: one.stage, label: stageLabel(dataset, one.stage) }));
  return (
    <>
      <div className="stress-panel-part stress-panel-choose">
        {names.length > 1 && (
          <Select
            label="Mineral of the cell"
            value={mineral}
            onChange={(next) => choices.setState({ mineral: next, stage: null })}
            options={dataset.minerals
              .filter(({ id }) => names.includes(id))
              .map(({ id, name }) => ({ id, label: shortName(name), mark: <Tile mineral={id} size="compact" /> }))}
          />
        )}
        {stages.length > 1 && <Select label="Stage of the cell" value={stage} onChange={(next) => choices.setState({ stage: next })} options={stages} />}
        <Segmented label="Stock" value={show} onChange={(next) => choices.setState({ stock: next })} options={STOCKS} />
      </div>
      <Figures panel={panel} />
      <ChartCard spec={panel.chart} frozen={false} pointer={pointer} region="stress-stock" singleKeys={singleKeys} />
      <Classes panel={panel} item={item} />
      <ul className="stress-panel-part stress-lines">
        {panel.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Figures({ panel }: { readonly panel: PanelView }) {
  return (
    <dl className="stress-figures stress-panel-part">
      {panel.figures.map(({ value, label, beside }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd className="muted">{beside}</dd>
        </div>
      ))}
    </dl>
  );
}

function Classes({ panel, item }: { readonly panel: PanelView; readonly item: ScenarioItem }) {
  return (
    <div className="stress-panel-part stress-classes">
      <h3 className="finding">{panel.classesTitle}</h3>
      <p className="subtitle">{panel.classesSubtitle}</p>
      <ul>
        {panel.classes.map((bar) => (
          <li key={bar.label} aria-label={bar.said}>
            <span>{bar.label}</span>
            <Bar bar={bar} colour={item.letter === "" ? "--c-baseline" : item.colour} />
            <b>{bar.text}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({ bar, colour }: { readonly bar: ClassBar; readonly colour: string }) {
  return (
    <span className="stress-bar" aria-hidden>
      <i style={{ width: `${100 * bar.length}%`, background: `var(${colour})` }} />
      {bar.mark !== null && <u style={{ left: `${100 * bar.mark}%` }} />}
    </span>
  );
}
