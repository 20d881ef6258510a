/** Other measures of the same dependence, each with what it answers: each is quoted, none is the headline. */
import type { DefinitionView } from "../../../shared/view/explore-types.ts";
import { PopoverForm } from "./popover-form.tsx";
import "./other-definitions.css";

export function OtherDefinitions({ definitions }: { readonly definitions: readonly DefinitionView[] }) {
  if (definitions.length === 0) return null;
  return (
    <PopoverForm trigger="Other definitions" title="The same year by other definitions" className="link-button">
      {() => (
        <dl className="other-definitions">
          {definitions.map(({ id, label, value, definition, formula }) => (
            <div key={id}>
              <dt>
                {label} <b>{value}</b>
              </dt>
              <dd>
                {definition} <code>{formula}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </PopoverForm>
  );
}
