/** The definitions against the past: published net import reliance recomputed row by row, misses first, and the dataset's base year. */
import { Check, X } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import type { NirTable } from "../../../shared/dataset/nir-table.ts";
import { errorText } from "../../../shared/errors/error-text.ts";
import type { AppError } from "../../../shared/errors/app-error.ts";
import type { Result } from "../../../shared/result.ts";
import { baseYearView, historyView } from "../../../shared/view/data/data-history.ts";
import type { BaseYearRow, HistoryRow } from "../../../shared/view/data/data-history.ts";
import { useDataset, usePlanner } from "../../state/planner.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import "./history-tab.css";

type Shown = "all" | "misses" | "history";

export function HistoryTab() {
  return (
    <div className="data-body">
      <section className="card data-main" aria-label="Published against recomputed" data-region>
        <History />
      </section>
      <ScrollArea label="Base year" className="card data-side history-base">
        <BaseYear />
      </ScrollArea>
    </div>
  );
}

function History() {
  const { datasets } = usePlanner();
  const [answer, setAnswer] = useState<Result<NirTable | null, AppError> | null>(null);
  useEffect(() => {
    let left = false;
    void datasets.history().then((found) => {
      if (!left) setAnswer(found);
    });
    return () => {
      left = true;
    };
  }, [datasets]);
  if (answer === null) return <div className="data-empty" role="status" aria-label="Reading the history" />;
  if (!answer.ok) {
    const { what, next } = errorText(answer.error);
    return (
      <div className="data-empty" role="alert">
        <h3 className="section-head">The history could not be read</h3>
        <p>
          {what} {next}
        </p>
      </div>
    );
  }
  if (answer.value === null) {
    return (
      <div className="data-empty">
        <h3 className="section-head">This dataset brings no history</h3>
        <p>A table history/nir-checks.csv in its folder would be recomputed here.</p>
      </div>
    );
  }
  return <HistoryTable table={answer.value} />;
}

function HistoryTable({ table }: { readonly table: NirTable }) {
  const view = useMemo(() => historyView(table.rows), [table]);
  const [shown, setShown] = useState<Shown>("all");
  const misses = view.rows.filter(({ agrees }) => !agrees);
  const older = view.rows.filter(({ historyOnly }) => historyOnly);
  const rows = { all: view.rows, misses, history: older }[shown];
  return (
    <>
      <header className="history-head">
        <div>
          <h3 className="finding">{view.finding}</h3>
          <p className="subtitle">
            Net import reliance, % of apparent consumption: 100 × (consumption − production) / consumption, against the published figure. {view.misses}
          </p>
        </div>
        <Segmented
          label="Rows"
          value={shown}
          onChange={setShown}
          options={[
            { id: "all", label: `All ${view.rows.length}` },
            { id: "misses", label: `Misses ${misses.length}` },
            { id: "history", label: `History only ${older.length}` },
          ]}
        />
      </header>
      {table.problems.length > 0 && <p className="history-problems">{table.problems.length} rows of the table could not be read and were passed over.</p>}
      <ScrollArea label="Rows" className="data-scroll">
        <table className="history-table heads-stay" aria-label="Published against recomputed net import reliance">
          <thead>
            <tr>
              <th scope="col">Mineral</th>
              <th scope="col">Year</th>
              <th scope="col" className="data-number">
                Published
              </th>
              <th scope="col" className="data-number">
                Recomputed
              </th>
              <th scope="col" className="data-number">
                Difference, points
              </th>
              <th scope="col" className="data-number">
                Rounding
              </th>
              <th scope="col">Within rounding</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

const Row = ({ row }: { readonly row: HistoryRow }) => (
  <>
    <Figures row={row} />
    {row.reason !== "" && (
      <tr className="history-miss">
        <td colSpan={8} className="history-note">
          {row.reason}
        </td>
      </tr>
    )}
  </>
);

const Figures = ({ row }: { readonly row: HistoryRow }) => (
  <tr className={row.agrees ? undefined : "history-miss history-noted-row"}>
    <th scope="row">{row.subject}</th>
    <td>{row.year}</td>
    <td className="data-number">{row.published}</td>
    <td className="data-number">{row.computed}</td>
    <td className="data-number">
      <b>{row.difference}</b>
    </td>
    <td className="data-number">{row.bound}</td>
    <td>
      <span className="history-verdict">
        {row.agrees ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
        {row.agrees ? "yes" : "misses"}
      </span>
    </td>
    <td>{row.historyOnly ? <span className="chip grade grade-withheld">history only</span> : <span className="chip grade grade-reported">published</span>}</td>
  </tr>
);

function BaseYear() {
  const dataset = useDataset();
  const rows = useMemo(() => baseYearView(dataset), [dataset]);
  return (
    <>
      <h3 className="section-head">Base year {dataset.baseYear}</h3>
      <p className="muted">Published and recomputed net import reliance, and the exposure that the model starts from.</p>
      {rows.length === 0 ? (
        <p>The dataset has no table of published figures for its base year.</p>
      ) : (
        <table className="history-table heads-stay" aria-label="Base year, published against the model">
          <thead>
            <tr>
              <th scope="col">Mineral</th>
              <th scope="col" className="data-number">
                Published
              </th>
              <th scope="col" className="data-number">
                Recomputed
              </th>
              <th scope="col" className="data-number">
                Exposure
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <BaseYearLines key={row.mineral} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The figures, and below them what the dataset says about the row unless all is well. */
function BaseYearLines({ row }: { readonly row: BaseYearRow }) {
  const { mineral, published, computed, exposure, note } = row;
  const isNoted = note !== "";
  const line = isNoted ? "history-noted" : "";
  return (
    <>
      <tr>
        <th scope="row" className={line}>
          {mineral}
        </th>
        <td className={`data-number ${line}`}>{published}</td>
        <td className={`data-number ${line}`}>{computed}</td>
        <td className={`data-number ${line}`}>{exposure}</td>
      </tr>
      {isNoted && (
        <tr>
          <td colSpan={4} className="history-note">
            {note}
          </td>
        </tr>
      )}
    </>
  );
}
