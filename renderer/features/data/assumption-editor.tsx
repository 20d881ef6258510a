/** Another value for a parameter in this scenario: number field, range, warning, reset, and what it does to the headline at once. */
import { RotateCcw } from "lucide-react";
import { useId, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { parameterUnit } from "../../../shared/format/unit-words.ts";
import type { Parameter } from "../../../shared/dataset/dataset.ts";
import { exactNumberText } from "../../../shared/format/number.ts";
import { setAssumption } from "../../../shared/scenario/edit-scenario.ts";
import { assumptionOf, rangeWarning, readAssumption, whyFixed } from "../../../shared/view/data/data-assumption.ts";
import { assumptionEffect } from "../../../shared/view/data/data-effect.ts";
import type { AssumptionEffect } from "../../../shared/view/data/data-effect.ts";
import { parameterName } from "../../../shared/view/data/data-parameter-names.ts";
import { usesOf } from "../../engine/parameter-uses.ts";
import { useDataset, useDocument, useEdit } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { BoundedField } from "../explore/levers/bounded-field.tsx";
import { Difference } from "../explore/outcome/difference.tsx";
import { RangeBar, RangeEffect } from "./range-effect.tsx";
import { headlineMinerals, useHeadlineOf } from "./use-headline-of.ts";

export interface AssumptionEditorProps {
  readonly parameter: Parameter;
  /** Its row in the dataset's parameter table. */
  readonly index: number;
}

export function AssumptionEditor({ parameter, index }: AssumptionEditorProps) {
  const dataset = useDataset();
  const fixed = whyFixed(parameter, (usesOf(dataset)[index]?.length ?? 0) > 0);
  if (fixed !== null) return <p className="assumption-fixed">Not editable. {fixed}</p>;
  return (
    <>
      <Editor parameter={parameter} />
      <RangeEffect parameter={parameter} />
    </>
  );
}

function Editor({ parameter }: { readonly parameter: Parameter }) {
  const dataset = useDataset();
  const edit = useEdit();
  const assumptions = useDocument((state) => state.document.assumptions);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const set = assumptionOf(assumptions, parameter);
  const value = set?.value ?? parameter.value;
  const warning = set === null ? null : rangeWarning(parameter, set.value);
  return (
    <section className="assumption-editor" aria-label="In this scenario">
      <div className="assumption-line">
        <span className="spacer">In this scenario</span>
        {set !== null && (
          <Button variant="quiet" size="small" icon={RotateCcw} onPress={() => edit.setAssumption(parameter, null)}>
            Reset
          </Button>
        )}
      </div>
      <div className="assumption-line">
        <BoundedField
          label={`${parameterName(parameter.key)} in this scenario`}
          text={exactNumberText(value)}
          errorId={errorId}
          hasError={error !== null}
          parse={(typed) => readAssumption(typed, parameter, dataset, assumptions)}
          onCommit={(next) => edit.setAssumption(parameter, next === parameter.value ? null : next)}
          onError={setError}
        />
        <span className="assumption-unit">{parameterUnit(parameter, dataset)}</span>
      </div>
      {error !== null && (
        <p id={errorId} role="alert" className="assumption-error">
          {error}
        </p>
      )}
      {warning !== null && <p className="assumption-warning">{warning}</p>}
      <RangeBar parameter={parameter} />
      {set !== null && <Effects parameter={parameter} />}
    </section>
  );
}

/** With the scenario's value against the dataset's, all else equal. */
function useAssumptionEffects(parameter: Parameter): readonly AssumptionEffect[] {
  const dataset = useDataset();
  const document = useDocument((state) => state.document);
  const { question, values } = useHeadlineOf();
  return useMemo(() => {
    const questions = headlineMinerals(parameter).map(question);
    const after = values(document, questions);
    const before = values(setAssumption(document, parameter, null), questions);
    return questions.map((one, i) => assumptionEffect(dataset, one, before[i] ?? null, after[i] ?? null));
  }, [dataset, document, parameter, question, values]);
}

function Effects({ parameter }: { readonly parameter: Parameter }) {
  const effects = useAssumptionEffects(parameter);
  const { question } = useHeadlineOf();
  return (
    <>
      <p className="assumption-caption">Import dependence in {question(null).year}, dataset&apos;s value to this one</p>
      <dl className="assumption-effects" aria-live="polite">
        {effects.map(({ subject, change, difference }) => (
          <EffectLine key={subject} subject={subject} change={change}>
            <Difference difference={difference} />
          </EffectLine>
        ))}
      </dl>
    </>
  );
}

const EffectLine = ({ subject, change, children }: { readonly subject: string; readonly change: string; readonly children: ReactNode }) => (
  <>
    <dt>{subject}</dt>
    <dd>{change}</dd>
    <dd>{children}</dd>
  </>
);
