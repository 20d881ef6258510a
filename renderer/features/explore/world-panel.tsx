/** What policy cannot set: the world outlook and disruptions, and the three lines they lead to. */
import { Plus, X } from "lucide-react";
import { useMemo, useState } from "react";
import type { Dataset, EventPreset } from "../../../shared/dataset/dataset.ts";

import type { ScenarioEvent } from "../../../shared/scenario/scenario.ts";
import { useDataset, useDocument, useEdit } from "../../state/planner.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { eventName, eventText, presetText } from "./event-text.ts";
import { MonthField } from "./month-field.tsx";
import { worldSummaries } from "./world-summary.ts";
import "./world-panel.css";

export function WorldPanel() {
  const dataset = useDataset();
  const edit = useEdit();
  const world = useDocument((state) => state.document.inputs.world);
  const worlds = useMemo(() => worldSummaries(dataset), [dataset]);
  return (
    <div className="world-panel scroll">
      <p className="world-panel-lead">What policy cannot set: how demand and world prices develop, and what breaks. Kept with the scenario.</p>
      <fieldset className="world-choice">
        <legend>World</legend>
        {worlds.map(({ id, label, demand, prices }, i) => (
          <div key={id} className="world-option" data-selected={id === world || undefined}>
            <input
              type="radio"
              id={`world-${id}`}
              name="world"
              checked={id === world}
              onChange={() => edit.setWorld(id)}
              aria-describedby={`world-${id}-text`}
            />
            <div>
              <label htmlFor={`world-${id}`}>
                {label}
                {i === 0 && <span className="muted"> (default)</span>}
              </label>
              <small id={`world-${id}-text`}>
                {demand}. {prices}.
              </small>
            </div>
          </div>
        ))}
      </fieldset>
      <Disruptions />
      <ReferenceLines />
    </div>
  );
}

function Disruptions() {
  const dataset = useDataset();
  const edit = useEdit();
  const events = useDocument((state) => state.document.inputs.events);
  return (
    <section className="world-section" aria-label="Disruptions">
      <h2>Disruptions</h2>
      {events.length === 0 && <p className="muted">None. Add one to see demand that is not met, stocks drawn down and prices.</p>}
      <ul>
        {events.map((event, i) => (
          <li key={`${eventName(dataset, event)} ${String(i)}`} className="world-event">
            <div className="world-event-head">
              <b>{eventName(dataset, event)}</b>
              <IconButton icon={X} size={14} label={`Remove ${eventName(dataset, event)}`} onPress={() => edit.removeEvent(i)} />
            </div>
            <small>{eventText(dataset, event)}</small>
            <div className="world-event-start">
              <span>Starts</span>
              <MonthField
                label={`Start of ${eventName(dataset, event)}`}
                value={event.start}
                first={dataset.start}
                months={dataset.months}
                onChange={(start) => edit.replaceEvent(i, { ...event, start })}
              />
            </div>
          </li>
        ))}
      </ul>
      <AddDisruption dataset={dataset} onAdd={edit.addEvent} />
    </section>
  );
}

/** A start that shows the disruption before most plants that levers build are ready. */
const yearsAfterBase = 5;

function AddDisruption({ dataset, onAdd }: { readonly dataset: Dataset; readonly onAdd: (event: ScenarioEvent) => void }) {
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
    </div>
  );
}

/** Why the chart may show three lines. */
function ReferenceLines() {
  const dataset = useDataset();
  const world = useDocument((state) => state.document.inputs.world);
  const events = useDocument((state) => state.document.inputs.events);
  const worldName = dataset.worlds.find(({ id }) => id === world)?.label ?? world;
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
          No lever, {worldName}
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
