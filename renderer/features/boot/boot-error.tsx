/** Nothing can be shown: says what is wrong, where, and what would be right. The only screen without a planner. */
import type { AppError, InputProblem } from "../../../shared/errors/app-error.ts";
import { errorText } from "../../../shared/errors/error-text.ts";
import { ProblemTable } from "../../ui/problem-table.tsx";
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
      <h1 className="page-title">Lodestone cannot start</h1>
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
        <h1 className="page-title">The dataset has {count}</h1>
        <p>No number is shown from a broken dataset. Scenarios are untouched. Mend what is named below and start Lodestone again.</p>
      </div>
      <ProblemTable problems={problems} />
    </>
  );
}
