/** The numbers, the rules and the past performance behind every chart, and what would have to be wrong to change a conclusion. */
import type { ComponentType } from "react";
import type { DataTab } from "../../state/session-store.ts";
import { useSession, useView } from "../../state/planner.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { AssumptionsTab } from "./assumptions-tab.tsx";
import { ChecksTab } from "./checks-tab.tsx";
import { DatasetTab } from "./dataset-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { MethodTab } from "./method-tab.tsx";
import { SwitchingTab } from "./switching-tab.tsx";
import "./data-screen.css";

const TABS: readonly { readonly id: DataTab; readonly label: string; readonly component: ComponentType }[] = [
  { id: "dataset", label: "Dataset", component: DatasetTab },
  { id: "assumptions", label: "Assumptions", component: AssumptionsTab },
  { id: "method", label: "Method", component: MethodTab },
  { id: "history", label: "History check", component: HistoryTab },
  { id: "checks", label: "Sanity checks", component: ChecksTab },
  { id: "switching", label: "How wrong must it be?", component: SwitchingTab },
];

export function DataScreen() {
  const tab = useSession((state) => state.dataTab);
  const view = useView();
  const Shown = TABS.find(({ id }) => id === tab)?.component ?? DatasetTab;
  return (
    <div className="page data-screen">
      <header className="page-head data-head" data-region>
        <h2 className="page-title">Data and method</h2>
        <Segmented label="Part" value={tab} onChange={view.setDataTab} options={TABS} />
      </header>
      <Shown />
    </div>
  );
}
