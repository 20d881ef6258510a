/** A short table that is not a grid: sticky head, horizontal lines, numbers right; the row's head is its first cell. */
import type { ReactNode } from "react";
import "./plain-table.css";

export interface PlainHead {
  readonly label: string;
  /** Its cells hold numbers (`className="plain-number"`). */
  readonly isNumber?: boolean;
  /** The column holds buttons: its head is only read aloud. */
  readonly isHidden?: boolean;
}

export interface PlainTableProps {
  readonly label: string;
  readonly heads: readonly PlainHead[];
  /** Rows. */
  readonly children: ReactNode;
  readonly className?: string;
}

export const PlainTable = ({ label, heads, children, className = "" }: PlainTableProps) => (
  <table className={`plain-table heads-stay ${className}`} aria-label={label}>
    <thead>
      <tr>
        {heads.map(({ label: head, isNumber, isHidden }) => (
          <th key={head} scope="col" className={isNumber ? "plain-number" : undefined}>
            {isHidden ? <span className="visually-hidden">{head}</span> : head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

/** Stands in the place of a table whose rows are on their way. */
export const WaitingTable = ({ label }: { readonly label: string }) => <div className="plain-wait skeleton" role="status" aria-label={label} />;
