/** A file of an import as a whole: where it comes from, its decks and data; or why it cannot be read. */
import { CircleAlert, Database, Presentation } from "lucide-react";
import type { AppError } from "../../../shared/errors/app-error.ts";
import { errorText, problemText } from "../../../shared/errors/error-text.ts";
import { countText } from "../../../shared/format/words.ts";
import type { ImportFileInfo } from "../../../shared/ipc/file-exchange.ts";
import { vintageText } from "../../../shared/view/library/file-text.ts";

/** `isNamed`: its name does not stand in the title of the dialog. */
export function FileFacts({ file, isNamed }: { readonly file: ImportFileInfo; readonly isNamed: boolean }) {
  const writer = file.app === "" ? "Written by hand" : `Written by Lodestone ${file.app}`;
  const others = file.vintages.filter(({ isHere }) => !isHere);
  return (
    <header className="import-facts">
      {isNamed && <h3>{file.file}</h3>}
      <p className="muted">
        {writer} · {countText(file.lines.length, "scenario")}
      </p>
      {file.decks.map((deck) => (
        <p key={deck.title} className="import-mark">
          <Presentation size={14} aria-hidden /> Deck “{deck.title}” with {countText(deck.items, "view")} comes with its scenarios.
        </p>
      ))}
      {others.map((vintage) => (
        <p key={vintage.vintage} className="import-mark">
          <Database size={14} aria-hidden /> {vintageText(vintage)}
        </p>
      ))}
    </header>
  );
}

const MOST_PROBLEMS = 5;

/** Mistakes in fields get a line each. */
export function RefusedFile({ error }: { readonly error: AppError }) {
  const { what, next } = errorText(error);
  const problems = error.code === "file-invalid" ? error.problems : [];
  const more = problems.length - MOST_PROBLEMS;
  return (
    <section className="import-refused" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div>
        {error.code === "file-invalid" ? <b>{error.file} cannot be imported.</b> : <b>{what}</b>}
        {problems.length > 0 && (
          <ul>
            {problems.slice(0, MOST_PROBLEMS).map((problem) => (
              <li key={problemText(problem)}>
                {problem.column === null ? "" : `${problem.column}: `}
                {problem.wrong}; {problem.right}.
              </li>
            ))}
            {more > 0 && <li>And {countText(more, "more mistake")}.</li>}
          </ul>
        )}
        <p>{next}</p>
      </div>
    </section>
  );
}
