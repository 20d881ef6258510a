import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { createPortal } from "react-dom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChartExportsContext } from "../../../renderer/charts/chart-exports.ts";
import { FigureCard } from "../../../renderer/features/analysis/figure-card.tsx";
import { stubCopyEvent } from "../support/copy-event.ts";
import { createTestPlanner } from "../support/test-planner.tsx";

let said: string[];
const exports = {
  copyPicture: () => Promise.reject(new Error("a figure makes no picture")),
  save: () => Promise.reject(new Error("a figure makes no file")),
  source: () => ["Plan A (LS-1)"],
  say: (text: string) => said.push(text),
  refuse: () => said.push("refused"),
};
const table = { columns: ["Parameter", "Low"], rows: [["Demand growth", "+1.2"]] };

beforeEach(() => {
  said = [];
  const { Provider } = createTestPlanner();
  render(
    <Provider>
      <ChartExportsContext value={exports}>
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

const press = (name: string, key: string, ctrlKey = false): boolean => fireEvent.keyDown(screen.getByRole("button", { name }), { key, ctrlKey });

describe("figure card", () => {
  it("V20, V75: T shows the numbers and the figure again; a letter typed in an open list is not the figure's", () => {
    press("Open list", "t");
    expect(screen.queryByRole("table")).toBeNull();
    press("Bars", "t");
    expect(screen.getAllByRole("row").map((row) => row.textContent)).toEqual(["ParameterLow", "Demand growth+1.2"]);
    press("Copy as table", "t");
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("V21, V75: Ctrl+C in a figure copies its numbers with what they rest on", () => {
    const written = stubCopyEvent();
    press("Bars", "c", true);
    expect(written).toEqual(["Demand matters most. Points\nParameter\tLow\nDemand growth\t+1.2\nPlan A (LS-1)"]);
    expect(said).toEqual(["Copied the figure as table"]);
  });
});
