/** What policy cannot set: the world outlook and disruptions, and the three lines they lead to. */
import { Pencil, Plus, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Dataset, EventPreset } from "../../../../shared/dataset/dataset.ts";
import { worldName } from "../../../../shared/scenario/own-world.ts";
import type { OwnEvent, ScenarioEvent } from "../../../../shared/scenario/scenario.ts";
import { useDataset, useDocument, useEdit, useSession, useView } from "../../../state/planner.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { eventName, eventText, presetText } from "./event-text.ts";
import { MonthField } from "./month-field.tsx";
import { OwnEventDialog } from "./own-event-dialog.tsx";
import { editableEvent, freshEvent } from "./own-event.ts";
import { OwnWorldEditor } from "./own-world-editor.tsx";
import { worldSummaries } from "./world-summary.ts";
import "./world-panel.css";

export function WorldPanel() {
  return (
    <div className="world-panel scroll">
      <p className="world-panel-lead">What policy cannot set: how demand and world prices develop, and what breaks. Kept with the scenario.</p>
      <WorldChoice />
      <Disruptions />
      <ReferenceLines />
    </div>
  );
}

/** The worlds of the dataset, and the user's own while there is one. */
function WorldChoice() {
  const dataset = useDataset();
  const edit = useEdit();
  const view = useView();
  const world = useDocument((state) => state.document.inputs.world);
  const own = useDocument((state) => state.document.inputs.own_world);
  const worlds = useMemo(() => worldSummaries(dataset), [dataset]);
  const [isNew, setNew] = useState(false);
  const label = worlds.find(({ id }) => id === world)?.label ?? world;
  const isKnown = worlds.some(({ id }) => id === world);
  const choose = (id: string): void => {
    setNew(false);
    edit.setWorld(id);
    if (own) view.toast(`World “${own.name}” left the scenario`, { label: "Undo", run: edit.undo });
  };
  return (
    <>
      <fieldset className="world-choice">
        <legend>World</legend>
        {worlds.map(({ id, label: name, demand, prices }, i) => (
          <WorldOption
            key={id}
            id={id}
            checked={id === world && !own}
            label={name}
            isDefault={i === 0}
            text={`${demand}. ${prices}.`}
            onChoose={() => choose(id)}
          />
        ))}
        {own && (
          <WorldOption id="own" checked label={own.name} isDefault={false} text={`Own world, an edited copy of “${label}”.`} onChoose={() => undefined} />
        )}
      </fieldset>
      {own && <OwnWorldEditor base={world} own={own} isNew={isNew} />}
      {!own && !isKnown && <p role="note">The world of this scenario, {world}, is not in this dataset. Choose another.</p>}
      {!own && isKnown && (
        <Button
          size="small"
          icon={Pencil}
          onPress={() => {
            setNew(true);
            edit.setOwnWorld(world, { name: `${label}, edited`, demand: {}, price: {} });
          }}
        >
          Edit a copy of “{label}”
        </Button>
      )}
    </>
  );
}

interface WorldOptionProps {
  readonly id: string;
  readonly checked: boolean;
  readonly label: string;
  readonly isDefault: boolean;
  readonly text: string;
  readonly onChoose: () => void;
}

function WorldOption({ id, checked, label, isDefault, text, onChoose }: WorldOptionProps) {
  return (
    <div className="world-option" data-selected={checked || undefined}>
      <input type="radio" id={`world-${id}`} name="world" checked={checked} onChange={onChoose} aria-describedby={`world-${id}-text`} />
      <div>
        <label htmlFor={`world-${id}`}>
          {label}
          {isDefault && <span className="muted"> (default)</span>}
        </label>
        <small id={`world-${id}-text`}>{text}</small>
      </div>
    </div>
  );
}

function Disruptions() {
  const dataset = useDataset();
  const edit = useEdit();
  const events = useDocument((state) => state.document.inputs.events);
  const mineral = useSession((state) => state.selection.mineral);
  const [edited, setEdited] = useState<Edited | null>(null);
  const start = `${dataset.baseYear + yearsAfterBase}-01`;
  const names = events.map((event, i) => {
    const name = eventName(dataset, event);
    const before = events.slice(0, i).filter((other) => eventName(dataset, other) === name).length;
    return { event, name: before === 0 ? name : `${name} (${String(before + 1)})` };
  });
  const open = (event: ScenarioEvent, index: number): void => {
    const own = editableEvent(dataset, event);
    if (own) setEdited({ index, event: own });
  };
  const [section, removed] = useFocusAfterRemoval(events.length);
  return (
    <section className="world-section" aria-label="Disruptions" ref={section}>
      <h2>Disruptions</h2>
      {events.length === 0 && <p className="muted">None. Add one to see demand that is not met, stocks drawn down and prices.</p>}
      <ul>
        {names.map(({ event, name }, i) => (
          <li key={`${name} ${String(i)}`} className="world-event">
            <div className="world-event-head">
              <b>{name}</b>
              <IconButton icon={Pencil} size={14} label={`Edit ${name}`} onPress={() => open(event, i)} />
              <IconButton
                icon={X}
                size={14}
                label={`Remove ${name}`}
                onPress={() => {
                  removed(i);
                  edit.removeEvent(i);
                }}
              />
            </div>
            <small>{eventText(dataset, event)}</small>
            <div className="world-event-start">
              <span>Starts</span>
              <MonthField
                label={`Start of ${name}`}
                value={event.start}
                first={dataset.start}
                months={dataset.months}
                onChange={(next) => edit.replaceEvent(i, { ...event, start: next })}
              />
            </div>
          </li>
        ))}
      </ul>
      <AddDisruption dataset={dataset} onAdd={edit.addEvent} onOwn={() => setEdited({ index: null, event: freshEvent(dataset, mineral, start) })} />
      {edited && (
        <OwnEventDialog
          title={edited.index === null ? "Own disruption" : "Edit disruption"}
          event={edited.event}
          confirm={edited.index === null ? "Add" : "Save"}
          onSave={(event) => (edited.index === null ? edit.addEvent(event) : edit.replaceEvent(edited.index, event))}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

/** The button that removes goes with its row: the focus moves to that of the row in its place, or to the choice of a new one. */
function useFocusAfterRemoval(count: number) {
  const section = useRef<HTMLElement>(null);
  const at = useRef<number | null>(null);
  useEffect(() => {
    if (at.current === null) return;
    const rows = section.current?.querySelectorAll(".world-event") ?? [];
    const row = rows[Math.min(at.current, rows.length - 1)];
    at.current = null;
    (row?.querySelector<HTMLElement>(".world-event-head button:last-of-type") ?? section.current?.querySelector<HTMLElement>(".world-add button"))?.focus();
  }, [count]);
  return [section, (index: number): void => void (at.current = index)] as const;
}

interface Edited {
  /** Position in the scenario; null = not in it yet. */
  readonly index: number | null;
  readonly event: OwnEvent;
}

/** A start that shows the disruption before most plants that levers build are ready. */
const yearsAfterBase = 5;

interface AddDisruptionProps {
  readonly dataset: Dataset;
  readonly onAdd: (event: ScenarioEvent) => void;
  readonly onOwn: () => void;
}

function AddDisruption({ dataset, onAdd, onOwn }: AddDisruptionProps) {
  const [chosen, setChosen] = useState(dataset.events[0]?.id ?? "");
  const [start, setStart] = useState(`${dataset.baseYear + yearsAfterBase}-01`);
  const preset = dataset.events.find(({ id }) => id === chosen);
  if (!preset) return null;
  return (
    <div className="world-add">
      <Select label="Disruption" value={chosen} onChange={setChosen} options={dataset.events.map(({ id, name }: EventPreset) => ({ id, label: name }))} />
      <small>{presetText(dataset, preset)}</small>
      <div className="world-event-start">
        <span>Starts</span>
        <MonthField label="Start of the disruption" value={start} first={dataset.start} months={dataset.months} onChange={setStart} />
        <Button size="small" icon={Plus} onPress={() => onAdd({ event: preset.id, start })}>
          Add
        </Button>
      </div>
      <Button size="small" variant="quiet" icon={Plus} onPress={onOwn}>
        Own disruption
      </Button>
    </div>
  );
}

/** Why the chart may show three lines. */
function ReferenceLines() {
  const dataset = useDataset();
  const name = useDocument((state) => worldName(dataset, state.document.inputs));
  const events = useDocument((state) => state.document.inputs.events);
  const defaultName = dataset.worlds[0]?.label ?? "";
  const disrupted = events.length > 0;
  return (
    <section className="world-section" aria-label="Lines on the chart">
      <h2>Lines on the chart</h2>
      <dl className="world-lines">
        <dt>
          <i className="world-line-current" />
          This scenario
        </dt>
        <dd>Your levers, in this world{disrupted ? " with its disruptions" : ""}.</dd>
        <dt>
          <i className="world-line-world" />
          Status quo in this world
        </dt>
        <dd>
          No lever, {name}
          {disrupted ? " with the same disruptions" : ""}. What policy is measured against.
        </dd>
        <dt>
          <i className="world-line-default" />
          Status quo, default world
        </dt>
        <dd>No lever, {defaultName}, no disruption. Appears only when this world differs.</dd>
      </dl>
    </section>
  );
}
