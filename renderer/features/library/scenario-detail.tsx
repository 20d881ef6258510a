/** One scenario in full: its shape, its labels as fields, its revisions. Fields are written when they are left, so each keeps its own undo while it has focus. */
import { useId, useState } from "react";
import type { OpenScenario } from "../../../shared/ipc/channels.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import type { ScenarioLabels } from "../../../shared/scenario/scenario.ts";
import { parseTags } from "../../state/library-query.ts";
import { usePlanner } from "../../state/planner.ts";
import { currentDocument } from "../../state/document-store.ts";
import { TITLE_MAX } from "../shell/scenario-title.tsx";
import { DependenceSpark } from "./dependence-spark.tsx";
import { RevisionList } from "./revision-list.tsx";
import "./scenario-detail.css";

type TextLabel = Exclude<keyof ScenarioLabels, "title" | "tags">;

const FIELDS: readonly { readonly label: string; readonly key: TextLabel; readonly hint: string }[] = [
  { label: "Question", key: "question", hint: "What is to be decided?" },
  { label: "Hypothesis", key: "hypothesis", hint: "What do you expect?" },
  { label: "Findings", key: "findings", hint: "What do the numbers say?" },
  { label: "Decision", key: "decision", hint: "What follows?" },
  { label: "Notes", key: "notes", hint: "Anything else" },
];

export function ScenarioDetail({ scenario, locked, now }: { readonly scenario: OpenScenario; readonly locked: boolean; readonly now: number }) {
  const { libraryActions, view } = usePlanner();
  const { labels } = scenario;
  const set = (part: Partial<ScenarioLabels>): Promise<boolean> => libraryActions.setLabels(scenario.id, part);
  return (
    <>
      <header>
        <LabelField
          label="Title"
          hideLabel
          value={labels.title}
          locked={locked}
          maxLength={TITLE_MAX}
          onChange={(title) => (title.trim() === "" ? Promise.resolve(true) : set({ title: title.trim() }))}
        />
        <p className="muted">{scenarioCode(currentDocument(scenario))}</p>
      </header>
      {scenario.result && <DependenceSpark result={scenario.result} target={scenario.saved?.target ?? null} />}
      <LabelField
        label="Tags, with commas between"
        hint="cleared, interagency"
        value={labels.tags.join(", ")}
        locked={locked}
        onChange={(text) => set({ tags: parseTags(text) })}
      />
      {FIELDS.map(({ label, key, hint }) => (
        <LabelField key={key} label={label} hint={hint} multiline value={labels[key]} locked={locked} onChange={(text) => set({ [key]: text })} />
      ))}
      <section className="scenario-revisions">
        <h3 className="section-head">Revisions</h3>
        {scenario.revisions.length === 0 ? (
          <p className="muted">No revision yet. Save makes the first.</p>
        ) : (
          <RevisionList
            revisions={scenario.revisions}
            now={now}
            shown={null}
            onShow={(number) => view.openDialog({ kind: "revisions", id: scenario.id, title: labels.title, revisions: scenario.revisions, number })}
          />
        )}
      </section>
    </>
  );
}

interface LabelFieldProps {
  readonly label: string;
  readonly value: string;
  /** Stands in the field while it is empty. */
  readonly hint?: string;
  readonly locked: boolean;
  /** Resolves to whether it was written; what was not stays in the field. */
  readonly onChange: (text: string) => Promise<boolean>;
  readonly multiline?: boolean;
  readonly hideLabel?: boolean;
  readonly maxLength?: number;
}

function LabelField({ label, value, hint = " ", locked, onChange, multiline = false, hideLabel = false, maxLength }: LabelFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shared = {
    id,
    value: typed ?? value,
    readOnly: locked,
    placeholder: hint,
    className: hideLabel ? "text-field scenario-title-field" : "text-field",
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
    onBlur: () => {
      if (typed === null || typed === value) return setTyped(null);
      void onChange(typed).then((written) => written && setTyped((now) => (now === typed ? null : now)));
    },
  };
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : undefined}>
        {label}
      </label>
      {multiline ? <textarea {...shared} rows={1} /> : <input {...shared} maxLength={maxLength} />}
    </div>
  );
}
