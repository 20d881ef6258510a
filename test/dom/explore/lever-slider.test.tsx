import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LeverSlider } from "../../../renderer/features/explore/levers/lever-slider.tsx";
import type { Moves } from "../../../renderer/state/moves.ts";
import { fractionOf, statusQuoBand, stepFrom, valueAt, valueUnderPointer } from "../../../renderer/features/explore/levers/slider-scale.ts";

const scale = { min: 0, max: 400, step: 5 };
const WIDTH = 200;

/** A slider 200 px wide (1 px = 2 days) that keeps its value like the store does, and a log of what it said. */
function mount(start: number, statusQuo = 100, moves?: Moves) {
  const log: (string | number)[] = [];
  const props = {
    label: "Strategic reserve",
    scale,
    statusQuo,
    valueText: (v: number) => (v === statusQuo ? "status quo" : `moderate, ${v} days, from 2027`),
    onGestureStart: () => log.push("start"),
    onGestureEnd: () => log.push("end"),
    onOpen: () => log.push("open"),
    ...(moves ? { moves } : {}),
  };
  const onInput = (value: number): void => {
    log.push(value);
    view.rerender(<LeverSlider {...props} value={value} onInput={onInput} />);
  };
  const view = render(<LeverSlider {...props} value={start} onInput={onInput} />);
  const slider = screen.getByRole("slider");
  slider.getBoundingClientRect = () => new DOMRect(0, 0, WIDTH, 24);
  slider.setPointerCapture = vi.fn<(id: number) => void>();
  return { slider, log, value: () => Number(slider.getAttribute("aria-valuenow")) };
}

const down = (slider: HTMLElement, clientX: number, altKey = false): boolean => fireEvent.pointerDown(slider, { clientX, pointerId: 1, button: 0, altKey });
const move = (slider: HTMLElement, clientX: number, altKey = false): boolean => fireEvent.pointerMove(slider, { clientX, pointerId: 1, altKey });
const up = (slider: HTMLElement): boolean => fireEvent.pointerUp(slider, { pointerId: 1 });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("slider arithmetic", () => {
  it("L20: the step grid counts from the lower bound and carries no binary dust", () => {
    expect(valueAt({ min: 0, max: 1, step: 0.1 }, 0.29)).toBe(0.3);
    expect(valueAt({ min: 15, max: 100, step: 1 }, 0.5)).toBe(58);
    expect(valueAt(scale, 2)).toBe(400);
  });

  it("L20: the first step from a value off the grid lands on the next grid value, up and down", () => {
    expect([stepFrom(scale, 123, 1), stepFrom(scale, 123, -1), stepFrom(scale, 125, 1), stepFrom(scale, 123, 10)]).toEqual([125, 120, 130, 170]);
  });

  it("L21: the pointer is pulled to the status-quo tick within 6 px, not at 7 px and not when free", () => {
    expect(valueUnderPointer(scale, 101, 56, WIDTH, false)).toBe(101);
    expect(valueUnderPointer(scale, 101, 58, WIDTH, false)).toBe(115);
    expect(valueUnderPointer(scale, 101, 52, WIDTH, true)).toBe(105);
  });

  it("L22: the status-quo band is one step wide on each side and ends at the bounds", () => {
    expect(statusQuoBand(scale, 100)).toEqual({ from: fractionOf(scale, 95), to: fractionOf(scale, 105) });
    expect(statusQuoBand(scale, 0).from).toBe(0);
  });
});

describe("lever slider", () => {
  it("L23: says its bounds, its value and the value in words", () => {
    const { slider } = mount(180);
    expect(slider.getAttribute("aria-valuemin")).toBe("0");
    expect(slider.getAttribute("aria-valuemax")).toBe("400");
    expect(slider.getAttribute("aria-valuetext")).toBe("moderate, 180 days, from 2027");
  });

  it("L24: one drag is one gesture, with grid values between its start and its end", () => {
    const { slider, log } = mount(100);
    down(slider, 50);
    move(slider, 80);
    move(slider, 91);
    up(slider);
    fireEvent.lostPointerCapture(slider, { pointerId: 1 });
    expect(log).toEqual(["start", 160, 180, "end"]);
  });

  it("L24: a click on the track moves the handle there", () => {
    const { slider, log } = mount(100);
    down(slider, 151);
    up(slider);
    expect(log).toEqual(["start", 300, "end"]);
  });

  it("L20: taking and leaving the handle of a value off the grid keeps that value exactly", () => {
    const { slider, log, value } = mount(203.7);
    down(slider, 104);
    move(slider, 104.4);
    up(slider);
    expect(value()).toBe(203.7);
    expect(log).toEqual(["start", "end"]);
  });

  it("L21: the handle snaps to the tick while dragging; Alt lets it pass", () => {
    const { slider, value } = mount(200);
    down(slider, 100);
    move(slider, 54);
    expect(value()).toBe(100);
    move(slider, 54, true);
    expect(value()).toBe(110);
  });

  it("L24: Escape during a drag puts the old value back", () => {
    const { slider, log, value } = mount(200);
    down(slider, 100);
    move(slider, 150);
    fireEvent.keyDown(slider, { key: "Escape" });
    move(slider, 180);
    expect(value()).toBe(200);
    expect(log).toEqual(["start", 300, 200, "end"]);
  });

  it("L25: arrows, Shift, Page, Home, End and S reach their values", () => {
    const { slider, value } = mount(200);
    const after = (key: string, shiftKey = false): number => {
      fireEvent.keyDown(slider, { key, shiftKey });
      return value();
    };
    expect([after("ArrowRight"), after("ArrowUp"), after("ArrowLeft"), after("ArrowDown")]).toEqual([205, 210, 205, 200]);
    expect([after("ArrowRight", true), after("PageDown"), after("PageUp")]).toEqual([250, 200, 250]);
    expect([after("End"), after("Home"), after("s")]).toEqual([400, 0, 100]);
  });

  it("L24: a press elsewhere ends the burst before it begins a gesture of its own, though the focus leaves only afterwards", () => {
    const said: string[] = [];
    const of = (name: string) => ({
      label: name,
      scale,
      value: 100,
      statusQuo: 100,
      valueText: String,
      onInput: () => undefined,
      onGestureStart: () => said.push(`${name} start`),
      onGestureEnd: () => said.push(`${name} end`),
    });
    render(
      <>
        <LeverSlider {...of("Reserve")} />
        <LeverSlider {...of("Tariff")} />
      </>,
    );
    const [reserve, tariff] = screen.getAllByRole("slider") as [HTMLElement, HTMLElement];
    tariff.setPointerCapture = vi.fn<(id: number) => void>();
    fireEvent.keyDown(reserve, { key: "ArrowRight" });
    down(tariff, 50);
    fireEvent.blur(reserve);
    vi.advanceTimersByTime(1000);
    expect(said).toEqual(["Reserve start", "Reserve end", "Tariff start"]);
  });

  it("L24: a burst of key presses is one gesture; a pause begins another", () => {
    const { slider, log } = mount(200);
    fireEvent.keyDown(slider, { key: "ArrowRight" });
    vi.advanceTimersByTime(300);
    fireEvent.keyDown(slider, { key: "ArrowRight" });
    vi.advanceTimersByTime(2000);
    fireEvent.keyDown(slider, { key: "ArrowLeft" });
    fireEvent.blur(slider);
    expect(log).toEqual(["start", 205, 210, "end", "start", 205, "end"]);
  });

  it("L25: Enter opens the lever; Ctrl+S is left to the app", () => {
    const { slider, log } = mount(200);
    fireEvent.keyDown(slider, { key: "s", ctrlKey: true });
    fireEvent.keyDown(slider, { key: "Enter" });
    expect(log).toEqual(["open"]);
  });

  it("L21: a double click on the tick sets the status quo", () => {
    const { slider, log } = mount(115);
    fireEvent.doubleClick(slider, { clientX: 51 });
    expect(log).toEqual(["start", 100, "end"]);
    fireEvent.doubleClick(slider, { clientX: 150 });
    expect(log).toHaveLength(3);
  });

  it("W32: of several moves before a frame only the newest counts, and letting go shows it", () => {
    const frames: (() => void)[] = [];
    const { slider, log, value } = mount(100, 100, { inFrame: (run) => frames.push(run), ahead: () => undefined });
    down(slider, 50);
    move(slider, 80);
    move(slider, 90);
    expect(log).toEqual(["start"]);
    act(() => frames.forEach((run) => run()));
    expect(log).toEqual(["start", 180]);
    expect(value()).toBe(180);
    move(slider, 120);
    up(slider);
    expect(log).toEqual(["start", 180, 240, "end"]);
    act(() => frames.forEach((run) => run()));
    expect(log).toHaveLength(4);
  });

  it("W84: a move that the browser tells of before its frame is shown at once, and its frame has nothing left to do; without a hand on it nobody listens", () => {
    const frames: (() => void)[] = [];
    const ahead = vi.fn<Moves["ahead"]>((run) => run());
    const { slider, log } = mount(100, 100, { inFrame: (run) => frames.push(run), ahead });
    const tell = (clientX: number): boolean => fireEvent(slider, new PointerEvent("pointerrawupdate", { clientX, pointerId: 1, bubbles: true }));
    tell(70);
    down(slider, 50);
    tell(80);
    expect(log).toEqual(["start", 160]);
    expect(ahead).toHaveBeenCalledOnce();
    move(slider, 80);
    act(() => frames.forEach((run) => run()));
    expect(log).toEqual(["start", 160]);
    up(slider);
    tell(120);
    expect(log).toEqual(["start", 160, "end"]);
    expect(ahead).toHaveBeenCalledOnce();
  });
});
