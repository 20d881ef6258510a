/** The form of a search: target, budget, worlds, a disruption to survive, and the levers that may be used. */
import { useState } from "react";
import { useStore } from "zustand/react";
import { indicatorOf } from "../../../shared/analysis/outcome.ts";
import { exactNumberText, numberText } from "../../../shared/format/number.ts";
import { parseBounded } from "../../../shared/format/parse-number.ts";
import { monthAt, yearOf } from "../../../shared/time.ts";
import { useDataset, usePlanner, useResult } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { MineralSelect } from "../analysis/mineral-select.tsx";
import { OutcomeSelect } from "../analysis/outcome-select.tsx";
import type { ScenarioItems } from "../analysis/scenario-items.ts";
import { BoundedField } from "../explore/levers/bounded-field.tsx";
import { MonthField } from "../explore/world/month-field.tsx";
import { parseWhole } from "../explore/parse-whole.ts";
import { ToggleList } from "../explore/levers/toggle-list.tsx";
import { readWhole } from "../uncertainty/study-settings.tsx";
import { AllowedLevers } from "./allowed-levers.tsx";
import { type FindState, findOf } from "./find-store.ts";
import type { FindFormUse } from "./use-find-form.ts";

const BASES = [
  { id: "per-year", label: "Per year" },
  { id: "total", label: "Discounted" },
] as const;

/** Money stands in billions. */
const BILLION = 1000;
const PERCENT = 100;
const ERROR_ID = "find-error";

export interface FindPanelProps {
  readonly items: ScenarioItems;
  readonly use: FindFormUse;
  readonly isRunning: boolean;
  readonly wasRun: boolean;
  readonly onSearch: () => void;
}

export function FindPanel({ items, use, isRunning, wasRun, onSearch }: FindPanelProps) {
  const planner = usePlanner();
  const { dataset } = planner;
  const store = findOf(planner).form;
  const state = useStore(store, (one) => one);
  const [error, setError] = useState<string | null>(null);
  const set = (part: Partial<FindState>): void => store.setState(part);
  const { form, choices, worlds, columns, problem } = use;
  const field = { errorId: ERROR_ID, hasError: error !== null, onError: setError };
  return (
    <aside className="find-panel" aria-label="What must be true" data-region="find-form">
      <header>
        <h2 className="section-head">Find a package</h2>
        <p className="subtitle">Say what must be true. Lodestone searches lever settings that make it so.</p>
      </header>
      <div className="scroll find-fields">
        <Line name="Starts from">
          <Select
            label="Starts from"
            value={items.all.some(({ key }) => key === state.base) ? state.base : items.all[0]!.key}
            onChange={(base) => set({ base, allowed: null })}
            options={items.all.map(({ key, title }) => ({ id: key, label: title }))}
          />
        </Line>
        <Line name="Outcome">
          <MineralSelect />
          <OutcomeSelect value={state.indicator} onChange={(indicator) => set({ indicator, target: null })} />
        </Line>
        <TargetLine use={use} field={field} onChange={set} />
        <Line name="Budget">
          <BoundedField
            {...field}
            label={`Budget, ${dataset.currency.symbol} bn, empty for none`}
            text={form.budget === null ? "" : exactNumberText(Number((form.budget / BILLION).toPrecision(6)))}
            prefix={dataset.currency.symbol}
            suffix={form.costBasis === "per-year" ? " bn/yr" : " bn"}
            parse={(typed) =>
              typed.trim() === ""
                ? { ok: true, value: -1 }
                : parseBounded(
                    typed,
                    { min: 0, max: 10_000, prefix: dataset.currency.symbol, suffix: " bn" },
                    form.budget === null ? "none" : `${form.budget / BILLION} bn`,
                  )
            }
            onCommit={(billion) => set({ budget: billion < 0 ? null : billion * BILLION })}
          />
          <Segmented label="Budget counts" value={form.costBasis} onChange={(costBasis) => set({ costBasis })} options={BASES} />
        </Line>
        <p className="find-hint">
          {form.budget === null
            ? "No budget: the cheapest packages are sought."
            : form.costBasis === "per-year"
              ? "Mean public cost of 2027 to 2035."
              : "Discounted public cost of the whole run."}
        </p>
        <ToggleList name="Must hold in" allLabel={`Its own world`} options={worlds} chosen={state.worlds} onChange={(ids) => set({ worlds: ids })} />
        <Line name="Must survive">
          <Select
            label="Disruption to survive"
            value={state.stress ?? NONE}
            onChange={(key) => set({ stress: key === NONE ? null : key })}
            options={[{ id: NONE, label: "No disruption" }, ...columns.map(({ key, event }) => ({ id: key, label: event.name }))]}
          />
        </Line>
        {form.stress !== null && (
          <Line name="begun, with at most">
            <MonthField
              label="Start of the disruption"
              value={state.stressStart}
              first={dataset.start}
              months={dataset.months}
              onChange={(stressStart) => set({ stressStart })}
            />
            <BoundedField
              {...field}
              label="Highest share of need lost, %"
              text={exactNumberText(Number((form.maxLoss * PERCENT).toPrecision(6)))}
              suffix="% lost"
              parse={(typed) => parseBounded(typed, { min: 0, max: PERCENT, prefix: "", suffix: "%" }, `${numberText(form.maxLoss * PERCENT, 1)}%`)}
              onCommit={(percent) => set({ maxLoss: percent / PERCENT })}
            />
          </Line>
        )}
        <AllowedLevers form={form} choices={choices} onChange={set} />
        <Line name="Seed">
          <BoundedField
            {...field}
            label="Seed"
            text={String(form.seed)}
            parse={(typed) => readWhole(typed, { min: 0, max: Number.MAX_SAFE_INTEGER, prefix: "", suffix: "" }, String(form.seed))}
            onCommit={(seed) => set({ seed })}
          />
        </Line>
      </div>
      <footer>
        {(error ?? problem) !== null && (
          <p id={ERROR_ID} role="alert" className="find-error">
            {error ?? problem}
          </p>
        )}
        <Button variant="primary" isDisabled={isRunning || problem !== null} onPress={onSearch}>
          {isRunning ? "Searching" : wasRun ? "Search again" : "Search"}
        </Button>
      </footer>
    </aside>
  );
}

const NONE = "none";

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="find-line" role="group" aria-label={name}>
      <span className="find-line-name">{name}</span>
      <span className="find-line-controls">{children}</span>
    </div>
  );
}

interface TargetLineProps {
  readonly use: FindFormUse;
  readonly field: { readonly errorId: string; readonly hasError: boolean; readonly onError: (sentence: string | null) => void };
  readonly onChange: (part: Partial<FindState>) => void;
}

function TargetLine({ use: { form, scale }, field, onChange }: TargetLineProps) {
  const dataset = useDataset();
  const years = useResult((state) => state.statusQuo.years);
  const bound = indicatorOf(form.outcome).better === "up" ? "or more" : "or less";
  const text = exactNumberText(Number((form.target / scale.divisor).toPrecision(6)));
  const [first, last] = [years[0] ?? yearOf(dataset.start), years.at(-1) ?? yearOf(monthAt(dataset.months - 1, dataset.start))];
  return (
    <Line name="Target">
      <BoundedField
        {...field}
        label={`Target, ${scale.suffix.trim() || scale.prefix || "units"}`}
        text={text}
        prefix={scale.prefix}
        suffix={`${scale.suffix} ${bound}`}
        parse={(typed) =>
          parseBounded(
            typed,
            { min: 0, max: scale.unit === "share" ? PERCENT : Number.MAX_SAFE_INTEGER, prefix: scale.prefix, suffix: scale.suffix },
            `${text}${scale.suffix}`,
          )
        }
        onCommit={(value) => onChange({ target: value * scale.divisor })}
      />
      <span className="muted">by</span>
      <BoundedField
        {...field}
        label="Target year"
        text={String(form.year)}
        parse={(typed) => parseWhole(typed, first, last, "", String(form.year))}
        onCommit={(year) => onChange({ year })}
        onStep={(direction) => onChange({ year: Math.min(last, Math.max(first, form.year + direction)) })}
      />
    </Line>
  );
}
