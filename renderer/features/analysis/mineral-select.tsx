/** Whose outcome a screen shows: all minerals or one. The choice is that of Explore. */
import { useDataset, useSession, useView } from "../../state/planner.ts";
import { Select } from "../../ui/select.tsx";
import { Tile } from "../../ui/tile.tsx";
import { ALL_MINERALS } from "../explore/charts/mineral-tiles.tsx";

export function MineralSelect() {
  const { minerals } = useDataset();
  const view = useView();
  const value = useSession((state) => state.selection.mineral);
  const options = [
    { id: ALL_MINERALS, label: "All minerals" },
    ...minerals.map(({ id, name }) => ({ id, label: name, mark: <Tile mineral={id} size="compact" /> })),
  ];
  return <Select label="Mineral" value={value} onChange={view.selectMineral} options={options} />;
}

/** The chosen mineral's id; null = all. */
export function useMineral(): string | null {
  const { minerals } = useDataset();
  const value = useSession((state) => state.selection.mineral);
  return minerals.some(({ id }) => id === value) ? value : null;
}
