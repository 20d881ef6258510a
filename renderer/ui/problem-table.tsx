/** What is wrong in a dataset, where, and what would be right. */
import type { InputProblem } from "../../shared/errors/app-error.ts";
import "./problem-table.css";

export function ProblemTable({ problems }: { readonly problems: readonly InputProblem[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable without a pointer
    <div className="scroll problem-scroll" tabIndex={0} role="region" aria-label="Mistakes in the dataset">
      <table className="problem-table">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
            <th scope="col">What would be right</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={[problem.file, problem.row, problem.column, problem.wrong].join("|")}>
              <td>{problem.file}</td>
              <td>{problem.row ?? "–"}</td>
              <td>{problem.column ?? "–"}</td>
              <td>{problem.wrong}</td>
              <td>{problem.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
