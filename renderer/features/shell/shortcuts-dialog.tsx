/** Every key there is, from the command table, and the keys of a lever. */
import { commandList } from "../../../shared/command/commands.ts";
import { keyNames } from "../../../shared/command/keys.ts";
import { useSettings } from "../../state/planner.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Keys } from "../../ui/keys.tsx";
import { IS_MAC, useCommand } from "./use-command.ts";
import "./shortcuts-dialog.css";

const LEVER_KEYS: readonly { readonly keys: readonly string[]; readonly label: string }[] = [
  { keys: ["←", "→"], label: "One step" },
  { keys: ["Shift", "←", "→"], label: "Ten steps" },
  { keys: ["Home"], label: "Lower bound" },
  { keys: ["End"], label: "Upper bound" },
  { keys: ["S"], label: "Lever to status quo" },
  { keys: ["Enter"], label: "Open the lever's details" },
];

const CHART_KEYS: typeof LEVER_KEYS = [
  { keys: ["←", "→"], label: "Read the years" },
  { keys: ["T"], label: "Chart as table" },
  { keys: [IS_MAC ? "⌘" : "Ctrl", "C"], label: "Copy the chart" },
  { keys: ["Esc"], label: "Back to its place" },
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const toggle = useCommand("help.single-keys");
  const rows = commandList.map((command) => ({ label: command.label, keys: keyNames(command, IS_MAC) })).filter(({ keys }) => keys.length > 0);
  return (
    <Dialog title="Keyboard shortcuts" width="wide" onClose={onClose}>
      <label className="checkbox">
        <input type="checkbox" checked={singleKeys} onChange={toggle.run} />
        Single-letter keys work outside text fields
      </label>
      <div className="shortcuts">
        <section>
          <h3 className="section-head">Everywhere</h3>
          <KeyTable rows={rows} />
        </section>
        <section>
          <h3 className="section-head">On a lever</h3>
          <KeyTable rows={LEVER_KEYS} />
          <h3 className="section-head">On a chart</h3>
          <KeyTable rows={CHART_KEYS} />
        </section>
      </div>
    </Dialog>
  );
}

function KeyTable({ rows }: { readonly rows: typeof LEVER_KEYS }) {
  return (
    <dl className="shortcuts-table">
      {rows.map(({ label, keys }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Keys names={keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
