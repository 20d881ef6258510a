/** Versions and where the data is: what a bug report needs. */
import { useDataset, usePlanner, useSettings } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import "./about-dialog.css";

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { versions, store } = useSettings((state) => state);
  const dataset = useDataset();
  const { modelVersion } = usePlanner();
  const rows: readonly (readonly [string, string])[] = [
    ["Lodestone", versions.app],
    ["Model", modelVersion],
    ["Dataset", dataset.vintage],
    ["Runs on", versions.runtime],
    ["Chromium", versions.chromium],
    ["SQLite", versions.sqlite],
    ["Data folder", versions.dataFolder],
    ["Scenario database", store.file],
  ];
  return (
    <Dialog
      title="About Lodestone"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <dl className="about">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">Lodestone never uses the network.</p>
    </Dialog>
  );
}
