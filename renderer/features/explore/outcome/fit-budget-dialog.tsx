/** Levers scaled back to the budget, shown before anything is set: what goes back, what that leads to. Taking it over is one undo entry. */
import { useState } from "react";
import { fitBudget } from "../../../../shared/analysis/fit-budget.ts";
import type { BudgetFit } from "../../../../shared/analysis/fit-budget.ts";
import { buildBudgetFit } from "../../../../shared/view/explore/fit-budget-view.ts";
import type { BudgetFitView } from "../../../../shared/view/explore/fit-budget-view.ts";
import { usePlanner, useSession } from "../../../state/planner.ts";
import type { Planner } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { OutcomesTable } from "./outcomes-table.tsx";
import "./actions-dialog.css";

export const FIT_TO_BUDGET = "Fit to budget";

interface Proposal {
  readonly fit: BudgetFit;
  readonly view: BudgetFitView;
}

export function FitBudgetDialog({ onClose }: { readonly onClose: () => void }) {
  const planner = usePlanner();
  const year = useSession((state) => state.outcomeYear);
  // About fifteen runs, once: what is proposed belongs to the scenario that the dialog was opened on.
  const [proposal] = useState(() => propose(planner, year));
  const take = (): void => {
    if (proposal) planner.edit.takeLevers(proposal.fit.document.inputs.levers, FIT_TO_BUDGET);
    onClose();
  };
  return (
    <Dialog
      title={FIT_TO_BUDGET}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{proposal ? "Change nothing" : "Close"}</Button>
          {proposal && (
            <Button variant="primary" onPress={take} autoFocus>
              Set these levers
            </Button>
          )}
        </>
      }
    >
      {proposal ? <Proposed view={proposal.view} year={year} /> : <p>The cost is within the budget. There is nothing to scale back.</p>}
    </Dialog>
  );
}

/** Null where the scenario is within its budget. */
function propose({ dataset, documents, results, trials }: Planner, year: number): Proposal | null {
  const { document } = documents.getState();
  const fit = document.budget === null ? null : fitBudget(document, document.budget, dataset.levers, trials.run);
  return fit && { fit, view: buildBudgetFit(dataset, fit, results.getState().current, trials.run(fit.document), year) };
}

function Proposed({ view, year }: { readonly view: BudgetFitView; readonly year: number }) {
  return (
    <>
      <p className="actions-lead">{view.rule}</p>
      <table className="actions-table" aria-label="Levers that go back">
        <thead>
          <tr>
            <th scope="col">Lever</th>
            <th scope="col">Now → proposed</th>
            <th scope="col">Strength</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ name, scope, from, to, band }, index) => (
            <tr key={`${name} ${String(index)}`}>
              <th scope="row">
                {name}
                {scope !== "" && <small>{scope}</small>}
              </th>
              <td>
                {from} <span aria-label="to">→</span> <b>{to}</b>
              </td>
              <td>{band}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <OutcomesTable outcomes={view.outcomes} year={year} columns={["Now", "Proposed"]} />
    </>
  );
}
