/** Pinned scenarios: their lines stay on the charts, with their names at the line ends, until they are removed. */
import { PIN_COLOURS } from "../../chart/palette.ts";
import type { ChartSeries } from "../../chart/chart-spec.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import type { Series } from "../../model/run-result.ts";
import type { PinnedScenario } from "./explore-types.ts";
import type { Triple } from "./reference-lines.ts";
import { sameSeries } from "../view-context.ts";

export const MOST_PINS = PIN_COLOURS.length;

/** With one more, in the first colour that is free; a name that is taken gets a number. Unchanged when all places are taken. The pinned reader must stay valid. */
export function addPin(pins: readonly PinnedScenario[], title: string, pinned: Omit<PinnedScenario, "id" | "name" | "colour">): readonly PinnedScenario[] {
  const colour = PIN_COLOURS.find((token) => pins.every((pin) => pin.colour !== token));
  if (colour === undefined) return pins;
  let name = title;
  for (let number = 2; pins.some((pin) => pin.name === name); number++) name = `${title} ${number}`;
  return [...pins, { id: Math.max(0, ...pins.map(({ id }) => id)) + 1, name, colour, ...pinned }];
}

const LINE = 2.5;
const UNDER_STATUS_QUO = 5;
const OVER_PIN = 1.25;

/**
 * One line per pin. Where it is the same as another line both stay visible: on this scenario's broad line it is narrow, under the narrow lines of
 * status quo it is broad, on an earlier pin it is a hair.
 */
export function pinnedLines(
  pins: readonly PinnedScenario[],
  { current, inWorld, inDefault }: Triple,
  read: (reader: ResultReader) => Series,
): readonly ChartSeries[] {
  const drawn: { readonly name: string; readonly values: Series; readonly width: number; readonly layer: number }[] = [
    { name: "this scenario", values: current, width: LINE, layer: 1.1 },
    { name: "status quo", values: inWorld, width: UNDER_STATUS_QUO, layer: 0.5 },
    { name: "status quo, default world", values: inDefault, width: UNDER_STATUS_QUO, layer: -1 },
  ];
  return pins.map(({ id, name, colour, reader }, index): ChartSeries => {
    const values = read(reader);
    const twin = drawn.find((line) => sameSeries(line.values, values));
    drawn.push({ name, values, width: OVER_PIN, layer: 1.3 + index / 100 });
    return {
      id: `pin:${id}`,
      role: "compare",
      name,
      values,
      colour,
      width: twin?.width ?? LINE,
      dash: [],
      layer: twin?.layer ?? 1.2,
      label: { text: name, detail: twin ? `= ${twin.name}` : null, bold: false },
    };
  });
}
