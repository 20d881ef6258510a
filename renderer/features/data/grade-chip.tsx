/** How well a number is known: a word in one of four forms that differ without colour. */
import type { Grade } from "../../../shared/dataset/dataset.ts";
import { gradeForm, gradeMeanings, gradeWord } from "../../../shared/view/data-grade.ts";
import type { GradeForm } from "../../../shared/view/data-grade.ts";
import "./grade-chip.css";

export const GradeChip = ({ grade }: { readonly grade: Grade }) => (
  <span className={`chip grade grade-${gradeForm(grade)}`} title={gradeMeanings[grade]}>
    {gradeWord(grade)}
  </span>
);

const FORM_WORDS: Readonly<Record<GradeForm, string>> = {
  reported: "reported",
  estimated: "estimated",
  withheld: "withheld",
  assumption: "assumption",
};

export const GradeCounts = ({ counts }: { readonly counts: Readonly<Record<GradeForm, number>> }) => (
  <ul className="grade-counts" aria-label="Rows by grade">
    {(Object.keys(FORM_WORDS) as GradeForm[]).map((form) => (
      <li key={form} className={`chip grade grade-${form}`}>
        {FORM_WORDS[form]} {counts[form].toLocaleString("en-US")}
      </li>
    ))}
  </ul>
);
