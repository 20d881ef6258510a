/** "All" or a chosen few. Choosing the last one away goes back to all, so that a list is never empty. */
import type { ReactNode } from "react";

export interface ToggleListProps {
  readonly name: string;
  readonly allLabel: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly mark?: ReactNode }[];
  /** null = all. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

export function ToggleList({ name, allLabel, options, chosen, onChange }: ToggleListProps) {
  const toggle = (id: string): void => {
    if (chosen === null) return onChange([id]);
    const next = chosen.includes(id)
      ? chosen.filter((kept) => kept !== id)
      : options.map((option) => option.id).filter((each) => each === id || chosen.includes(each));
    onChange(next.length === 0 ? null : next);
  };
  return (
    <fieldset className="toggle-list">
      <legend>{name}</legend>
      <label data-chosen={chosen === null || undefined}>
        <input type="checkbox" checked={chosen === null} onChange={() => chosen !== null && onChange(null)} />
        {allLabel}
      </label>
      {options.map(({ id, label, mark }) => (
        <label key={id} data-chosen={chosen?.includes(id) || undefined}>
          <input type="checkbox" checked={chosen?.includes(id) ?? false} onChange={() => toggle(id)} />
          {mark}
          {label}
        </label>
      ))}
    </fieldset>
  );
}
