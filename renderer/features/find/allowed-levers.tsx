/** Which levers the search may set; bounds and start of each open beside it. */
import { useState } from "react";
import { leverUnitText, leverValueText } from "../../../shared/format/lever-text.ts";
import { exactNumberText } from "../../../shared/format/number.ts";
import { parseBounded } from "../../../shared/format/parse-number.ts";
import { monthText } from "../../../shared/format/words.ts";
import { boundsOf, type FindForm, type LeverBounds, type LeverChoice } from "../../../shared/view/find/find-form.ts";
import { useDataset } from "../../state/planner.ts";
import { BoundedField } from "../explore/levers/bounded-field.tsx";
import { MonthField } from "../explore/world/month-field.tsx";
import { PopoverForm } from "../explore/popover-form.tsx";
import type { FindState } from "./find-store.ts";

export interface AllowedLeversProps {
  readonly form: FindForm;
  readonly choices: readonly LeverChoice[];
  readonly onChange: (part: Partial<FindState>) => void;
}

export function AllowedLevers({ form, choices, onChange }: AllowedLeversProps) {
  const count = choices.filter(({ key }) => form.allowed.has(key)).length;
  const toggle = (key: string): void => {
    const next = new Set(form.allowed);
    if (!next.delete(key)) next.add(key);
    onChange({ allowed: next });
  };
  const isAll = count === choices.length;
  return (
    <fieldset className="find-levers">
      <legend>
        Levers allowed{" "}
        <span className="muted">
          {count} of {choices.length}
        </span>
      </legend>
      <label className="checkbox">
        <input
          type="checkbox"
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && !isAll;
          }}
          onChange={() => onChange({ allowed: new Set(isAll ? [] : choices.map(({ key }) => key)) })}
        />
        All levers
      </label>
      {choices.map((choice) => (
        <div key={choice.key} className="find-lever">
          <label className="checkbox">
            <input type="checkbox" checked={form.allowed.has(choice.key)} onChange={() => toggle(choice.key)} />
            <span>{choice.name}</span>
          </label>
          <Bounds
            choice={choice}
            bounds={boundsOf(choice, form.bounds)}
            onChange={(bounds) => onChange({ bounds: { ...form.bounds, [choice.key]: bounds } })}
          />
        </div>
      ))}
    </fieldset>
  );
}

interface BoundsProps {
  readonly choice: LeverChoice;
  readonly bounds: LeverBounds;
  readonly onChange: (bounds: LeverBounds) => void;
}

function Bounds({ choice: { lever, name }, bounds, onChange }: BoundsProps) {
  const dataset = useDataset();
  const [error, setError] = useState<string | null>(null);
  const id = `find-bounds-${lever.id}`;
  const field = (which: "min" | "max", label: string) => {
    const [min, max] = which === "min" ? [lever.min, bounds.max] : [bounds.min, lever.max];
    return (
      <BoundedField
        label={label}
        text={exactNumberText(bounds[which])}
        errorId={id}
        hasError={error !== null}
        parse={(typed) => parseBounded(typed, { min, max, prefix: "", suffix: "" }, exactNumberText(bounds[which]))}
        onCommit={(value) => onChange({ ...bounds, [which]: value })}
        onError={setError}
      />
    );
  };
  const isOwn = bounds.min !== lever.min || bounds.max !== lever.max || bounds.start !== lever.defaultStart;
  return (
    <PopoverForm
      trigger={isOwn ? `to ${leverValueText(lever, bounds.max)}` : `from ${monthText(bounds.start)}`}
      label={`Bounds and start of ${name}: ${leverValueText(lever, bounds.min)} to ${leverValueText(lever, bounds.max)}, from ${monthText(bounds.start)}`}
      title={name}
      className="link-button"
    >
      {() => (
        <>
          <p>{leverUnitText(lever.unit)}</p>
          <div className="popover-form-row">
            {field("min", "Lowest")}
            <span>to</span>
            {field("max", "Highest")}
          </div>
          <div className="popover-form-row">
            <span>Starts</span>
            <MonthField
              label={`Start of ${name}`}
              value={bounds.start}
              first={dataset.start}
              months={dataset.months}
              onChange={(start) => onChange({ ...bounds, start })}
            />
          </div>
          {error !== null && (
            <p className="popover-form-error" id={id} role="alert">
              {error}
            </p>
          )}
        </>
      )}
    </PopoverForm>
  );
}
