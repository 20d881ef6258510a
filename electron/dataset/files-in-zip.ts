/** The files of a dataset out of a zip file, in memory: nothing is unpacked on the disk, and what is no part of a dataset is not unpacked at all. */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { MANIFEST_FILE } from "../../shared/dataset/check-manifest.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { BYTES_PER_MEGABYTE } from "../../shared/format/megabyte.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type ZipEntry, zipEntries } from "../files/read-zip.ts";
import { COMPANIONS } from "./import-dataset.ts";
import { type DatasetFileTexts, isDatasetFile, LARGEST_FILE_MB, NOT_TEXT, reasonOf, textOf } from "./read-dataset.ts";

/** Of the zip file, and of everything that is unpacked of it. */
const MOST_MB = 64;
/** Far above the files of any dataset, far below what would take long to look through. */
const MOST_ENTRIES = 2000;

/** Errors: dataset-unreadable, which names the archive or the file in it. */
export function filesInZip(file: string): Result<DatasetFileTexts, AppError> {
  const refuse = (reason: string, inside = ""): Result<never, AppError> =>
    err({ code: "dataset-unreadable", file: basename(file) + (inside === "" ? "" : `, ${inside}`), reason });
  const bytes = archive(file);
  if (!bytes.ok) return refuse(bytes.error);
  const entries = zipEntries(bytes.value, MOST_ENTRIES);
  if (!entries.ok) return refuse(entries.error);
  const files = entries.value.filter(({ name, isFolder }) => !isFolder && !name.startsWith("__MACOSX/"));
  const root = rootOf(files);
  if (!root.ok) return refuse(root.error);

  const wanted = files.filter(({ name }) => name.startsWith(root.value) && isPart(name.slice(root.value.length)));
  if (wanted.reduce((sum, { bytes: length }) => sum + length, 0) > MOST_MB * BYTES_PER_MEGABYTE) return refuse(`its content is larger than ${MOST_MB} MB`);
  const texts = new Map<string, string>();
  for (const entry of wanted) {
    const text = textIn(entry);
    if (!text.ok) return refuse(text.error, entry.name);
    texts.set(entry.name.slice(root.value.length), text.value);
  }
  return ok(texts);
}

const isPart = (path: string): boolean => isDatasetFile(path) || COMPANIONS.includes(path);

function archive(file: string): Result<Buffer, string> {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return err("it is not a file");
    return stat.size > MOST_MB * BYTES_PER_MEGABYTE ? err(`it is larger than ${MOST_MB} MB`) : ok(readFileSync(file));
  } catch (cause) {
    return err(reasonOf(cause));
  }
}

/** "" where the manifest stands at the top, "norland/" where the folder itself was packed. */
function rootOf(files: readonly ZipEntry[]): Result<string, string> {
  const manifests = files
    .map(({ name }) => name)
    .filter((name) => name === MANIFEST_FILE || (/^[^/]+\/[^/]+$/.test(name) && name.endsWith(`/${MANIFEST_FILE}`)));
  const [manifest, ...others] = manifests;
  if (manifest === undefined) return err(`it holds no ${MANIFEST_FILE}, neither at its top nor in a folder there`);
  return others.length > 0 ? err(`it holds ${manifests.length} datasets; pack one of them`) : ok(manifest.slice(0, -MANIFEST_FILE.length));
}

function textIn({ bytes, isLink, read }: ZipEntry): Result<string, string> {
  if (isLink) return err("it is a link to another file");
  if (bytes > LARGEST_FILE_MB * BYTES_PER_MEGABYTE) return err(`it is larger than ${LARGEST_FILE_MB} MB`);
  const content = read();
  if (!content.ok) return content;
  try {
    return ok(textOf(content.value));
  } catch {
    return err(NOT_TEXT);
  }
}
