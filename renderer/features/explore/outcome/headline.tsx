/** The one large number with its caption, its difference from status quo, its target and the year it stands for. */
import { memo } from "react";
import { capitalised } from "../../../../shared/format/words.ts";
import type { HeadlineView } from "../../../../shared/view/explore/explore-types.ts";
import { useDataset, useSession, useView } from "../../../state/planner.ts";
import { Definition } from "../../../ui/definition.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Tile } from "../../../ui/tile.tsx";
import { Difference } from "./difference.tsx";
import { Gauge } from "./gauge.tsx";
import { OtherDefinitions } from "../charts/other-definitions.tsx";
import { TargetSetter } from "./target-setter.tsx";
import "./headline.css";

const OUTCOME_YEARS = [2030, 2035, 2040, 2050] as const;

export interface HeadlineProps {
  readonly headline: HeadlineView;
  /** Beside an open detail panel there is room for number, caption and distance only. */
  readonly narrow: boolean;
}

export const Headline = memo(function Headline({ headline, narrow }: HeadlineProps) {
  const mineral = useSession((state) => state.selection.mineral);
  const { target } = headline;
  return (
    <section className="headline card" data-narrow={narrow || undefined} data-region="headline" aria-label="Outcome">
      <p className="headline-number">
        {headline.number}
        <span className="headline-unit">{headline.unit}</span>
      </p>
      <div className="headline-words">
        <p className="headline-caption">
          {narrow && <Tile mineral={mineral} />}
          {headline.caption}
        </p>
        <p className="headline-difference">
          <Difference difference={headline.difference} /> {headline.reference}
          {narrow && target.kind === "here" && ` · ${target.text}`}
        </p>
        {!narrow && (
          <p className="headline-links">
            <HeadlineDefinition text={headline.definition} />
            <OtherDefinitions definitions={headline.definitions} />
          </p>
        )}
      </div>
      {!narrow && (
        <>
          <div className="headline-target">
            <p>
              <b>{target.text}</b>
              {target.met !== "" && <span className="headline-met">; {target.met}</span>} <TargetSetter />
            </p>
            {target.gauge && <Gauge gauge={target.gauge} />}
          </div>
          <OutcomeYear />
        </>
      )}
    </section>
  );
});

const HeadlineDefinition = memo(function HeadlineDefinition({ text }: { readonly text: string }) {
  return (
    <Definition title="import dependence">
      <p>{capitalised(text)}.</p>
    </Definition>
  );
});

const OutcomeYear = memo(function OutcomeYear() {
  const view = useView();
  const dataset = useDataset();
  const outcomeYear = useSession((state) => state.outcomeYear);
  const years = OUTCOME_YEARS.filter((year) => year > dataset.baseYear && year <= dataset.baseYear + dataset.months / 12).map((year) => ({
    id: String(year),
    label: String(year),
  }));
  return (
    <div className="headline-year">
      <span aria-hidden>Outcome year</span>
      <Segmented label="Outcome year" value={String(outcomeYear)} onChange={(year) => view.setOutcomeYear(Number(year))} options={years} />
    </div>
  );
});
