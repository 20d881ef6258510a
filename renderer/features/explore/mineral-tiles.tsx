/** One tile for all minerals and one per mineral: choose whose dependence the screen shows. Arrows move the choice. */
import type { CSSProperties } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { TileView } from "../../../shared/view/explore-types.ts";
import { useView } from "../../state/planner.ts";
import { toneClass } from "./difference.tsx";
import "./mineral-tiles.css";

export const ALL_MINERALS = "all";

export function MineralTiles({ tiles }: { readonly tiles: readonly TileView[] }) {
  const view = useView();
  const selected = tiles.find((tile) => tile.selected)?.mineral ?? ALL_MINERALS;
  return (
    <RadioGroup
      className="mineral-tiles"
      data-region="tiles"
      aria-label="Mineral"
      orientation="horizontal"
      value={selected}
      onChange={view.selectMineral}
      style={{ "--tile-count": tiles.length } as CSSProperties}
    >
      {tiles.map((tile) => (
        <Radio key={tile.mineral ?? ALL_MINERALS} value={tile.mineral ?? ALL_MINERALS} className="mineral-tile" aria-label={tile.label}>
          <span className="mineral-tile-mark" style={{ background: `var(${tile.colour})`, color: `var(${tile.textColour})` }} aria-hidden>
            {tile.symbol}
          </span>
          <span className="mineral-tile-value" aria-hidden>
            {tile.value}
          </span>
          <span className={`mineral-tile-difference ${toneClass(tile.difference)}`} aria-hidden>
            {tile.difference.short}
          </span>
          <span className="mineral-tile-name" aria-hidden title={tile.name}>
            {tile.name}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
