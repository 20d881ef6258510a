/** Colours, font and durations of the theme for a canvas: resolved from the custom properties that hold for its element, until the theme changes. */

export interface ChartTheme {
  /** Value of a custom property as a colour that a canvas understands: "--c-current" → "rgb(10, 95, 180)". */
  readonly color: (token: string) => string;
  /** Pixels on the canvas of a length given at the plain type size of 16 px: text and its rows are as large as those around the chart. */
  readonly px: (length: number) => number;
  /** Font shorthand in the interface's family; the size as for `px`. */
  readonly font: (size: number, weight: number) => string;
  readonly family: string;
  /** Pixels that a text takes in that font; remembered, because measuring is dear and the same words are drawn in every frame. */
  readonly textWidth: (ctx: CanvasRenderingContext2D, text: string, size: number, weight: number) => number;
  /** Length of the scale animation, 0 under reduced motion. */
  readonly rescaleMs: number;
}

/** What `1rem` is without any enlargement. */
const PLAIN = 16;

/** How much larger than plain the interface's type is; styles decide it by the size of the window. */
const typeScale = (): number => (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || PLAIN) / PLAIN;

/** Reads the theme as it is now; a new one is read after `onThemeChange`. A picture of fixed size has a `scale` of its own. */
export function readChartTheme(element: HTMLElement, scale = typeScale()): ChartTheme {
  const style = getComputedStyle(element);
  const family = style.getPropertyValue("--font-ui").trim() || "sans-serif";
  const px = (length: number): number => length * scale;
  const font = (size: number, weight: number): string => `${String(weight)} ${String(px(size))}px ${family}`;
  const resolved = new Map<string, string>();
  return {
    family,
    rescaleMs: Number.parseFloat(style.getPropertyValue("--dur-rescale")) || 0,
    px,
    font,
    textWidth: rememberedWidths(font),
    color(token) {
      let value = resolved.get(token);
      if (value === undefined) {
        value = resolveColor(element, token);
        resolved.set(token, value);
      }
      return value;
    },
  };
}

/** Numbers change with every frame of a drag; beyond this many texts the old ones are forgotten. */
const MOST_WIDTHS = 1000;

export function rememberedWidths(font: ChartTheme["font"]): ChartTheme["textWidth"] {
  const widths = new Map<string, number>();
  return (ctx, text, size, weight) => {
    const key = `${size} ${weight} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size >= MOST_WIDTHS) widths.clear();
      ctx.font = font(size, weight);
      width = ctx.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

const probes = new WeakMap<HTMLElement, HTMLElement>();

/**
 * A probe resolves what a canvas cannot: system colours of forced-colors mode and properties that refer to others.
 * It stays where it is: putting one there for each colour would have the styles of the page worked out anew each time.
 */
function resolveColor(element: HTMLElement, token: string): string {
  let probe = probes.get(element);
  if (!probe) {
    probe = document.createElement("span");
    probe.style.cssText = "display:none;forced-color-adjust:none";
    probes.set(element, probe);
  }
  if (probe.parentElement !== element) element.append(probe);
  probe.style.color = `var(${token})`;
  return getComputedStyle(probe).color;
}

const listeners = new Set<() => void>();
let stopWatching: (() => void) | null = null;

/** Calls back after theme, contrast, forced colours, type size or pixel density changed what a canvas must look like. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  stopWatching ??= watch(() => {
    for (const each of listeners) each();
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = null;
  };
}

const QUERIES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)", "(prefers-reduced-motion: reduce)"];

function watch(changed: () => void): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  for (const query of QUERIES) matchMedia(query).addEventListener("change", changed, { signal });
  let scale = typeScale();
  const followType = (): void => {
    if (scale === (scale = typeScale())) return;
    changed();
  };
  window.addEventListener("resize", followType, { signal });
  const attributes = new MutationObserver(changed);
  attributes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-contrast"] });
  const watchDensity = (): void => {
    const density = matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`);
    density.addEventListener(
      "change",
      () => {
        changed();
        watchDensity();
      },
      { once: true, signal },
    );
  };
  watchDensity();
  return () => {
    ends.abort();
    attributes.disconnect();
  };
}
