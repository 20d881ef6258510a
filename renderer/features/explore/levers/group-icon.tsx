/** Icons of lever groups by the dataset's group names; an unknown group gets the general one. */
import { Archive, FlaskConical, Handshake, Landmark, Pickaxe, Recycle, Ship, SlidersHorizontal } from "lucide-react";
import type { LucideIcon } from "lucide-react";

const icons: Readonly<Record<string, LucideIcon>> = {
  Stockpiles: Archive,
  "Domestic supply": Pickaxe,
  "Market support": Landmark,
  Trade: Ship,
  Allies: Handshake,
  Recycling: Recycle,
  Research: FlaskConical,
};

export function GroupIcon({ group, size = 15 }: { readonly group: string; readonly size?: number }) {
  const Icon = icons[group] ?? SlidersHorizontal;
  return <Icon size={size} aria-hidden />;
}
