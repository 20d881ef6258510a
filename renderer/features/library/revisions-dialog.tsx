/** Every revision of a scenario: on the left the timeline, on the right the chosen one as it was saved, read-only, and the way back to it. */
import { useEffect, useMemo, useState } from "react";
import type { OpenRevision, RevisionInfo } from "../../../shared/ipc/channels.ts";
import { inSentence } from "../../../shared/format/words.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { revisionView } from "../../../shared/view/library/revision-view.ts";
import type { RevisionOutcome } from "../../../shared/view/library/revision-view.ts";
import { momentText } from "../../format-time.ts";
import { useDataset, usePlanner, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useNow } from "../../use-now.ts";
import { DependenceSpark } from "./dependence-spark.tsx";
import { RevisionList } from "./revision-list.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import "./revisions-dialog.css";

export interface RevisionsDialogProps {
  readonly id: string;
  readonly title: string;
  readonly revisions: readonly RevisionInfo[];
  /** Shown first. */
  readonly number: number;
  readonly onClose: () => void;
}

export function RevisionsDialog({ id, title, revisions, number: first, onClose }: RevisionsDialogProps) {
  const { revisions: actions } = usePlanner();
  const [shown, setShown] = useState(first);
  const newestNumber = revisions[0]?.number ?? first;
  const revision = useRevision(id, shown);
  const newest = useRevision(id, newestNumber);
  const now = useNow();
  const restore = (): void => {
    onClose();
    void actions.restore(id, shown);
  };
  return (
    <Dialog
      title={`Revisions of ${title}`}
      width="large"
      onClose={onClose}
      footer={
        <>
          <span className="muted spacer">Restoring makes a new revision; no revision is ever changed or lost.</span>
          <Button onPress={onClose}>Close</Button>
          <Button variant="primary" isDisabled={shown === newestNumber || revision === null} onPress={restore}>
            Restore revision {shown}
          </Button>
        </>
      }
    >
      <div className="revisions">
        <nav className="revisions-timeline scroll" aria-label="Timeline">
          <RevisionList revisions={revisions} now={now} shown={shown} onShow={setShown} />
        </nav>
        <ScrollArea label={`Revision ${shown}`} className="revisions-shown" isLive>
          {revision === null ? (
            <p className="skeleton revisions-wait" />
          ) : (
            <Shown revision={revision} newest={shown === newestNumber ? null : newest} now={now} />
          )}
        </ScrollArea>
      </div>
    </Dialog>
  );
}

/** null until it has been read. */
function useRevision(id: string, number: number): OpenRevision | null {
  const { revisions } = usePlanner();
  const [read, setRead] = useState<OpenRevision | null>(null);
  useEffect(() => {
    let left = false;
    void revisions.read(id, number).then((revision) => !left && setRead(revision));
    return () => {
      left = true;
    };
  }, [revisions, id, number]);
  return read?.number === number ? read : null;
}

interface ShownProps {
  readonly revision: OpenRevision;
  /** null = this is the newest one. */
  readonly newest: OpenRevision | null;
  readonly now: number;
}

function Shown({ revision, newest, now }: ShownProps) {
  const dataset = useDataset();
  const year = useSession((state) => state.outcomeYear);
  const view = useMemo(() => revisionView(dataset, revision, newest?.result ?? null, year), [dataset, revision, newest, year]);
  const { document, result } = revision;
  return (
    <>
      <p>
        <b>Revision {revision.number}</b>
        <span className="muted">
          {" "}
          · saved {inSentence(momentText(revision.savedAt, now))} · {scenarioCode(document)} · data {result.planner.data_vintage} · model{" "}
          {result.planner.model_version}
        </span>
      </p>
      <DependenceSpark result={result} target={document.target} />
      <table className="revisions-table">
        <caption className="section-head">Stored result, {year}</caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Revision {revision.number}</th>
            {newest && <th scope="col">Revision {newest.number}</th>}
            {newest && <th scope="col">Difference</th>}
          </tr>
        </thead>
        <tbody>
          {view.outcomes.map((line) => (
            <OutcomeRow key={line.id} line={line} />
          ))}
        </tbody>
      </table>
      <h3 className="section-head">Settings</h3>
      <dl className="revisions-settings">
        {view.settings.map(({ name, text }, index) => (
          <div key={`${name} ${String(index)}`}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function OutcomeRow({ line: { label, value, newest } }: { readonly line: RevisionOutcome }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <b>{value}</b>
      </td>
      {newest && <td>{newest.value}</td>}
      {newest && <td className={newest.difference.tone === "neutral" ? "muted" : newest.difference.tone}>{newest.difference.text}</td>}
    </tr>
  );
}
