/** Settings of levers that the dataset does not have: named, because the scenario cannot be computed with them, and removed on request only. */
import { exactNumberText } from "../../../../shared/format/number.ts";
import { monthText } from "../../../../shared/format/words.ts";
import { unknownSettings } from "../../../../shared/scenario/edit-scenario.ts";
import { useDataset, useDocument, useEdit } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import "./unknown-levers.css";

export function UnknownLevers() {
  const dataset = useDataset();
  const edit = useEdit();
  const document = useDocument((state) => state.document);
  const unknown = unknownSettings(document, dataset.levers);
  if (unknown.length === 0) return null;
  return (
    <section className="unknown-levers" aria-label="Levers that this dataset does not have">
      <h2>Not in this dataset</h2>
      <ul>
        {unknown.map(({ lever, value, start }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- settings have no id and stay in their order
          <li key={index}>
            <b>{lever}</b> {exactNumberText(value)}, from {monthText(start)}
          </li>
        ))}
      </ul>
      <Button size="small" onPress={edit.removeUnknownLevers}>
        {unknown.length === 1 ? "Remove this setting" : `Remove these ${unknown.length} settings`}
      </Button>
    </section>
  );
}
