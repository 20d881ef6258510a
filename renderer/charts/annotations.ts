/** What stands on a chart beside its lines, in the order in which it is drawn. Each part is drawn by a file of its own. */
import type { Plugin } from "chart.js";
import { drawHistory, drawHistoryGround, drawHistoryName, historyMarks } from "./history-marks.ts";
import { drawFloor, drawMarkLines, drawRows, drawSpans } from "./mark-lines.ts";
import type { MovableLabels } from "./movable-label.ts";
import { drawnPoints } from "./plot-lines.ts";
import type { PlotState } from "./plot-state.ts";
import { drawDot, drawHairline } from "./point-marks.ts";
import { groundIsLaid } from "./still-ground.ts";
import { drawTarget, targetGap } from "./target-line.ts";

export function annotations(state: PlotState): Plugin<"line"> {
  const spots = new Map<string, number>();
  return {
    id: "annotations",
    beforeDatasetsDraw(chart) {
      if (groundIsLaid(chart)) return;
      chart.ctx.save();
      drawSpans(chart, state);
      drawHistoryGround(chart, state);
      drawFloor(chart, state);
      drawMarkLines(chart, state);
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      chart.ctx.save();
      chart.ctx.textBaseline = "middle";
      chart.ctx.textAlign = "left";
      drawHistory(chart, state);
      const labels: MovableLabels = {
        chart,
        state,
        spots,
        taken: [],
        lines: [...drawnPoints(chart), ...historyMarks(chart, state), ...targetGap(chart, state)],
      };
      // The value that the finding names stands by its point; words give way to it.
      for (const dot of state.spec.dots) if (state.pointedYear !== dot.year) drawDot(labels, dot);
      drawRows(labels);
      drawHistoryName(labels);
      drawTarget(labels);
      drawHairline(labels);
      chart.ctx.restore();
    },
  };
}
