/** The numbers that this scenario replaces: each with its effect, one reset each, one for all. */
import { RotateCcw } from "lucide-react";
import type { Parameter } from "../../../shared/dataset/dataset.ts";
import { exactNumberText } from "../../../shared/format/number.ts";
import { capitalised } from "../../../shared/format/words.ts";
import { assumptionOf, rangeWarning } from "../../../shared/view/data-assumption.ts";
import { placeText } from "../../../shared/view/data-effect.ts";
import { parameterRowId, rangeOf } from "../../../shared/view/data-row.ts";
import { parameterName } from "../../../shared/view/data-parameter-names.ts";
import { useDataset, useDocument, useEdit, useView } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PlainTable, type PlainHead } from "../../ui/plain-table.tsx";
import { Difference } from "../explore/difference.tsx";
import { useAssumptionEffects } from "./assumption-editor.tsx";
import "./assumptions-tab.css";

const HEADS: readonly PlainHead[] = [
  { label: "Number" },
  { label: "Dataset", isNumber: true },
  { label: "This scenario", isNumber: true },
  { label: "Unit" },
  { label: "Range" },
  { label: "Effect on import dependence" },
  { label: "Reset", isHidden: true },
];

export function AssumptionsTab() {
  const { parameters } = useDataset();
  const assumptions = useDocument((state) => state.document.assumptions);
  const edit = useEdit();
  const view = useView();
  const changed = parameters.filter((parameter) => assumptionOf(assumptions, parameter) !== null);

  // One gesture, so that one undo brings all of them back.
  const resetAll = (): void => {
    edit.beginGesture();
    for (const assumption of assumptions) edit.setAssumption(assumption, null);
    edit.endGesture();
  };

  if (changed.length === 0) {
    return (
      <section className="card data-empty" aria-label="Assumptions" data-region>
        <h3 className="section-head">No assumption differs from the dataset</h3>
        <p>Choose a parameter and give it another value for this scenario.</p>
        <Button onPress={() => view.setDataTab("dataset")}>Open the dataset</Button>
      </section>
    );
  }
  return (
    <section className="card data-main" aria-label="Assumptions" data-region>
      <div className="data-tools">
        <b>{changed.length === 1 ? "1 number differs from the dataset" : `${changed.length} numbers differ from the dataset`}</b>
        <span className="muted">They belong to this scenario and go with it into files and exports.</span>
        <span className="spacer" />
        <Button variant="quiet" size="small" icon={RotateCcw} onPress={resetAll}>
          {changed.length === 1 ? "Reset it" : `Reset all ${changed.length}`}
        </Button>
      </div>
      <div className="scroll data-scroll">
        <PlainTable label="Assumptions of this scenario" heads={HEADS}>
          {changed.map((parameter) => (
            <ChangedRow key={parameterRowId(parameter)} parameter={parameter} />
          ))}
        </PlainTable>
      </div>
    </section>
  );
}

function ChangedRow({ parameter }: { readonly parameter: Parameter }) {
  const dataset = useDataset();
  const view = useView();
  const edit = useEdit();
  const assumptions = useDocument((state) => state.document.assumptions);
  const effects = useAssumptionEffects(parameter);
  const { low, high, unit } = parameter;
  const value = assumptionOf(assumptions, parameter)?.value ?? parameter.value;
  const warning = rangeWarning(parameter, value);
  const name = parameterName(parameter.key);
  return (
    <tr>
      <th scope="row">
        <LinkButton onPress={() => view.showNumber(parameterRowId(parameter))}>{name}</LinkButton>
        <span className="data-what">{capitalised(placeText(dataset, parameter))}</span>
      </th>
      <td className="plain-number">{exactNumberText(parameter.value)}</td>
      <td className="plain-number">
        <b className="data-replaced">{exactNumberText(value)}</b>
      </td>
      <td className="data-clip">{unit === "-" ? "" : unit}</td>
      <td>
        {rangeOf(low, high)}
        {warning !== null && <span className="assumption-warning data-what">outside</span>}
      </td>
      <td>
        {effects.map(({ subject, change, difference }) => (
          <span key={subject} className="assumption-effect">
            {subject} {change} <Difference difference={difference} />
          </span>
        ))}
      </td>
      <td className="plain-action">
        <Button variant="quiet" size="small" icon={RotateCcw} aria-label={`Reset ${name}`} onPress={() => edit.setAssumption(parameter, null)}>
          Reset
        </Button>
      </td>
    </tr>
  );
}
