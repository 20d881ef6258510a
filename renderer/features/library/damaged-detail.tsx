/** A scenario that cannot be read: what is damaged, what is safe, and the revisions that one can go back to. */
import { errorText } from "../../../shared/errors/error-text.ts";
import { useLibrary, useView } from "../../state/planner.ts";
import type { LibraryState } from "../../state/library-store.ts";
import { RevisionList } from "./revision-list.tsx";

export interface DamagedDetailProps {
  readonly id: string;
  readonly damaged: NonNullable<LibraryState["damaged"]>;
  readonly now: number;
}

export function DamagedDetail({ id, damaged: { error, revisions }, now }: DamagedDetailProps) {
  const view = useView();
  const title = useLibrary((state) => [...state.rows.values()].find((row) => row.id === id)?.title ?? "");
  const { what, safe, next } = errorText(error);
  return (
    <section role="alert" className="damaged-detail">
      <h3 className="section-head">{title}</h3>
      <p>{what}</p>
      <p>{safe}</p>
      <p>{next}</p>
      <RevisionList revisions={revisions} now={now} shown={null} onShow={(number) => view.openDialog({ kind: "revisions", id, title, revisions, number })} />
    </section>
  );
}
