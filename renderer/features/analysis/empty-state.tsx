/** One sentence and one action where there is nothing to show yet. */
import type { ReactNode } from "react";

export function EmptyState({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="analysis-empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
