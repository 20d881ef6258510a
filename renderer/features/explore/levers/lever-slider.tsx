/**
 * The slider of a lever: a tick and a band mark the status quo, the filled stretch is the policy effort.
 * Our own because a value off the step grid must be shown and kept exactly, which native and library sliders round.
 */
import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent, MouseEvent } from "react";
import type { Moves } from "../../../state/moves.ts";
import { LARGE_STEP, TICK_SNAP_PX, fractionOf, statusQuoBand, stepFrom, valueUnderPointer } from "./slider-scale.ts";
import type { SliderScale } from "./slider-scale.ts";
import "./lever-slider.css";

export interface LeverSliderProps {
  readonly label: string;
  /** Id of what is said after the value. */
  readonly describedBy?: string;
  readonly scale: SliderScale;
  readonly value: number;
  readonly statusQuo: number;
  /** What a screen reader says for a value: "moderate, 180 days, from 2027". */
  readonly valueText: (value: number) => string;
  readonly disabled?: boolean;
  /** False where the tick is only an orientation and ±1 step around it means nothing (dates). */
  readonly band?: boolean;
  /** A drag, or a burst of key presses, begins and ends: everything between is one undo entry. */
  readonly onGestureStart: () => void;
  readonly onInput: (value: number) => void;
  readonly onGestureEnd: () => void;
  readonly onOpen?: () => void;
  /** When a move is worked out; without it at once. */
  readonly moves?: Moves;
}

/** Key presses closer together than this belong to one gesture. */
const KEY_BURST_MS = 700;
const HANDLE_RADIUS_PX = 9;

interface Drag {
  readonly pointerId: number;
  /** Where the handle was taken, so that it does not jump under the pointer. */
  readonly offset: number;
  readonly startValue: number;
  shown: number;
  /** Where the pointer is, which may not be shown yet. */
  newest: number;
  readonly ended: AbortController;
}

export function LeverSlider(props: LeverSliderProps) {
  const { scale, statusQuo, disabled = false } = props;
  const track = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const burst = useRef<number | null>(null);
  // The handle follows the pointer from here, so it never waits for what the new value sets in motion.
  const [live, setLive] = useState<number | null>(null);
  const shown = live ?? props.value;

  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const endBurst = (): void => {
    if (burst.current === null) return;
    window.clearTimeout(burst.current);
    burst.current = null;
    latest.current.onGestureEnd();
  };
  // A hand that presses elsewhere ends the burst before its own gesture begins: focus leaves only after that, and would end the new gesture.
  useEffect(() => {
    addEventListener("pointerdown", endBurst, true);
    return () => {
      removeEventListener("pointerdown", endBurst, true);
      endBurst();
    };
  }, []);

  const positionOf = (event: Pick<MouseEvent, "clientX">): { readonly x: number; readonly width: number } => {
    const box = track.current?.getBoundingClientRect();
    return box ? { x: event.clientX - box.left, width: box.width } : { x: 0, width: 0 };
  };

  const showNewest = (): void => {
    const held = drag.current;
    if (held === null || held.newest === held.shown) return;
    held.shown = held.newest;
    setLive(held.shown);
    latest.current.onInput(held.shown);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (disabled || event.button !== 0 || drag.current !== null) return;
    const { x, width } = positionOf(event);
    const handle = fractionOf(scale, props.value) * width;
    const onHandle = Math.abs(x - handle) <= HANDLE_RADIUS_PX;
    const newest = onHandle ? props.value : valueUnderPointer(scale, statusQuo, x, width, event.altKey);
    const ended = new AbortController();
    drag.current = { pointerId: event.pointerId, offset: onHandle ? x - handle : 0, startValue: props.value, shown: props.value, newest, ended };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.addEventListener("pointerrawupdate", onRawMove, { signal: ended.signal });
    setLive(props.value);
    props.onGestureStart();
    showNewest();
  };

  /** Tells whether the pointer is the one that drags. */
  const follow = (event: Pick<PointerEvent, "pointerId" | "clientX" | "altKey">): boolean => {
    const held = drag.current;
    if (held?.pointerId !== event.pointerId) return false;
    const { scale, statusQuo } = latest.current;
    const { x, width } = positionOf(event);
    // The first tremble of a hand on the handle must not round a value that lies off the grid.
    const at = x - held.offset;
    const still = held.shown === held.startValue && Math.abs(at - fractionOf(scale, held.shown) * width) < 1;
    held.newest = still ? held.shown : valueUnderPointer(scale, statusQuo, at, width, event.altKey);
    return true;
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!follow(event)) return;
    if (props.moves) props.moves.inFrame(showNewest);
    else showNewest();
  };

  /** The browser tells of a move before it lets the page know with the next frame. */
  const onRawMove = (event: Event): void => {
    if (follow(event as globalThis.PointerEvent)) latest.current.moves?.ahead(showNewest, event.timeStamp);
  };

  const finishDrag = (): void => {
    if (drag.current === null) return;
    showNewest();
    drag.current.ended.abort();
    drag.current = null;
    setLive(null);
    props.onGestureEnd();
  };

  const cancelDrag = (): void => {
    if (drag.current === null) return;
    drag.current.newest = drag.current.startValue;
    finishDrag();
  };

  const onDoubleClick = (event: MouseEvent<HTMLDivElement>): void => {
    if (disabled || props.value === statusQuo) return;
    const { x, width } = positionOf(event);
    if (Math.abs(x - fractionOf(scale, statusQuo) * width) > Math.max(TICK_SNAP_PX, HANDLE_RADIUS_PX)) return;
    props.onGestureStart();
    props.onInput(statusQuo);
    props.onGestureEnd();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Escape" && drag.current !== null) {
      event.preventDefault();
      event.stopPropagation();
      cancelDrag();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && props.onOpen) {
      event.preventDefault();
      endBurst();
      props.onOpen();
      return;
    }
    const next = disabled || drag.current !== null ? null : valueForKey(event, scale, props.value, statusQuo);
    if (next === null) return;
    event.preventDefault();
    if (burst.current === null) props.onGestureStart();
    else window.clearTimeout(burst.current);
    burst.current = window.setTimeout(endBurst, KEY_BURST_MS);
    if (next !== props.value) props.onInput(next);
  };

  const at = fractionOf(scale, shown);
  const tick = fractionOf(scale, statusQuo);
  const band = statusQuoBand(scale, statusQuo);
  const changed = shown !== statusQuo;
  return (
    <div
      ref={track}
      className="lever-slider"
      data-changed={changed || undefined}
      data-dragging={live !== null || undefined}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-valuemin={scale.min}
      aria-valuemax={scale.max}
      aria-valuenow={shown}
      aria-valuetext={props.valueText(shown)}
      aria-disabled={disabled || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={finishDrag}
      onPointerCancel={cancelDrag}
      onLostPointerCapture={finishDrag}
      onDoubleClick={onDoubleClick}
      onKeyDown={onKeyDown}
      onBlur={endBurst}
    >
      <div className="lever-slider-track" />
      {props.band !== false && <div className="lever-slider-band" style={{ left: percent(band.from), width: percent(band.to - band.from) }} />}
      {changed && <div className="lever-slider-travel" style={{ left: percent(Math.min(at, tick)), width: percent(Math.abs(at - tick)) }} />}
      <div className="lever-slider-handle" style={{ left: percent(at) }} />
      <div className="lever-slider-tick" style={{ left: percent(tick) }} />
    </div>
  );
}

/** The value a key asks for, or null for a key that is not the slider's. */
function valueForKey(event: KeyboardEvent, scale: SliderScale, value: number, statusQuo: number): number | null {
  const count = event.shiftKey ? LARGE_STEP : 1;
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
      return stepFrom(scale, value, count);
    case "ArrowLeft":
    case "ArrowDown":
      return stepFrom(scale, value, -count);
    case "PageUp":
      return stepFrom(scale, value, LARGE_STEP);
    case "PageDown":
      return stepFrom(scale, value, -LARGE_STEP);
    case "Home":
      return scale.min;
    case "End":
      return scale.max;
    case "s":
    case "S":
      return statusQuo;
    default:
      return null;
  }
}

const percent = (fraction: number): string => `${fraction * 100}%`;
