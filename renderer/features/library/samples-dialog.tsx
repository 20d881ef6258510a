/** The worked examples: one is opened as a scenario of one's own, or all go into the library, to be compared and stressed. */
import type { Sample } from "../../../shared/ipc/channels.ts";
import { usePlanner } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import "./samples-dialog.css";

export interface SamplesDialogProps {
  readonly samples: readonly Sample[];
  readonly onClose: () => void;
}

export function SamplesDialog({ samples, onClose }: SamplesDialogProps) {
  const { scenarios, files, view } = usePlanner();
  const open = (sample: Sample): void => {
    onClose();
    void scenarios.openSample(sample).then((done) => done && view.showScreen("explore"));
  };
  const addAll = (): void => {
    onClose();
    void files.importSamples();
  };
  const footer = (
    <>
      {samples.length > 1 && <Button onPress={addAll}>Add all to the library…</Button>}
      <Button onPress={onClose}>Cancel</Button>
    </>
  );
  return (
    <Dialog title="Open a sample" width="wide" onClose={onClose} footer={footer}>
      {samples.length === 0 && <p>No sample fits this dataset.</p>}
      <ul className="samples">
        {samples.map((sample, index) => (
          <li key={sample.labels.title}>
            <button type="button" className="sample" onClick={() => open(sample)} autoFocus={index === 0}>
              <b>{sample.labels.title}</b>
              <span>{sample.labels.notes}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
