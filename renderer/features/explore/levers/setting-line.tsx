/** One line of a setting: name left, control right, slider below, and a sentence under it. */
import type { ReactNode } from "react";

export interface SettingLineProps {
  readonly name: string;
  readonly control: ReactNode;
  readonly slider?: ReactNode;
  readonly hint?: string;
  readonly error?: string | null;
  readonly errorId?: string;
}

export function SettingLine({ name, control, slider, hint, error = null, errorId }: SettingLineProps) {
  return (
    <div className="setting-line">
      <span className="setting-line-name">{name}</span>
      {slider !== undefined && <div className="setting-line-slider">{slider}</div>}
      <div className="setting-line-control">{control}</div>
      {error !== null ? (
        <p className="setting-line-error" id={errorId} role="alert">
          {error}
        </p>
      ) : (
        hint !== undefined && <p className="setting-line-hint">{hint}</p>
      )}
    </div>
  );
}
