/** The person's display and preferences as a test states them in STAND_IN_SCREEN (JSON); each is optional. */
export interface ScreenSettings {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly forcedColors?: "active" | "none";
  readonly deviceScaleFactor?: number;
}

export const screenSettings = JSON.parse(process.env["STAND_IN_SCREEN"] ?? "{}") as ScreenSettings;
