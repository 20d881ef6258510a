/** Conservation and sanity checks of the model on the dataset in use: those that the command line runs, listed, run here, and filled in as they come. */
import { Check, Minus, Play, X } from "lucide-react";
import { Fragment, useMemo } from "react";
import { useStore } from "zustand/react";
import { checksView } from "../../../shared/view/data/data-checks.ts";
import type { CheckRow } from "../../../shared/view/data/data-checks.ts";
import { checkGroups } from "../../../shared/verify/verify-model.ts";
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
export const checksStudyOf = perPlanner((planner) => createStudyOf<typeof ALL, readonly CheckResult[]>((_, control) => planner.analysis.verify(control)));

export function ChecksTab() {
  const dataset = useDataset();
  const study = checksStudyOf(usePlanner());
  const status = useStore(study.store, (state) => state.status);
  const results = useStore(study.store, (state) => state.result?.value ?? null);
  const groups = useMemo(() => checkGroups(dataset), [dataset]);
  const view = useMemo(() => checksView(groups, results ?? []), [groups, results]);
  const run = (): void => study.start(ALL);
  return (
    <section className="card data-main" aria-label="Sanity checks" data-region>
      <header className="history-head">
        <div>
          <h3 className="finding">{view.finding}</h3>
          <p className="subtitle">
            The model against its own rules and against cases whose answer is known, computed on {dataset.label} in the background. It takes a few seconds; your
            scenario is not touched.
          </p>
        </div>
        {status !== "stopped" && status !== "failed" && (
          <Button size="small" variant={results === null ? "primary" : "secondary"} icon={Play} isDisabled={status === "running"} onPress={run}>
            {results === null ? "Run all checks" : "Run again"}
          </Button>
        )}
      </header>
      <div className="switching-progress">
        <LiveProgress study={study} unit="checks" onAgain={run} shows={results === null ? null : "some"} />
      </div>
      <ScrollArea label="Checks" className="data-scroll">
        <PlainTable label="Checks of the model" heads={HEADS} className="checks-table">
          {view.groups.map(({ title, proves, rows }) => (
            <Fragment key={title}>
              <tr className="checks-group">
                <th scope="rowgroup" colSpan={HEADS.length}>
                  {title} <span className="data-what">{proves}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </Fragment>
          ))}
        </PlainTable>
      </ScrollArea>
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

const ICONS = { holds: Check, fails: X, "not run yet": Minus } as const;

function Row({ row: { rule, title, expected, got, state, note } }: { readonly row: CheckRow }) {
  const Icon = ICONS[state];
  return (
    <tr className={state === "fails" ? "history-miss" : undefined}>
      <td>{rule}</td>
      <th scope="row">
        {title}
        {note !== "" && <span className="data-what">{note}</span>}
      </th>
      <td className="plain-number">{expected}</td>
      <td className="plain-number">{got}</td>
      <td>
        <span className={state === "not run yet" ? "history-verdict muted" : "history-verdict"}>
          <Icon size={14} aria-hidden />
          {state}
        </span>
      </td>
    </tr>
  );
}
