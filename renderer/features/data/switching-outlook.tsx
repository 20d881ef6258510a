/** Before "How wrong must it be?" is asked: the conclusion as it stands and its margin, and what will be done with which numbers. */
import { useMemo } from "react";
import { mostScanRuns } from "../../../shared/analysis/switching/switching-values.ts";
import { indicatorOf, readOutcome } from "../../../shared/analysis/outcome.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import { numberText } from "../../../shared/format/number.ts";
import { countForms } from "../../../shared/view/data/data-rows.ts";
import { conclusionText, marginText, outcomeText } from "../../../shared/view/data/data-switching.ts";
import { useDataset, useResult, useSession } from "../../state/planner.ts";
import type { ScenarioItem } from "../analysis/scenario-items.ts";
import type { SwitchingQuestion } from "./switching-study.ts";
import { useEditableRows } from "./use-data-rows.ts";
import { useHeadlineOf } from "./use-headline-of.ts";

export interface SwitchingOutlookProps {
  /** null: something is missing, only the plan is told. */
  readonly question: SwitchingQuestion | null;
  readonly other: ScenarioItem | null;
}

export function SwitchingOutlook({ question, other }: SwitchingOutlookProps) {
  return (
    <div className="switching-outlook">
      {question && <Standing question={question} other={other} />}
      <Plan against={question?.conclusion.against.kind ?? null} />
    </div>
  );
}

function Standing({ question: { asked }, other }: { readonly question: SwitchingQuestion; readonly other: ScenarioItem | null }) {
  const dataset = useDataset();
  const weighting = useSession((state) => state.weighting);
  const reader = useResult((state) => state.current);
  const withoutPolicy = useResult((state) => state.statusQuoInWorld);
  const { values } = useHeadlineOf();
  const otherDocument = other?.document ?? null;
  const [value, bar] = useMemo(() => {
    const { outcome, year } = asked;
    const valueOf = (of: ResultReader): number | null => readOutcome(of, outcome)[of.years.indexOf(year)] ?? null;
    const now = valueOf(reader);
    if (asked.kind === "target") return [now, asked.value];
    if (asked.kind === "status-quo") return [now, valueOf(withoutPolicy)];
    // Scenarios are ranked by the headline.
    return [now, otherDocument === null ? null : (values(otherDocument, [{ mineral: outcome.mineral, weighting, year }])[0] ?? null)];
  }, [asked, weighting, reader, withoutPolicy, values, otherDocument]);
  if (value === null || bar === null)
    return (
      <p className="muted">
        {outcomeText(dataset, asked.outcome)} is not defined in {asked.year}, so nothing can be asked of it.
      </p>
    );
  const isUp = indicatorOf(asked.outcome).better === "up";
  return (
    <div>
      <h3 className="finding">{conclusionText(dataset, asked, isUp ? value >= bar : value <= bar)}</h3>
      <p className="subtitle">{marginText(dataset, asked, value, bar)}. Which number would have to be how wrong to turn that round?</p>
    </div>
  );
}

function Plan({ against }: { readonly against: SwitchingQuestion["conclusion"]["against"]["kind"] | null }) {
  const rows = useEditableRows();
  const { assumption } = useMemo(() => countForms(rows), [rows]);
  const runs = against === null ? null : mostScanRuns(rows.length, against);
  return (
    <section aria-label="What will be asked">
      <h3 className="section-head">What will be asked</h3>
      <ul>
        <li>
          {numberText(rows.length, 0)} numbers that equations read, {numberText(assumption, 0)} of them assumptions without a source, are moved one at a time;
          all others stay as they are. Definitions and whole numbers of the model&apos;s structure are left out.
        </li>
        <li>
          Each goes up to three times as far as its recorded range, at least to half and to double its value, and not beyond what its equation can work with.
        </li>
        <li>
          Where the conclusion turns round, the place is narrowed down; the list begins with the number that is nearest to it and tells whether that lies inside
          its range.
        </li>
        {runs !== null && (
          <li>
            Up to {numberText(runs, 0)} short runs of the model look for turns in the background, most of them of one mineral alone. What turns first is shown
            first; the window stays free, and Cancel keeps what is there.
          </li>
        )}
      </ul>
    </section>
  );
}
