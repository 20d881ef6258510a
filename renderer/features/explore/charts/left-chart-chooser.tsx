/** What the left chart shows: the dependence line (for all minerals by either weighting), its parts, or a mineral by the published definition. */
import { memo } from "react";
import { useSession, useView } from "../../../state/planner.ts";
import { ChartChooser } from "./chart-chooser.tsx";
import { ALL_MINERALS } from "./mineral-tiles.tsx";

export const LeftChartChooser = memo(function LeftChartChooser() {
  const view = useView();
  const left = useSession((state) => state.leftChart);
  const weighting = useSession((state) => state.weighting);
  const all = useSession((state) => state.selection.mineral === ALL_MINERALS);
  const options = all
    ? [
        { key: "equal", label: "All minerals, plain mean" },
        { key: "value", label: "All minerals, weighted by value" },
        { key: "parts", label: "Each mineral" },
      ]
    : [
        { key: "dependence", label: "All stages, by value" },
        { key: "parts", label: "Each stage" },
        { key: "published", label: "Net import reliance, as published" },
      ];
  const choose = (key: string): void => {
    if (key === "equal" || key === "value") view.setWeighting(key);
    view.setLeftChart(key === "parts" || key === "published" ? key : "dependence");
  };
  return (
    <ChartChooser
      label="Choose what the left chart shows"
      value={all && left !== "parts" ? weighting : left}
      groups={[{ label: "Import dependence", options }]}
      onChange={choose}
    />
  );
});
