/** One tile per mineral and one for all: symbol, dependence in the outcome year, difference from status quo. */
import { mineralColours } from "../../chart/palette.ts";
import type { Colour } from "../../chart/palette.ts";
import { compareValues } from "../../format/comparison.ts";
import { scaleFor } from "../../format/scale.ts";
import { valueOrNone } from "../../format/quantity.ts";
import { shortName } from "../../format/words.ts";
import { IMPORT_DEPENDENCE, dependenceChoice, dependenceOf } from "../dependence.ts";
import { differenceView, fromStatusQuo } from "../difference-view.ts";
import type { TileView } from "./explore-types.ts";
import { indicatorFor } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

const ALL: Colour = { fill: "--ink-2", text: "--surface" };

export function buildTiles(context: ViewContext): readonly TileView[] {
  const colours = mineralColours(context.dataset);
  return [
    tile(context, null, "All", "All minerals", ALL),
    ...context.dataset.minerals.map(({ id, symbol, name }) => tile(context, id, symbol, name, colours.get(id) ?? ALL)),
  ];
}

function tile(context: ViewContext, mineral: string | null, symbol: string, name: string, colour: Colour): TileView {
  const { readers, weighting, yearIndex, year, currency } = context;
  const indicator = indicatorFor(dependenceChoice(mineral, weighting));
  const scale = scaleFor(indicator, 1, currency);
  const value = dependenceOf(readers.current, mineral, weighting)[yearIndex] ?? null;
  const difference = differenceView(compareValues(value, dependenceOf(readers.statusQuoInWorld, mineral, weighting)[yearIndex], scale), indicator);
  const text = valueOrNone(value, scale);
  return {
    mineral,
    symbol,
    name: shortName(name),
    colour: colour.fill,
    textColour: colour.text,
    value: text,
    difference,
    selected: (context.mineral?.id ?? null) === mineral,
    label: `${name}, ${IMPORT_DEPENDENCE.toLowerCase()} ${text} in ${year}, ${fromStatusQuo(difference)}`,
  };
}
