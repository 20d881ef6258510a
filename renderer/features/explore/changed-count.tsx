/** How many levers differ; opens the list of them. */
import { useState } from "react";
import { changedLevers } from "../../../shared/scenario/edit-scenario.ts";
import type { LeverStudy } from "../../../shared/view/effect/lever-study.ts";
import { useDataset, useDocument } from "../../state/planner.ts";
import { ActionsDialog } from "./actions-dialog.tsx";

export function ChangedCount({ study }: { readonly study: LeverStudy | null }) {
  const dataset = useDataset();
  const changed = useDocument((state) => changedLevers(state.document, dataset.levers).length);
  const [open, setOpen] = useState(false);
  if (changed === 0) return <span className="chip">status quo</span>;
  return (
    <>
      <button type="button" className="chip changed-count" aria-haspopup="dialog" title="Actions and outcomes" onClick={() => setOpen(true)}>
        {changed} of {dataset.levers.length} changed
      </button>
      {open && <ActionsDialog study={study} onClose={() => setOpen(false)} />}
    </>
  );
}
