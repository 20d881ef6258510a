/** A mineral's mark: its symbol on its colour, the same everywhere. It stands beside the mineral's name and is hidden from screen readers. */
import { useMemo } from "react";
import type { CSSProperties } from "react";
import { mineralColours } from "../../shared/chart/palette.ts";
import { useDataset } from "../state/planner.ts";
import "./tile.css";

export type TileSize = "compact" | "normal" | "large";

/** By the mineral's id. */
export function Tile({ mineral, size = "normal" }: { readonly mineral: string; readonly size?: TileSize }) {
  const dataset = useDataset();
  const colours = useMemo(() => mineralColours(dataset), [dataset]);
  const colour = colours.get(mineral);
  const symbol = dataset.minerals.find(({ id }) => id === mineral)?.symbol;
  if (!colour || symbol === undefined) return null;
  return <SymbolTile symbol={symbol} colour={colour.fill} textColour={colour.text} size={size} />;
}

export interface SymbolTileProps {
  readonly symbol: string;
  /** Token names of fill and text, e.g. "--m-ree" and "--m-ree-t". */
  readonly colour: string;
  readonly textColour: string;
  readonly size?: TileSize;
}

/** Where symbol and colour are already known, as in a view model. */
export function SymbolTile({ symbol, colour, textColour, size = "normal" }: SymbolTileProps) {
  const style = { "--tile": `var(${colour})`, "--tile-text": `var(${textColour})` } as CSSProperties;
  return (
    <span className={`tile tile-${size}`} style={style} aria-hidden>
      {symbol}
    </span>
  );
}
