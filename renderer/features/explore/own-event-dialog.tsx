/** Edits a disruption of the user's own. It is taken over as a whole with Save, as one undo entry; Cancel leaves everything as it was. */
import { useState } from "react";
import type { ReactNode } from "react";
import { chainStages } from "../../../shared/dataset/chain-stages.ts";
import { exactNumberText } from "../../../shared/format/number.ts";
import { parseBounded } from "../../../shared/format/parse-number.ts";
import { shortName } from "../../../shared/format/words.ts";
import { checkInputs } from "../../../shared/scenario/scenario-file-inputs.ts";
import type { OwnEvent } from "../../../shared/scenario/scenario.ts";
import { useDataset } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Tile } from "../../ui/tile.tsx";
import { BoundedField } from "./bounded-field.tsx";
import { eventText } from "./event-text.ts";
import { MonthField } from "./month-field.tsx";
import { cutsNothing, idsOf, supplierOptions, textOf, withScope, withWorldShare, worldShares } from "./own-event.ts";
import { ToggleList } from "./toggle-list.tsx";
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
  const [error, setError] = useState<string | null>(null);
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
  const isUsable = problems.length === 0 && error === null && (event.name ?? "").trim() !== "";
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
        <MonthsLine name="Lasts" value={event.duration} min={1} onChange={(duration) => set({ duration })} onError={setError} />
        <ShareLine name="Cut by" value={event.severity} onChange={(severity) => set({ severity })} onError={setError} />
        <MonthsLine name="Builds up over" value={event.ramp_in} min={0} onChange={(ramp_in) => set({ ramp_in })} onError={setError} />
        <MonthsLine name="Recovers over" value={event.recovery} min={0} onChange={(recovery) => set({ recovery })} onError={setError} />
        <LeakLine event={event} onChange={setEvent} onError={setError} />
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
                onError={setError}
              />
            ))}
      </div>
      {error !== null && (
        <p className="own-event-error" role="alert" id="own-event-error">
          {error}
        </p>
      )}
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

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="own-event-line">
      <span>{name}</span>
      {children}
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
  readonly onError: (sentence: string | null) => void;
}

function NumberLine({ name, unit, value, min, max, empty, onChange, onEmpty, onError }: NumberLineProps) {
  const isEmpty = Number.isNaN(value);
  const text = isEmpty ? "" : exactNumberText(Number(value.toPrecision(12)));
  const suffix = unit === "%" ? "%" : ` ${unit}`;
  const own = value === 1 ? suffix.replace(/s$/, "") : suffix;
  return (
    <Line name={name}>
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
        errorId="own-event-error"
        hasError={false}
        parse={(typed) => {
          const read = parseBounded(typed, { min, max, prefix: "", suffix }, isEmpty ? (empty ?? "") : `${text}${own}`);
          const isWhole = !read.ok || unit === "%" || Number.isInteger(read.value);
          return isWhole ? read : { ok: false, error: `Enter whole ${unit}. Still ${text}${own}.` };
        }}
        onCommit={onChange}
        onError={onError}
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
  readonly onError: (sentence: string | null) => void;
}

/** What still gets through; without a value the parameter of the dataset holds. */
function LeakLine({ event, onChange, onError }: LeakLineProps) {
  const { leak, ...plain } = event;
  return (
    <ShareLine
      name="Gets through all the same"
      value={leak ?? NaN}
      empty="as usual"
      onChange={(share) => onChange({ ...event, leak: share })}
      onEmpty={() => onChange(plain)}
      onError={onError}
    />
  );
}
