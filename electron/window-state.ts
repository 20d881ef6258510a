/** Where the window was: kept between runs, and fitted to the screens that are there now. */
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isSystemError, writeAtomic } from "./files/write-atomic.ts";
import type { Log } from "./log.ts";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** Bounds when neither maximised nor minimised, in screen pixels. */
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** Smallest size at which every screen of the app fits. */
export const MINIMUM = { width: 1280, height: 720 } as const;
const USUAL = { width: 1440, height: 900 } as const;

const schema = z.strictObject({
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  maximized: z.boolean(),
});

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * The state to open with, wholly inside one of the work areas (the first is the primary screen's). A window whose screen is gone comes back
 * on the primary one. On a screen smaller than `MINIMUM` the window takes all of it.
 */
export function fitWindow(saved: WindowState | null, areas: readonly [Rectangle, ...Rectangle[]]): WindowState {
  const [primary] = areas;
  const wanted = saved?.bounds;
  const area = wanted ? areas.reduce((best, next) => (overlap(wanted, next) > overlap(wanted, best) ? next : best), primary) : primary;
  const width = clamp(wanted?.width ?? USUAL.width, Math.min(MINIMUM.width, area.width), area.width);
  const height = clamp(wanted?.height ?? USUAL.height, Math.min(MINIMUM.height, area.height), area.height);
  const isThere = wanted !== undefined && overlap(wanted, area) > 0;
  const x = isThere ? wanted.x : area.x + Math.round((area.width - width) / 2);
  const y = isThere ? wanted.y : area.y + Math.round((area.height - height) / 2);
  return {
    bounds: { x: clamp(x, area.x, area.x + area.width - width), y: clamp(y, area.y, area.y + area.height - height), width, height },
    maximized: saved?.maximized ?? false,
  };
}

/** null when nothing was kept, or nothing that can be read: a window's place is never worth an error message. */
export function readWindowState(file: string, log: Log): WindowState | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    if (!(isSystemError(cause) && cause.code === "ENOENT")) log.warn("window state", cause);
    return null;
  }
}

/** Keeps the state; where nothing can be written it is forgotten, with a line in the log: a window must close all the same. */
export function writeWindowState(file: string, state: WindowState, log: Log): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch (cause) {
    log.warn("window state", cause);
    return;
  }
  const written = writeAtomic(file, JSON.stringify(state));
  if (!written.ok) log.warn("window state", written.error);
}
