/** The chosen scenarios as chips with their letters, worlds where these differ, and what can be added. */
import { Plus, X } from "lucide-react";
import { worldName } from "../../../shared/scenario/own-world.ts";
import { useDataset } from "../../state/planner.ts";
import { Menu } from "../../ui/menu.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Badge } from "./badge.tsx";
import type { ScenarioItems } from "./scenario-items.ts";
import "./scenario-chips.css";

export function ScenarioChips({ items }: { readonly items: ScenarioItems }) {
  const { worlds } = useDataset();
  const { scenarios } = items;
  const worldsDiffer = new Set(scenarios.map(({ document }) => worldName({ worlds }, document.inputs))).size > 1;
  return (
    <>
      <ul className="scenario-chips" aria-label="Scenarios">
        {scenarios.map((item) => (
          <li key={item.key} className="scenario-chip" title={`${item.title}, ${item.detail}`}>
            <Badge item={item} />
            <span className="scenario-chip-title">{item.title}</span>
            {worldsDiffer && <span className="chip">{worldName({ worlds }, item.document.inputs)}</span>}
            {item.isStale && <span className="chip">stored</span>}
            <IconButton icon={X} size={14} label={`Remove ${item.title}`} onPress={() => items.remove(item.key)} />
          </li>
        ))}
      </ul>
      <AddScenario items={items} />
    </>
  );
}

export function AddScenario({ items, label }: { readonly items: ScenarioItems; readonly label?: string }) {
  if (items.room <= 0 || items.others.length === 0) return null;
  return <Menu label={label ?? "Add"} icon={Plus} variant="secondary" items={items.others} onAction={items.add} />;
}
