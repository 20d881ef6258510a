import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChartCard } from "../../../renderer/charts/chart-card.tsx";
import { createYearPointer } from "../../../renderer/charts/year-pointer.ts";
import type { YearPointer } from "../../../renderer/charts/year-pointer.ts";
import { chartTsv } from "../../../shared/chart/describe-chart.ts";
import { sampleSpec } from "../../unit/chart/sample-spec.ts";
import { stubCanvas } from "./canvas-stub.ts";

let pointer: YearPointer;
const onCopied = vi.fn<(message: string) => void>();

beforeEach(() => {
  stubCanvas();
  pointer = createYearPointer();
  onCopied.mockReset();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const spec = sampleSpec();
const card = (singleKeys = true) => (
  <ChartCard
    spec={spec}
    frozen={false}
    pointer={pointer}
    region="left-chart"
    singleKeys={singleKeys}
    onCopied={onCopied}
    choose={<input aria-label="Find" />}
  />
);
const chart = (): HTMLElement => screen.getByRole("group", { name: /Arrow keys read the years/ });
const stubClipboard = (writeText: (text: string) => Promise<void>): void => {
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(writeText);
};

describe("chart card", () => {
  it("V20: the finding is the heading, the canvas has the name of title and subtitle", () => {
    render(card());
    expect(screen.getByRole("heading", { name: spec.title })).toBeTruthy();
    expect(screen.getByText(spec.subtitle)).toBeTruthy();
    expect(screen.getByRole("img", { name: `${spec.title}. ${spec.subtitle}.` }).tagName).toBe("CANVAS");
    expect(screen.getByRole("region", { name: spec.title }).dataset["region"]).toBe("left-chart");
  });

  it("V20: T and the button show the same numbers as a table, and the chart again", () => {
    render(card());
    fireEvent.keyDown(chart(), { key: "t" });
    expect(screen.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["Year", "This scenario", "Status quo"]);
    expect(screen.getAllByRole("row").map((row) => row.textContent)).toContain("203552.0%76.0%");
    expect(screen.queryByRole("img")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show as chart" }));
    expect(screen.queryByRole("table")).toBeNull();
    expect(chart()).toBeTruthy();
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
    expect(screen.getByText("2030: This scenario n/a, Status quo 78%")).toBeTruthy();
    fireEvent.keyDown(chart(), { key: "Home" });
    fireEvent.keyDown(chart(), { key: "ArrowLeft" });
    expect(pointer.get()).toBe(2026);
    fireEvent.keyDown(chart(), { key: "End" });
    expect(pointer.get()).toBe(2035);
    fireEvent.keyDown(chart(), { key: "Escape" });
    expect(pointer.get()).toBeNull();
  });

  it("V21: a copy as table is the tab-separated text of the spec", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    stubClipboard(writeText);
    render(card());
    fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    fireEvent.click(screen.getByRole("button", { name: "Copy as table" }));
    await act(() => Promise.resolve());
    expect(writeText).toHaveBeenCalledWith(chartTsv(spec));
    expect(onCopied).toHaveBeenCalledWith("Copied the chart as table");
  });

  it("V21: where the clipboard is refused the table is copied by the copy event", async () => {
    stubClipboard(() => Promise.reject(new Error("denied")));
    const written: string[] = [];
    document.execCommand = () => {
      const event = Object.assign(new Event("copy"), { clipboardData: { setData: (_kind: string, text: string) => written.push(text) } });
      return document.dispatchEvent(event) || true;
    };
    render(card());
    fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    fireEvent.click(screen.getByRole("button", { name: "Copy as table" }));
    await act(() => Promise.resolve());
    expect(written).toEqual([chartTsv(spec)]);
    expect(onCopied).toHaveBeenCalledWith("Copied the chart as table");
  });

  it("V21: a copy that fails says so", async () => {
    stubClipboard(() => Promise.reject(new Error("denied")));
    document.execCommand = () => false;
    render(card());
    fireEvent.click(screen.getByRole("button", { name: "Show as table" }));
    fireEvent.click(screen.getByRole("button", { name: "Copy as table" }));
    await act(() => Promise.resolve());
    expect(onCopied).toHaveBeenCalledWith("The table was not copied: the clipboard is not available.");
  });

  it("V20: a chart that fills the window goes back to its place with Escape", () => {
    render(card());
    fireEvent.click(screen.getByRole("button", { name: "Fill the window" }));
    const region = screen.getByRole("region", { name: spec.title });
    expect(region.dataset["full"]).toBe("true");
    fireEvent.keyDown(chart(), { key: "Escape" });
    expect(region.dataset["full"]).toBeUndefined();
  });

  it("V20: an empty chart says why in its place", () => {
    render(
      <ChartCard
        spec={sampleSpec({ series: [], empty: "No data for gallium before 2030" })}
        frozen={false}
        pointer={pointer}
        region="x"
        singleKeys
        onCopied={onCopied}
      />,
    );
    expect(screen.getByText("No data for gallium before 2030")).toBeTruthy();
  });
});
