/** What stands in the cells of the table of assumptions: a field for the scenario's value, and for a changed number its effect. */
import { RotateCcw } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { parameterUnit } from "../../../shared/format/unit-words.ts";
import type { Parameter } from "../../../shared/dataset/dataset.ts";
import { exactNumberText } from "../../../shared/format/number.ts";
import { setAssumption } from "../../../shared/scenario/edit-scenario.ts";
import { assumptionOf, rangeWarning, readAssumption } from "../../../shared/view/data/data-assumption.ts";
import { assumptionEffect, placeText } from "../../../shared/view/data/data-effect.ts";
import { rangeCell } from "../../../shared/view/data/data-row.ts";
import { parameterName } from "../../../shared/view/data/data-parameter-names.ts";
import { useDataset, useDocument, useEdit } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { BoundedField } from "../explore/levers/bounded-field.tsx";
import { Difference } from "../explore/outcome/difference.tsx";
import { gradeColumn, nameColumn, UnitText } from "./data-columns.tsx";
import type { CellProps, DataColumn } from "./data-table.tsx";
import { headlineMinerals, useHeadlineOf } from "./use-headline-of.ts";
import { useIdleRuns } from "./use-idle-runs.ts";

/** The parameter of a row of this table, and the scenario's own value; null = the dataset's. */
function useOwn({ parameter: index }: CellProps["row"]): { readonly parameter: Parameter | undefined; readonly own: number | null } {
  const { parameters } = useDataset();
  const parameter = index === null ? undefined : parameters[index];
  const own = useDocument(({ document }) => (parameter === undefined ? null : (assumptionOf(document.assumptions, parameter)?.value ?? null)));
  return { parameter, own };
}

function OwnCell({ row }: CellProps) {
  const { parameter, own } = useOwn(row);
  return parameter && <OwnField parameter={parameter} own={own} />;
}

function OwnField({ parameter, own }: { readonly parameter: Parameter; readonly own: number | null }) {
  const dataset = useDataset();
  const edit = useEdit();
  const assumptions = useDocument((state) => state.document.assumptions);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  return (
    <>
      <span className={own === null ? "assumption-own" : "assumption-own data-replaced"}>
        <BoundedField
          label={`${parameterName(parameter.key)}, ${placeText(dataset, parameter)}`}
          text={exactNumberText(own ?? parameter.value)}
          errorId={errorId}
          hasError={error !== null}
          parse={(typed) => readAssumption(typed, parameter, dataset, assumptions)}
          onCommit={(next) => edit.setAssumption(parameter, next === parameter.value ? null : next)}
          onError={setError}
        />
      </span>
      <UnitText unit={parameterUnit(parameter, dataset)} />
      {error !== null && (
        <span id={errorId} role="alert" className="data-what assumption-error">
          {error}
        </span>
      )}
    </>
  );
}

function RangeCell({ row }: CellProps) {
  const { parameter, own } = useOwn(row);
  const isOutside = parameter !== undefined && own !== null && rangeWarning(parameter, own) !== null;
  return (
    <>
      {rangeCell(row.low, row.high)}
      {isOutside && <span className="data-what assumption-warning">outside its range</span>}
    </>
  );
}

function EffectCell({ row }: CellProps) {
  const { parameter, own } = useOwn(row);
  return parameter && own !== null && <Effect parameter={parameter} />;
}

/** The scenario with the dataset's value in this one place against the scenario as it is. */
function Effect({ parameter }: { readonly parameter: Parameter }) {
  const dataset = useDataset();
  const edit = useEdit();
  const document = useDocument((state) => state.document);
  const { question } = useHeadlineOf();
  const questions = useMemo(() => headlineMinerals(parameter).map(question), [parameter, question]);
  const documents = useMemo(() => [setAssumption(document, parameter, null), document], [document, parameter]);
  const [before, after] = useIdleRuns(documents, questions) ?? [];
  return (
    <>
      {before &&
        after &&
        questions.map((one, q) => {
          const { subject, change, difference } = assumptionEffect(dataset, one, before[q] ?? null, after[q] ?? null);
          return (
            <span key={subject} className="assumption-effect">
              {subject} {change} <Difference difference={difference} />
            </span>
          );
        })}
      <Button
        variant="quiet"
        size="small"
        icon={RotateCcw}
        aria-label={`Reset ${parameterName(parameter.key)}, ${placeText(dataset, parameter)}`}
        onPress={() => edit.setAssumption(parameter, null)}
      >
        Reset
      </Button>
    </>
  );
}

export const assumptionColumns: readonly DataColumn[] = [
  nameColumn,
  { id: "own", label: "This scenario, unit", cell: OwnCell },
  { id: "dataset", label: "Dataset", isNumber: true, cell: ({ row }) => row.value },
  { id: "range", label: "Range", cell: RangeCell },
  gradeColumn,
  { id: "effect", label: "Effect on import dependence", cell: EffectCell },
];
