/** How many levers differ; opens the list of them. */
import { ListChecks } from "lucide-react";
import { useState } from "react";
import { changedLevers, unknownSettings } from "../../../shared/scenario/edit-scenario.ts";
import type { LeverStudy } from "../../../shared/view/effect/lever-study.ts";
import { useDataset, useDocument } from "../../state/planner.ts";
import { ActionsDialog } from "./outcome/actions-dialog.tsx";

export function ChangedCount({ study }: { readonly study: LeverStudy | null }) {
  const dataset = useDataset();
  const changed = useDocument((state) => changedLevers(state.document, dataset.levers).length);
  const unknown = useDocument((state) => unknownSettings(state.document, dataset.levers).length);
  const [open, setOpen] = useState(false);
  if (changed === 0) return <span className="chip">{unknown === 0 ? "status quo" : `${unknown} unknown`}</span>;
  return (
    <>
      <button type="button" className="chip changed-count" aria-haspopup="dialog" title="List what differs, and what it leads to" onClick={() => setOpen(true)}>
        <ListChecks size={13} aria-hidden />
        {changed} of {dataset.levers.length} changed{unknown > 0 && `, ${unknown} unknown`}
      </button>
      {open && <ActionsDialog study={study} onClose={() => setOpen(false)} />}
    </>
  );
}
