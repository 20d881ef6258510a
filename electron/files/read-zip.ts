/**
 * Reads zip files in memory, on Node's own inflate: stored and deflated entries, as every system's packer writes them.
 * The format lets a file say one thing twice; whatever is said in two places has to agree here, so that nobody sees other content than we do.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { err, ok, type Result } from "../../shared/result.ts";

export interface ZipEntry {
  /** Path inside the archive, with "/" between folders; never absolute, never with "..". */
  readonly name: string;
  /** Length of its content, as the archive says. */
  readonly bytes: number;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  /** Its content, checked against length and checksum. The error is the end of "NAME: …". */
  readonly read: () => Result<Uint8Array, string>;
}

const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff } as const;
const CENTRAL = { signature: 0x02014b50, length: 46 } as const;
const LOCAL = { signature: 0x04034b50, length: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const UTF8_NAME = 0x800;
const MADE_ON_UNIX = 3;

const NOT_ZIP = "it is no zip file, or its end is missing";
const BROKEN = "its table of contents is damaged";

/** Every entry of the archive in `bytes`. The error is the end of "FILE: …": no zip file, damaged, encrypted, split, hostile names, more than `mostEntries`. */
export function zipEntries(bytes: Buffer, mostEntries: number): Result<readonly ZipEntry[], string> {
  const end = endOf(bytes);
  if (end === null) return err(NOT_ZIP);
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) return err("it is a zip64 file, which is for far larger content");
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count) return err("it is one part of a split zip file");
  if (count > mostEntries) return err(`it holds ${count} entries; the limit is ${mostEntries}`);
  if (start + size !== end) return err(BROKEN);

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const taken: (readonly [from: number, to: number])[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const found = entryAt(bytes, at, start);
    if (!found.ok) return found;
    const { entry, from, to, next } = found.value;
    // File systems that do not tell cases apart would hold one of them.
    const folded = entry.name.toLowerCase();
    if (names.has(folded)) return err(`it holds ${entry.name} twice`);
    names.add(folded);
    taken.push([from, to]);
    entries.push(entry);
    at = next;
  }
  if (at !== end) return err(BROKEN);
  const inOrder = taken.toSorted(([a], [b]) => a - b);
  if (inOrder.some(([, to], index) => to > (inOrder[index + 1]?.[0] ?? start))) return err("its entries overlap");
  return ok(entries);
}

/** Where the end record begins: the last one whose comment ends with the file. */
function endOf(bytes: Buffer): number | null {
  const last = bytes.length - END.length;
  for (let at = last; at >= Math.max(0, last - END.longestComment); at--) {
    if (bytes.readUInt32LE(at) === END.signature && at + END.length + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}

interface Found {
  readonly entry: ZipEntry;
  /** Stretch of the file that it takes. */
  readonly from: number;
  readonly to: number;
  /** Where the next row of the table of contents begins. */
  readonly next: number;
}

/** The row of the table of contents at `at`, held against the header that stands before the content. `contentEnd`: where the table begins. */
function entryAt(bytes: Buffer, at: number, contentEnd: number): Result<Found, string> {
  if (at + CENTRAL.length > bytes.length || bytes.readUInt32LE(at) !== CENTRAL.signature) return err(BROKEN);
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const checksum = bytes.readUInt32LE(at + 16);
  const packed = bytes.readUInt32LE(at + 20);
  const unpacked = bytes.readUInt32LE(at + 24);
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + CENTRAL.length + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const rawName = bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + nameLength);
  const name = rawName.toString((flags & UTF8_NAME) === 0 ? "latin1" : "utf8");
  const wrong = nameProblem(name);
  if (wrong !== null) return err(wrong);

  const from = bytes.readUInt32LE(at + 42);
  if (from + LOCAL.length > contentEnd || bytes.readUInt32LE(from) !== LOCAL.signature) return err(`${name} is not where it should be`);
  const nameAt = from + LOCAL.length;
  const content = nameAt + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
  const to = content + packed;
  if (to > contentEnd || !bytes.subarray(nameAt, nameAt + bytes.readUInt16LE(from + 26)).equals(rawName)) return err(`${name} is not where it should be`);

  const read = (): Result<Uint8Array, string> => {
    if ((flags & ENCRYPTED) !== 0) return err("it is encrypted");
    if (method !== STORED && method !== DEFLATED) return err(`it is packed in a way that cannot be read (method ${method})`);
    const data = unpack(bytes.subarray(content, to), method, unpacked);
    if (data?.length !== unpacked || crc32(data) !== checksum) return err("it is damaged, or not what the archive says");
    return ok(data);
  };
  const unixType = bytes.readUInt8(at + 5) === MADE_ON_UNIX ? bytes.readUInt32LE(at + 38) >>> 28 : 0;
  return ok({ entry: { name, bytes: unpacked, isFolder: name.endsWith("/"), isLink: unixType === 0o12, read }, from, to, next });
}

/** null: damaged, or longer than `length`, which is where unpacking stops. */
function unpack(packed: Uint8Array, method: number, length: number): Uint8Array | null {
  if (method === STORED) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, length) });
  } catch {
    return null;
  }
}

function nameProblem(name: string): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters in a name are what is looked for
  if (name === "" || /[\0-\x1f]/.test(name)) return "it holds an entry without a proper name";
  if (name.includes("\\")) return `it holds ${name}, with a backslash in the name`;
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.split("/").includes("..")) return `it holds ${name}, which leads out of the archive`;
  return null;
}
