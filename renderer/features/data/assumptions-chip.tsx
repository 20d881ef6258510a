/** Beside the scenario's title while it replaces numbers of the dataset: numbers are then not the dataset's own. */
import { Button } from "react-aria-components";
import { useDocument, useView } from "../../state/planner.ts";
import "./assumptions-chip.css";

export function AssumptionsChip() {
  const count = useDocument(({ document }) => document.assumptions.length);
  const view = useView();
  if (count === 0) return null;
  const show = (): void => {
    view.setDataTab("assumptions");
    view.showScreen("data");
  };
  return (
    <Button className="chip assumptions-chip" onPress={show}>
      {count === 1 ? "1 assumption changed" : `${count} assumptions changed`}
    </Button>
  );
}
