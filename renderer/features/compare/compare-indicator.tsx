/** What the right chart of Compare shows over time: any indicator, and for a stage of the mineral which one. */
import { useMemo } from "react";
import { useStore } from "zustand/react";
import { choiceKey, indicatorGroups } from "../../../shared/view/explore/related-indicators.ts";
import { stageFor, stageLabel } from "../../../shared/view/view-context.ts";
import { usePlanner, useSession, useView } from "../../state/planner.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { useMineral } from "../analysis/mineral-select.tsx";
import { ChartChooser } from "../explore/charts/chart-chooser.tsx";
import { compareStoreOf } from "./compare-store.ts";

export function CompareIndicator() {
  const planner = usePlanner();
  const { dataset } = planner;
  const view = useView();
  const store = compareStoreOf(planner);
  const indicator = useStore(store, (state) => state.indicator);
  const chosenStage = useSession((state) => state.selection.stage);
  const id = useMineral();
  const mineral = dataset.minerals.find((one) => one.id === id) ?? dataset.minerals[0]!;
  const groups = useMemo(() => indicatorGroups(dataset, null), [dataset]);
  const choose = (key: string): void => {
    const found = groups.flatMap(({ options }) => options).find((option) => option.key === key);
    if (found) store.setState({ indicator: found.choice });
  };
  return (
    <ChartChooser label="Choose what the right chart shows" value={choiceKey(indicator)} groups={groups} onChange={choose}>
      {indicator.level === "stage" && mineral.stages.length > 1 && (
        <Segmented
          label="Stage"
          value={stageFor(mineral, chosenStage)}
          onChange={view.selectStage}
          options={mineral.stages.map((stage) => ({ id: stage, label: stageLabel(dataset, stage) }))}
        />
      )}
    </ChartChooser>
  );
}
