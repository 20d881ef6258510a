/** Around the charts and tables of an analysis: what is copied or saved from them names the scenarios that they show, not the open one. */
import { useMemo } from "react";
import type { ReactNode } from "react";
import { worldName } from "../../../shared/scenario/own-world.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { itemMark } from "../../../shared/view/compare/compare-view-types.ts";
import { sourceLines, type SourceScenario } from "../../../shared/view/source-lines.ts";
import { ChartExportsContext, useChartExports } from "../../charts/chart-exports.ts";
import { dayText } from "../../format-time.ts";
import { usePlanner } from "../../state/planner.ts";
import type { ScenarioItem } from "./scenario-items.ts";

/** What is named of a scenario. */
export type Sourced = Pick<ScenarioItem, "letter" | "title" | "detail" | "document" | "dataVintage" | "modelVersion">;

export interface ShownScenariosProps {
  readonly items: readonly Sourced[];
  /** Their results as they were stored are shown; else all were computed anew, on today's model and data. */
  readonly areStored?: boolean;
  /** What else decides the numbers: "2,000 runs, seed 1"; "" = nothing. */
  readonly how?: string;
  readonly children: ReactNode;
}

export function ShownScenarios({ items, areStored = false, how = "", children }: ShownScenariosProps) {
  const exports = useChartExports();
  const { dataset, modelVersion } = usePlanner();
  const ours = useMemo(() => {
    const { worlds, vintage } = dataset;
    const sourceOf = (item: Sourced): SourceScenario => ({
      title: [item.letter === "" ? item.title : `${itemMark(item)} ${item.title}`, ...(item.detail === "" ? [] : [item.detail])].join(", "),
      code: scenarioCode(item.document),
      world: worldName({ worlds }, item.document.inputs),
      dataVintage: areStored ? item.dataVintage : vintage,
      modelVersion: areStored ? item.modelVersion : modelVersion,
      assumptions: item.document.assumptions,
    });
    return { ...exports, source: () => sourceLines(items.map(sourceOf), dayText(Date.now(), 0), how) };
  }, [exports, dataset, modelVersion, items, areStored, how]);
  return <ChartExportsContext value={ours}>{children}</ChartExportsContext>;
}
