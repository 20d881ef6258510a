/** Rows by how well they are known: each chip counts its rows and, pressed, leaves only them. */
import { formMeanings, gradeForms } from "../../../shared/view/data/data-grade.ts";
import type { RowForm } from "../../../shared/view/data/data-rows.ts";

export interface GradeFilterProps {
  readonly counts: Readonly<Record<RowForm, number>>;
  /** None = all rows. */
  readonly pressed: ReadonlySet<RowForm>;
  readonly onChange: (pressed: ReadonlySet<RowForm>) => void;
}

const FORMS: readonly { readonly form: RowForm; readonly label: string; readonly meaning: string }[] = [
  ...gradeForms.map((form) => ({ form, label: form, meaning: formMeanings[form] })),
  { form: "none", label: "no grade", meaning: "Projects, disruptions, levers and minerals: their tables carry no grades" },
];

export function GradeFilter({ counts, pressed, onChange }: GradeFilterProps) {
  const toggle = (form: RowForm): void => {
    const next = new Set(pressed);
    if (!next.delete(form)) next.add(form);
    onChange(next);
  };
  return (
    <div className="grade-filter" role="group" aria-label="Rows by grade">
      {FORMS.filter(({ form }) => counts[form] > 0 || pressed.has(form)).map(({ form, label, meaning }) => (
        <button
          type="button"
          key={form}
          title={meaning}
          className={`chip grade grade-${form} grade-button`}
          aria-pressed={pressed.has(form)}
          onClick={() => toggle(form)}
        >
          {label} {counts[form].toLocaleString("en-US")}
        </button>
      ))}
    </div>
  );
}
