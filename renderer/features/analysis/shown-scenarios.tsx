/** Around the charts of an analysis: what is copied or saved from them names the scenarios that they show, not the open one. */
import { useMemo } from "react";
import type { ReactNode } from "react";
import { worldName } from "../../../shared/scenario/own-world.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { itemMark } from "../../../shared/view/compare-view-types.ts";
import { sourceLines, type SourceScenario } from "../../../shared/view/source-lines.ts";
import { ChartExportsContext, useChartExports } from "../../charts/chart-exports.ts";
import { dayText } from "../../format-time.ts";
import { useDataset } from "../../state/planner.ts";
import type { ScenarioItem } from "./scenario-items.ts";

export interface ShownScenariosProps {
  readonly items: readonly ScenarioItem[];
  /** What else decides the numbers: "2,000 runs, seed 1"; "" = nothing. */
  readonly how?: string;
  readonly children: ReactNode;
}

export function ShownScenarios({ items, how = "", children }: ShownScenariosProps) {
  const exports = useChartExports();
  const { worlds } = useDataset();
  const ours = useMemo(() => {
    const sourceOf = (item: ScenarioItem): SourceScenario => ({
      title: [item.letter === "" ? item.title : `${itemMark(item)} ${item.title}`, ...(item.detail === "" ? [] : [item.detail])].join(", "),
      code: scenarioCode(item.document),
      world: worldName({ worlds }, item.document.inputs),
      dataVintage: item.dataVintage,
      modelVersion: item.modelVersion,
      assumptions: item.document.assumptions,
    });
    return { ...exports, source: () => sourceLines(items.map(sourceOf), dayText(Date.now(), 0), how) };
  }, [exports, worlds, items, how]);
  return <ChartExportsContext value={ours}>{children}</ChartExportsContext>;
}
