/** Puts theme and contrast on the root element, from the settings or from the system where these say so. */
import { useEffect } from "react";
import type { Settings } from "../../../shared/ipc/boot-info.ts";
import { useSettings } from "../../state/planner.ts";

export interface Appearance {
  readonly theme: "light" | "dark";
  readonly contrast: "more" | null;
}

export const appearanceOf = (
  { theme, contrast }: Pick<Settings, "theme" | "contrast">,
  system: { readonly dark: boolean; readonly more: boolean },
): Appearance => ({
  theme: theme === "system" ? (system.dark ? "dark" : "light") : theme,
  contrast: contrast === "more" || system.more ? "more" : null,
});

export function applyAppearance(settings: Pick<Settings, "theme" | "contrast">): void {
  const { theme, contrast } = appearanceOf(settings, {
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    more: matchMedia("(prefers-contrast: more)").matches,
  });
  const root = document.documentElement;
  // Setting an attribute to what it is counts as a change: every chart would be drawn anew.
  if (root.dataset["theme"] !== theme) root.dataset["theme"] = theme;
  if (contrast === null) delete root.dataset["contrast"];
  else if (root.dataset["contrast"] !== contrast) root.dataset["contrast"] = contrast;
}

export function useTheme(): void {
  const { theme, contrast } = useSettings((state) => state.settings);
  useEffect(() => {
    const apply = (): void => applyAppearance({ theme, contrast });
    apply();
    const queries = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("(prefers-contrast: more)")];
    for (const query of queries) query.addEventListener("change", apply);
    return () => queries.forEach((query) => query.removeEventListener("change", apply));
  }, [theme, contrast]);
}
