/** Backups of the database in words. */
import { BYTES_PER_MEGABYTE } from "../../format/megabyte.ts";
import { numberText } from "../../format/number.ts";
import type { BackupInfo } from "../../ipc/store-opening.ts";

const KINDS: Readonly<Record<BackupInfo["kind"], string>> = {
  rotation: "made by itself",
  manual: "made on request",
  "before-migration": "before an upgrade of the database",
  "before-restore": "before all scenarios were replaced",
};

export const backupKindText = (kind: BackupInfo["kind"]): string => KINDS[kind];

/** "61 kB", "1.4 MB": a thousand bytes are a kilobyte. */
export const bytesText = (bytes: number): string => (bytes < 999_500 ? `${numberText(bytes / 1e3, 0)} kB` : `${numberText(bytes / BYTES_PER_MEGABYTE, 1)} MB`);
