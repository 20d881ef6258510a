/** Actions and outcomes: all levers that differ, with dates, cost and effect, over what they lead to. A lever's name opens its details. */
import { Copy, Download } from "lucide-react";
import { useMemo } from "react";
import { buildActions, COUNTED_ABOVE, effectsOn, NO_EFFECT } from "../../../../shared/view/explore/actions-view.ts";
import type { ActionRow, ActionsView } from "../../../../shared/view/explore/actions-view.ts";
import { COST_YEARS } from "../../../../shared/indicator/headline-cost.ts";
import type { LeverStudy } from "../../../../shared/view/effect/lever-study.ts";
import { useTableExport } from "../../../charts/export-table.ts";
import { useDataset, useDocument, useResult, useSession, useView } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { ALL_MINERALS } from "../charts/mineral-tiles.tsx";
import { OutcomesTable } from "./outcomes-table.tsx";
import "./actions-dialog.css";

export function ActionsDialog({ study, onClose }: { readonly study: LeverStudy | null; readonly onClose: () => void }) {
  const view = useView();
  const dataset = useDataset();
  const { changed, actions, outcomes, tables } = useActions(study);
  const { onExport } = useTableExport(...tables);
  const mineral = useSession((state) => state.selection.mineral);
  const year = useSession((state) => state.outcomeYear);
  const open = (lever: string): void => {
    onClose();
    view.openDetail(lever);
  };
  return (
    <Dialog
      title="Actions and outcomes"
      width="large"
      onClose={onClose}
      footer={
        <>
          <Button icon={Download} onPress={() => onExport("save-table")}>
            Save as CSV…
          </Button>
          <Button icon={Copy} onPress={() => onExport("copy-table")}>
            Copy as table
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <p className="actions-lead">
        {changed} of {dataset.levers.length} levers differ from status quo. Cost is the mean a year, {COST_YEARS.first}–{String(COST_YEARS.last).slice(2)};
        effects are those on import dependence of {effectsOn(dataset, { mineral })}.
      </p>
      <ActionsTable actions={actions} onOpen={open} />
      <OutcomesTable outcomes={outcomes} year={year} columns={["Status quo in this world", "This scenario"]} />
    </Dialog>
  );
}

function useActions(study: LeverStudy | null): ActionsView {
  const dataset = useDataset();
  const document = useDocument((state) => state.document);
  const current = useResult((state) => state.current);
  const statusQuoInWorld = useResult((state) => state.statusQuoInWorld);
  const outcomeYear = useSession((state) => state.outcomeYear);
  const selected = useSession((state) => state.selection.mineral);
  const weighting = useSession((state) => state.weighting);
  return useMemo(() => {
    const place = { mineral: selected === ALL_MINERALS ? null : selected, weighting };
    return buildActions({ dataset, document, current, statusQuoInWorld, outcomeYear, study, place });
  }, [dataset, document, current, statusQuoInWorld, outcomeYear, study, selected, weighting]);
}

function ActionsTable({ actions, onOpen }: { readonly actions: readonly ActionRow[]; readonly onOpen: (lever: string) => void }) {
  return (
    <table className="actions-table" aria-label="Levers that differ">
      <thead>
        <tr>
          <th scope="col">Lever</th>
          <th scope="col">From → to</th>
          <th scope="col">Strength</th>
          <th scope="col">Dates</th>
          <th scope="col" className="actions-number">
            Cost
          </th>
          <th scope="col" className="actions-number">
            First effect
          </th>
          <th scope="col" className="actions-number">
            Full effect
          </th>
        </tr>
      </thead>
      <tbody>
        {actions.map((row, i) => (
          <tr key={`${row.lever} ${String(i)}`}>
            <th scope="row">
              <button type="button" className="actions-open" onClick={() => onOpen(row.lever)}>
                {row.name}
              </button>
              {row.scope !== "" && <small>{row.scope}</small>}
            </th>
            <td className="actions-line">
              {row.from} <span aria-label="to">→</span> <b>{row.to}</b>
            </td>
            <td className="actions-line">{row.band}</td>
            <td>
              <Dates row={row} />
            </td>
            <Counted row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Cost and effect of a lever, once for all its settings. */
function Counted({ row }: { readonly row: ActionRow }) {
  if (row.together === 0) {
    return (
      <td className="actions-number actions-above" colSpan={3}>
        {COUNTED_ABOVE}
      </td>
    );
  }
  return (
    <>
      <td className="actions-number">
        {row.cost}
        {row.together > 1 && <small>for {row.together} settings</small>}
      </td>
      {row.firstEffect === NO_EFFECT ? (
        <td className="actions-effect" colSpan={2}>
          {row.fullEffect === NO_EFFECT ? NO_EFFECT : `${NO_EFFECT}; ${row.fullEffect}`}
        </td>
      ) : (
        <>
          <td className="actions-number">{row.firstEffect}</td>
          <td className="actions-number">{row.fullEffect}</td>
        </>
      )}
    </>
  );
}

/** "from 2027, over 12 months, until 2032"; broken before the end only. */
function Dates({ row: { start, ramp, end } }: { readonly row: ActionRow }) {
  const begins = `from ${start}, ${ramp === "at once" ? ramp : `over ${ramp}`}`;
  return (
    <>
      <span className="actions-line">{end === "" ? begins : `${begins},`}</span>
      {end !== "" && (
        <>
          {" "}
          <span className="actions-line">until {end}</span>
        </>
      )}
    </>
  );
}
