/** Two to five exclusive choices side by side; arrows move the choice. */
import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import "./segmented.css";

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly id: T; readonly label: ReactNode }[];
}

export function Segmented<T extends string>({ label, value, onChange, options }: SegmentedProps<T>) {
  return (
    <RadioGroup aria-label={label} orientation="horizontal" value={value} onChange={(next) => onChange(next as T)} className="segmented">
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="segmented-option">
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
