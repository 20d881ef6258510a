/** The scenario that the open one is ranked against: one of those chosen for the analyses, or another of the library, which is then chosen too. */
import { useState } from "react";
import { useDocument } from "../../state/planner.ts";
import { Select } from "../../ui/select.tsx";
import type { SelectOption, SelectSection } from "../../ui/select.tsx";
import { Badge } from "../analysis/badge.tsx";
import { useScenarioItems, type ScenarioItem, type ScenarioItems } from "../analysis/scenario-items.ts";
import { UNSTORED } from "../analysis/picks.ts";

export interface OtherScenarioSelectProps {
  readonly items: ScenarioItems;
  readonly value: ScenarioItem | null;
  readonly onChange: (key: string) => void;
}

export function OtherScenarioSelect({ items, value, onChange }: OtherScenarioSelectProps) {
  const openId = useDocument((state) => state.id);
  const chosen = candidates(items).map((item): SelectOption => ({ id: item.key, label: item.title, mark: <Badge item={item} /> }));
  const library = items.room > 0 ? items.others.filter(({ id }) => id !== (openId ?? UNSTORED)) : [];
  const sections: readonly SelectSection[] = [
    { title: "Chosen scenarios", options: chosen },
    { title: "Others of the library", options: library },
  ].filter(({ options }) => options.length > 0);
  if (sections.length === 0) return null;
  const choose = (key: string): void => {
    if (library.some(({ id }) => id === key)) items.add(key);
    onChange(key);
  };
  return <Select label="Ranked against" value={value?.key ?? ""} onChange={choose} options={sections} />;
}

export interface OtherScenario {
  readonly items: ScenarioItems;
  /** The one that was asked for, else the first; null where the open scenario stands alone. */
  readonly other: ScenarioItem | null;
  readonly setOther: (key: string) => void;
}

export function useOtherScenario(): OtherScenario {
  const items = useScenarioItems();
  const [key, setOther] = useState<string | null>(null);
  const found = candidates(items);
  return { items, other: found.find((item) => item.key === key) ?? found[0] ?? null, setOther };
}

const candidates = ({ scenarios }: ScenarioItems): readonly ScenarioItem[] => scenarios.filter(({ isOpen }) => !isOpen);
