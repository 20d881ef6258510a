/** Arithmetic of a slider: bounds, step grid and the pull of the status-quo tick. Pure; pixels come in as arguments. */

export interface SliderScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Pointer distance, in CSS pixels, within which the handle jumps to the status-quo tick. */
export const TICK_SNAP_PX = 6;
/** What Shift+arrows and Page Up/Down move. */
export const LARGE_STEP = 10;

const clampTo = (scale: SliderScale, value: number): number => Math.min(scale.max, Math.max(scale.min, value));

/** Position of a value on the track, 0 at the lower bound and 1 at the upper. Values outside the bounds sit on the bound. */
export function fractionOf(scale: SliderScale, value: number): number {
  return scale.max === scale.min ? 0 : (clampTo(scale, value) - scale.min) / (scale.max - scale.min);
}

/** The grid value nearest to a position on the track. */
export function valueAt(scale: SliderScale, fraction: number): number {
  const steps = Math.round((fraction * (scale.max - scale.min)) / scale.step);
  return onGrid(scale, steps);
}

/** The value `count` grid steps up (or down, when negative). From a value off the grid the first step lands on the next grid value. */
export function stepFrom(scale: SliderScale, value: number, count: number): number {
  const exact = (value - scale.min) / scale.step;
  const near = Math.round(exact);
  const isOnGrid = Math.abs(exact - near) < 1e-9;
  const from = isOnGrid ? near : count > 0 ? Math.floor(exact) : Math.ceil(exact);
  return onGrid(scale, from + count);
}

/**
 * Value under the pointer: the status quo when the pointer is within `TICK_SNAP_PX` of its tick and `free` is false, else the nearest grid value.
 * `x` and `width` in CSS pixels; the track begins at 0.
 */
export function valueUnderPointer(scale: SliderScale, statusQuo: number, x: number, width: number, free: boolean): number {
  const tick = fractionOf(scale, statusQuo) * width;
  if (!free && Math.abs(x - tick) <= TICK_SNAP_PX) return statusQuo;
  return valueAt(scale, width === 0 ? 0 : Math.min(1, Math.max(0, x / width)));
}

/** The band drawn around the tick: the status quo plus and minus one step, as positions on the track. */
export function statusQuoBand(scale: SliderScale, statusQuo: number): { readonly from: number; readonly to: number } {
  return { from: fractionOf(scale, statusQuo - scale.step), to: fractionOf(scale, statusQuo + scale.step) };
}

/** Twelve significant digits take the binary dust off sums such as 0.1 × 3. */
const onGrid = (scale: SliderScale, steps: number): number => clampTo(scale, Number((scale.min + steps * scale.step).toPrecision(12)));
