/** Before "How wrong must it be?" is asked: the conclusion as it stands and its margin, and what will be done with which numbers. */
import { useMemo } from "react";
import { firstRuns } from "../../../shared/analysis/switching-values.ts";
import { numberText } from "../../../shared/format/number.ts";
import { headlineValue } from "../../../shared/view/data-effect.ts";
import type { HeadlineQuestion } from "../../../shared/view/data-effect.ts";
import { countForms } from "../../../shared/view/data-rows.ts";
import { conclusionText, marginText } from "../../../shared/view/data-switching.ts";
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
    const one: HeadlineQuestion = { mineral: asked.mineral, weighting, year: asked.year };
    const now = headlineValue(reader, one);
    if (asked.kind === "target") return [now, asked.value];
    if (asked.kind === "status-quo") return [now, headlineValue(withoutPolicy, one)];
    return [now, otherDocument === null ? null : (values(otherDocument, [one])[0] ?? null)];
  }, [asked, weighting, reader, withoutPolicy, values, otherDocument]);
  if (value === null || bar === null) return null;
  return (
    <div>
      <h3 className="finding">{conclusionText(dataset, asked, value <= bar)}</h3>
      <p className="subtitle">{marginText(dataset, asked, value, bar)}. Which number would have to be how wrong to turn that round?</p>
    </div>
  );
}

function Plan({ against }: { readonly against: SwitchingQuestion["conclusion"]["against"]["kind"] | null }) {
  const rows = useEditableRows();
  const { assumption } = useMemo(() => countForms(rows), [rows]);
  const runs = against === null ? null : firstRuns(rows.length, against);
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
            At least {numberText(runs, 0)} runs of the model in the background, with the time left shown as they go. The window stays free; Cancel stops at
            once.
          </li>
        )}
      </ul>
    </section>
  );
}
