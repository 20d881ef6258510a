/** A mineral's mark: its symbol on its colour, the same everywhere. It stands beside the mineral's name and is hidden from screen readers. */
import { useMemo } from "react";
import type { CSSProperties } from "react";
import { mineralColours } from "../../shared/chart/palette.ts";
import { useDataset } from "../state/planner.ts";
import "./tile.css";

export interface TileProps {
  /** The mineral's id. */
  readonly mineral: string;
  /** inline: as high as a line of small text. */
  readonly size?: "inline" | "compact" | "normal" | "large";
}

export function Tile({ mineral, size = "normal" }: TileProps) {
  const dataset = useDataset();
  const colours = useMemo(() => mineralColours(dataset), [dataset]);
  const colour = colours.get(mineral);
  const symbol = dataset.minerals.find(({ id }) => id === mineral)?.symbol;
  if (!colour || symbol === undefined) return null;
  const style = { "--tile": `var(${colour.fill})`, "--tile-text": `var(${colour.text})` } as CSSProperties;
  return (
    // Written by the style sheet: as text of a control it would have to be part of the control's name.
    <span className={`tile tile-${size}`} style={style} data-symbol={symbol} aria-hidden />
  );
}
