/** The range of a number: where the values stand in it, and what its ends would do to the headline of this scenario. */
import type { CSSProperties } from "react";
import { useMemo } from "react";
import type { Parameter } from "../../../shared/dataset/dataset.ts";
import { capitalised } from "../../../shared/format/words.ts";
import { assumptionOf } from "../../../shared/view/data/data-assumption.ts";
import { rangeBar } from "../../../shared/view/data/data-range.ts";
import type { RangeEffectCell } from "../../../shared/view/data/data-range.ts";
import { useDocument } from "../../state/planner.ts";
import { Difference, toneClass } from "../explore/outcome/difference.tsx";
import { headlineMinerals, useHeadlineOf } from "./use-headline-of.ts";
import { useRangeEffect } from "./use-range-effect.ts";
import "./range-effect.css";

export function RangeBar({ parameter }: { readonly parameter: Parameter }) {
  const own = useDocument(({ document }) => assumptionOf(document.assumptions, parameter)?.value ?? null);
  const bar = rangeBar(parameter, own);
  if (bar === null) return null;
  return (
    <div className="range-bar" role="img" aria-label={bar.label}>
      <span className="range-track" style={{ "--from": bar.from, "--to": bar.to } as CSSProperties} />
      {bar.marks.map(({ kind, at, text }) => (
        <span key={kind} className={`range-mark range-${kind}`} style={{ "--at": at } as CSSProperties}>
          <span className={at > 0.5 ? "range-text range-text-right" : "range-text"}>{text}</span>
        </span>
      ))}
    </div>
  );
}

export function RangeEffect({ parameter }: { readonly parameter: Parameter }) {
  const { question } = useHeadlineOf();
  const questions = useMemo(() => headlineMinerals(parameter).map(question), [parameter, question]);
  const view = useRangeEffect(parameter, questions);
  if (parameter.low === null && parameter.high === null) return <p className="assumption-caption">The dataset records no range.</p>;
  return (
    <section className="data-entry range-effect" aria-label="Effect of its range">
      <h4>What its range would do</h4>
      {view === null ? (
        <p className="assumption-caption" role="status">
          Running this scenario at both ends…
        </p>
      ) : (
        <>
          <p>{view.finding}.</p>
          <table className="range-table">
            <thead>
              <tr>
                <th scope="col">Import dependence in {questions[0]?.year}</th>
                {view.subjects.map((subject) => (
                  <th key={subject} scope="col">
                    {capitalised(subject)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.lines.map(({ label, cells }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, i) => (
                    <td key={view.subjects[i]}>
                      <Cell cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

const Cell = ({ cell: { change, difference, bar } }: { readonly cell: RangeEffectCell }) => (
  <>
    <span className="range-change">{change}</span>
    <span className="range-difference">
      <Difference difference={difference} />
    </span>
    <span className={`range-beam ${toneClass(difference)}`} style={{ "--bar": bar } as CSSProperties} aria-hidden />
  </>
);
