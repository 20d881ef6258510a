/** A bar over an analysis: what its numbers do not share, what is left out, and what can be done about it. */
import type { ReactNode } from "react";

export function AnalysisNotes({ notes, children }: { readonly notes: readonly string[]; readonly children?: ReactNode }) {
  if (notes.length === 0) return null;
  return (
    <div className="analysis-notes" role="note">
      <p>{notes.join(" ")}</p>
      {children}
    </div>
  );
}

/** Scenarios whose assumptions no longer fit the dataset. */
export const unfitNotes = (titles: readonly string[]): readonly string[] =>
  titles.map((title) => `${title} does not fit the dataset any more and is left out.`);
