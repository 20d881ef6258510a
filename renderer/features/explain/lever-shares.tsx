/** Beside the waterfall: the shares of all levers with their effects alone and what a point costs, the change of each mineral, or levers by minerals over the whole width. */
import type { ExplainPanel, ExplainView } from "../../../shared/view/explain/explain-view.ts";
import { numberText } from "../../../shared/format/number.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Tile } from "../../ui/tile.tsx";
import { LeverMatrix } from "./lever-matrix.tsx";
import "../compare/compare-table.css";

export interface LeverSharesProps {
  readonly shown: ExplainView;
  readonly ms: number;
  readonly panel: ExplainPanel;
  readonly onPanel: (panel: ExplainPanel) => void;
}

const PANELS = [
  { id: "levers", label: "By lever" },
  { id: "minerals", label: "By mineral" },
  { id: "both", label: "Both" },
] as const;

const HEADS: Readonly<Record<ExplainPanel, { readonly head: string; readonly table: string }>> = {
  levers: { head: "Share of each lever", table: "Table of levers" },
  minerals: { head: "Change of each mineral", table: "Table of minerals" },
  both: { head: "Levers by mineral", table: "Table of levers and minerals" },
};

export function LeverShares({ shown, ms, panel, onPanel }: LeverSharesProps) {
  const { head, table } = HEADS[panel];
  const { onExport, onKeyDown } = useTableExport(shown.exports[panel]);
  const notes = panel === "levers" ? shown.notes : panel === "both" ? (shown.matrix?.notes ?? []) : [];
  return (
    <KeySection className="card explain-panel" data-region="explain-table" aria-label={head} onKeyDown={onKeyDown}>
      <header>
        <h2 className="section-head spacer">{head}</h2>
        {shown.matrix !== null && <Segmented label="Table" value={panel} onChange={onPanel} options={PANELS} />}
        <TableMenu of={head.toLowerCase()} onExport={onExport} />
      </header>
      <p className="subtitle">
        {panel === "both" && `${shown.matrixSubtitle} `}
        {shown.method} {numberText(ms / 1000, 1)} s.
      </p>
      <ScrollArea label={table} className="compare-table">
        {panel === "both" && shown.matrix !== null ? (
          <LeverMatrix matrix={shown.matrix} />
        ) : panel === "minerals" ? (
          <MineralTable shown={shown} />
        ) : (
          <LeverTable shown={shown} />
        )}
        {notes.map((note) => (
          <p key={note} className="explain-note">
            {note}
          </p>
        ))}
      </ScrollArea>
    </KeySection>
  );
}

function LeverTable({ shown }: { readonly shown: ExplainView }) {
  return (
    <table className="heads-stay">
      <thead>
        <tr>
          <th scope="col">Lever</th>
          <th scope="col">Share, {shown.unit}</th>
          <th scope="col">Alone</th>
          <th scope="col">Cost a point</th>
        </tr>
      </thead>
      <tbody>
        {shown.rows.map((row) => (
          <tr key={row.lever}>
            <th scope="row">{row.name}</th>
            <td data-differs>{row.share}</td>
            <td>{row.alone}</td>
            <td>{row.costPerPoint}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Interaction</th>
          <td>in the shares</td>
          <td>{shown.interaction}</td>
          <td>n/a</td>
        </tr>
        <tr>
          <th scope="row">Total</th>
          <td data-differs>{shown.total}</td>
          <td data-differs>{shown.total}</td>
          <td data-differs>{shown.totalCostPerPoint}</td>
        </tr>
      </tbody>
    </table>
  );
}

function MineralTable({ shown }: { readonly shown: ExplainView }) {
  return (
    <table className="heads-stay">
      <thead>
        <tr>
          <th scope="col">Mineral</th>
          <th scope="col">Status quo</th>
          <th scope="col">Scenario</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {shown.minerals.map((row) => (
          <tr key={row.mineral}>
            <th scope="row">
              <span className="explain-mineral">
                <Tile mineral={row.mineral} size="compact" /> {row.name}
              </span>
            </th>
            <td>{row.before}</td>
            <td data-differs>{row.after}</td>
            <td className={row.tone === "neutral" ? "" : row.tone}>{row.change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
