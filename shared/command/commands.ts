/**
 * Every command: what it is called, where it stands, which keys run it. Native menu, buttons, palette and the list of shortcuts read this table; what a command does is in the window.
 * The window handles the keys itself, so a native menu shows the accelerators without registering them.
 */

export type MenuId = "file" | "edit" | "view" | "help";

/** What must hold for a command to be usable; the window evaluates it. */
export type CommandCondition = "always" | "can-undo" | "can-redo" | "has-row" | "has-revision" | "differs-from-revision" | "has-lever";

interface CommandRow {
  readonly id: string;
  /** Sentence case; a command that asks for more first ends in "…". */
  readonly label: string;
  /** null: not in the native menu. */
  readonly menu: MenuId | null;
  /** In Electron's notation; null: none. */
  readonly accelerator: string | null;
  /** A key without modifier, outside text fields only; people can switch these off. */
  readonly singleKey: string | null;
  readonly when: CommandCondition;
}

export const commands = [
  { id: "scenario.new", label: "New scenario", menu: "file", accelerator: "CmdOrCtrl+N", singleKey: null, when: "always" },
  { id: "scenario.open", label: "Open scenario…", menu: "file", accelerator: "CmdOrCtrl+O", singleKey: null, when: "always" },
  { id: "scenario.sample", label: "Open a sample…", menu: "file", accelerator: null, singleKey: null, when: "always" },
  { id: "scenario.save", label: "Save", menu: "file", accelerator: "CmdOrCtrl+S", singleKey: null, when: "always" },
  { id: "scenario.save-as", label: "Save as…", menu: "file", accelerator: "CmdOrCtrl+Shift+S", singleKey: null, when: "always" },
  { id: "scenario.rename", label: "Rename…", menu: "file", accelerator: null, singleKey: null, when: "always" },
  { id: "scenario.revisions", label: "Revisions…", menu: "file", accelerator: null, singleKey: null, when: "has-revision" },
  { id: "scenario.trash", label: "Move to trash", menu: "file", accelerator: null, singleKey: null, when: "has-row" },
  { id: "file.import", label: "Import…", menu: "file", accelerator: "CmdOrCtrl+I", singleKey: null, when: "always" },
  { id: "file.export", label: "Export…", menu: "file", accelerator: "CmdOrCtrl+E", singleKey: null, when: "always" },
  { id: "data.datasets", label: "Datasets…", menu: "file", accelerator: null, singleKey: null, when: "always" },
  { id: "data.import", label: "Import dataset folder…", menu: "file", accelerator: null, singleKey: null, when: "always" },
  { id: "data.import-zip", label: "Import dataset from zip…", menu: "file", accelerator: null, singleKey: null, when: "always" },
  { id: "file.backups", label: "Backups…", menu: "file", accelerator: null, singleKey: null, when: "always" },

  { id: "edit.undo", label: "Undo", menu: "edit", accelerator: "CmdOrCtrl+Z", singleKey: null, when: "can-undo" },
  { id: "edit.redo", label: "Redo", menu: "edit", accelerator: "CmdOrCtrl+Shift+Z", singleKey: null, when: "can-redo" },
  { id: "edit.reset-all", label: "Set all levers to status quo", menu: "edit", accelerator: null, singleKey: null, when: "has-lever" },
  { id: "edit.reset-saved", label: "Back to saved revision", menu: "edit", accelerator: null, singleKey: null, when: "differs-from-revision" },

  { id: "screen.explore", label: "Explore", menu: "view", accelerator: "CmdOrCtrl+1", singleKey: null, when: "always" },
  { id: "screen.compare", label: "Compare", menu: "view", accelerator: "CmdOrCtrl+2", singleKey: null, when: "always" },
  { id: "screen.stress", label: "Stress test", menu: "view", accelerator: "CmdOrCtrl+3", singleKey: null, when: "always" },
  { id: "screen.uncertainty", label: "Uncertainty", menu: "view", accelerator: "CmdOrCtrl+4", singleKey: null, when: "always" },
  { id: "screen.find", label: "Find a package", menu: "view", accelerator: "CmdOrCtrl+5", singleKey: null, when: "always" },
  { id: "screen.explain", label: "Explain", menu: "view", accelerator: "CmdOrCtrl+6", singleKey: null, when: "always" },
  { id: "screen.library", label: "Library", menu: "view", accelerator: "CmdOrCtrl+8", singleKey: null, when: "always" },
  { id: "screen.data", label: "Data and method", menu: "view", accelerator: "CmdOrCtrl+9", singleKey: null, when: "always" },
  { id: "view.replay", label: "Replay", menu: "view", accelerator: null, singleKey: "R", when: "has-lever" },
  { id: "compare.pin", label: "Pin to charts and Compare", menu: "view", accelerator: null, singleKey: "P", when: "always" },
  { id: "view.wall", label: "Mineral wall", menu: "view", accelerator: null, singleKey: "M", when: "always" },
  { id: "view.theme", label: "Change theme", menu: "view", accelerator: null, singleKey: null, when: "always" },
  { id: "view.contrast", label: "High contrast", menu: "view", accelerator: null, singleKey: null, when: "always" },
  { id: "view.next-region", label: "Next region", menu: "view", accelerator: "F6", singleKey: null, when: "always" },
  { id: "view.previous-region", label: "Previous region", menu: "view", accelerator: "Shift+F6", singleKey: null, when: "always" },
  { id: "library.search", label: "Search in the library", menu: null, accelerator: null, singleKey: "/", when: "always" },

  { id: "help.palette", label: "Find a lever, scenario or screen…", menu: "help", accelerator: "CmdOrCtrl+K", singleKey: null, when: "always" },
  { id: "help.shortcuts", label: "Keyboard shortcuts", menu: "help", accelerator: null, singleKey: "?", when: "always" },
  { id: "help.single-keys", label: "Single-letter keys", menu: "help", accelerator: null, singleKey: null, when: "always" },
  { id: "help.about", label: "About Lodestone", menu: "help", accelerator: null, singleKey: null, when: "always" },
] as const satisfies readonly CommandRow[];

export type CommandId = (typeof commands)[number]["id"];

export interface Command extends CommandRow {
  readonly id: CommandId;
}

export const commandList: readonly Command[] = commands;

export const menuLabels: Readonly<Record<MenuId, string>> = { file: "File", edit: "Edit", view: "View", help: "Help" };

const byId: ReadonlyMap<string, Command> = new Map(commandList.map((command) => [command.id, command]));

export const isCommandId = (text: string): text is CommandId => byId.has(text);

export const commandOf = (id: CommandId): Command => byId.get(id)!;
