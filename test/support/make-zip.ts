/** Zip files as packers write them, and as nobody should: every field can be made to lie. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

export interface PackedFile {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly method?: 0 | 8 | 12;
  readonly flags?: number;
  /** Length that both headers claim, in the place of the real one. */
  readonly claimedLength?: number;
  readonly claimedChecksum?: number;
  /** Name in the header before the content, in the place of `name`. */
  readonly localName?: string;
  /** Type and rights as Unix keeps them, e.g. 0o120777 for a link. */
  readonly unixMode?: number;
  /** Where the table of contents says that the content begins, in the place of the real place. */
  readonly claimedPlace?: number;
}

export function makeZip(files: readonly PackedFile[], end: { readonly count?: number; readonly comment?: string; readonly disk?: number } = {}): Buffer {
  const contents: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const data = Buffer.from(file.data);
    const { name, method = 8, flags = 0x800, localName = name, unixMode = 0o100644 } = file;
    const packed = method === 8 ? deflateRawSync(data) : data;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const fields = (into: Buffer, from: number, nameLength: number): void => {
      into.writeUInt16LE(20, from);
      into.writeUInt16LE(flags, from + 2);
      into.writeUInt16LE(method, from + 4);
      into.writeUInt32LE(file.claimedChecksum ?? crc32(data), from + 10);
      into.writeUInt32LE(packed.length, from + 14);
      into.writeUInt32LE(file.claimedLength ?? data.length, from + 18);
      into.writeUInt16LE(nameLength, from + 22);
    };
    fields(head, 4, Buffer.byteLength(localName));
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE((3 << 8) | 20, 4);
    fields(row, 6, Buffer.byteLength(name));
    row.writeUInt32LE((unixMode << 16) >>> 0, 38);
    row.writeUInt32LE(file.claimedPlace ?? at, 42);
    contents.push(head, Buffer.from(localName), packed);
    table.push(row, Buffer.from(name));
    at += head.length + Buffer.byteLength(localName) + packed.length;
  }
  const rows = Buffer.concat(table);
  const comment = Buffer.from(end.comment ?? "");
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(end.disk ?? 0, 4);
  tail.writeUInt16LE(end.count ?? files.length, 8);
  tail.writeUInt16LE(end.count ?? files.length, 10);
  tail.writeUInt32LE(rows.length, 12);
  tail.writeUInt32LE(at, 16);
  tail.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...contents, rows, tail, comment]);
}

/** Everything in `folder`, under `prefix`. */
export function filesOf(folder: string, prefix = ""): readonly PackedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: prefix + path.slice(folder.length + 1).replaceAll("\\", "/"), data: readFileSync(path) }));
}
