/** The lines of a lever setting that have a slider: value, start, ramp, end and the share of output a price floor covers. */
import { useId, useState } from "react";
import type { Dataset, Lever } from "../../../../shared/dataset/dataset.ts";
import { leverAriaText, leverBoundsText, leverUnit, leverUnitText, leverValueText } from "../../../../shared/format/lever-text.ts";
import { exactNumberText } from "../../../../shared/format/number.ts";
import { parseBounded, parseLeverValue } from "../../../../shared/format/parse-number.ts";
import { monthText } from "../../../../shared/format/words.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { monthAt, monthIndex, yearOf } from "../../../../shared/time.ts";
import { useEdit, usePlanner } from "../../../state/planner.ts";
import { BoundedField } from "./bounded-field.tsx";
import { LeverSlider } from "./lever-slider.tsx";
import { MonthField } from "../world/month-field.tsx";
import { parseWhole } from "../parse-whole.ts";
import { SettingLine } from "./setting-line.tsx";
import { stepFrom } from "./slider-scale.ts";

/** One changed part. `end: null` = no end. */
export type SettingChange = Partial<Omit<LeverSetting, "lever" | "end">> & { readonly end?: string | null };

const MAX_RAMP_MONTHS = 120;
const PERCENT = 100;
/** Share of output that a price floor covers unless the setting says otherwise (specification, section 4.1). */
const DEFAULT_ELIGIBLE = 0.5;

export interface LineProps {
  readonly setting: LeverSetting;
  readonly onChange: (change: SettingChange) => void;
}

export function ValueLine({ lever, setting, onChange }: LineProps & { readonly lever: Lever }) {
  const edit = useEdit();
  const { moves } = usePlanner();
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const unit = leverUnit(lever.unit);
  return (
    <SettingLine
      name="Value"
      error={error}
      errorId={errorId}
      hint={`Status quo ${leverValueText(lever, lever.default)}. Bounds ${leverBoundsText(lever)}.`}
      control={
        <BoundedField
          label={`Value, ${leverUnitText(lever.unit)}`}
          text={exactNumberText(setting.value)}
          prefix={unit.prefix}
          suffix={unit.suffix}
          errorId={errorId}
          hasError={error !== null}
          parse={(typed) => parseLeverValue(typed, lever, setting.value)}
          onCommit={(value) => onChange({ value })}
          onError={setError}
          onStep={(direction) => onChange({ value: stepFrom(lever, setting.value, direction) })}
        />
      }
      slider={
        <LeverSlider
          label={`${lever.name}, value`}
          scale={lever}
          value={setting.value}
          statusQuo={lever.default}
          valueText={(shown) => leverAriaText(lever, shown, setting.start, setting.end)}
          onGestureStart={edit.beginGesture}
          onInput={(value) => onChange({ value })}
          onGestureEnd={edit.endGesture}
          moves={moves}
        />
      }
    />
  );
}

export function StartLine({ dataset, lever, setting, onChange }: LineProps & { readonly dataset: Dataset; readonly lever: Lever }) {
  const edit = useEdit();
  const months = setting.end === undefined ? dataset.months : monthIndex(setting.end, dataset.start);
  const take = (start: string): void => onChange({ start: start < dataset.start ? dataset.start : minMonth(start, monthAt(months - 1, dataset.start)) });
  const years = { min: yearOf(dataset.start), max: yearOf(monthAt(dataset.months - 1, dataset.start)), step: 1 };
  return (
    <SettingLine
      name="Start"
      hint={`Usually ${monthText(lever.defaultStart)}. Nothing changes before.`}
      control={<MonthField label="Start" value={setting.start} first={dataset.start} months={months} onChange={(start) => onChange({ start })} />}
      slider={
        <LeverSlider
          label={`${lever.name}, start year`}
          scale={years}
          value={yearOf(setting.start)}
          statusQuo={yearOf(lever.defaultStart)}
          band={false}
          valueText={(year) => `starts ${monthText(`${year}-${setting.start.slice(5)}`)}`}
          onGestureStart={edit.beginGesture}
          onInput={(year) => take(`${year}-${setting.start.slice(5)}`)}
          onGestureEnd={edit.endGesture}
        />
      }
    />
  );
}

export function RampLine({ lever, setting, onChange }: LineProps & { readonly lever: Lever }) {
  const edit = useEdit();
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const scale = { min: 0, max: MAX_RAMP_MONTHS, step: 1 };
  const words = (ramp: number): string => (ramp <= 1 ? "at once" : `${ramp} months`);
  return (
    <SettingLine
      name="Ramp"
      error={error}
      errorId={errorId}
      hint={setting.ramp <= 1 ? "Full value from the first month." : `Rises evenly; full value in ${monthText(monthAt(setting.ramp - 1, setting.start))}.`}
      control={
        <BoundedField
          label="Ramp, months"
          text={String(setting.ramp)}
          suffix={setting.ramp === 1 ? "month" : "months"}
          errorId={errorId}
          hasError={error !== null}
          parse={(typed) => parseWhole(typed, scale.min, scale.max, " months", words(setting.ramp))}
          onCommit={(ramp) => onChange({ ramp })}
          onError={setError}
          onStep={(direction) => onChange({ ramp: stepFrom(scale, setting.ramp, direction) })}
        />
      }
      slider={
        <LeverSlider
          label={`${lever.name}, ramp`}
          scale={scale}
          value={setting.ramp}
          statusQuo={lever.defaultRampMonths}
          band={false}
          valueText={words}
          onGestureStart={edit.beginGesture}
          onInput={(ramp) => onChange({ ramp })}
          onGestureEnd={edit.endGesture}
        />
      }
    />
  );
}

/** The last position of the end slider means that there is no end. */
export function EndLine({ dataset, lever, setting, onChange }: LineProps & { readonly dataset: Dataset; readonly lever: Lever }) {
  const edit = useEdit();
  const lastYear = yearOf(monthAt(dataset.months - 1, dataset.start));
  const noEnd = lastYear + 1;
  const earliest = monthAt(monthIndex(setting.start, dataset.start) + 1, dataset.start);
  const month = setting.end?.slice(5) ?? "01";
  const take = (year: number): void => {
    if (year >= noEnd) onChange({ end: null });
    else onChange({ end: `${year}-${month}` < earliest ? earliest : `${year}-${month}` });
  };
  return (
    <SettingLine
      name="End"
      hint={setting.end === undefined ? "Holds to the last year." : `First month without the lever: ${monthText(setting.end)}.`}
      control={
        setting.end === undefined ? (
          <button type="button" className="link-button" onClick={() => onChange({ end: monthAt(monthIndex(earliest, dataset.start) + 119, dataset.start) })}>
            Set an end
          </button>
        ) : (
          <MonthField
            label="End"
            value={setting.end}
            first={earliest}
            months={dataset.months - monthIndex(earliest, dataset.start)}
            onChange={(end) => onChange({ end })}
          />
        )
      }
      slider={
        <LeverSlider
          label={`${lever.name}, end year`}
          scale={{ min: yearOf(dataset.start), max: noEnd, step: 1 }}
          value={setting.end === undefined ? noEnd : yearOf(setting.end)}
          statusQuo={noEnd}
          band={false}
          valueText={(year) => (year >= noEnd ? "no end" : `ends ${monthText(`${year}-${month}`)}`)}
          onGestureStart={edit.beginGesture}
          onInput={take}
          onGestureEnd={edit.endGesture}
        />
      }
    />
  );
}

export function EligibleLine({ setting, onChange }: LineProps) {
  const edit = useEdit();
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const percent = Number(((setting.eligible ?? DEFAULT_ELIGIBLE) * PERCENT).toPrecision(12));
  const scale = { min: 0, max: PERCENT, step: 5 };
  const take = (value: number): void => onChange({ eligible: value / PERCENT });
  return (
    <SettingLine
      name="Eligible output"
      error={error}
      errorId={errorId}
      hint="Share of output that the floor covers. Usually 50%."
      control={
        <BoundedField
          label="Eligible output, %"
          text={exactNumberText(percent)}
          suffix="%"
          errorId={errorId}
          hasError={error !== null}
          parse={(typed) => parseBounded(typed, { ...scale, prefix: "", suffix: "%" }, `${exactNumberText(percent)}%`)}
          onCommit={take}
          onError={setError}
          onStep={(direction) => take(stepFrom(scale, percent, direction))}
        />
      }
      slider={
        <LeverSlider
          label="Eligible output"
          scale={scale}
          value={percent}
          statusQuo={DEFAULT_ELIGIBLE * PERCENT}
          valueText={(value) => `${value}% of output`}
          onGestureStart={edit.beginGesture}
          onInput={take}
          onGestureEnd={edit.endGesture}
        />
      }
    />
  );
}

const minMonth = (a: string, b: string): string => (a < b ? a : b);
