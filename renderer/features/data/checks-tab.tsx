/** Conservation and sanity checks of the model on the dataset in use: those that the command line runs, run here. */
import { Check, Play, X } from "lucide-react";
import { useMemo } from "react";
import { useStore } from "zustand/react";
import { checksView } from "../../../shared/view/data-checks.ts";
import type { CheckRow } from "../../../shared/view/data-checks.ts";
import type { CheckResult } from "../../../shared/verify/verify-model.ts";
import { useDataset, usePlanner } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { PlainTable, type PlainHead } from "../../ui/plain-table.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { perPlanner } from "../analysis/per-planner.ts";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { createStudyOf } from "../analysis/study.ts";
import "./history-tab.css";
import "./switching-tab.css";

/** The dataset and the model stay as they are while the window is open, so one answer is enough. */
const ALL = "all";
const checksStudyOf = perPlanner((planner) => createStudyOf<typeof ALL, readonly CheckResult[]>((_, control) => planner.analysis.verify(control)));

export function ChecksTab() {
  const { label } = useDataset();
  const study = checksStudyOf(usePlanner());
  const status = useStore(study.store, (state) => state.status);
  const results = useStore(study.store, (state) => state.result?.value ?? null);
  const view = useMemo(() => (results === null ? null : checksView(results)), [results]);
  const run = (): void => study.start(ALL);
  return (
    <section className="card data-main" aria-label="Sanity checks" data-region>
      <header className="history-head">
        <div>
          <h3 className="finding">{view?.finding ?? "Does the model keep its own rules here?"}</h3>
          <p className="subtitle">
            Mass and money balance in every month, cases whose answer is known, and the status quo bit for bit, computed on {label}. The rules are those of the
            method.
          </p>
        </div>
        <Button size="small" variant={view === null ? "primary" : "secondary"} icon={Play} isDisabled={status === "running"} onPress={run}>
          {view === null ? "Run all checks" : "Run again"}
        </Button>
      </header>
      <div className="switching-progress">
        <LiveProgress study={study} unit="checks" onAgain={run} />
      </div>
      {view === null ? (
        <div className="data-empty">
          <p>The checks take a few seconds, in the background. Your scenario is not touched.</p>
        </div>
      ) : (
        <ScrollArea label="Checks" className="data-scroll">
          <PlainTable label="Checks of the model" heads={HEADS}>
            {view.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </PlainTable>
        </ScrollArea>
      )}
    </section>
  );
}

const HEADS: readonly PlainHead[] = [
  { label: "Rule" },
  { label: "What must come out" },
  { label: "Expected", isNumber: true },
  { label: "Got", isNumber: true },
  { label: "Result" },
];

const Row = ({ row: { rule, title, expected, got, holds, note } }: { readonly row: CheckRow }) => (
  <tr className={holds ? undefined : "history-miss"}>
    <td>{rule}</td>
    <th scope="row">
      {title}
      {note !== "" && <span className="data-what">{note}</span>}
    </th>
    <td className="plain-number">{expected}</td>
    <td className="plain-number">{got}</td>
    <td>
      <span className="history-verdict">
        {holds ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
        {holds ? "holds" : "fails"}
      </span>
    </td>
  </tr>
);
