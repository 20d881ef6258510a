/** What About shows, and what a bug report needs. */
import type { VersionInfo } from "../shared/ipc/boot-info.ts";
import { sqliteVersion } from "./store/sqlite-version.ts";

export function versionInfo(app: string, dataFolder: string, versions: Readonly<Partial<NodeJS.ProcessVersions>> = process.versions): VersionInfo {
  return {
    app,
    // Without Electron the same files run under Node, as in development and tests.
    runtime: versions.electron === undefined ? `Node ${versions.node ?? ""}, without Electron` : `Electron ${versions.electron}`,
    chromium: versions.chrome ?? "unknown",
    sqlite: sqliteVersion(),
    dataFolder,
  };
}
