/** What the right chart shows: any indicator, those of the lever in hand first, and for which stage. */
import { memo, useMemo } from "react";
import { followedStage, shownStage } from "../../../../shared/view/explore/lever-stage.ts";
import { chartGroups } from "../../../../shared/view/explore/related-indicators.ts";
import { EVERY_STAGE, stageLabel } from "../../../../shared/view/view-context.ts";
import { useDataset, useSession, useView } from "../../../state/planner.ts";
import { Segmented } from "../../../ui/segmented.tsx";
import { ChartChooser } from "./chart-chooser.tsx";

/** Not an indicator: the right chart follows the lever in hand. */
const FOLLOW = "follow";

/** `shown` is the key of the indicator on the chart, whether chosen or following. */
export const RightChartChooser = memo(function RightChartChooser({ shown }: { readonly shown: string }) {
  const dataset = useDataset();
  const view = useView();
  const chosen = useSession((state) => state.rightIndicator);
  const leverInHand = useSession((state) => state.leverInHand);
  const selection = useSession((state) => state.selection);
  const mineral = dataset.minerals.find(({ id }) => id === selection.mineral);
  const charts = useMemo(() => chartGroups(dataset, leverInHand, mineral?.id ?? null), [dataset, leverInHand, mineral]);
  const groups = [{ label: "Automatic", options: [{ key: FOLLOW, label: "What goes with the lever in hand" }] }, ...charts];
  const choose = (key: string): void => {
    const option = charts.flatMap(({ options }) => options).find((each) => each.key === key);
    view.setRightIndicator(option?.choice ?? null);
  };
  const followed = shown === "breakdown:origin" ? null : followedStage({ dataset, leverInHand, rightIndicator: chosen });
  const hasStages = shown.startsWith("stage:") || shown === "breakdown:origin";
  return (
    <ChartChooser label="Choose what the right chart shows" value={chosen === null ? FOLLOW : shown} groups={groups} onChange={choose}>
      {mineral && hasStages && mineral.stages.length > 1 && (
        <Segmented
          label="Stage"
          value={selection.stage === EVERY_STAGE && shown !== "breakdown:origin" ? EVERY_STAGE : shownStage(mineral, selection.stage, followed)}
          onChange={view.selectStage}
          options={[
            ...mineral.stages.map((id) => ({ id, label: stageLabel(dataset, id) })),
            ...(shown === "breakdown:origin" ? [] : [{ id: EVERY_STAGE, label: "All" }]),
          ]}
        />
      )}
    </ChartChooser>
  );
});
