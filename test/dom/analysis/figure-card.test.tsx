import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { createPortal } from "react-dom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChartExportsContext } from "../../../renderer/charts/chart-exports.ts";
import { FigureCard } from "../../../renderer/features/analysis/figure-card.tsx";
import { stubCanvas } from "../charts/canvas-stub.ts";
import { stubCopyEvent } from "../support/copy-event.ts";
import { createTestExports, type TestExports } from "../support/test-exports.ts";
import { createTestPlanner } from "../support/test-planner.tsx";

let heard: TestExports;
const table = { columns: ["Parameter", "Low"], rows: [["Demand growth", "+1.2"]] };

beforeEach(() => {
  heard = createTestExports();
  stubCanvas();
  // happy-dom makes no pictures.
  HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob([new Uint8Array([1, 2, 3])]));
  const { Provider } = createTestPlanner();
  render(
    <Provider>
      <ChartExportsContext value={heard.exports}>
        <FigureCard
          title="Demand matters most"
          subtitle="Points"
          region="tornado"
          table={table}
          choose={createPortal(<button>Open list</button>, document.body)}
        >
          <button>Bars</button>
        </FigureCard>
      </ChartExportsContext>
    </Provider>,
  );
});
afterEach(cleanup);

const settled = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
const press = (name: string, key: string, ctrlKey = false): boolean => fireEvent.keyDown(screen.getByRole("button", { name }), { key, ctrlKey });

describe("figure card", () => {
  it("V20, V75: T shows the numbers and the figure again; a letter typed in an open list is not the figure's", () => {
    press("Open list", "t");
    expect(screen.queryByRole("table")).toBeNull();
    press("Bars", "t");
    expect(screen.getAllByRole("row").map((row) => row.textContent)).toEqual(["ParameterLow", "Demand growth+1.2"]);
    press("Show as chart", "t");
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("V21, V75: Ctrl+C in a figure copies its numbers with what they rest on", async () => {
    const written = stubCopyEvent();
    press("Bars", "t");
    press("Show as chart", "c", true);
    expect(written).toEqual(["Demand matters most. Points\nParameter\tLow\nDemand growth\t1.2\nPlan A (LS-1)"]);
    await settled();
    expect(heard.said).toEqual(["Copied the chart as table"]);
  });

  it("V111: a figure is copied and saved like any chart: as picture, also while its table is shown, and as comma-separated text", async () => {
    press("Bars", "c", true);
    await settled();
    expect(heard.pictures).toEqual([new Uint8Array([1, 2, 3])]);
    press("Bars", "t");
    for (const item of ["Save as image…", "Save as CSV…"]) {
      fireEvent.click(screen.getByRole("button", { name: "Copy or save" }));
      fireEvent.click(screen.getByRole("menuitem", { name: item }));
      await settled();
    }
    expect(heard.saved.map(({ content }) => content)).toEqual([
      { kind: "png", png: new Uint8Array([1, 2, 3]) },
      { kind: "csv", text: "Demand matters most. Points\r\nParameter,Low\r\nDemand growth,1.2\r\nPlan A (LS-1)\r\n" },
    ]);
    expect(heard.said).toEqual(["Copied the chart as image", "Saved as /home/figure", "Saved as /home/figure"]);
  });
});
