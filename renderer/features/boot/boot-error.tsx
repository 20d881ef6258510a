/** Nothing can be shown: says what is wrong, where, and what would be right. The only screen without a planner. */
import type { AppError, InputProblem } from "../../../shared/errors/app-error.ts";
import { errorText } from "../../../shared/errors/error-text.ts";
import { Brand } from "../shell/brand.tsx";
import "./boot-error.css";

export function BootError({ error }: { readonly error: AppError }) {
  return (
    <main className="boot">
      <div className="card boot-card">
        <Brand />
        {error.code === "dataset-invalid" ? <DatasetProblems problems={error.problems} /> : <Plain error={error} />}
      </div>
    </main>
  );
}

function Plain({ error }: { readonly error: AppError }) {
  const { what, safe, next } = errorText(error);
  return (
    <div role="alert">
      <h1 className="screen-title">Lodestone cannot start</h1>
      <p>
        <b>{what}</b>
      </p>
      <p>{safe}</p>
      <p>{next}</p>
    </div>
  );
}

function DatasetProblems({ problems }: { readonly problems: readonly InputProblem[] }) {
  const count = problems.length === 1 ? "one mistake" : `${problems.length} mistakes`;
  return (
    <>
      <div role="alert">
        <h1 className="screen-title">The dataset has {count}</h1>
        <p>No number is shown from a broken dataset. Scenarios are untouched. Mend what is named below and start Lodestone again.</p>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable without a pointer */}
      <div className="scroll boot-scroll" tabIndex={0} role="region" aria-label="Mistakes in the dataset">
        <table className="boot-table">
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
    </>
  );
}
