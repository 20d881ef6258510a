/** One tile for all minerals and one per mineral: choose whose dependence the screen shows. Arrows move the choice. */
import { createContext, memo, useContext } from "react";
import type { CSSProperties } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { TileView } from "../../../../shared/view/explore/explore-types.ts";
import { useDataset, useSession, useView } from "../../../state/planner.ts";
import { toneClass } from "../outcome/difference.tsx";
import "./mineral-tiles.css";

export const ALL_MINERALS = "all";

/** Numbers reach the faces past the radio group, which is costly to render and has nothing to do with them. */
const Tiles = createContext<readonly TileView[]>([]);

export function MineralTiles({ tiles }: { readonly tiles: readonly TileView[] }) {
  return (
    <Tiles value={tiles}>
      <TileChoice />
    </Tiles>
  );
}

const TileChoice = memo(function TileChoice() {
  const view = useView();
  const dataset = useDataset();
  const selected = useSession((state) => state.selection.mineral);
  const ids = [ALL_MINERALS, ...dataset.minerals.map(({ id }) => id)];
  return (
    <RadioGroup
      className="mineral-tiles"
      data-region="tiles"
      aria-label="Mineral"
      orientation="horizontal"
      value={selected}
      onChange={view.selectMineral}
      style={{ "--tile-count": ids.length } as CSSProperties}
    >
      {ids.map((id) => (
        <Radio key={id} value={id} className="mineral-tile">
          <TileFace mineral={id} />
        </Radio>
      ))}
    </RadioGroup>
  );
});

function TileFace({ mineral }: { readonly mineral: string }) {
  const tile = useContext(Tiles).find((each) => (each.mineral ?? ALL_MINERALS) === mineral);
  if (!tile) return null;
  return (
    <>
      <span className="visually-hidden">{tile.label}</span>
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
    </>
  );
}
