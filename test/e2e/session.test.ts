/** A whole session with the keyboard alone, from the first start to a compared, saved and reopened scenario. States that no other test shows to axe are clean for it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp, SMALL } from "../support/app.ts";
import { accessibilityProblems } from "../support/page-checks.ts";
import { save } from "../support/steps.ts";

/** More than any screen has. */
const MOST_STOPS = 250;

describe("a session by keyboard", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp({ firstStart: true, screen: { ...SMALL, colorScheme: "light", reducedMotion: "reduce" } });
    await app.page.locator(".headline-number").waitFor();
  });
  afterAll(() => app.stop());

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await app.page.keyboard.press(key);
  };
  /** Name of what has the focus, as a screen reader says it. */
  const focused = (): Promise<string> =>
    app.page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return "";
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent).join(" ") : "";
      const by = element
        .getAttribute("aria-labelledby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent ?? "");
      return (element.getAttribute("aria-label") ?? by?.join(" ") ?? (labels || element.textContent)).trim();
    });
  /** Tab until the focus stands on something of that name. */
  const tabTo = async (name: RegExp, key = "Tab"): Promise<void> => {
    for (let i = 0; i < MOST_STOPS; i++) {
      if (name.test(await focused())) return;
      await press(key);
    }
    throw new Error(`Tab never reached ${name}`);
  };
  const headline = async (): Promise<string> => (await app.page.locator(".headline-number").innerText()).replaceAll(/\s/g, "");
  /** All rules in the light theme, contrast in the dark one too. */
  const clean = async (state: string): Promise<void> => {
    const light = await accessibilityProblems(app.page);
    await app.page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    const dark = await accessibilityProblems(app.page, { rules: ["color-contrast"] });
    await app.page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect([...light, ...dark].map((problem) => `${state}: ${problem}`)).toEqual([]);
  };
  const shown = (role: "dialog" | "alertdialog" | "heading" | "region", name: string | RegExp) => app.page.getByRole(role, { name }).first();

  it("W33, W34, W35: the first start shows its hints; a sample, or the status quo, is a few keys away", async () => {
    await clean("first start");
    await press("Control+k");
    await app.page.keyboard.type("sample");
    await app.page.getByRole("menuitem", { name: /Open a sample/ }).waitFor();
    await press("ArrowDown", "Enter");
    await shown("dialog", "Open a sample").waitFor();
    await clean("samples");
    await press("Escape");
    await shown("dialog", "Open a sample").waitFor({ state: "detached" });
    await tabTo(/^Start from status quo$/);
    await press("Enter");
    await app.page.getByText("No lever differs from status quo").first().waitFor();
    expect(await shown("region", "Hints to begin with").count()).toBe(0);
  });

  it("W35, W71, L25, L32, L46, L50, L55: levers, details, budget and the list of actions", async () => {
    const tops = (): Promise<readonly number[]> => app.page.locator(".lever-row").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).offsetTop));
    const before = await tops();
    await tabTo(/^Strategic reserve$/);
    await press("Shift+ArrowRight", "Shift+ArrowRight", "ArrowRight");
    const slider = app.page.getByRole("slider", { name: "Strategic reserve" });
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("large, 105 days, from 2027");
    await tabTo(/^Processing investment support$/);
    await press("End");
    await app.page.getByRole("note", { name: "Lever in hand" }).getByText("No visible effect before").waitFor();
    expect(await tops()).toEqual(before);
    await press("Enter");
    await shown("heading", "Processing investment support").waitFor();
    for (const part of ["Years", "About"]) {
      await tabTo(/^Settings|^Years|^About/);
      await press("ArrowRight");
      await app.page.getByRole("radio", { name: part }).and(app.page.locator(":checked")).waitFor();
      await clean(`details, ${part}`);
    }
    await press("Escape");
    await expect.poll(focused).toBe("Processing investment support");
    await tabTo(/^Set budget$/, "Shift+Tab");
    await press("Enter");
    await shown("dialog", "Budget").waitFor();
    await tabTo(/^Budget, /);
    await app.page.keyboard.type("1");
    await press("Enter");
    await shown("dialog", "Budget").waitFor({ state: "detached" });
    await app.page.getByText("Over budget").waitFor();
    await tabTo(/^Fit to budget$/);
    await press("Enter");
    await shown("dialog", "Fit to budget").waitFor();
    await clean("fit to budget");
    await press("Enter");
    await app.page.getByText("Over budget").waitFor({ state: "detached" });
    await expect.poll(focused).toMatch(/^Change the budget/);
    await press("Control+z");
    await app.page.getByText("Over budget").waitFor();
    await tabTo(/changed$/, "Shift+Tab");
    await press("Enter");
    await shown("dialog", "Actions and outcomes").waitFor();
    await clean("actions");
    await press("Escape");
    await expect.poll(focused).toMatch(/changed$/);
  });

  it("W35, L48, L49: a world and a disruption of one's own", async () => {
    await tabTo(/^Levers$/, "Shift+Tab");
    await press("ArrowRight");
    await tabTo(/^Edit a copy of/);
    await press("Enter");
    await shown("region", "Own world").waitFor();
    await clean("own world");
    await tabTo(/^Own disruption$/);
    await press("Enter");
    await shown("dialog", "Own disruption").waitFor();
    await clean("own disruption");
    await tabTo(/^Add$/);
    await press("Enter");
    await app.page.getByRole("button", { name: /^Remove / }).waitFor();
  });

  it("W35: save, library, open, compare, undo", async () => {
    await save(app.page, 1);
    const saved = await headline();
    await press("Control+n");
    await app.page.getByText("No lever differs from status quo").first().waitFor();
    await press("Control+8");
    await shown("heading", "Library").waitFor();
    await press("Control+k");
    await app.page.keyboard.type("Untitled");
    await app.page
      .getByRole("menuitem", { name: /Untitled/ })
      .first()
      .waitFor();
    await press("ArrowDown", "Enter");
    await expect.poll(headline).toBe(saved);
    await press("p", "Control+2");
    await shown("heading", /Compare|dependence/).waitFor();
    await press("Control+1", "Control+z");
    await app.page.locator(".headline-number").waitFor();
    await expect.poll(() => app.page.getByRole("button", { name: /^Remove / }).count()).toBe(0);
    await press("m");
    const wall = app.page.locator("[data-region=wall]");
    await wall.waitFor();
    await press("Escape");
    await wall.waitFor({ state: "detached" });
    await press("?");
    await shown("dialog", /shortcuts/i).waitFor();
    await clean("shortcuts");
  });
});
