/** Backups of the whole database. Restoring one replaces everything the window knows of it, and can be undone. */
import { errorText } from "../../shared/errors/error-text.ts";
import type { PlannerApi, Requests } from "../../shared/ipc/channels.ts";
import type { BackupInfo } from "../../shared/ipc/store-opening.ts";
import type { Autosave } from "./autosave.ts";
import type { LibraryActions } from "./library-actions.ts";
import type { Opening } from "./opening.ts";
import type { Serial } from "./serial.ts";
import type { UndoStack } from "./undo-stack.ts";
import type { ViewActions } from "./view-actions.ts";

export type BackupList = Requests["backup:list"]["output"];
export type OpenFolder = Requests["app:open-folder"]["input"]["folder"];

export interface BackupActions {
  /** null when they cannot be listed, which has then been shown. */
  readonly list: () => Promise<BackupList | null>;
  /** The backup that was made; null when it could not be, which has then been shown. */
  readonly make: () => Promise<BackupInfo | null>;
  /** `moment` is when the backup is from, in words. */
  readonly restore: (name: string, moment: string) => Promise<boolean>;
  readonly openFolder: (folder: OpenFolder) => Promise<void>;
}

export interface BackupPorts {
  readonly api: PlannerApi;
  readonly view: ViewActions;
  readonly autosave: Pick<Autosave, "drain">;
  readonly serial: Serial;
  readonly opening: Opening;
  readonly undo: UndoStack;
  readonly select: LibraryActions["select"];
  readonly endGesture: () => void;
  readonly refresh: () => Promise<void>;
  /** Settings lie in the database too. */
  readonly onReplaced: () => Promise<void>;
}

export function createBackupActions(ports: BackupPorts): BackupActions {
  const { api, view, autosave, serial, opening, undo } = ports;

  /** Answers the backup that brings back what was there before. */
  async function replaceBy(name: string): Promise<BackupInfo | null> {
    const restored = await api.invoke("backup:restore", { name });
    if (!restored.ok) {
      opening.refuse(restored.error);
      return null;
    }
    await ports.onReplaced();
    await opening.reopen();
    await ports.select(null);
    await ports.refresh();
    return restored.value;
  }

  async function restore(name: string, moment: string, force = false): Promise<boolean> {
    ports.endGesture();
    const failure = force ? null : await autosave.drain();
    if (failure !== null) {
      view.openDialog({
        kind: "confirm",
        title: `Restore the backup of ${moment}?`,
        text: `${errorText(failure).what} What you changed last could not be written and would be lost.`,
        confirm: "Restore and lose it",
        destructive: true,
        run: () => void serial(() => restore(name, moment, true)),
      });
      return false;
    }
    const before = await replaceBy(name);
    if (before === null) return false;
    undo.forgetAll();
    const text = `Restored the backup of ${moment}`;
    // The way back is always the backup that the last step made.
    let way = before.name;
    const turn = async (): Promise<boolean> => {
      const made = await replaceBy(way);
      if (made !== null) way = made.name;
      return made !== null;
    };
    const takeBack = undo.record({ label: text, undo: turn, redo: turn });
    view.toast(text, { label: "Undo", run: () => void takeBack() });
    return true;
  }

  return {
    async list() {
      const listed = await api.invoke("backup:list", null);
      if (listed.ok) return listed.value;
      opening.refuse(listed.error);
      return null;
    },
    make: () =>
      serial(async () => {
        await autosave.drain();
        const made = await api.invoke("backup:make", null);
        if (made.ok) return made.value;
        opening.refuse(made.error);
        return null;
      }),
    restore: (name, moment) => serial(() => restore(name, moment)),
    async openFolder(folder) {
      const opened = await api.invoke("app:open-folder", { folder });
      if (!opened.ok) opening.refuse(opened.error);
    },
  };
}
