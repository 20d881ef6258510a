/** What the numbers rest on: dataset, model, scenario code; on the right what this machine does. */
import { Lock } from "lucide-react";
import { useMemo, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { StoreStatus } from "../../../shared/ipc/boot-info.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { UNWRITTEN_BANNER } from "../../state/autosave.ts";
import type { DraftStatus } from "../../state/document-store.ts";
import { useDataset, useDocument, usePlanner, useResult, useSession, useSettings } from "../../state/planner.ts";
import { Hint } from "../../ui/hint.tsx";
import { useCommand } from "./use-command.ts";
import "./status-bar.css";

/** Where the work of this window is. */
function placeText(mode: StoreStatus["mode"], draft: DraftStatus["kind"], isUnwritten: boolean): { readonly text: string; readonly isSafe: boolean } {
  if (mode === "read-only") return { text: "Database is read only", isSafe: false };
  if (mode === "memory-only") return { text: "Nothing is saved to disk", isSafe: false };
  if (isUnwritten || draft === "failed") return { text: "Changes not on disk", isSafe: false };
  return { text: draft === "dirty" || draft === "saving" ? "Changes in memory" : "All changes on disk", isSafe: true };
}

export function StatusBar() {
  const dataset = useDataset();
  const { modelVersion, showLedger } = usePlanner();
  const stored = useResult((state) => state.stored);
  const about = useCommand("help.about");
  const store = useSettings((state) => state.store);
  const draft = useDocument((state) => state.draft.kind);
  const isUnwritten = useSession((state) => state.banners.some(({ key }) => key === UNWRITTEN_BANNER));
  const place = placeText(store.mode, draft, isUnwritten);
  return (
    <footer className="status-bar" data-region>
      {stored === null ? (
        <>
          <span className="status-bar-dataset" title={dataset.vintage}>
            Dataset {dataset.vintage}
          </span>
          <span>Model {modelVersion}</span>
        </>
      ) : (
        <AriaButton className="status-bar-store status-bar-warn" onPress={() => showLedger(true)}>
          Stored result: data {stored.dataVintage}, model {stored.modelVersion}
        </AriaButton>
      )}
      <ScenarioCode />
      <span className="spacer" />
      <Hint text={store.file}>
        <AriaButton className={place.isSafe ? "status-bar-store" : "status-bar-store status-bar-warn"} onPress={about.run}>
          {place.text}
        </AriaButton>
      </Hint>
      <RunTime />
      <span className="status-bar-offline">
        <Lock size={13} aria-hidden />
        Offline
      </span>
    </footer>
  );
}

/** For reading at rest: it stands still while a lever moves. */
function ScenarioCode() {
  const { documents } = usePlanner();
  const settled = useDocument((state) => (state.history.gestureFrom === null ? state.document : null));
  const [document, setDocument] = useState(() => documents.getState().document);
  if (settled !== null && settled !== document) setDocument(settled);
  const code = useMemo(() => scenarioCode(document), [document]);
  return <span>Scenario {code}</span>;
}

/** Version of the results that a start shows. */
const STARTED_WITH = 1;

/** Of the last run; it stands still while a lever moves. The run of the start, which compiles what it runs through, says nothing of later ones. */
function RunTime() {
  const settled = useResult(({ frozen, version, runMs }) => (frozen || version === STARTED_WITH ? null : runMs));
  const [runMs, setRunMs] = useState(settled);
  if (settled !== null && settled !== runMs) setRunMs(settled);
  if (runMs === null) return null;
  return <span>Run {runMs < 10 ? runMs.toFixed(1) : runMs.toFixed(0)} ms</span>;
}
