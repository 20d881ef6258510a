/** Grades in words and in the four forms of their chips. */
import type { Grade } from "../../dataset/dataset.ts";

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  reported: "reported",
  estimated: "estimated",
  withheld_estimate: "withheld",
  derived: "derived",
  cited: "cited",
  definition: "definition",
  assumption: "assumption",
};

/** The word on a grade's chip; "" where there is no grade. */
export const gradeWord = (grade: Grade | null): string => (grade === null ? "" : GRADE_WORDS[grade]);

/** The four forms of a grade chip, told apart without colour, best known first: published, estimated from something published, withheld, chosen. */
export const gradeForms = ["reported", "estimated", "withheld", "assumption"] as const;

export type GradeForm = (typeof gradeForms)[number];

/** What the filter by a form brings, for its tooltip. */
export const formMeanings: Readonly<Record<GradeForm, string>> = {
  reported: "Published, not estimated",
  estimated: "Estimated at the source, derived from published figures, or taken from a named source",
  withheld: "Withheld or not available at the source; the dataset's own figure",
  assumption: "Expert judgement, and choices of the model",
};

const FORMS: Readonly<Record<Grade, GradeForm>> = {
  reported: "reported",
  estimated: "estimated",
  derived: "estimated",
  cited: "estimated",
  withheld_estimate: "withheld",
  definition: "assumption",
  assumption: "assumption",
};

export const gradeForm = (grade: Grade): GradeForm => FORMS[grade];

/** What each grade means, for the glossary and tooltips. */
export const gradeMeanings: Readonly<Record<Grade, string>> = {
  reported: "Published, not estimated.",
  estimated: "Published as an estimate.",
  withheld_estimate: "Withheld or not available at the source; the dataset's own figure.",
  derived: "Arithmetic on published figures.",
  cited: "A named source gives the value or the direction.",
  definition: "A choice of the model; it is not uncertain and cannot be edited.",
  assumption: "Expert judgement without a source.",
};
