/** What the commands do that are not tied to one screen. */
import type { CommandId } from "../../../shared/command/commands.ts";
import type { Settings } from "../../../shared/ipc/boot-info.ts";
import type { Planner } from "../../state/planner.ts";
import { changeSettings } from "../../state/settings-store.ts";
import type { PlannerApi } from "../../../shared/ipc/channels.ts";
import { pinScenario } from "../pins/pin-scenario.ts";
import { focusRegion } from "./regions.ts";

const NEXT_THEME: Readonly<Record<Settings["theme"], Settings["theme"]>> = { system: "light", light: "dark", dark: "system" };

/** Registers all of them; returns what takes them away. */
export function registerShellCommands(planner: Planner, api: PlannerApi): () => void {
  const { scenarios, libraryActions, files, undo, edit, view, documents, session, settings } = planner;
  const set = (part: Partial<Settings>): void => changeSettings(api, settings, part);

  const handlers: Partial<Record<CommandId, () => void>> = {
    "scenario.new": () => void scenarios.newScenario().then((done) => done && view.showScreen("explore")),
    "scenario.open": () => view.showScreen("library"),
    "scenario.sample": () => void scenarios.chooseSample(),
    "scenario.save": () => void scenarios.save(),
    "scenario.save-as": () => {
      const { title } = documents.getState().labels;
      view.openDialog({ kind: "title", title: "Save as", confirm: "Save", value: `${title} (copy)`, run: (next) => void scenarios.saveAs(next) });
    },
    "scenario.rename": () => {
      const { title } = documents.getState().labels;
      view.openDialog({ kind: "title", title: "Rename scenario", confirm: "Rename", value: title, run: (next) => edit.setLabels({ title: next }) });
    },
    "scenario.trash": () => {
      const { id } = documents.getState();
      if (id !== null) void libraryActions.trash([id]);
    },
    "scenario.revisions": () => {
      const { id, labels, revisions } = documents.getState();
      if (id !== null) view.openDialog({ kind: "revisions", id, title: labels.title, revisions, number: revisions[0]?.number ?? 0 });
    },
    "file.import": () => void files.chooseImport(),
    "file.export": () => void files.exportOpen(),
    "file.backups": () => view.openDialog({ kind: "backups" }),
    "data.datasets": () => view.openDialog({ kind: "datasets", outcome: null }),
    "data.import": () => void planner.datasets.chooseImport("folder"),
    "data.import-zip": () => void planner.datasets.chooseImport("zip"),
    "edit.undo": () => void undo.undo(),
    "edit.redo": () => void undo.redo(),
    "edit.reset-all": edit.resetAll,
    "edit.reset-saved": edit.resetToSaved,
    "screen.explore": () => view.showScreen("explore"),
    "screen.compare": () => view.showScreen("compare"),
    "screen.stress": () => view.showScreen("stress"),
    "screen.uncertainty": () => view.showScreen("uncertainty"),
    "screen.find": () => view.showScreen("find"),
    "screen.explain": () => view.showScreen("explain"),
    "screen.library": () => view.showScreen("library"),
    "screen.data": () => view.showScreen("data"),
    "compare.pin": () => pinScenario(planner),
    "view.replay": planner.replay,
    "view.wall": () => {
      const { screen, wall } = session.getState();
      view.showScreen("explore");
      view.showWall(screen !== "explore" || !wall);
    },
    "view.theme": () => set({ theme: NEXT_THEME[settings.getState().settings.theme] }),
    "view.contrast": () => {
      const contrast = settings.getState().settings.contrast === "more" ? "system" : "more";
      set({ contrast });
      view.toast(contrast === "more" ? "High contrast on" : "Contrast as the system");
    },
    "view.next-region": () => focusRegion(1),
    "view.previous-region": () => focusRegion(-1),
    "help.palette": () => view.openDialog({ kind: "palette" }),
    "help.shortcuts": () => view.openDialog({ kind: "shortcuts" }),
    "help.single-keys": () => {
      const singleKeys = !settings.getState().settings.singleKeys;
      set({ singleKeys });
      view.toast(singleKeys ? "Single-letter keys on" : "Single-letter keys off");
    },
    "help.about": () => view.openDialog({ kind: "about" }),
  };
  const entries = Object.entries(handlers) as readonly [CommandId, () => void][];
  const removals = entries.map(([id, handler]) => planner.commands.handle(id, handler));
  return () => removals.forEach((remove) => remove());
}
