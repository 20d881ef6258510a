/** Finds what an id in a formula stands for: a variable, a parameter by its key, or a parameter at one role ("t_perm_R", "p_ref_P"). */
import { parameterName } from "../view/data/data-parameter-names.ts";
import { parameterSymbols } from "./parameter-symbols.ts";
import { drawnAs } from "./symbol.ts";
import type { MethodSymbol } from "./symbol.ts";
import { variableGroups } from "./variables.ts";

const variables = new Map(variableGroups.flatMap(({ symbols }) => symbols).map((symbol) => [symbol.id, symbol]));

const ROLES = {
  R: { role: "recycling", words: "of recycling plants" },
  P: { role: "processing", words: "at processing" },
} as const;

function parameterSymbol(id: string): MethodSymbol | null {
  const drawn = parameterSymbols[id];
  if (drawn !== undefined) return { id, ...drawnAs(drawn), name: parameterName(id), unit: "", numbers: { kind: "parameter", key: id } };
  const [, key = "", suffix = ""] = /^(.+)_([RP])$/.exec(id) ?? [];
  const general = parameterSymbols[key];
  if (general === undefined || (suffix !== "R" && suffix !== "P")) return null;
  const { role, words } = ROLES[suffix];
  const { letter, below, isAim } = drawnAs(general);
  return {
    id,
    letter,
    below: below === "" ? suffix : `${below},${suffix}`,
    isAim,
    name: `${parameterName(key)}, ${words}`,
    unit: "",
    numbers: { kind: "parameter", key, role },
  };
}

/** Throws on an id that nothing explains: a mistake of a formula's author, which a test finds. */
export function symbolOf(id: string): MethodSymbol {
  const found = variables.get(id) ?? parameterSymbol(id);
  if (!found) throw new Error(`no symbol ${id}`);
  return found;
}
