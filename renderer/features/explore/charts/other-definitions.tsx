/** Other measures of the same dependence, each with what it answers: each is quoted, none is the headline. */
import { createContext, memo, useContext } from "react";
import { parseFormula } from "../../../../shared/formula/parse-formula.ts";
import type { DefinitionView } from "../../../../shared/view/explore/explore-types.ts";
import { Formula } from "../../../ui/formula.tsx";
import { FigureList } from "../figure-list.tsx";
import { PopoverForm } from "../popover-form.tsx";

const Definitions = createContext<readonly DefinitionView[]>([]);

export function OtherDefinitions({ definitions }: { readonly definitions: readonly DefinitionView[] }) {
  if (definitions.length === 0) return null;
  return (
    <Definitions value={definitions}>
      <OpenDefinitions />
    </Definitions>
  );
}

/** The button has nothing to do with the numbers behind it. */
const OpenDefinitions = memo(function OpenDefinitions() {
  return (
    <PopoverForm trigger="Other definitions" title="The same year by other definitions" className="link-button">
      {() => <DefinitionList />}
    </PopoverForm>
  );
});

function DefinitionList() {
  const figures = useContext(Definitions).map(({ id, label, value, definition, formula }) => ({
    key: id,
    label,
    value,
    text: (
      <>
        {definition} <Formula formula={parseFormula(formula)} />
      </>
    ),
  }));
  return <FigureList figures={figures} />;
}
