/** The steps that stand between a lever and its effect in the model, each with grade and source. */
import { capitalised } from "../../../../shared/format/words.ts";
import type { LeadTime } from "../../../../shared/view/explore/lever-lead-time.ts";
import { GradeChip } from "../../data/grade-chip.tsx";

export const LeverLeadTimes = ({ times }: { readonly times: readonly LeadTime[] }) => (
  <ul className="lever-lead-times">
    {times.map(({ name, text, sources }) => (
      <li key={name}>
        {name}: <b>{text}</b>
        {sources.map(({ grade, text: source }) => (
          <p key={`${grade} ${source}`} className="muted">
            <GradeChip grade={grade} /> {source === "" ? "source not recorded" : capitalised(source)}
          </p>
        ))}
      </li>
    ))}
  </ul>
);
