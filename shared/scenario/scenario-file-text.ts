/** The text of a `.lodestone` file: what is refused before parsing, how it is laid out, and the text its checksum covers. */

/** A file of scenarios needs less than ten levels; more is an attack on recursive readers. */
const MAX_DEPTH = 32;
/** Far above any scenario; without these bounds a small file could fill the memory with fields or empty objects. */
const MAX_FIELDS = 1_000;
const MAX_BRACKETS = 500_000;
const reservedKeys = new Set(["__proto__", "constructor", "prototype"]);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/**
 * Why a text must not be parsed, or null: nested too deep, too many objects or fields, one object names a field twice (JSON would keep
 * the last in silence), or a field that could reach a prototype. One pass, no recursion; malformed text is left to the parser.
 */
export function refusalOf(text: string): string | null {
  /** One entry per open bracket: the fields seen so far, or null inside a list. */
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  let brackets = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      const fields = open.at(-1);
      if (expectsKey && fields) {
        const key = unescaped(text.slice(at, end + 1));
        if (reservedKeys.has(key)) return `line ${lineAt(text, at)}: the field "${key}" is not allowed`;
        if (fields.has(key)) return `line ${lineAt(text, at)}: the field "${key.slice(0, 60)}" stands twice`;
        if (fields.size === MAX_FIELDS) return `line ${lineAt(text, at)}: one object has more than ${MAX_FIELDS} fields`;
        fields.add(key);
        expectsKey = false;
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      if (open.length === MAX_DEPTH) return `line ${lineAt(text, at)}: it is nested more than ${MAX_DEPTH} levels deep`;
      brackets += 1;
      if (brackets > MAX_BRACKETS) return `it holds more than ${MAX_BRACKETS} lists and objects`;
      open.push(code === 0x7b ? new Set() : null);
      expectsKey = code === 0x7b;
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
      expectsKey = false;
    } else if (code === 0x2c) {
      expectsKey = Boolean(open.at(-1));
    }
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** "\u005f" and "_" are the same letter of a key. */
function unescaped(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = 0; at < position; at += 1) if (text.charCodeAt(at) === LINE_FEED) line += 1;
  return line;
}

/**
 * The text of a value with the keys of every object in order and no blanks: equal values give equal text.
 * −0 counts as 0, because other programs drop its sign. Numbers must be finite.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.some((item) => typeof item === "object") ? value.map(inOrder) : value;
  if (!isObject(value)) return value;
  // Defined, not assigned: assigning "__proto__" would drop the field.
  const fields = Object.keys(value).toSorted();
  return Object.fromEntries(fields.map((key) => [key, inOrder(value[key])]));
}

/** JSON for people and version control: one field a line, lists of plain values on one line, every number exact. */
export function readableJson(value: unknown, indent = ""): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object" || item === null)) return `[${value.map(scalarJson).join(", ")}]`;
    return `[\n${value.map((item) => inner + readableJson(item, inner)).join(",\n")}\n${indent}]`;
  }
  if (!isObject(value)) return scalarJson(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return "{}";
  return `{\n${fields.map(([key, field]) => `${inner}${JSON.stringify(key)}: ${readableJson(field, inner)}`).join(",\n")}\n${indent}}`;
}

/** Throws on NaN and infinities, which JSON would turn into null: they are bugs of the caller. */
function scalarJson(value: unknown): string {
  if (typeof value !== "number") return JSON.stringify(value) ?? "null";
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that a file can hold`);
  return Object.is(value, -0) ? "-0" : String(value);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
