/** What the numbers rest on: dataset, model, scenario code; on the right what this machine does. */
import { Lock } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { StoreStatus } from "../../../shared/ipc/channels.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { useDataset, useDocument, usePlanner, useResult, useSettings } from "../../state/planner.ts";
import { Hint } from "../../ui/hint.tsx";
import { useCommand } from "./use-command.ts";
import "./status-bar.css";

const STORE_WORDS: Readonly<Record<StoreStatus["mode"], string>> = {
  ready: "Saving to disk",
  "read-only": "Database is read only",
  "memory-only": "Nothing is saved",
};

export function StatusBar() {
  const dataset = useDataset();
  const { modelVersion } = usePlanner();
  // The code is for reading at rest: it may come a moment after the lever.
  const document = useDeferredValue(useDocument((state) => state.document));
  const code = useMemo(() => scenarioCode(document), [document]);
  const runMs = useResult((state) => state.runMs);
  const about = useCommand("help.about");
  const store = useSettings((state) => state.store);
  return (
    <footer className="status-bar" data-region>
      <span>Dataset {dataset.vintage}</span>
      <span>Model {modelVersion}</span>
      <span>Scenario {code}</span>
      <span className="spacer" />
      <Hint text={store.file}>
        <AriaButton className={store.mode === "ready" ? "status-bar-store" : "status-bar-store status-bar-warn"} onPress={about.run}>
          {STORE_WORDS[store.mode]}
        </AriaButton>
      </Hint>
      <span>Run {runMs < 10 ? runMs.toFixed(1) : runMs.toFixed(0)} ms</span>
      <span className="status-bar-offline">
        <Lock size={13} aria-hidden />
        Offline
      </span>
    </footer>
  );
}
