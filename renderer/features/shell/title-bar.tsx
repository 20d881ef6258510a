/** File menu, title and status on the left; undo, replay, reset, theme and Save on the right. */
import { FolderOpen, Moon, Play, Redo2, Save, Square, Sun, SunMoon, Undo2 } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useShallow } from "zustand/react/shallow";
import type { CommandId } from "../../../shared/command/commands.ts";
import type { Settings } from "../../../shared/ipc/boot-info.ts";
import { useDocument, usePlanner, useResult, useSettings } from "../../state/planner.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Hint } from "../../ui/hint.tsx";
import { Keys } from "../../ui/keys.tsx";
import { Menu } from "../../ui/menu.tsx";
import { AssumptionsChip } from "../data/assumptions-chip.tsx";
import { useNow } from "../../use-now.ts";
import { Brand } from "./brand.tsx";
import { statusText } from "./document-status.ts";
import { ResetMenu } from "./reset-menu.tsx";
import { ScenarioTitle } from "./scenario-title.tsx";
import { useCommand, useCommandItems } from "./use-command.ts";
import { useRedoLabel, useUndoLabel } from "./use-undo-labels.ts";
import "./title-bar.css";

export function TitleBar() {
  return (
    <header className="title-bar" data-region>
      <Brand />
      <FileMenu />
      <span className="separator" />
      <ScenarioTitle />
      <Status />
      <AssumptionsChip />
      <span className="spacer" />
      <UndoRedo />
      <Replay />
      <span className="separator" />
      <ResetMenu />
      <span className="separator" />
      <Theme />
      <SaveButton />
    </header>
  );
}

const FILE_COMMANDS = [
  "scenario.new",
  "scenario.open",
  "scenario.sample",
  "-",
  "scenario.save",
  "scenario.save-as",
  "scenario.rename",
  "scenario.revisions",
  "-",
  "file.import",
  "file.export",
  "file.backups",
  "data.datasets",
  "-",
  "scenario.trash",
] as const satisfies readonly (CommandId | "-")[];

function FileMenu() {
  const { commands } = usePlanner();
  return <Menu label="File" icon={FolderOpen} items={useCommandItems(FILE_COMMANDS)} onAction={commands.run} />;
}

function Status() {
  const status = useDocument(useShallow(({ revision, savedAt, draft }) => ({ revision, savedAt, draft })));
  const now = useNow();
  return (
    <span className="title-bar-status" role="status">
      {statusText(status, now)}
    </span>
  );
}

function UndoRedo() {
  const undo = useCommand("edit.undo");
  const redo = useCommand("edit.redo");
  const undone = useUndoLabel();
  const redone = useRedoLabel();
  return (
    <>
      <IconButton icon={Undo2} label={undone === null ? "Undo" : `Undo: ${undone}`} keys={undo.keys} isDisabled={!undo.enabled} onPress={undo.run} />
      <IconButton icon={Redo2} label={redone === null ? "Redo" : `Redo: ${redone}`} keys={redo.keys} isDisabled={!redo.enabled} onPress={redo.run} />
    </>
  );
}

function Replay() {
  const replay = useCommand("view.replay");
  const running = useResult((state) => state.replaying);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  return (
    <Button variant="quiet" size="small" icon={running ? Square : Play} isDisabled={!replay.enabled} onPress={replay.run}>
      {running ? "Stop" : "Replay"}
      {singleKeys && <Keys names={replay.keys} />}
    </Button>
  );
}

const THEMES: Readonly<Record<Settings["theme"], { readonly icon: LucideIcon; readonly label: string }>> = {
  system: { icon: SunMoon, label: "Theme: as the system" },
  light: { icon: Sun, label: "Theme: light" },
  dark: { icon: Moon, label: "Theme: dark" },
};

function Theme() {
  const { icon, label } = THEMES[useSettings((state) => state.settings.theme)];
  return <IconButton icon={icon} label={label} onPress={useCommand("view.theme").run} />;
}

function SaveButton() {
  const save = useCommand("scenario.save");
  return (
    <Hint text="Save a revision" keys={save.keys}>
      <Button variant="primary" size="small" icon={Save} onPress={save.run}>
        Save
      </Button>
    </Hint>
  );
}
