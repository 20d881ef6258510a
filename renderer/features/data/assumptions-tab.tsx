/** The numbers that a scenario may replace, with a field each: what they do to the headline, one reset each, one for all. */
import { RotateCcw } from "lucide-react";
import { useMemo, useState } from "react";
import { assumptionOf } from "../../../shared/view/data/data-assumption.ts";
import { assumptionEffect } from "../../../shared/view/data/data-effect.ts";
import { useDataset, useDocument, useEdit, useView } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Difference } from "../explore/outcome/difference.tsx";
import { assumptionColumns } from "./assumption-columns.tsx";
import { NumberBrowser } from "./number-browser.tsx";
import { useEditableRows } from "./use-data-rows.ts";
import { useHeadlineOf } from "./use-headline-of.ts";
import { useIdleRuns } from "./use-idle-runs.ts";
import "./assumptions-tab.css";

export function AssumptionsTab() {
  const { parameters } = useDataset();
  const editable = useEditableRows();
  const assumptions = useDocument((state) => state.document.assumptions);
  const edit = useEdit();
  const view = useView();
  const [changedOnly, setChangedOnly] = useState(assumptions.length > 0);
  const changed = useMemo(
    () => editable.filter(({ parameter }) => parameter !== null && assumptionOf(assumptions, parameters[parameter]!) !== null),
    [editable, parameters, assumptions],
  );

  // One gesture, so that one undo brings all of them back.
  const resetAll = (): void => {
    edit.beginGesture();
    for (const assumption of assumptions) edit.setAssumption(assumption, null);
    edit.endGesture();
    view.toast(`${changed.length === 1 ? "1 number is" : `${changed.length} numbers are`} the dataset's again`, { label: "Undo", run: edit.undo });
  };

  return (
    <NumberBrowser
      label="Assumptions"
      tableLabel="Assumptions of this scenario"
      rows={changedOnly ? changed : editable}
      columns={assumptionColumns}
      startsAnywhere
      head={<Headline count={changed.length} />}
      tools={
        <label className="checkbox">
          <input type="checkbox" checked={changedOnly} onChange={(event) => setChangedOnly(event.target.checked)} />
          Changed only
        </label>
      }
      actions={
        changed.length > 0 && (
          <Button variant="quiet" size="small" icon={RotateCcw} onPress={resetAll}>
            {changed.length === 1 ? "Reset it" : `Reset all ${changed.length}`}
          </Button>
        )
      }
      empty={
        <div className="data-empty">
          <h3 className="section-head">No assumption differs from the dataset</h3>
          <p>{editable.length.toLocaleString("en-US")} numbers can be given another value for this scenario.</p>
          <Button onPress={() => setChangedOnly(false)}>Show them all</Button>
        </div>
      }
    />
  );
}

/** What all changed numbers together do to the headline of this scenario. */
function Headline({ count }: { readonly count: number }) {
  const dataset = useDataset();
  const document = useDocument((state) => state.document);
  const { question } = useHeadlineOf();
  const questions = useMemo(() => [question(null)], [question]);
  const documents = useMemo(() => [{ ...document, assumptions: [] }, document], [document]);
  const [before, after] = useIdleRuns(documents, questions) ?? [];
  const one = questions[0];
  const effect = before && after && one ? assumptionEffect(dataset, one, before[0] ?? null, after[0] ?? null) : null;
  return (
    <header className="assumptions-head">
      <h3 className="finding">
        {count === 0 ? "Every number is the dataset's" : count === 1 ? "1 number differs from the dataset" : `${count} numbers differ from the dataset`}
      </h3>
      <p className="subtitle" role="status">
        {count === 0 ? (
          "Type another value and see at once what it does. It belongs to this scenario and goes with it into files and exports."
        ) : effect === null ? (
          "Running the scenario with and without them…"
        ) : (
          <>
            Import dependence of all minerals in {one?.year}, dataset&apos;s numbers to these: {effect.change} <Difference difference={effect.difference} />
          </>
        )}
      </p>
    </header>
  );
}
