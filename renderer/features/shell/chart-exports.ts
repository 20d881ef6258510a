/** Charts leave the window through the main process, with what their numbers rest on. */
import type { PlannerApi } from "../../../shared/ipc/channels.ts";
import { worldName } from "../../../shared/scenario/own-world.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { sourceLines } from "../../../shared/view/source-lines.ts";
import type { ChartExports } from "../../charts/chart-exports.ts";
import { dayText } from "../../format-time.ts";
import type { Planner } from "../../state/planner.ts";

export function createChartExports({ dataset, documents, results, modelVersion, view }: Planner, api: PlannerApi): ChartExports {
  return {
    copyPicture: (png) => api.invoke("clipboard:write-image", { png }),
    save: (name, content) => api.invoke("file:save-chart", { name, content }),
    source() {
      const { document, labels } = documents.getState();
      const { stored } = results.getState();
      const open = {
        title: labels.title,
        code: scenarioCode(document),
        world: worldName(dataset, document.inputs),
        dataVintage: stored?.dataVintage ?? dataset.vintage,
        modelVersion: stored?.modelVersion ?? modelVersion,
        assumptions: document.assumptions,
      };
      return sourceLines([open], dayText(Date.now(), 0));
    },
    say: view.toast,
    refuse: (error) => view.openDialog({ kind: "error", error }),
  };
}
