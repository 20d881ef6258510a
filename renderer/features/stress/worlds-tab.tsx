/** The same scenarios in every world: who meets the target where, under which condition each fails, and how much it can be regretted. */
import { Check, X } from "lucide-react";
import { useEffect, useMemo } from "react";
import { useStore } from "zustand/react";
import { outcomeOfTarget } from "../../../shared/analysis/outcome.ts";
import { numberText } from "../../../shared/format/number.ts";
import type { NamedTable } from "../../../shared/format/table-text.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { targetsDependence } from "../../../shared/view/dependence.ts";
import { worldsAsTable } from "../../../shared/view/stress/stress-export.ts";
import { subjectName } from "../../../shared/view/view-context.ts";
import { mixedNotes } from "../../../shared/view/compare/mixed-notes.ts";
import { buildWorldsView, type WorldCellView, type WorldsView } from "../../../shared/view/stress/worlds-view.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { useDocument, usePlanner, useSession } from "../../state/planner.ts";
import { KeySection } from "../../ui/key-section.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { Badge } from "../analysis/badge.tsx";
import { AnalysisNotes, unfitNotes } from "../analysis/analysis-notes.tsx";
import { MineralSelect, useMineral } from "../analysis/mineral-select.tsx";
import { outcomeFor } from "../analysis/outcome-choice.ts";
import { AddScenario } from "../analysis/scenario-chips.tsx";
import { packageOf, type ScenarioItems } from "../analysis/scenario-items.ts";
import { ShownScenarios } from "../analysis/shown-scenarios.tsx";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { YearSelect } from "../analysis/year-select.tsx";
import { toneClass } from "../explore/outcome/difference.tsx";
import { TargetSetter } from "../explore/outcome/target-setter.tsx";
import { stressWorlds } from "./stress-columns.ts";
import { stressStoreOf } from "./stress-store.ts";
import "./worlds-tab.css";

export function WorldsTab({ items, children }: { readonly items: ScenarioItems; readonly children: React.ReactNode }) {
  const planner = usePlanner();
  const { dataset } = planner;
  const { worlds: study } = stressStoreOf(planner);
  const isWaiting = useStore(study.store, ({ status }) => status === "running");
  const latest = useStore(study.store, (one) => one.result);
  const document = useDocument((one) => one.document);
  const mineral = useMineral();
  const weighting = useSession((one) => one.weighting);
  const outcomeYear = useSession((one) => one.outcomeYear);
  const { all, scenarios } = items;
  const target = document.target !== null && targetsDependence(document.target, mineral, weighting) ? document.target : null;
  const asked = useMemo(
    () => ({
      scenarios: scenarios.map(packageOf),
      question: {
        outcome: target === null ? outcomeFor(dataset, null, mineral, null, weighting) : outcomeOfTarget(target),
        year: target?.year ?? outcomeYear,
        target: target?.value ?? null,
        worlds: stressWorlds(dataset, [document, ...scenarios.map((one) => one.document)]),
      },
    }),
    [dataset, document, scenarios, target, mineral, weighting, outcomeYear],
  );
  useEffect(() => study.ask(asked), [study, asked]);
  const table = useMemo(() => (latest !== null && sameValue(latest.question.scenarios, asked.scenarios) ? latest.value : null), [latest, asked]);
  const subject = subjectName(dataset.minerals.find(({ id }) => id === mineral) ?? null);
  const shown = useMemo(() => {
    if (table === null) return null;
    const view = buildWorldsView(dataset, all, table, subject);
    return { view, asTable: worldsAsTable(dataset, table, view) };
  }, [dataset, all, table, subject]);
  return (
    <>
      <header className="analysis-head">
        <h2 className="page-title">{shown?.view.title ?? "Stress test"}</h2>
      </header>
      <div className="analysis-head stress-controls">
        {children}
        <p className="subtitle spacer">{shown?.view.subtitle}</p>
        <MineralSelect />
        {target === null && <YearSelect />}
        <span className="stress-start">
          {target !== null && (
            <span className="muted">
              Target {numberText(target.value * 100, 0)}% by {target.year}
            </span>
          )}
          <TargetSetter />
        </span>
        <AddScenario items={items} label="Scenario" />
      </div>
      <AnalysisNotes notes={[...mixedNotes(dataset, all, ["events", "assumptions"]), ...unfitNotes(items.unfit)]} />
      <LiveProgress study={study} unit="runs" onAgain={() => study.start(asked)} />
      {shown ? (
        <ShownScenarios items={all}>
          <WorldsTable items={items} shown={shown.view} asTable={shown.asTable} isWaiting={isWaiting} />
        </ShownScenarios>
      ) : (
        <div className="skeleton spacer" />
      )}
    </>
  );
}

interface WorldsTableProps {
  readonly items: ScenarioItems;
  readonly shown: WorldsView;
  readonly asTable: NamedTable;
  readonly isWaiting: boolean;
}

function WorldsTable({ items, shown, asTable, isWaiting }: WorldsTableProps) {
  const { onExport, onKeyDown } = useTableExport(asTable);
  return (
    <KeySection
      className="card worlds"
      data-region="worlds-table"
      aria-label="Worlds and scenarios"
      data-waiting={isWaiting || undefined}
      onKeyDown={onKeyDown}
    >
      <ScrollArea label="Table of worlds">
        <table className="heads-stay">
          <thead>
            <tr>
              <th scope="col">Scenario</th>
              {shown.columns.map(({ key, name, isOwn }) => (
                <th key={key} scope="col">
                  {name}
                  {isOwn && <small>your own</small>}
                </th>
              ))}
              <th scope="col">Largest regret</th>
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row, r) => (
              <tr key={row.item.key}>
                <th scope="row">
                  <span className="stress-row-name">
                    <Badge item={row.item} />
                    <span>
                      {row.item.title}
                      {row.robustness !== "" && <small>{row.robustness}</small>}
                    </span>
                    {r === 0 && items.scenarios.length === 0 && <small>Add a scenario to hold it against.</small>}
                  </span>
                </th>
                {row.cells.map((cell) => (
                  <WorldCell key={cell.key} cell={cell} />
                ))}
                <td className="worlds-regret">
                  {row.hasLeastRegret && (
                    <span className="compare-best" role="img" aria-label="least">
                      ◆
                    </span>
                  )}
                  {row.regret}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <footer>
        <span>{items.scenarios.length === 0 ? "" : "Below each value its difference from status quo in the same world"}</span>
        <TableMenu of="the table of worlds" onExport={onExport} />
      </footer>
    </KeySection>
  );
}

function WorldCell({ cell }: { readonly cell: WorldCellView }) {
  return (
    <td data-meets={cell.meets ?? undefined}>
      <b>{cell.text}</b>
      {cell.meets !== null && (
        <span className="worlds-meets">
          {cell.meets ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
          {cell.meets ? "met" : "missed"}
        </span>
      )}
      <small className={toneClass({ tone: cell.tone })}>{cell.difference}</small>
    </td>
  );
}
