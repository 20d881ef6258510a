import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChartCard } from "../../../renderer/charts/chart-card.tsx";
import { createYearPointer } from "../../../renderer/charts/year-pointer.ts";
import type { YearPointer } from "../../../renderer/charts/year-pointer.ts";
import { ChartExportsContext } from "../../../renderer/charts/chart-exports.ts";
import type { ChartExports } from "../../../renderer/charts/chart-exports.ts";
import { chartCsv, chartLabel, chartSentence, chartTsv } from "../../../shared/chart/describe-chart.ts";
import type { AppError } from "../../../shared/errors/app-error.ts";
import type { ChartContent } from "../../../shared/ipc/channels.ts";
import { err, ok } from "../../../shared/result.ts";
import type { Result } from "../../../shared/result.ts";
import { sampleSpec } from "../../unit/chart/sample-spec.ts";
import { refuseCopyEvent, stubCopyEvent } from "../support/copy-event.ts";
import { stubCanvas } from "./canvas-stub.ts";

let pointer: YearPointer;
let pictures: Uint8Array[];
let saved: { readonly name: string; readonly content: ChartContent }[];
let said: (string | AppError)[];
let answer: Result<null, AppError>;
const exports: ChartExports = {
  copyPicture: async (png) => {
    pictures.push(png);
    return answer;
  },
  save: async (name, content) => {
    saved.push({ name, content });
    return answer.ok ? ok({ file: "/home/chart" }) : answer;
  },
  source: () => ["Plan A (LS-1), data US 1, model 1"],
  say: (text) => said.push(text),
  refuse: (error) => said.push(error),
};

beforeEach(() => {
  stubCanvas();
  pointer = createYearPointer();
  pictures = [];
  saved = [];
  said = [];
  answer = ok(null);
  // happy-dom makes no pictures.
  HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob([new Uint8Array([1, 2, 3])]));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const spec = sampleSpec();
/** On screen a year keeps its preposition. */
const title = spec.title.replace("by 2035", "by\u00a02035");
const inApp = (element: ReactNode): ReactNode => <ChartExportsContext value={exports}>{element}</ChartExportsContext>;
const card = (singleKeys = true): ReactNode =>
  inApp(<ChartCard spec={spec} frozen={false} pointer={pointer} region="left-chart" singleKeys={singleKeys} choose={<input aria-label="Find" />} />);
const chart = (): HTMLElement => screen.getByRole("group", { name: /Arrow keys read the years/ });
const settled = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

async function choose(item: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name: "Copy or save" }));
  fireEvent.click(screen.getByRole("menuitem", { name: item }));
  await settled();
}

describe("chart card", () => {
  it("V135: an empty chart keeps its sentence where its table would be", () => {
    const empty = sampleSpec({ empty: "Choose one mineral" });
    render(inApp(<ChartCard spec={empty} frozen={false} pointer={pointer} region="left-chart" singleKeys />));
    expect(screen.queryByText("Choose one mineral")).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    expect(screen.queryByText("Choose one mineral")).not.toBeNull();
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("V137: a chart that fills the window is the only thing that takes the focus, besides messages; Esc brings it back to its place", () => {
    render(
      inApp(
        <>
          <div data-testid="panel">
            <button type="button">behind</button>
          </div>
          <main>
            <ChartCard spec={spec} frozen={false} pointer={pointer} region="left-chart" singleKeys />
            <aside data-testid="beside" />
          </main>
          <div data-testid="said" aria-live="polite" />
        </>,
      ),
    );
    const inert = (): readonly boolean[] => ["panel", "beside", "said"].map((id) => screen.getByTestId(id).hasAttribute("inert"));
    fireEvent.click(screen.getByRole("button", { name: "Fill the window" }));
    expect([inert(), chart().closest("[inert]")]).toEqual([[true, true, false], null]);
    fireEvent.keyDown(chart(), { key: "Escape" });
    expect(inert()).toEqual([false, false, false]);
  });

  it("V20: the finding is the heading, the canvas says the chart in words", () => {
    render(card());
    expect(screen.queryByRole("heading", { name: title })).not.toBeNull();
    expect(screen.queryByText(spec.subtitle)).not.toBeNull();
    expect(screen.getByRole("img", { name: chartSentence(spec) }).tagName).toBe("CANVAS");
    expect(screen.getByRole("region", { name: title }).dataset["region"]).toBe("left-chart");
  });

  it("V200: while a lever moves a chart's words for a screen reader wait for its end, unless the chart shows something else", () => {
    const moved = sampleSpec({ title: "Import dependence falls from 76% to 40% by 2035" });
    const other = sampleSpec({ key: "cost", title: "Public cost rises" });
    const shown = (each: typeof spec, frozen: boolean): ReactNode =>
      inApp(<ChartCard spec={each} frozen={frozen} pointer={pointer} region="left-chart" singleKeys />);
    const words = (): readonly (string | null)[] => [screen.getByRole("img"), chart()].map((element) => element.getAttribute("aria-label"));
    const wordsOf = (each: typeof spec): readonly string[] => [chartSentence(each), `${chartLabel(each)} Arrow keys read the years.`];
    const { rerender } = render(shown(spec, false));
    rerender(shown(moved, true));
    expect(words()).toEqual(wordsOf(spec));
    rerender(shown(moved, false));
    expect(words()).toEqual(wordsOf(moved));
    rerender(shown(other, true));
    expect(words()).toEqual(wordsOf(other));
  });

  it("V20: T and the button show the same numbers as a table, and the chart again", () => {
    render(card());
    fireEvent.keyDown(chart(), { key: "t" });
    expect(screen.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["Year", "This scenario", "Status quo"]);
    expect(screen.getAllByRole("row").map((row) => row.textContent)).toContain("203552.0%76.0%");
    expect(screen.queryByRole("img")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show as chart" }));
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.queryByRole("img")).not.toBeNull();
  });

  it("V20: T is a letter in text fields, with Ctrl, and where single keys are off", () => {
    const { rerender } = render(card());
    fireEvent.keyDown(screen.getByLabelText("Find"), { key: "t" });
    fireEvent.keyDown(chart(), { key: "t", ctrlKey: true });
    rerender(card(false));
    fireEvent.keyDown(chart(), { key: "t" });
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("V18: arrow keys step through the years from the marked one, say the values and move the linked charts", () => {
    render(card());
    fireEvent.keyDown(chart(), { key: "ArrowLeft" });
    expect(pointer.get()).toBe(2030);
    expect(screen.queryByText("2030: This scenario n/a, Status quo 78%")).not.toBeNull();
    fireEvent.keyDown(chart(), { key: "Home" });
    fireEvent.keyDown(chart(), { key: "ArrowLeft" });
    expect(pointer.get()).toBe(2026);
    fireEvent.keyDown(chart(), { key: "End" });
    expect(pointer.get()).toBe(2035);
    fireEvent.keyDown(chart(), { key: "Escape" });
    expect(pointer.get()).toBeNull();
  });

  it("V21: a copy as table is the tab-separated text of the spec, with what the numbers rest on", async () => {
    const written = stubCopyEvent();
    render(card());
    await choose("Copy as table");
    expect(written).toEqual([chartTsv(spec, exports.source())]);
    expect(written[0]).toMatch(/Plan A \(LS-1\), data US 1, model 1$/);
    expect(said).toEqual(["Copied the chart as table"]);
  });

  it("V21: a copy as image goes to the main process as a picture", async () => {
    render(card());
    await choose("Copy as image");
    expect(pictures).toEqual([new Uint8Array([1, 2, 3])]);
    expect(said).toEqual(["Copied the chart as image"]);
  });

  it("V21: Ctrl+C copies what is shown, but not from a text field", async () => {
    const written = stubCopyEvent();
    render(card());
    fireEvent.keyDown(screen.getByLabelText("Find"), { key: "c", ctrlKey: true });
    fireEvent.keyDown(chart(), { key: "c", ctrlKey: true });
    await settled();
    expect(pictures).toHaveLength(1);
    fireEvent.keyDown(chart(), { key: "t" });
    fireEvent.keyDown(screen.getByRole("table"), { key: "c", ctrlKey: true });
    await settled();
    expect(written).toHaveLength(1);
  });

  it("V21: what cannot be copied is an error with its own words", async () => {
    refuseCopyEvent();
    answer = err({ code: "clipboard-unavailable" });
    render(card());
    await choose("Copy as table");
    await choose("Copy as image");
    expect(said).toEqual([{ code: "clipboard-unavailable" }, { code: "clipboard-unavailable" }]);
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    await choose("Save as image…");
    expect(said.at(-1)).toMatchObject({ code: "internal" });
  });

  it("V37: a chart is saved under its title", async () => {
    render(card());
    await choose("Save as CSV…");
    await choose("Save as image…");
    expect(saved).toEqual([
      { name: spec.title, content: { kind: "csv", text: chartCsv(spec, exports.source()) } },
      { name: spec.title, content: { kind: "png", png: new Uint8Array([1, 2, 3]) } },
    ]);
    expect(said).toEqual(["Saved as /home/chart", "Saved as /home/chart"]);
  });

  it("V20: a letter typed in an open list is not the chart's", () => {
    render(card());
    fireEvent.click(screen.getByRole("button", { name: "Copy or save" }));
    fireEvent.keyDown(screen.getByRole("menuitem", { name: "Copy as image" }), { key: "t" });
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("V20: a chart that fills the window goes back to its place with Escape", () => {
    render(card());
    fireEvent.click(screen.getByRole("button", { name: "Fill the window" }));
    const region = screen.getByRole("region", { name: title });
    expect(region.dataset["full"]).toBe("true");
    fireEvent.keyDown(chart(), { key: "Escape" });
    expect(region.dataset["full"]).toBeUndefined();
  });

  it("V20: an empty chart says why in its place", () => {
    const empty = sampleSpec({ series: [], empty: "No data for gallium before 2030" });
    render(inApp(<ChartCard spec={empty} frozen={false} pointer={pointer} region="x" singleKeys />));
    expect(screen.queryByText("No data for gallium before 2030")).not.toBeNull();
  });
});
