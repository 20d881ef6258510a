/** What `npm start` runs the built app in, and the sentence that says why. Pure: `start.ts` looks around and acts. */

export interface Found {
  /** Version of Electron, when its binary is there; else why it is not. */
  readonly electron: { readonly version: string } | { readonly missing: string };
  /** False on a Linux machine without a screen. */
  readonly display: boolean;
  /** Path of a Chromium that can open a window; null when none is installed. */
  readonly browser: string | null;
}

export interface Choice {
  readonly runtime: "electron" | "browser-window" | "address";
  readonly because: string;
}

export function chooseRuntime({ electron, display, browser }: Found): Choice {
  const any = "open the address below in any browser";
  if (!display) return { runtime: "address", because: `There is no display here: ${any}.` };
  if ("version" in electron) return { runtime: "electron", because: `Starting in Electron ${electron.version}.` };
  const without = `Without Electron (${electron.missing})`;
  if (browser !== null) return { runtime: "browser-window", because: `${without}: starting in a window of ${browser}.` };
  return { runtime: "address", because: `${without} and without a Chromium: ${any}.` };
}
