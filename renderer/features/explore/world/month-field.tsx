/** A month and a year inside the dataset's span. A year outside says what would be right and changes nothing. */
import { useId, useState } from "react";
import { MONTHS, monthText } from "../../../../shared/format/words.ts";
import { monthAt, yearOf } from "../../../../shared/time.ts";
import type { YearMonth } from "../../../../shared/time.ts";
import { Select } from "../../../ui/select.tsx";
import { BoundedField } from "../levers/bounded-field.tsx";
import { parseWhole } from "../parse-whole.ts";
import "./month-field.css";

export interface MonthFieldProps {
  readonly label: string;
  readonly value: YearMonth;
  /** First month that may be chosen. */
  readonly first: YearMonth;
  /** How many months from `first` on may be chosen. */
  readonly months: number;
  readonly onChange: (month: YearMonth) => void;
}

export function MonthField({ label, value, first, months, onChange }: MonthFieldProps) {
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const last = monthAt(months - 1, first);
  const take = (year: number, month: string): void => {
    const next = `${year}-${month}`;
    onChange(next < first ? first : next > last ? last : next);
  };
  return (
    <span className="month-field">
      <Select label={`${label}, month`} value={value.slice(5)} onChange={(month) => take(yearOf(value), month)} options={monthOptions} />
      <BoundedField
        label={`${label}, year`}
        text={String(yearOf(value))}
        errorId={errorId}
        hasError={error !== null}
        parse={(typed) => parseWhole(typed, yearOf(first), yearOf(last), "", monthText(value))}
        onCommit={(year) => take(year, value.slice(5))}
        onError={setError}
        onStep={(direction) => take(yearOf(value) + direction, value.slice(5))}
      />
      {error !== null && (
        <span className="month-field-error" id={errorId} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}

const monthOptions = MONTHS.map((label, i) => ({ id: String(i + 1).padStart(2, "0"), label: label.slice(0, 3) }));
