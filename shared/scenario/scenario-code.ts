/** The short code shown with a scenario ("LS-7K2M-Q0XD"): a checksum of what decides its numbers, for recognising it, not for rebuilding it. */
import type { ScenarioDocument } from "./scenario.ts";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/**
 * "LS-XXXX-XXXX" from inputs and assumptions: 40 bits of FNV-1a (64 bits, folded by exclusive or) in Crockford's base 32.
 * The order of fields, levers, events and assumptions does not change it; target, budget and labels are not part of it.
 */
export function scenarioCode(document: Pick<ScenarioDocument, "inputs" | "assumptions">): string {
  const { levers, world, own_world, events } = document.inputs;
  const text = canonical({ levers: sorted(levers), world, own_world, events: sorted(events), assumptions: sorted(document.assumptions) });
  const { high, low } = fnv1a64(new TextEncoder().encode(text));
  // The 40 low bits, with the 24 bits above them folded in by exclusive or.
  const folded = (high & 0xff) * 2 ** 32 + ((low ^ (high >>> 8)) >>> 0);
  let code = "";
  for (let digit = 7; digit >= 0; digit--) code += CROCKFORD[Math.floor(folded / 32 ** digit) % 32];
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

/** In two halves of 32 bits: the prime is 2^40 + 0x1b3, so a product is a shift and a small multiplication. */
function fnv1a64(bytes: Uint8Array): { readonly high: number; readonly low: number } {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}
