/** Ctrl+K: type a few letters of a command, lever, mineral or scenario and go there. */
import { useEffect } from "react";
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField, useFilter } from "react-aria-components";
import { commandList } from "../../../shared/command/commands.ts";
import { keyNames } from "../../../shared/command/keys.ts";
import { useLibrary, usePlanner } from "../../state/planner.ts";
import type { Planner } from "../../state/planner.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Keys } from "../../ui/keys.tsx";
import { IS_MAC } from "./use-command.ts";
import "./palette.css";

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly run: () => void;
}

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const planner = usePlanner();
  const { contains } = useFilter({ sensitivity: "base" });
  const scenarios = useLibrary((state) => state.scenarios);
  useEffect(() => {
    void planner.libraryActions.refresh();
  }, [planner]);

  const sections = entriesOf(planner, scenarios);
  const run = (id: string): void => {
    onClose();
    sections
      .flatMap(({ entries }) => entries)
      .find((entry) => entry.id === id)
      ?.run();
  };
  return (
    <Dialog title="Find" onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField
          className="palette-search"
          aria-label="Command, lever, mineral or scenario"
          autoFocus
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        >
          <Input className="text-field" placeholder="Command, lever, mineral or scenario" />
        </SearchField>
        <Menu
          className="palette-list"
          aria-label="Results"
          onAction={(key) => run(String(key))}
          renderEmptyState={() => <p className="muted">Nothing found. Try another word.</p>}
        >
          {sections.map(({ title, entries }) => (
            <MenuSection key={title} id={title}>
              <Header className="select-header">{title}</Header>
              {entries.map(({ id, label, keys }) => (
                <MenuItem key={id} id={id} textValue={label} className="menu-item">
                  <span className="spacer">{label}</span>
                  <Keys names={keys} />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}

function entriesOf(
  planner: Planner,
  scenarios: ReturnType<Planner["library"]["getState"]>["scenarios"],
): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
  const { dataset, commands, view } = planner;
  const sections = [
    {
      title: "Levers",
      entries: dataset.levers.map((lever) => ({
        id: `lever:${lever.id}`,
        label: lever.name,
        keys: [],
        run: () => {
          view.showScreen("explore");
          view.setLeverTab("levers");
          view.openDetail(lever.id);
        },
      })),
    },
    {
      title: "Minerals",
      entries: dataset.minerals.map((mineral) => ({
        id: `mineral:${mineral.id}`,
        label: mineral.name,
        keys: [],
        run: () => {
          view.showScreen("explore");
          view.selectMineral(mineral.id);
        },
      })),
    },
    {
      title: "Scenarios",
      entries: scenarios
        .filter(({ trashedAt }) => trashedAt === null)
        .map(({ id, title }) => ({
          id: `scenario:${id}`,
          label: title,
          keys: [],
          run: () => void planner.scenarios.openScenario(id).then((done) => done && view.showScreen("explore")),
        })),
    },
    {
      title: "Commands",
      entries: commandList
        .filter(({ id }) => id !== "help.palette" && commands.isEnabled(id))
        .map((command) => ({ id: `command:${command.id}`, label: command.label, keys: keyNames(command, IS_MAC), run: () => void commands.run(command.id) })),
    },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}
