/** Ctrl+K: type a few letters of a command, lever, mineral or scenario and go there. */
import { useEffect, useState } from "react";
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField, useFilter } from "react-aria-components";
import { commandList } from "../../../shared/command/commands.ts";
import type { ScenarioSummary } from "../../../shared/ipc/channels.ts";
import { keyNames } from "../../../shared/command/keys.ts";
import { usePlanner } from "../../state/planner.ts";
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
  const [text, setText] = useState("");
  const scenarios = useFoundScenarios(text);
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
      <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
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

const MOST_SCENARIOS = 50;

/** The scenarios that hold the words typed so far, last changed first. */
function useFoundScenarios(text: string): readonly ScenarioSummary[] {
  const { libraryActions } = usePlanner();
  const [found, setFound] = useState<readonly ScenarioSummary[]>([]);
  useEffect(() => {
    let left = false;
    void libraryActions.find(text, MOST_SCENARIOS).then((scenarios) => !left && setFound(scenarios));
    return () => {
      left = true;
    };
  }, [libraryActions, text]);
  return found;
}

function entriesOf(planner: Planner, scenarios: readonly ScenarioSummary[]): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
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
      entries: scenarios.map(({ id, title }) => ({
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
