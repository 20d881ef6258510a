/** A mineral's mark: its symbol on its colour, the same everywhere. It stands beside the mineral's name and is hidden from screen readers. */
import type { CSSProperties } from "react";
import "./tile.css";

export interface TileProps {
  readonly symbol: string;
  /** Token names of fill and text, e.g. "--m-ree" and "--m-ree-t". */
  readonly colour: string;
  readonly textColour: string;
  readonly size?: "compact" | "normal" | "large";
}

export function Tile({ symbol, colour, textColour, size = "normal" }: TileProps) {
  const style = { "--tile": `var(${colour})`, "--tile-text": `var(${textColour})` } as CSSProperties;
  return (
    <span className={`tile tile-${size}`} style={style} aria-hidden>
      {symbol}
    </span>
  );
}
