import { afterEach, describe, expect, it, vi } from "vitest";
import { onThemeChange, readChartTheme } from "../../../renderer/charts/chart-theme.ts";
import { applyAppearance } from "../../../renderer/features/shell/use-theme.ts";

afterEach(() => {
  document.documentElement.removeAttribute("data-theme");
  document.body.innerHTML = "";
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("chart theme", () => {
  it("V22: colours and durations are those of the tokens that hold for the element", () => {
    document.body.innerHTML = `<style>.plot { --c-current: rgb(10, 95, 180); --font-ui: "Test Sans"; --dur-rescale: 300ms; }</style><div class="plot"></div>`;
    const theme = readChartTheme(document.querySelector<HTMLElement>(".plot")!);
    expect(theme.color("--c-current")).toBe("rgb(10, 95, 180)");
    expect(theme.font(12, 500)).toBe('500 12px "Test Sans"');
    expect(theme.rescaleMs).toBe(300);
  });

  it("V230: text is as large as the interface's; a window whose type grows calls the listeners, another window does not", () => {
    const root = document.documentElement;
    document.body.innerHTML = `<div class="plot"></div>`;
    const plot = document.querySelector<HTMLElement>(".plot")!;
    const redrawn = vi.fn<() => void>();
    const stop = onThemeChange(redrawn);
    window.dispatchEvent(new Event("resize"));
    expect(redrawn).not.toHaveBeenCalled();
    root.style.fontSize = "18px";
    window.dispatchEvent(new Event("resize"));
    expect(redrawn).toHaveBeenCalledTimes(1);
    expect([readChartTheme(plot).px(12), readChartTheme(plot, 1).px(12)]).toEqual([13.5, 12]);
    expect(readChartTheme(plot).font(12, 500)).toContain("500 13.5px");
    root.style.fontSize = "";
    stop();
  });

  it("W50: one element in the chart resolves every colour, also of later themes", () => {
    document.body.innerHTML = `<style>.plot { --c-a: rgb(1, 2, 3); --c-b: rgb(4, 5, 6); }</style><div class="plot"></div>`;
    const plot = document.querySelector<HTMLElement>(".plot")!;
    const theme = readChartTheme(plot);
    expect(["--c-a", "--c-b", "--c-a"].map(theme.color)).toEqual(["rgb(1, 2, 3)", "rgb(4, 5, 6)", "rgb(1, 2, 3)"]);
    expect(readChartTheme(plot).color("--c-b")).toBe("rgb(4, 5, 6)");
    expect(plot.children).toHaveLength(1);
  });

  it("V22: a change of theme calls every listener until it leaves", async () => {
    const first = vi.fn<() => void>();
    const second = vi.fn<() => void>();
    const stopFirst = onThemeChange(first);
    const stopSecond = onThemeChange(second);
    document.documentElement.dataset["theme"] = "dark";
    await settled();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    stopFirst();
    document.documentElement.dataset["theme"] = "light";
    await settled();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
    stopSecond();
    document.documentElement.dataset["theme"] = "dark";
    await settled();
    expect(second).toHaveBeenCalledTimes(2);
  });

  it("V22: an appearance that is there already draws no chart anew", async () => {
    applyAppearance({ theme: "dark", contrast: "more" });
    const drawn = vi.fn<() => void>();
    const stop = onThemeChange(drawn);
    applyAppearance({ theme: "dark", contrast: "more" });
    await settled();
    expect(drawn).not.toHaveBeenCalled();
    applyAppearance({ theme: "light", contrast: "more" });
    await settled();
    expect(drawn).toHaveBeenCalledTimes(1);
    stop();
    document.documentElement.removeAttribute("data-contrast");
  });
});
