/** Mean public cost per year with its bar against the budget. The budget belongs to the scenario; nothing moves when it is overrun. */
import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { parseBounded } from "../../../../shared/format/parse-number.ts";
import { numberText } from "../../../../shared/format/number.ts";
import { COST_YEARS } from "../../../../shared/indicator/headline-cost.ts";
import { useDataset, useDocument, useEdit, useResult } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { BoundedField } from "../levers/bounded-field.tsx";
import { FIT_TO_BUDGET, FitBudgetDialog } from "./fit-budget-dialog.tsx";
import { PopoverForm } from "../popover-form.tsx";
import { publicCostView } from "./public-cost.ts";
import "./public-cost-line.css";

export function PublicCost() {
  const dataset = useDataset();
  const budget = useDocument((state) => state.document.budget);
  const result = useResult((state) => state.parts.tiles);
  const cost = useMemo(() => publicCostView(dataset, result, budget), [dataset, result, budget]);
  const line = useRef<HTMLDivElement>(null);
  useFocusWhenGone(cost.overrun !== null, line);
  return (
    <div className="public-cost" data-over={cost.overrun !== null || undefined}>
      <div className="public-cost-line" ref={line}>
        <span className="public-cost-label">
          Public cost, {COST_YEARS.first}–{String(COST_YEARS.last).slice(2)}
        </span>
        <span className="public-cost-value">
          <b>{cost.cost}</b>
          <BudgetSetter text={cost.budget ?? "Set budget"} budget={budget} />
        </span>
      </div>
      {budget !== null && (
        <div className="public-cost-bar" aria-hidden="true">
          <div style={{ width: `${cost.fraction * 100}%` }} />
        </div>
      )}
      {cost.overrun !== null && (
        <div className="public-cost-overrun">
          <p role="status">{cost.overrun}</p>
          <FitToBudget />
        </div>
      )}
    </div>
  );
}

/** The button that fits the levers goes with the overrun: whoever pressed it stands at the budget then, not nowhere. */
function useFocusWhenGone(isOver: boolean, line: RefObject<HTMLElement | null>): void {
  const wasOver = useRef(isOver);
  useEffect(() => {
    const isGone = wasOver.current && !isOver;
    wasOver.current = isOver;
    if (isGone && document.activeElement === document.body) line.current?.querySelector("button")?.focus();
  }, [isOver, line]);
}

/** Apart, because the cost above it changes while a lever moves. */
const FitToBudget = memo(function FitToBudget() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {FIT_TO_BUDGET}
      </Button>
      {open && <FitBudgetDialog onClose={() => setOpen(false)} />}
    </>
  );
});

/** Budgets are typed in billion a year and kept in million. */
const MILLION_PER_BILLION = 1000;
const MOST_BILLION = 1000;

/** Apart, because the cost beside it changes while a lever moves. */
const BudgetSetter = memo(function BudgetSetter({ text, budget }: { readonly text: string; readonly budget: number | null }) {
  const edit = useEdit();
  const { symbol } = useDataset().currency;
  const [error, setError] = useState<string | null>(null);
  const inBillion = budget === null ? "" : numberText(budget / MILLION_PER_BILLION, 3).replace(/\.?0+$/, "");
  const bounds = { min: 0, max: MOST_BILLION, prefix: symbol, suffix: " bn a year" };
  const still = budget === null ? "without a budget" : `${symbol}${inBillion} bn a year`;
  return (
    <PopoverForm trigger={text} label={budget === null ? text : `Change the budget, ${text}`} title="Budget" className="link-button">
      {(close) => (
        <>
          <p>
            Mean public cost per year, {COST_YEARS.first} to {COST_YEARS.last}. An overrun is shown; no lever is moved.
          </p>
          <div className="popover-form-row">
            <BoundedField
              label={`Budget, ${symbol} bn a year`}
              text={inBillion}
              autoFocus
              prefix={symbol}
              suffix="bn a year"
              errorId="budget-error"
              hasError={error !== null}
              parse={(typed) => parseBounded(typed, bounds, still)}
              onCommit={(value) => edit.setBudget(value * MILLION_PER_BILLION)}
              onError={setError}
              onEnter={close}
            />
          </div>
          {error !== null && (
            <p className="popover-form-error" id="budget-error" role="alert">
              {error}
            </p>
          )}
          <div className="popover-form-actions">
            {budget !== null && (
              <Button
                size="small"
                onPress={() => {
                  edit.setBudget(null);
                  close();
                }}
              >
                Remove budget
              </Button>
            )}
            <Button size="small" variant="primary" onPress={() => error === null && close()}>
              Done
            </Button>
          </div>
        </>
      )}
    </PopoverForm>
  );
});
