/** Title of the open scenario; a press makes it a field, Enter or leaving the field renames, Esc does not. */
import { useState } from "react";
import { useDocument, useEdit } from "../../state/planner.ts";
import { Hint } from "../../ui/hint.tsx";
import { Button as AriaButton } from "react-aria-components";

export const TITLE_MAX = 120;

export function ScenarioTitle() {
  const title = useDocument((state) => state.labels.title);
  const { setLabels } = useEdit();
  const [typed, setTyped] = useState<string | null>(null);

  const rename = (): void => {
    const next = typed?.trim() ?? "";
    if (next !== "" && next !== title) setLabels({ title: next });
    setTyped(null);
  };

  return (
    <h1 className="title-bar-title">
      {typed === null ? (
        <Hint text="Rename">
          <AriaButton className="title-bar-name" onPress={() => setTyped(title)}>
            {title}
          </AriaButton>
        </Hint>
      ) : (
        <input
          className="title-bar-field"
          aria-label="Title of the scenario"
          value={typed}
          maxLength={TITLE_MAX}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === "Enter") rename();
            if (event.key === "Escape") setTyped(null);
          }}
        />
      )}
    </h1>
  );
}
