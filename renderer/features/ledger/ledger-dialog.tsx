/** Then and now for every headline figure: stored, today, and the parts that lie between. */
import { useMemo } from "react";
import { ledgerView } from "../../../shared/view/library/ledger-view.ts";
import { dayText } from "../../format-time.ts";
import { useDataset, useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useNow } from "../../use-now.ts";
import { ledgerSteps, useEditsWord } from "./ledger-steps.ts";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import "../../ui/number-table.css";
import "./ledger-dialog.css";

export function LedgerDialog({ onClose }: { readonly onClose: () => void }) {
  const dataset = useDataset();
  const { modelVersion } = usePlanner();
  const ledger = useResult((state) => state.ledger);
  const isStored = useResult((state) => state.stored !== null);
  const current = useResult((state) => state.current);
  const year = useSession((state) => state.outcomeYear);
  const edits = useEditsWord(useDocument((state) => state.document));
  const now = useNow();
  const view = useMemo(
    () => ledger && ledgerView(dataset, ledgerSteps(ledger, isStored ? null : current), { year, edits }),
    [dataset, ledger, isStored, current, year, edits],
  );
  if (ledger === null || view === null) return null;
  const { origin } = ledger;
  const isSplit = ledger.oldData !== undefined;
  return (
    <Dialog title="Then and now" width="large" onClose={onClose} footer={<Button onPress={onClose}>Close</Button>}>
      <p>
        Stored{origin.savedAt === null ? "" : ` ${dayText(origin.savedAt, now)}`}: data {origin.dataVintage}, model {origin.modelVersion}. Today: data{" "}
        {dataset.vintage}, model {modelVersion}. The parts of a row add up to its change.
      </p>
      {!isSplit && <p>Data {origin.dataVintage} are not held in this database, so model and data cannot be told apart.</p>}
      <ScrollArea label="Table of figures" className="ledger-scroll">
        <table className="number-table heads-stay ledger-table">
          <thead>
            <tr>
              <th scope="col">Figure, {year}</th>
              <th scope="col">Stored</th>
              {view.columns.map(({ source, label }) => (
                <th key={source} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">Change</th>
              <th scope="col">Today</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td>{row.before}</td>
                {row.parts.map((part, i) => (
                  <td key={view.columns[i]?.source} className={part === "no change" ? "muted" : ""}>
                    {part}
                  </td>
                ))}
                <td className={row.total === "no change" ? "muted" : ""}>{row.total}</td>
                <td>
                  <b>{row.now}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <p className="muted">
        {isSplit && "Model: the stored inputs on the data of then with today's model, less the stored result. Data: the same on today's data, less that. "}
        {edits === "levers" ? "Levers" : "Own edits"}: what the scenario says now, less the stored inputs on today&rsquo;s model and data.
      </p>
    </Dialog>
  );
}
