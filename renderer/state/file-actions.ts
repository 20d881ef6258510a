/** Scenarios to and from `.lodestone` files. What is imported is looked at first, and can be taken back. */
import type { PlannerApi, Requests } from "../../shared/ipc/channels.ts";
import type { EditedScenario, ImportAnswer, ImportChoice, ImportPreview } from "../../shared/ipc/file-exchange.ts";
import { exportedText, importedText } from "../../shared/view/library/file-text.ts";
import type { Autosave } from "./autosave.ts";
import { hasUnwrittenEdits } from "./document-store.ts";
import type { DocumentStore } from "./document-store.ts";
import type { KeptScenarios } from "./kept-scenarios.ts";
import type { LibraryActions } from "./library-actions.ts";
import type { Opening } from "./opening.ts";
import type { Serial } from "./serial.ts";
import type { UndoStack } from "./undo-stack.ts";
import type { ViewActions } from "./view-actions.ts";

type Source = Requests["file:open"]["input"];

export interface FileActions {
  /** Asks for files and shows what an import of them would bring. */
  readonly chooseImport: () => Promise<void>;
  /** The same for the worked examples. */
  readonly importSamples: () => Promise<void>;
  /** The same for files that the system has handed to the app, if there are any. */
  readonly openWaiting: () => Promise<void>;
  /** The same for files that were dropped on the window. */
  readonly openDropped: (files: readonly File[]) => Promise<void>;
  /** Imports what a preview showed: one choice per line, in the order of files and lines. */
  readonly importChosen: (preview: ImportPreview, choices: readonly ImportChoice[]) => Promise<boolean>;
  /** Scenarios as they stand in the window; edits that the store refuses go too. */
  readonly exportScenarios: (ids: readonly string[]) => Promise<void>;
  /** The open scenario, also one that the store does not know. */
  readonly exportOpen: () => Promise<void>;
}

export interface FilePorts {
  readonly api: PlannerApi;
  readonly documents: DocumentStore;
  readonly kept: Pick<KeptScenarios, "edits">;
  readonly view: ViewActions;
  readonly autosave: Pick<Autosave, "drain">;
  readonly serial: Serial;
  readonly opening: Pick<Opening, "refuse" | "open" | "fresh" | "reread">;
  readonly undo: Pick<UndoStack, "record">;
  readonly showInLibrary: (id: string | null) => Promise<void>;
  readonly deselect: LibraryActions["deselect"];
  readonly refresh: () => Promise<void>;
  readonly endGesture: () => void;
}

export function createFileActions(ports: FilePorts): FileActions {
  const { api, documents, view, autosave, serial, opening } = ports;

  async function open(source: Source): Promise<void> {
    const read = await api.invoke("file:open", source);
    if (!read.ok) return void opening.refuse(read.error);
    const preview = read.value;
    if (preview === null) return;
    const [only, ...more] = preview.files;
    if (more.length === 0 && only?.error) return void opening.refuse(only.error);
    view.openDialog({ kind: "import", preview });
  }

  /** Runs what changes scenarios in the store behind the window's back, and shows them as they are then. */
  async function turn(touched: readonly string[], change: () => Promise<boolean>): Promise<boolean> {
    const { id } = documents.getState();
    const isOpenTouched = id !== null && touched.includes(id);
    if (isOpenTouched) {
      ports.endGesture();
      await autosave.drain();
    }
    if (!(await change())) return false;
    if (isOpenTouched) await opening.reread();
    return true;
  }

  async function importChosen({ token }: ImportPreview, choices: readonly ImportChoice[], touched: readonly string[]): Promise<boolean> {
    let answer: ImportAnswer | null = null;
    const done = await turn(touched, async () => {
      const imported = await api.invoke("file:import", { token, choices });
      if (!imported.ok) return opening.refuse(imported.error);
      answer = imported.value;
      return true;
    });
    if (!done || answer === null) return false;
    await recordImport(answer);
    return true;
  }

  async function recordImport(answer: ImportAnswer): Promise<void> {
    const { scenarios, step } = answer;
    const ids = scenarios.map(({ id }) => id);
    const added = new Set(scenarios.filter(({ isNew }) => isNew).map(({ id }) => id));
    let reopen: string | null = null;
    const turnStep = (way: "undo" | "redo") => async (): Promise<boolean> => {
      const open = documents.getState().id;
      const leaves = way === "undo" && open !== null && added.has(open);
      if (leaves) await autosave.drain();
      const turned = await turn(leaves ? [] : ids, async () => {
        const answered = await api.invoke("file:turn-import", { step, way });
        return answered.ok || opening.refuse(answered.error);
      });
      if (!turned) return false;
      if (leaves) {
        reopen = open;
        await opening.fresh();
      }
      if (way === "undo") await ports.deselect([...added]);
      await ports.refresh();
      if (way === "redo" && reopen !== null) await opening.open(reopen);
      return true;
    };
    const text = importedText(answer);
    const takeBack = ports.undo.record({ label: text, undo: turnStep("undo"), redo: turnStep("redo") });
    await ports.showInLibrary(ids[0] ?? null);
    view.toast(text, { label: "Undo", run: () => void takeBack() });
  }

  async function exportAll(ids: readonly string[], withoutRow: boolean): Promise<void> {
    const { id, history } = documents.getState();
    const isOpenAsked = withoutRow || (id !== null && ids.includes(id));
    const isUnwritten = id === null || hasUnwrittenEdits(documents.getState());
    const open: readonly EditedScenario[] = isOpenAsked && isUnwritten ? [{ id, ...history.present }] : [];
    const exported = await api.invoke("file:export", { ids, edited: [...open, ...ports.kept.edits(ids)] });
    if (!exported.ok) return void opening.refuse(exported.error);
    if (exported.value.files.length > 0) view.toast(exportedText(exported.value));
  }

  /** What can be written is written first: a scenario at its last revision goes with its result. */
  const settled = (): Promise<unknown> =>
    serial(() => {
      ports.endGesture();
      return autosave.drain();
    });

  return {
    chooseImport: () => open({ from: "dialog" }),
    importSamples: () => open({ from: "samples" }),
    openWaiting: () => open({ from: "waiting" }),
    async openDropped(files) {
      const paths = files.map((file) => api.pathOfFile(file)).filter((place) => place !== "");
      if (paths.length > 0) await open({ from: "paths", paths });
      else if (files[0] !== undefined) opening.refuse({ code: "file-unreadable", file: files[0].name, reason: "it is not a file of this computer" });
    },
    importChosen: (preview, choices) => {
      const lines = preview.files.flatMap(({ lines: all }) => all);
      const touched = lines.flatMap(({ existing }, i) => (existing !== null && choices[i] === "revision" ? [existing.id] : []));
      return serial(() => importChosen(preview, choices, touched));
    },
    async exportScenarios(ids) {
      await settled();
      await exportAll(ids, false);
    },
    async exportOpen() {
      await settled();
      const { id } = documents.getState();
      await exportAll(id === null ? [] : [id], id === null);
    },
  };
}
