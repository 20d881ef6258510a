/** The short code shown with a scenario ("LS-7K2M-Q0XD"): a checksum of what decides its numbers, for recognising it, not for rebuilding it. */
import type { ScenarioDocument } from "./scenario.ts";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK_64 = (1n << 64n) - 1n;
const MASK_40 = (1n << 40n) - 1n;

/**
 * "LS-XXXX-XXXX" from inputs and assumptions: 40 bits of FNV-1a (64 bits, folded by exclusive or) in Crockford's base 32.
 * The order of fields, levers, events and assumptions does not change it; target, budget and labels are not part of it.
 */
export function scenarioCode(document: Pick<ScenarioDocument, "inputs" | "assumptions">): string {
  const { levers, world, events } = document.inputs;
  const text = canonical({ levers: sorted(levers), world, events: sorted(events), assumptions: sorted(document.assumptions) });
  const hash = fnv1a64(new TextEncoder().encode(text));
  const folded = (hash ^ (hash >> 40n)) & MASK_40;
  let code = "";
  for (let shift = 35n; shift >= 0n; shift -= 5n) code += CROCKFORD[Number((folded >> shift) & 31n)];
  return `LS-${code.slice(0, 4)}-${code.slice(4)}`;
}

/** JSON with the keys of every object in order and undefined fields left out: equal values give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}

const sorted = (items: readonly object[]): readonly object[] =>
  items
    .map((item) => ({ item, text: canonical(item) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ item }) => item);

function fnv1a64(bytes: Uint8Array): bigint {
  let hash = FNV_OFFSET;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK_64;
  return hash;
}
