/** One lever in the list: name, number field, slider, and its setting in words. Re-renders only when its own settings change. */
import { ChevronLeft, ChevronRight, Timer } from "lucide-react";
import { memo, useId, useState } from "react";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import { bandWord, leverAriaText, leverDatesText, leverUnit, leverUnitText } from "../../../../shared/format/lever-text.ts";
import { exactNumberText } from "../../../../shared/format/number.ts";
import { parseLeverValue } from "../../../../shared/format/parse-number.ts";
import type { LeverRow as RowKey } from "../../../../shared/scenario/edit-scenario.ts";
import { instancesOf, rowInstance } from "../../../../shared/scenario/edit-scenario.ts";
import type { LeverSetting, ScenarioDocument } from "../../../../shared/scenario/scenario.ts";
import { useDocument, useEdit, usePlanner, useSession, useView } from "../../../state/planner.ts";
import { BoundedField } from "./bounded-field.tsx";
import { LeverSlider } from "./lever-slider.tsx";
import { stepFrom } from "./slider-scale.ts";
import "../../../ui/icon-hit.css";
import "./lever-row.css";

export interface LeverRowProps {
  readonly lever: Lever;
  /** Supplier iso3 of a partnership; its name is then the name of the row. */
  readonly partner?: string;
  readonly name: string;
  /** A sentence that is true of this lever now and keeps a reader from a wrong conclusion; written out for the lever in hand only. */
  readonly note: string | null;
  /** The note in a few words, and idle money apart from them, for the row itself. */
  readonly brief: string | null;
  readonly idle: string | null;
}

/** Made once: a row renders with every frame of a drag. */
const OPEN_ICON = <ChevronRight size={15} aria-hidden />;
const CLOSE_ICON = <ChevronLeft size={15} aria-hidden />;
const NOTE_ICON = <Timer size={13} aria-hidden />;

export const LeverRow = memo(function LeverRow({ lever, partner, name, note, brief, idle }: LeverRowProps) {
  const edit = useEdit();
  const view = useView();
  const { moves } = usePlanner();
  const key: RowKey = partner === undefined ? { lever } : { lever, partner };
  const setting = useDocument((state) => rowInstance(state.document, key));
  const others = useDocument((state) => settingsOf(state.document, key).length) - (setting ? 1 : 0);
  const open = useSession((state) => state.detailLever === lever.id);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const noteId = useId();

  const value = setting?.value ?? lever.default;
  const start = setting?.start ?? lever.defaultStart;
  const changed = value !== lever.default;
  const unit = leverUnit(lever.unit);

  const beginGesture = (): void => {
    view.setLeverInHand(lever.id);
    setError(null);
    edit.beginGesture();
  };
  const set = (next: number): void => {
    view.setLeverInHand(lever.id);
    edit.setLever(lever.id, next, partner);
  };
  const toggleDetail = (): void => view.openDetail(open ? null : lever.id);

  return (
    <div className="lever-row" data-lever={lever.id} data-changed={changed || undefined} data-open={open || undefined}>
      <span className="lever-row-name">{name}</span>
      <div className="lever-row-slider">
        <LeverSlider
          label={name}
          {...(note === null ? {} : { describedBy: noteId })}
          scale={lever}
          value={value}
          statusQuo={lever.default}
          valueText={(shown) => leverAriaText(lever, shown, start, setting?.end)}
          onGestureStart={beginGesture}
          onInput={(next) => edit.setLever(lever.id, next, partner)}
          onGestureEnd={edit.endGesture}
          onOpen={toggleDetail}
          moves={moves}
        />
      </div>
      <BoundedField
        label={`${name}, ${leverUnitText(lever.unit)}`}
        text={exactNumberText(value)}
        prefix={unit.prefix}
        suffix={unit.suffix}
        errorId={errorId}
        hasError={error !== null}
        parse={(typed) => parseLeverValue(typed, lever, value)}
        onCommit={set}
        onError={setError}
        onStep={(direction) => set(stepFrom(lever, value, direction))}
      />
      <button
        type="button"
        className="icon-hit lever-row-open"
        aria-label={open ? `Close ${name}` : `Open ${name}`}
        aria-expanded={open}
        title={open ? "Close" : "Dates, minerals, sources"}
        onClick={toggleDetail}
      >
        {open ? CLOSE_ICON : OPEN_ICON}
      </button>
      <p className="lever-row-words">
        <span className="lever-row-band">{bandWord(lever, value)}</span>
        {changed && <span className="lever-row-dates">· {leverDatesText(start, setting?.end)}</span>}
        {others > 0 && (
          <button type="button" className="lever-row-more" onClick={() => view.openDetail(lever.id)}>
            {setting ? `${others + 1} settings` : others === 1 ? "1 other setting" : `${others} other settings`}
          </button>
        )}
        {note !== null && (
          <span className="lever-row-note" title={note}>
            {NOTE_ICON}
            {brief !== null && (
              <span className="lever-row-brief" aria-hidden>
                {brief}
              </span>
            )}
            {idle !== null && <span aria-hidden>{brief === null ? idle : `· ${idle}`}</span>}
            <span className="visually-hidden" id={noteId}>
              {note}
            </span>
          </span>
        )}
      </p>
      {error !== null && (
        <p className="lever-row-error" id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
});

/** All instances of the lever that belong to this row's partner. */
const settingsOf = (document: ScenarioDocument, key: RowKey): readonly LeverSetting[] =>
  instancesOf(document, key.lever.id).filter(({ partner }) => key.partner === undefined || partner === key.partner);
