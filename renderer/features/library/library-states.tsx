/** What stands in the place of the list: nothing yet, nothing found, not readable, on its way. */
import { Library } from "lucide-react";
import type { ReactNode } from "react";
import type { AppError } from "../../../shared/errors/app-error.ts";
import { errorText } from "../../../shared/errors/error-text.ts";
import type { ScenarioQuery } from "../../../shared/ipc/channels.ts";
import { Button } from "../../ui/button.tsx";

interface EmptyProps {
  readonly query: ScenarioQuery;
  readonly alive: number;
  readonly error: AppError | null;
  readonly onCreate: () => void;
  readonly onSample: () => void;
  readonly onShowAll: () => void;
  readonly onRetry: () => void;
}

export function Empty({ query, alive, error, onCreate, onSample, onShowAll, onRetry }: EmptyProps) {
  if (error !== null) {
    const { what, safe, next } = errorText(error);
    return (
      <Nothing title="The scenarios could not be read" text={`${what} ${safe} ${next}`}>
        <Button onPress={onRetry}>Try again</Button>
      </Nothing>
    );
  }
  if (query.text.trim() !== "" || (query.tag !== null && alive > 0)) {
    return (
      <Nothing title="No scenario fits" text="No title, note, tag or code holds all of these words.">
        <Button onPress={onShowAll}>Show all</Button>
      </Nothing>
    );
  }
  if (query.trash) return <Nothing title="The trash is empty" text="What you move to the trash stays here until you restore it." />;
  return (
    <Nothing title="No scenarios yet" text="Start from the status quo and move a lever.">
      <Button variant="primary" onPress={onCreate}>
        New scenario
      </Button>
      <Button onPress={onSample}>Open a sample</Button>
    </Nothing>
  );
}

/** The list is from before something failed. */
export function StaleList({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  const { what, next } = errorText(error);
  return (
    <p className="library-stale" role="alert">
      <span>
        <b>The list may be old.</b> {what} {next}
      </span>
      <Button size="small" onPress={onRetry}>
        Try again
      </Button>
    </p>
  );
}

function Nothing({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="library-empty">
      <Library size={20} aria-hidden />
      <h3 className="section-head">{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}

const SKELETON_ROWS = [0, 1, 2, 3, 4, 5];

export const LoadingRows = () => (
  <div className="library-loading" role="status" aria-label="Reading the scenarios">
    {SKELETON_ROWS.map((row) => (
      <span key={row} className="skeleton" />
    ))}
  </div>
);
