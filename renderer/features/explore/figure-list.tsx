/** Figures with what each of them says: name and value on a line, an explanation under it. */
import type { ReactNode } from "react";
import "./figure-list.css";

export interface ExplainedFigure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly text: ReactNode;
}

export const FigureList = ({ figures }: { readonly figures: readonly ExplainedFigure[] }) => (
  <dl className="figure-list">
    {figures.map(({ key, label, value, text }) => (
      <div key={key}>
        <dt>
          {label} <b>{value}</b>
        </dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);
