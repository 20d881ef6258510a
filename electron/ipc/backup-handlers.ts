/** Backups of the scenario database. */
import { ok } from "../../shared/result.ts";
import type { StoreBackups } from "../store/store-backups.ts";
import type { Handlers } from "./register.ts";

export type BackupContext = Pick<StoreBackups, "folder" | "list" | "make" | "restore" | "startEmpty">;

export function backupHandlers(backups: BackupContext): Pick<Handlers, Extract<keyof Handlers, `backup:${string}`>> {
  return {
    "backup:list": () => {
      const listed = backups.list();
      return listed.ok ? ok({ folder: backups.folder, backups: listed.value }) : listed;
    },
    "backup:make": () => backups.make(),
    "backup:restore": ({ name }) => backups.restore(name),
    "backup:start-empty": () => backups.startEmpty(),
  };
}
