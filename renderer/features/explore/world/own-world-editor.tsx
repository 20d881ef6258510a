/** Demand and price of a world of the user's own, mineral by mineral, as multiples of the world it is a copy of. Charts stay in sight. */
import { useId, useState } from "react";
import { exactNumberText } from "../../../../shared/format/number.ts";
import { parseBounded } from "../../../../shared/format/parse-number.ts";
import { inSentence, shortName } from "../../../../shared/format/words.ts";
import { MULTIPLIER, WORLD_NAME_MAX, multiplierOf, withMultiplier } from "../../../../shared/scenario/own-world.ts";
import type { OwnWorld } from "../../../../shared/scenario/scenario.ts";
import { useDataset, useEdit } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { Tile } from "../../../ui/tile.tsx";
import { BoundedField } from "../levers/bounded-field.tsx";
import { stepFrom } from "../levers/slider-scale.ts";
import "./own-world-editor.css";

const BOUNDS = { ...MULTIPLIER, prefix: "", suffix: "" };
const STEPS = { ...MULTIPLIER, step: 0.05 };

export function OwnWorldEditor({ base, own, isNew }: { readonly base: string; readonly own: OwnWorld; readonly isNew: boolean }) {
  const dataset = useDataset();
  const edit = useEdit();
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  // Once renamed, the field is made anew with its new name, and the focus may be elsewhere.
  const [isFresh, setFresh] = useState(isNew);
  const baseLabel = dataset.worlds.find(({ id }) => id === base)?.label ?? base;
  const field = (variable: "demand" | "price", mineral: string, name: string) => {
    const value = multiplierOf(own, variable, mineral);
    const set = (next: number): void => edit.setOwnWorld(base, withMultiplier(own, variable, mineral, next));
    return (
      <BoundedField
        label={`${variable === "demand" ? "Demand for" : "Price of"} ${name}, times ${baseLabel}`}
        text={exactNumberText(value)}
        errorId={errorId}
        hasError={false}
        parse={(typed) => parseBounded(typed, BOUNDS, exactNumberText(value))}
        onCommit={set}
        onError={setError}
        onStep={(direction) => set(stepFrom(STEPS, value, direction))}
      />
    );
  };
  return (
    <section className="own-world" aria-label="Own world">
      <OwnWorldName
        key={own.name}
        own={own}
        isNew={isFresh}
        onRename={(name) => {
          setFresh(false);
          edit.setOwnWorld(base, { ...own, name });
        }}
      />
      <p>
        Demand and world price after {dataset.baseYear}, as multiples of “{baseLabel}”: 1 is as there.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Mineral</th>
            <th scope="col">Demand ×</th>
            <th scope="col">Price ×</th>
          </tr>
        </thead>
        <tbody>
          {dataset.minerals.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <Tile mineral={id} size="compact" /> {shortName(name)}
              </th>
              <td>{field("demand", id, inSentence(shortName(name)))}</td>
              <td>{field("price", id, inSentence(shortName(name)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {error !== null && (
        <p className="own-world-error" id={errorId} role="alert">
          {error}
        </p>
      )}
      <div className="own-world-actions">
        <Button size="small" variant="quiet" onPress={() => edit.setOwnWorld(base, { ...own, demand: {}, price: {} })}>
          All as in “{baseLabel}”
        </Button>
      </div>
    </section>
  );
}

/** The name counts on Enter or on leaving the field; an empty one changes nothing. Mount with the name as key. */
function OwnWorldName({ own, isNew, onRename }: { readonly own: OwnWorld; readonly isNew: boolean; readonly onRename: (name: string) => void }) {
  const [typed, setTyped] = useState(own.name);
  const settle = (): void => {
    if (typed.trim() === "") setTyped(own.name);
    else if (typed.trim() !== own.name) onRename(typed.trim());
  };
  return (
    <label className="field">
      Name
      <input
        className="text-field"
        value={typed}
        maxLength={WORLD_NAME_MAX}
        autoFocus={isNew}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
    </label>
  );
}
