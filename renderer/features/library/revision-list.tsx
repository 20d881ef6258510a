/** The revisions of a scenario, newest first: number, moment, what changed. */
import { History } from "lucide-react";
import type { RevisionInfo } from "../../../shared/ipc/channels.ts";
import { momentText } from "../../format-time.ts";
import { useDataset, usePlanner } from "../../state/planner.ts";
import "./revision-list.css";

export interface RevisionListProps {
  readonly revisions: readonly RevisionInfo[];
  readonly now: number;
  /** Number of the revision that is shown; null = none. */
  readonly shown: number | null;
  readonly onShow: (number: number) => void;
}

export function RevisionList({ revisions, now, shown, onShow }: RevisionListProps) {
  const { vintage } = useDataset();
  const { modelVersion } = usePlanner();
  return (
    <ol className="revision-list">
      {revisions.map(({ number, savedAt, changes, ...stored }) => {
        const isElsewhere = stored.modelVersion !== modelVersion || stored.dataVintage !== vintage;
        return (
          <li key={number}>
            <button type="button" className="revision-line" aria-current={number === shown || undefined} onClick={() => onShow(number)}>
              <span className="revision-number">
                <span className="visually-hidden">Revision </span>
                {number}
              </span>
              <span className="revision-moment">
                {momentText(savedAt, now)}
                {isElsewhere && (
                  <span className="scenario-mark" role="img" aria-label={`, stored on ${stored.dataVintage}, model ${stored.modelVersion}`}>
                    <History size={12} aria-hidden />
                  </span>
                )}
              </span>
              <span className="revision-changes" title={changes.join("\n")}>
                {changesText(number, changes)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

const MOST_CHANGES = 2;

/** The first changes, and how many more; a revision without any was made for a new model, new data or a new name. */
function changesText(number: number, changes: readonly string[]): string {
  if (changes.length === 0) return number === 1 ? "status quo" : "same settings";
  const more = changes.length - MOST_CHANGES;
  return [...changes.slice(0, MOST_CHANGES), ...(more > 0 ? [`${more} more`] : [])].join("; ");
}
