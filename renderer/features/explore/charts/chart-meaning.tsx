/** The "i" of the right chart, after its subtitle: what its figure means. Shown for any chart, so that no percentage stands there without a definition. */
import { memo } from "react";
import { parseFormula } from "../../../../shared/formula/parse-formula.ts";
import { chartDefinition } from "../../../../shared/view/explore/chart-definition.ts";
import type { ChartChoice } from "../../../../shared/view/explore/explore-types.ts";
import { choiceKey } from "../../../../shared/view/explore/related-indicators.ts";
import { Definition } from "../../../ui/definition.tsx";
import { Formula } from "../../../ui/formula.tsx";
import "./chart-meaning.css";

export interface ChartMeaningProps {
  readonly choice: ChartChoice;
}

export const ChartMeaning = memo(function ChartMeaning({ choice }: ChartMeaningProps) {
  const { title, text, formula } = chartDefinition(choice);
  return (
    <span className="chart-meaning">
      <Definition title={title}>
        <p>{text}</p>
        {formula !== "" && <Formula formula={parseFormula(formula)} />}
      </Definition>
    </span>
  );
}, isSame);

/** The same choice may come as another object with each result. */
function isSame({ choice }: ChartMeaningProps, next: ChartMeaningProps): boolean {
  return choiceKey(choice) === choiceKey(next.choice);
}
