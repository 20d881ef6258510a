/** The shares of all levers with their effects alone and what a point costs; or the same change by mineral. */
import type { ExplainView } from "../../../shared/view/explain-view.ts";
import { numberText } from "../../../shared/format/number.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { Tile } from "../../ui/tile.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import "../compare/compare-table.css";

export interface LeverSharesProps {
  readonly shown: ExplainView;
  readonly ms: number;
  readonly panel: "levers" | "minerals";
  readonly onPanel: (panel: "levers" | "minerals") => void;
}

const PANELS = [
  { id: "levers", label: "By lever" },
  { id: "minerals", label: "By mineral" },
] as const;

export function LeverShares({ shown, ms, panel, onPanel }: LeverSharesProps) {
  const byMineral = panel === "minerals" && shown.minerals.length > 0;
  return (
    <section className="card explain-panel" data-region="explain-table" aria-label="Share of each lever">
      <header>
        <h2 className="section-head spacer">{byMineral ? "Change of each mineral" : "Share of each lever"}</h2>
        {shown.minerals.length > 0 && <Segmented label="Table" value={panel} onChange={onPanel} options={PANELS} />}
      </header>
      <p className="subtitle">
        {shown.method} {numberText(ms / 1000, 1)} s.
      </p>
      <ScrollArea label={byMineral ? "Table of minerals" : "Table of levers"} className="compare-table">
        {byMineral ? <MineralTable shown={shown} /> : <LeverTable shown={shown} />}
        {!byMineral &&
          shown.notes.map((note) => (
            <p key={note} className="explain-note">
              {note}
            </p>
          ))}
      </ScrollArea>
    </section>
  );
}

function LeverTable({ shown }: { readonly shown: ExplainView }) {
  return (
    <table>
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
    <table>
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
