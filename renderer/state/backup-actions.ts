/** Backups of the whole database. Restoring one replaces everything the window knows of it, and can be undone. */
import { errorText } from "../../shared/errors/error-text.ts";
import type { PlannerApi, Reply, Requests } from "../../shared/ipc/channels.ts";
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
  /** An empty database takes the place of the present one; undone like a restore. */
  readonly startEmpty: () => Promise<boolean>;
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

/** One replacement of the whole database. */
interface Step {
  readonly question: string;
  readonly confirm: string;
  readonly done: string;
  readonly replace: () => Promise<BackupInfo | null>;
}

export function createBackupActions(ports: BackupPorts): BackupActions {
  const { api, view, autosave, serial, opening, undo } = ports;

  const replaceBy = async (name: string): Promise<BackupInfo | null> => replaced(await api.invoke("backup:restore", { name }));

  /** Answers the backup that brings back what was there before. */
  async function replaced(restored: Reply<"backup:restore">): Promise<BackupInfo | null> {
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

  /** Writes what is pending first, so that the backup made before holds it; where that fails it is asked. */
  async function replaceAll(step: Step, force = false): Promise<boolean> {
    ports.endGesture();
    const failure = force ? null : await autosave.drain();
    if (failure !== null) {
      view.openDialog({
        kind: "confirm",
        title: step.question,
        text: `${errorText(failure).what} What you changed last could not be written and would be lost.`,
        confirm: step.confirm,
        destructive: true,
        run: () => void serial(() => replaceAll(step, true)),
      });
      return false;
    }
    const before = await step.replace();
    if (before === null) return false;
    undo.forgetAll();
    const text = step.done;
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
    restore: (name, moment) =>
      serial(() =>
        replaceAll({
          question: `Restore the backup of ${moment}?`,
          confirm: "Restore and lose it",
          done: `Restored the backup of ${moment}`,
          replace: () => replaceBy(name),
        }),
      ),
    startEmpty: () =>
      serial(() =>
        replaceAll({
          question: "Start with an empty database?",
          confirm: "Start empty and lose it",
          done: "Started with an empty database",
          replace: async () => replaced(await api.invoke("backup:start-empty", null)),
        }),
      ),
    async openFolder(folder) {
      const opened = await api.invoke("app:open-folder", { folder });
      if (!opened.ok) opening.refuse(opened.error);
    },
  };
}
