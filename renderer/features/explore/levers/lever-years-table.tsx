/** A lever year by year: type a value into a year, let it hold to the end, or paste a column. Every other month stays exactly as it is. */
import { ArrowDownToLine, Copy } from "lucide-react";
import { useState } from "react";
import type { ClipboardEvent } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import { bandWord, leverBoundsText, leverUnit, leverUnitText } from "../../../../shared/format/lever-text.ts";
import { exactNumberText } from "../../../../shared/format/number.ts";
import { parseLeverValue } from "../../../../shared/format/parse-number.ts";
import { monthText } from "../../../../shared/format/words.ts";
import { instancesOf } from "../../../../shared/scenario/edit-scenario.ts";
import { readPastedYears } from "../../../../shared/scenario/pasted-years.ts";
import { inYearlySteps, leverLines, leverYears, setYears, variesByYear } from "../../../../shared/scenario/lever-years.ts";
import type { LeverYear } from "../../../../shared/scenario/lever-years.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { useTableExport } from "../../../charts/export-table.ts";
import { useDataset, useDocument, useEdit } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { Select } from "../../../ui/select.tsx";
import { BoundedField } from "./bounded-field.tsx";
import { freshSetting, whomText } from "./setting-scope.ts";
import { stepFrom } from "./slider-scale.ts";
import { subSettingsOf } from "./sub-settings.ts";
import "../../../ui/icon-hit.css";
import "./lever-years-table.css";

export function LeverYearsTable({ lever }: { readonly lever: Lever }) {
  if (!variesByYear(lever)) return <p className="lever-years-lead">Of several settings of this lever only one counts, so it cannot vary from year to year.</p>;
  return <YearsTable lever={lever} />;
}

interface Problem {
  readonly year: number;
  readonly text: string;
}

function YearsTable({ lever }: { readonly lever: Lever }) {
  const dataset = useDataset();
  const edit = useEdit();
  const settings = useDocument(useShallow((state) => instancesOf(state.document, lever.id)));
  const [chosen, setChosen] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const lines = leverLines(settings);
  const line = lines[chosen] ?? lines[0] ?? [];
  const template = line[0] ?? freshSetting(dataset, lever, subSettingsOf(lever).partner);
  const years = leverYears(lever, line, dataset);

  const replace = (next: readonly LeverSetting[]): void => {
    const first = line[0];
    const others = (setting: LeverSetting): readonly LeverSetting[] => (setting === first ? next : line.includes(setting) ? [] : [setting]);
    edit.replaceInstances(lever.id, first ? settings.flatMap(others) : [...settings, ...next]);
  };
  const set = (firstYear: number, values: readonly number[], toTheEnd = false): void => {
    const made = setYears(lever, line, template, { firstYear, values, toTheEnd }, dataset);
    if (made.ok) {
      setProblem(null);
      replace(made.value);
    } else {
      const text = `The value still rises until ${monthText(made.error.until)}. Set that year or a later one, or turn the rise into yearly steps.`;
      setProblem({ year: firstYear, text });
    }
  };
  const onPaste = (event: ClipboardEvent, year: number): void => {
    const pasted = readPastedYears(event.clipboardData.getData("text/plain"), year, years.at(-1)?.year ?? year);
    if (pasted === null) return;
    event.preventDefault();
    const refuse = (why: string): void => setProblem({ year, text: `Nothing was pasted: ${why}.` });
    if (!pasted.ok) {
      refuse(pasted.error);
      return;
    }
    const { firstYear, cells } = pasted.value;
    const read = cells.map((cell) => parseLeverValue(cell, lever, 0));
    const wrong = read.findIndex(({ ok }) => !ok);
    if (wrong >= 0) refuse(`"${cells[wrong]}" for ${firstYear + wrong} is no value of this lever, which takes ${leverBoundsText(lever)}`);
    else if (firstYear < (years[0]?.year ?? firstYear)) refuse(`${firstYear} is before the first year`);
    else
      set(
        firstYear,
        read.flatMap((each) => (each.ok ? [each.value] : [])),
      );
  };
  const { onExport } = useTableExport({
    title: `${lever.name} by year`,
    subtitle: `${leverUnitText(lever.unit)}, ${whomText(dataset, template)}`,
    columns: ["Year", `${lever.name} (${leverUnitText(lever.unit)})`],
    rows: years.map(({ year, value }) => [String(year), String(value)]),
  });

  return (
    <>
      <p className="lever-years-lead">A value holds for its year; the arrow beside it lets it hold to the end. A copied column can be pasted.</p>
      {lines.length > 1 && (
        <Select
          label="Setting"
          value={String(lines.indexOf(line))}
          onChange={(index) => setChosen(Number(index))}
          options={lines.map((each, index) => ({ id: String(index), label: whomText(dataset, each[0]!) }))}
        />
      )}
      <table className="lever-years heads-stay" aria-label={`${lever.name} by year`}>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Value</th>
            <th scope="col">Strength</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <YearRow
              key={year.year}
              lever={lever}
              year={year}
              problem={problem?.year === year.year ? problem.text : null}
              onSet={(value, toTheEnd) => set(year.year, [value], toTheEnd)}
              onPaste={(event) => onPaste(event, year.year)}
              onError={(text) => setProblem(text === null ? null : { year: year.year, text })}
            />
          ))}
        </tbody>
      </table>
      <div className="setting-actions">
        <Button size="small" variant="quiet" icon={Copy} onPress={() => onExport("copy-table")}>
          Copy as table
        </Button>
        {years.some(({ isEven }) => !isEven) && (
          <Button size="small" variant="quiet" onPress={() => replace(inYearlySteps(lever, line, template, dataset))}>
            Yearly steps instead of the rise
          </Button>
        )}
      </div>
    </>
  );
}

interface YearRowProps {
  readonly lever: Lever;
  readonly year: LeverYear;
  readonly problem: string | null;
  readonly onSet: (value: number, toTheEnd: boolean) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onError: (text: string | null) => void;
}

function YearRow({ lever, year: { year, value, isEven }, problem, onSet, onPaste, onError }: YearRowProps) {
  const unit = leverUnit(lever.unit);
  const errorId = `lever-year-${year}`;
  return (
    <>
      <tr data-changed={value !== lever.default || undefined}>
        <th scope="row">{year}</th>
        <td onPaste={onPaste}>
          <BoundedField
            label={`${year}, ${leverUnitText(lever.unit)}`}
            text={exactNumberText(value)}
            prefix={unit.prefix}
            suffix={unit.suffix}
            errorId={errorId}
            hasError={problem !== null}
            parse={(typed) => parseLeverValue(typed, lever, value)}
            onCommit={(next) => onSet(next, false)}
            onError={onError}
            onStep={(direction) => onSet(stepFrom(lever, value, direction), false)}
          />
          <button
            type="button"
            className="icon-hit lever-years-fill"
            aria-label={`Hold ${year} to the end`}
            title="Hold to the end"
            onClick={() => onSet(value, true)}
          >
            <ArrowDownToLine size={14} aria-hidden />
          </button>
        </td>
        <td>{isEven ? bandWord(lever, value) : "at year’s end"}</td>
      </tr>
      {problem !== null && (
        <tr>
          <td colSpan={3}>
            <p className="lever-row-error" id={errorId} role="alert">
              {problem}
            </p>
          </td>
        </tr>
      )}
    </>
  );
}
