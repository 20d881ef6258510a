/** How well a number is known: a word in one of four forms that differ without colour. */
import type { Grade } from "../../../shared/dataset/dataset.ts";
import { gradeForm, gradeMeanings, gradeWord } from "../../../shared/view/data/data-grade.ts";
import "./grade-chip.css";

export const GradeChip = ({ grade }: { readonly grade: Grade }) => (
  <span className={`chip grade grade-${gradeForm(grade)}`} title={gradeMeanings[grade]}>
    {gradeWord(grade)}
  </span>
);
