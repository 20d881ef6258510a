/** One of the chosen scenarios, or another of the library. */
import { Select } from "../../ui/select.tsx";
import { Badge } from "./badge.tsx";
import type { ScenarioItem, ScenarioItems } from "./scenario-items.ts";

export interface ScenarioSelectProps {
  readonly items: ScenarioItems;
  readonly value: ScenarioItem;
  readonly onChange: (key: string) => void;
}

export function ScenarioSelect({ items, value, onChange }: ScenarioSelectProps) {
  const options = items.scenarios.map((item) => ({ id: item.key, label: item.title, mark: <Badge item={item} /> }));
  return <Select label="Scenario" value={value.key} onChange={onChange} options={options} />;
}

/** The item in hand: the chosen one, else the open scenario, else the first. */
export const itemInHand = ({ scenarios }: ScenarioItems, key: string | null): ScenarioItem | null =>
  scenarios.find((item) => item.key === key) ?? scenarios.find(({ isOpen }) => isOpen) ?? scenarios[0] ?? null;
