/** Outcomes of one year side by side with their difference. */
import type { OutcomeRow } from "../../../../shared/view/explore/actions-view.ts";
import { Difference } from "./difference.tsx";
import "./actions-dialog.css";

export interface OutcomesTableProps {
  readonly outcomes: readonly OutcomeRow[];
  readonly year: number;
  /** What is compared: the reference, and what is held against it. */
  readonly columns: readonly [string, string];
}

export function OutcomesTable({ outcomes, year, columns }: OutcomesTableProps) {
  return (
    <table className="actions-table" aria-label={`Outcomes in ${year}`}>
      <thead>
        <tr>
          <th scope="col">Outcome, {year}</th>
          <th scope="col" className="actions-number">
            {columns[0]}
          </th>
          <th scope="col" className="actions-number">
            {columns[1]}
          </th>
          <th scope="col" className="actions-number">
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map(({ id, name, reference, scenario, difference }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="actions-number">{reference}</td>
            <td className="actions-number">
              <b>{scenario}</b>
            </td>
            <td className="actions-number">
              <Difference difference={difference} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
