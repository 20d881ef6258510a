/** What is wrong in a dataset, where, and what would be right. */
import type { InputProblem } from "../../shared/errors/app-error.ts";
import { ScrollArea } from "./scroll-area.tsx";
import "./problem-table.css";

/** The list for whoever mends the dataset: tab-separated, with its heads. */
export const problemsText = (problems: readonly InputProblem[]): string =>
  [
    ["File", "Row", "Column", "What is wrong", "What would be right"],
    ...problems.map(({ file, row, column, wrong, right }) => [file, row ?? "", column ?? "", wrong, right]),
  ]
    .map((cells) => cells.join("\t"))
    .join("\n");

export function ProblemTable({ problems }: { readonly problems: readonly InputProblem[] }) {
  return (
    <ScrollArea label="Mistakes in the dataset" className="problem-scroll">
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
    </ScrollArea>
  );
}
