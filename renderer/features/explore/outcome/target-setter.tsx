/** Sets or removes the target of what the headline shows: a share and a year. */
import { memo, useState } from "react";
import { numberText } from "../../../../shared/format/number.ts";
import { parseBounded } from "../../../../shared/format/parse-number.ts";
import { inSentence } from "../../../../shared/format/words.ts";
import { yearOf, monthAt } from "../../../../shared/time.ts";
import { targetIndicator, targetsDependence } from "../../../../shared/view/dependence.ts";
import { useDataset, useDocument, useEdit, useSession } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { BoundedField } from "../levers/bounded-field.tsx";
import { ALL_MINERALS } from "../charts/mineral-tiles.tsx";
import { parseWhole } from "../parse-whole.ts";
import { PopoverForm } from "../popover-form.tsx";

/** What a first target begins with: half of everything is a round place to start from. */
const FIRST_TARGET = 0.5;
const PERCENT = 100;

/** `isAlone`: nothing beside it says that it is about a target. */
export const TargetSetter = memo(function TargetSetter({ isAlone = false }: { readonly isAlone?: boolean }) {
  const dataset = useDataset();
  const edit = useEdit();
  const target = useDocument((state) => state.document.target);
  const selected = useSession((state) => state.selection.mineral);
  const outcomeYear = useSession((state) => state.outcomeYear);
  const weighting = useSession((state) => state.weighting);
  const [error, setError] = useState<string | null>(null);
  const mineral = selected === ALL_MINERALS ? null : selected;
  const here = target !== null && targetsDependence(target, mineral, weighting);
  const value = here ? target.value : FIRST_TARGET;
  const year = here ? target.year : outcomeYear;
  const set = (nextValue: number, nextYear: number): void =>
    edit.setTarget({ indicator: targetIndicator(mineral, weighting), mineral, value: nextValue, year: nextYear });

  /** The second of two fields may still refuse what stands in it. */
  const finish = (close: () => void, isNew: boolean): void => {
    if (error !== null) return;
    if (!here && !isNew) set(value, year);
    close();
  };

  const years = { min: yearOf(dataset.start), max: yearOf(monthAt(dataset.months - 1, dataset.start)) };
  const share = { min: 0, max: PERCENT, prefix: "", suffix: "%" };
  const whom = dataset.minerals.find(({ id }) => id === mineral)?.name ?? "all minerals";
  const percentText = numberText(value * PERCENT, 1).replace(/\.0$/, "");
  return (
    <PopoverForm trigger={here ? (isAlone ? "Change target" : "Change") : "Set target"} title={`Target for ${inSentence(whom)}`} className="link-button">
      {(close) => (
        <>
          <p>
            Import dependence{mineral === null && (weighting === "value" ? ", weighted by value," : ", plain mean of all,")} of at most this share, from this
            year on.{target !== null && !here && " It takes the place of the target that the scenario has."}
          </p>
          <div className="popover-form-row">
            <BoundedField
              label="Target, %"
              autoFocus
              text={percentText}
              suffix="%"
              errorId="target-error"
              hasError={error !== null}
              parse={(typed) => parseBounded(typed, share, `${percentText}%`)}
              onCommit={(percent) => set(percent / PERCENT, year)}
              onError={setError}
              onEnter={(isNew) => finish(close, isNew)}
            />
            <span>by</span>
            <BoundedField
              label="Target year"
              text={String(year)}
              errorId="target-error"
              hasError={error !== null}
              parse={(typed) => parseWhole(typed, years.min, years.max, "", String(year))}
              onCommit={(next) => set(value, next)}
              onError={setError}
              onEnter={(isNew) => finish(close, isNew)}
              onStep={(direction) => set(value, Math.min(years.max, Math.max(years.min, year + direction)))}
            />
          </div>
          {error !== null && (
            <p className="popover-form-error" id="target-error" role="alert">
              {error}
            </p>
          )}
          <div className="popover-form-actions">
            {here && (
              <Button
                size="small"
                onPress={() => {
                  edit.setTarget(null);
                  close();
                }}
              >
                Remove target
              </Button>
            )}
            <Button size="small" variant="primary" onPress={() => finish(close, false)}>
              {here ? "Done" : "Set target"}
            </Button>
          </div>
        </>
      )}
    </PopoverForm>
  );
});
