/** Edits a disruption of the user's own. It is taken over as a whole with Save, as one undo entry; Cancel leaves everything as it was. */
import { useCallback, useEffect, useId, useState } from "react";
import type { ReactNode } from "react";
import { chainStages } from "../../../../shared/dataset/chain-stages.ts";
import { exactNumberText } from "../../../../shared/format/number.ts";
import { parseBounded } from "../../../../shared/format/parse-number.ts";
import { shortName } from "../../../../shared/format/words.ts";
import { checkInputs } from "../../../../shared/scenario/scenario-file-inputs.ts";
import type { OwnEvent } from "../../../../shared/scenario/scenario.ts";
import { useDataset } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Tile } from "../../../ui/tile.tsx";
import { BoundedField } from "../levers/bounded-field.tsx";
import { eventText } from "./event-text.ts";
import { MonthField } from "./month-field.tsx";
import { cutsNothing, idsOf, supplierOptions, textOf, withScope, withWorldShare, worldShares } from "./own-event.ts";
import { ToggleList } from "../levers/toggle-list.tsx";
import "./own-event-dialog.css";

export interface OwnEventDialogProps {
  readonly title: string;
  readonly event: OwnEvent;
  readonly confirm: string;
  readonly onSave: (event: OwnEvent) => void;
  readonly onClose: () => void;
}

const PERCENT = 100;
const NAME_MAX = 80;
export function OwnEventDialog({ title, event: first, confirm, onSave, onClose }: OwnEventDialogProps) {
  const dataset = useDataset();
  const [event, setEvent] = useState(first);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const onWrong = useCallback((name: string, isWrong: boolean) => setWrong((before) => toggled(before, name, isWrong)), []);
  // Plants at home have no suppliers: those chosen before come back with another scope.
  const [abroad, setAbroad] = useState("*");
  const set = (part: Partial<OwnEvent>): void => setEvent({ ...event, ...part });
  const scopes = [
    { id: "targeted", label: `${dataset.home.name} only` },
    { id: "global", label: "Every buyer" },
    { id: "outage", label: "Plants at home" },
  ] as const;
  const setScope = (scope: OwnEvent["scope"]): void => {
    const next = withScope(event, scope);
    if (event.scope !== "outage") setAbroad(event.suppliers);
    setEvent(event.scope === "outage" && scope !== "outage" ? { ...next, suppliers: abroad } : next);
  };
  const [minerals, stages] = [idsOf(event.minerals), idsOf(event.stages)];
  const suppliers = supplierOptions(dataset, minerals, stages);
  const problems = checkInputs({ levers: [], world: dataset.worlds[0]?.id ?? "", events: [event] }, dataset);
  const nothing = cutsNothing(dataset, event);
  const isUsable = problems.length === 0 && wrong.size === 0 && (event.name ?? "").trim() !== "";
  return (
    <Dialog
      title={title}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!isUsable}
            onPress={() => {
              onClose();
              onSave({ ...event, name: (event.name ?? "").trim() });
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <label className="field">
        Name
        <input className="text-field" value={event.name ?? ""} maxLength={NAME_MAX} onChange={({ target }) => set({ name: target.value })} />
      </label>
      <Segmented label="Who is cut" value={event.scope} onChange={setScope} options={scopes} />
      <ToggleList
        name="Minerals"
        allLabel="All minerals"
        options={dataset.minerals.map(({ id, name }) => ({ id, label: shortName(name), mark: <Tile mineral={id} size="compact" /> }))}
        chosen={minerals}
        onChange={(ids) => set({ minerals: textOf(ids) })}
      />
      <ToggleList
        name="Stages"
        allLabel="All stages"
        options={chainStages(dataset.stages).map(({ id, label }) => ({ id, label }))}
        chosen={stages}
        onChange={(ids) => set({ stages: textOf(ids) })}
      />
      {event.scope !== "outage" && (
        <ToggleList
          name="Suppliers, with their share of imports"
          allLabel="All suppliers"
          options={suppliers.map(({ id, label, share }) => ({ id, label: `${label} ${exactNumberText(share)}%` }))}
          chosen={idsOf(event.suppliers)}
          onChange={(ids) => set({ suppliers: textOf(ids) })}
        />
      )}
      <div className="own-event-grid">
        <Line name="Starts">
          <MonthField label="Start of the disruption" value={event.start} first={dataset.start} months={dataset.months} onChange={(start) => set({ start })} />
        </Line>
        <MonthsLine name="Lasts" value={event.duration} min={1} onChange={(duration) => set({ duration })} onWrong={onWrong} />
        <ShareLine name="Cut by" value={event.severity} onChange={(severity) => set({ severity })} onWrong={onWrong} />
        <MonthsLine name="Builds up over" value={event.ramp_in} min={0} onChange={(ramp_in) => set({ ramp_in })} onWrong={onWrong} />
        <MonthsLine name="Recovers over" value={event.recovery} min={0} onChange={(recovery) => set({ recovery })} onWrong={onWrong} />
        <LeakLine event={event} onChange={setEvent} onWrong={onWrong} />
        {event.scope === "global" &&
          dataset.minerals
            .filter(({ id }) => minerals === null || minerals.includes(id))
            .map(({ id, name }) => (
              <ShareLine
                key={id}
                name={`World supply lost, ${shortName(name)}`}
                value={worldShares(dataset, event)[id] ?? NaN}
                empty="as produced"
                onChange={(share) => setEvent(withWorldShare(dataset, event, id, share))}
                onEmpty={() => setEvent(withWorldShare(dataset, event, id, null))}
                onWrong={onWrong}
              />
            ))}
      </div>
      {problems.map(({ path, wrong, right }) => (
        <p key={path} className="own-event-error" role="alert">
          {wrong}; {right}.
        </p>
      ))}
      <p className="own-event-preview">
        {eventText(dataset, event)}.{nothing !== null && <b> {nothing}</b>}
      </p>
    </Dialog>
  );
}

const toggled = (names: ReadonlySet<string>, name: string, isIn: boolean): ReadonlySet<string> => {
  if (names.has(name) === isIn) return names;
  return isIn ? new Set([...names, name]) : new Set([...names].filter((each) => each !== name));
};

interface LineProps {
  readonly name: string;
  readonly children: ReactNode;
  /** Stands under the field it is about. */
  readonly error?: { readonly id: string; readonly text: string } | null;
}

function Line({ name, children, error = null }: LineProps) {
  return (
    <div className="own-event-line">
      <span>{name}</span>
      {children}
      {error && (
        <p className="own-event-error" role="alert" id={error.id}>
          {error.text}
        </p>
      )}
    </div>
  );
}

interface NumberLineProps {
  readonly name: string;
  readonly unit: string;
  /** NaN = empty. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What holds while the field is empty. */
  readonly empty?: string;
  readonly onChange: (value: number) => void;
  readonly onEmpty?: () => void;
  /** Whether what stands in the field cannot be taken. */
  readonly onWrong: (name: string, isWrong: boolean) => void;
}

function NumberLine({ name, unit, value, min, max, empty, onChange, onEmpty, onWrong }: NumberLineProps) {
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  useEffect(() => {
    onWrong(name, error !== null);
    return () => onWrong(name, false);
  }, [name, error, onWrong]);
  const isEmpty = Number.isNaN(value);
  const text = isEmpty ? "" : exactNumberText(Number(value.toPrecision(12)));
  const suffix = unit === "%" ? "%" : ` ${unit}`;
  const own = value === 1 ? suffix.replace(/s$/, "") : suffix;
  return (
    <Line name={name} error={error === null ? null : { id: errorId, text: error }}>
      {isEmpty && empty !== undefined && <small className="muted">{empty}</small>}
      {!isEmpty && onEmpty && (
        <button type="button" className="link-button" onClick={onEmpty}>
          {empty}
        </button>
      )}
      <BoundedField
        label={`${name}, ${unit}`}
        text={text}
        suffix={own}
        errorId={errorId}
        hasError={error !== null}
        parse={(typed) => {
          const read = parseBounded(typed, { min, max, prefix: "", suffix }, isEmpty ? (empty ?? "") : `${text}${own}`);
          const isWhole = !read.ok || unit === "%" || Number.isInteger(read.value);
          return isWhole ? read : { ok: false, error: `Enter whole ${unit}. Still ${text}${own}.` };
        }}
        onCommit={onChange}
        onError={setError}
      />
    </Line>
  );
}

/** A share of 0 to 1, shown and typed as per cent. */
function ShareLine({ value, onChange, ...line }: Omit<NumberLineProps, "unit" | "min" | "max">) {
  return <NumberLine unit="%" value={value * PERCENT} min={0} max={PERCENT} onChange={(percent) => onChange(percent / PERCENT)} {...line} />;
}

/** A length of time, at most that of the projection. */
function MonthsLine(line: Omit<NumberLineProps, "unit" | "max">) {
  const { months } = useDataset();
  return <NumberLine unit="months" max={months} {...line} />;
}

interface LeakLineProps {
  readonly event: OwnEvent;
  readonly onChange: (event: OwnEvent) => void;
  readonly onWrong: NumberLineProps["onWrong"];
}

/** What still gets through; without a value the parameter of the dataset holds. */
function LeakLine({ event, onChange, onWrong }: LeakLineProps) {
  const { leak, ...plain } = event;
  return (
    <ShareLine
      name="Gets through all the same"
      value={leak ?? NaN}
      empty="as usual"
      onChange={(share) => onChange({ ...event, leak: share })}
      onEmpty={() => onChange(plain)}
      onWrong={onWrong}
    />
  );
}
