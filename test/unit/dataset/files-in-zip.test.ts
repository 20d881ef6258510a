/** Datasets in zip files: sound ones read as their folder, hostile and damaged ones named. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { filesInZip } from "../../../electron/dataset/files-in-zip.ts";
import { contentHash, filesIn } from "../../../electron/dataset/import-dataset.ts";
import { namedDataset } from "../../../electron/dataset/named-dataset.ts";
import { type PackedFile, filesOf, makeZip } from "../../support/make-zip.ts";

const example = fileURLToPath(new URL("../../../resources/datasets/norland-example", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "lodestone-zip-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const sound = filesOf(example);
const folder = filesIn(example);
if (!folder.ok) throw new Error(JSON.stringify(folder.error));
const FOLDER = contentHash(folder.value);

let made = 0;
function read(bytes: Buffer) {
  const file = join(scratch, `own-${++made}.zip`);
  writeFileSync(file, bytes);
  return { file, found: filesInZip(file) };
}
const hashOf = (bytes: Buffer): string => {
  const { found } = read(bytes);
  return found.ok ? contentHash(found.value) : JSON.stringify(found.error);
};
/** File and reason of the refusal. */
function refused(bytes: Buffer): string {
  const { found } = read(bytes);
  if (found.ok) return "it was read";
  return found.error.code === "dataset-unreadable" ? `${found.error.file.replace(/own-\d+/, "own")}: ${found.error.reason}` : found.error.code;
}
const changed = (name: string, change: Partial<PackedFile>): Buffer =>
  makeZip(sound.map((file) => (file.name === name ? Object.assign({}, file, change) : file)));

describe("a dataset in a zip file", () => {
  it("D17: reads as its folder does, packed at the top or as the folder, stored or deflated, with what packers add", () => {
    expect(hashOf(makeZip(sound))).toBe(FOLDER);
    expect(hashOf(makeZip(sound.map((file) => Object.assign({}, file, { method: 0 }))))).toBe(FOLDER);
    const extras: readonly PackedFile[] = [
      { name: "norland/", data: "", method: 0 },
      { name: "__MACOSX/norland/._dataset.json", data: "x" },
      { name: "norland/.DS_Store", data: "x" },
      { name: "norland/notes/draft.csv", data: "x" },
      { name: "Zur Übersicht.docx", data: "x" },
    ];
    expect(hashOf(makeZip([...extras, ...filesOf(example, "norland/")], { comment: "Made by hand" }))).toBe(FOLDER);
  });

  it("D17: what is no part of a dataset is not unpacked, whatever it claims", () => {
    expect(hashOf(makeZip([...sound, { name: "huge.bin", data: "x", claimedLength: 0xfffffff0, flags: 1 }]))).toBe(FOLDER);
  });

  it("D18: a mistake inside is named with file, row and column, as in a folder", () => {
    const text = String(sound.find(({ name }) => name === "suppliers/copper.csv")?.data).replace(/^smelt,/m, "melt,");
    const { file } = read(changed("suppliers/copper.csv", { data: text }));
    const dataset = namedDataset(file);
    expect(dataset).toMatchObject({ ok: false, error: { code: "dataset-invalid" } });
    if (dataset.ok || dataset.error.code !== "dataset-invalid") throw new Error("it was read");
    expect(dataset.error.problems[0]).toMatchObject({ file: "suppliers/copper.csv", column: "stage" });
    expect(namedDataset(read(makeZip(sound)).file)).toMatchObject({ ok: true, value: { id: "norland-example" } });
  });

  const zip = makeZip(sound);
  it.each<readonly [what: string, bytes: () => Buffer, says: RegExp]>([
    ["no zip file", () => Buffer.from("id,value\n".repeat(100)), /^own\.zip: it is no zip file, or its end is missing$/],
    ["an empty file", () => Buffer.alloc(0), /it is no zip file/],
    ["a file cut off in the middle", () => zip.subarray(0, zip.length / 2), /it is no zip file, or its end is missing/],
    ["a file without its beginning", () => zip.subarray(1000), /its table of contents is damaged/],
    ["an archive without a dataset", () => makeZip([{ name: "a/b/dataset.json", data: "{}" }]), /it holds no dataset\.json/],
    ["an empty archive", () => makeZip([]), /it holds no dataset\.json/],
    ["two datasets", () => makeZip([...filesOf(example, "a/"), ...filesOf(example, "b/")]), /it holds 2 datasets/],
    ["a way out", () => makeZip([...sound, { name: "../../evil.csv", data: "x" }]), /\.\.\/\.\.\/evil\.csv, which leads out of the archive/],
    ["an absolute path", () => makeZip([...sound, { name: "/etc/evil.csv", data: "x" }]), /leads out of the archive/],
    ["a drive", () => makeZip([...sound, { name: "C:evil.csv", data: "x" }]), /leads out of the archive/],
    ["a backslash", () => makeZip([...sound, { name: "suppliers\\evil.csv", data: "x" }]), /with a backslash in the name/],
    ["a name with a zero", () => makeZip([...sound, { name: "levers.csv\0.txt", data: "x" }]), /without a proper name/],
    ["one name twice", () => makeZip([...sound, { name: "Levers.csv", data: "x" }]), /it holds Levers\.csv twice/],
    ["a link", () => changed("levers.csv", { data: "/etc/passwd", unixMode: 0o120777 }), /^own\.zip, levers\.csv: it is a link to another file$/],
    ["an encrypted file", () => changed("levers.csv", { flags: 0x801 }), /^own\.zip, levers\.csv: it is encrypted$/],
    ["another packing", () => changed("levers.csv", { method: 12 }), /levers\.csv: it is packed in a way that cannot be read/],
    ["a damaged file", () => changed("levers.csv", { claimedChecksum: 7 }), /levers\.csv: it is damaged/],
    [
      "a file that is longer than it claims",
      () => changed("levers.csv", { data: Buffer.alloc(40e6), claimedLength: 900 }),
      /levers\.csv: it is damaged, or not what/,
    ],
    ["a file that is shorter than it claims", () => changed("levers.csv", { claimedLength: 9000 }), /levers\.csv: it is damaged/],
    ["a file that is far too large", () => changed("levers.csv", { data: Buffer.alloc(17 * 2 ** 20, 97) }), /levers\.csv: it is larger than 16 MB/],
    ["many files that are too large together", () => makeZip([...sound, ...bomb()]), /its content is larger than 64 MB/],
    [
      "thousands of entries",
      () => makeZip(Array.from({ length: 2500 }, (_, i) => ({ name: `${i}.csv`, data: "", method: 0 }))),
      /it holds 2500 entries; the limit is 2000/,
    ],
    ["another name before the content", () => changed("levers.csv", { localName: "events.csv" }), /levers\.csv is not where it should be/],
    ["entries that share their content", () => overlapping(), /its entries overlap/],
    ["more entries than it has", () => makeZip(sound, { count: 300 }), /its table of contents is damaged/],
    ["a part of a split archive", () => makeZip(sound, { disk: 1 }), /one part of a split zip file/],
    ["a zip64 file", () => makeZip(sound, { count: 0xffff }), /it is a zip64 file/],
    ["text that is not UTF-8", () => changed("levers.csv", { data: Buffer.from([0xff, 0xfe, 0x41]) }), /levers\.csv: it is not UTF-8 text/],
  ])("D18: %s is named", (_what, bytes, says) => {
    expect(refused(bytes())).toMatch(says);
  });

  it("D18: a place where nothing is, and a folder called zip, are named", () => {
    expect(filesInZip(join(scratch, "none.zip"))).toMatchObject({ error: { file: "none.zip", reason: "it does not exist" } });
    expect(filesInZip(scratch)).toMatchObject({ error: { reason: "it is not a file" } });
  });

  it("D18: cut off at any place it is refused, and never throws", () => {
    for (let length = zip.length - 1; length > 0; length -= 997) expect(refused(zip.subarray(0, length))).not.toBe("it was read");
  });

  it("D18: any byte changed gives the same files, fewer, or an error", () => {
    const outcomes = new Set<string>();
    for (let at = 0; at < zip.length; at += 211) {
      const bytes = Buffer.from(zip);
      bytes[at] = bytes[at]! ^ 0x55;
      const { found } = read(bytes);
      outcomes.add(!found.ok ? "error" : found.value.size < folder.value.size ? "fewer" : contentHash(found.value) === FOLDER ? "same" : "other");
    }
    expect([...outcomes]).toContain("error");
    expect([...outcomes]).not.toContain("other");
  });
});

/** Six tables of twelve megabytes that deflate to almost nothing. */
function bomb(): readonly PackedFile[] {
  const data = Buffer.alloc(12 * 2 ** 20, 97);
  return Array.from({ length: 6 }, (_, i) => ({ name: `suppliers/bomb-${i}.csv`, data }));
}

/** An entry whose content stands inside the content of another one. */
function overlapping(): Buffer {
  const inner: PackedFile = { name: "levers.csv", data: "id", method: 0 };
  const outer = { name: "a.csv", data: makeZip([inner]), method: 0 } as const;
  return makeZip([outer, { ...inner, claimedPlace: 30 + outer.name.length }]);
}
