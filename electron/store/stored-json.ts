/** JSON as it lies in columns: numbers keep every bit, and a damaged value is found when it is read. */
import { crc32, gunzipSync, gzipSync } from "node:zlib";

/** Text and its CRC-32: SQLite itself does not notice a flipped bit inside a value. */
export interface CheckedText {
  readonly text: string;
  readonly crc32: number;
}

/** Raised while reading a column; the facade turns it into an error that names the scenario and the part. */
export class UnreadableColumn extends Error {
  override readonly name = "UnreadableColumn";
}

export function toCheckedText(value: unknown): CheckedText {
  const text = exactJson(value);
  return { text, crc32: crc32(text) };
}

export function fromCheckedText(stored: CheckedText): unknown {
  if (crc32(stored.text) !== stored.crc32) throw new UnreadableColumn("its checksum does not fit");
  return JSON.parse(stored.text);
}

/** Gzip of JSON; gzip carries a CRC-32 of its own. */
export const toCompressed = (value: unknown): Buffer => gzipSync(exactJson(value));

export function fromCompressed(stored: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(stored).toString("utf8"));
  } catch (cause) {
    throw new UnreadableColumn("its compressed bytes are damaged", { cause });
  }
}

/** A string no scenario holds: it stands for −0 until the text is complete. JSON reads "-0" back as −0 but never writes it. */
const MINUS_ZERO = "\u0000-0";
const MINUS_ZERO_IN_TEXT = JSON.stringify(MINUS_ZERO);

/** JSON text that reads back bit for bit. Throws on NaN and infinities, which JSON would turn into null: they are bugs of the caller. */
function exactJson(value: unknown): string {
  const text = JSON.stringify(value, (key, field: unknown) => {
    if (typeof field !== "number") return field;
    if (!Number.isFinite(field)) throw new RangeError(`${key} is ${field}: not a number that can be stored`);
    return Object.is(field, -0) ? MINUS_ZERO : field;
  });
  return text.replaceAll(MINUS_ZERO_IN_TEXT, "-0");
}
