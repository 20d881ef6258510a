/** Where an equation finds a parameter (model specification, section 2): the most specific row wins. */
import { ALL_MINERALS } from "./dataset-files.ts";
import type { Mineral, Parameter, StageLabel } from "./dataset.ts";
import type { KeyLevel } from "./engine-keys.ts";

/** (mineral, stage, key) → (mineral, "", key) → (all, stage, key) → (all, "", key); with an empty stage the second and the last only. */
export function findParameter(parameters: readonly Parameter[], mineral: string, stage: string, key: string): Parameter | undefined {
  const rows = cellsByName(parameters);
  const at = (m: string, s: string) => rows.get(cellName(m, s, key));
  return at(mineral, stage) ?? at(mineral, "") ?? at(ALL_MINERALS, stage) ?? at(ALL_MINERALS, "");
}

const cellName = (mineral: string, stage: string, key: string): string => `${key}/${stage}/${mineral}`;

/** Views look prices up in every frame of a drag; rows of a dataset never change. */
const indexes = new WeakMap<readonly Parameter[], ReadonlyMap<string, Parameter>>();

function cellsByName(parameters: readonly Parameter[]): ReadonlyMap<string, Parameter> {
  const known = indexes.get(parameters);
  if (known) return known;
  const cells = new Map<string, Parameter>();
  for (const row of parameters) {
    const name = cellName(row.mineral, row.stage, row.key);
    if (!cells.has(name)) cells.set(name, row);
  }
  indexes.set(parameters, cells);
  return cells;
}

/** The (mineral, stage) cells at which a key of that level is looked up. */
export function cellsOf(
  level: KeyLevel,
  stages: readonly StageLabel[],
  minerals: readonly Pick<Mineral, "id" | "stages">[],
): readonly (readonly [mineral: string, stage: string])[] {
  switch (level) {
    case "global":
      return [[ALL_MINERALS, ""]];
    case "mineral":
      return minerals.map((m) => [m.id, ""]);
    case "stage":
      return minerals.flatMap((m) => m.stages.map((s) => [m.id, s] as const));
    case "later-stage":
      return minerals.flatMap((m) => m.stages.slice(1).map((s) => [m.id, s] as const));
    case "recycling":
      return minerals.flatMap((m) => stages.filter((s) => s.role === "recycling").map((s) => [m.id, s.id] as const));
  }
}
