/** All settings of one lever: the one for all minerals first, further ones listed with a way to add and remove. */
import { Plus, Trash2, TrendingUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Dataset, Lever } from "../../../../shared/dataset/dataset.ts";
import { leverValueText } from "../../../../shared/format/lever-text.ts";
import { monthText } from "../../../../shared/format/words.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { instancesOf, rowInstance } from "../../../../shared/scenario/edit-scenario.ts";
import { addsUp, variesByYear } from "../../../../shared/scenario/lever-years.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { monthAt, monthIndex } from "../../../../shared/time.ts";
import type { YearMonth } from "../../../../shared/time.ts";
import { useDataset, useDocument, useEdit } from "../../../state/planner.ts";
import { Button } from "../../../ui/button.tsx";
import { freshSetting, whomText } from "./setting-scope.ts";
import { LeverEffects } from "./lever-effects.tsx";
import { SettingForm } from "./setting-form.tsx";
import type { SettingChange } from "./setting-lines.tsx";
import { subSettingsOf } from "./sub-settings.ts";

export function LeverSettings({ lever, words }: { readonly lever: Lever; readonly words: LeverWords | null }) {
  const dataset = useDataset();
  const edit = useEdit();
  const settings = useDocument(useShallow((state) => instancesOf(state.document, lever.id)));
  const sub = subSettingsOf(lever);
  // Index among the lever's settings; null = the row of the list, which may have no setting yet.
  const [chosen, setChosen] = useState<number | null>(null);
  // A form keeps what is half typed until another setting is picked; a setting that comes into being under a drag must not remount it.
  const [picks, setPicks] = useState(0);
  const pick = (at: number | null): void => {
    setChosen(at);
    setPicks(picks + 1);
  };

  // A setting that was made or taken away below is looked for above: list and focus come to what is chosen now.
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picks > 0) list.current?.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
  }, [picks]);

  const fresh = freshSetting(dataset, lever, sub.partner);
  const row = useDocument((state) => rowInstance(state.document, { lever }));
  const needsFresh = row === undefined && !(sub.partner && settings.length > 0);
  const entries: readonly Entry[] = [...(needsFresh ? [{ setting: fresh, at: null }] : []), ...settings.map((setting, at) => ({ setting, at }))];
  const entry = entries.find(({ at }) => at === chosen) ?? entries.find(({ setting }) => setting === row) ?? entries[0]!;

  const later = variesByYear(lever) ? stepMonth(dataset, entry.setting) : null;

  const replace = (next: LeverSetting): void => {
    edit.replaceInstances(lever.id, entry.at === null ? [...settings, next] : settings.with(entry.at, next));
    setChosen(entry.at ?? settings.length);
  };

  const change = (part: SettingChange): void => {
    const { partner } = entry.setting;
    const isRow = entry.at === null || entry.setting === row;
    // Edits that the list row can make itself go the same way, so that a row back at status quo leaves no trace.
    if (isRow && part.value !== undefined) edit.setLever(lever.id, part.value, partner);
    else if (isRow && part.start !== undefined) edit.setLeverStart(lever.id, part.start, partner);
    else if (isRow && part.ramp !== undefined) edit.setLeverRamp(lever.id, part.ramp, partner);
    else if (isRow && part.end !== undefined) edit.setLeverEnd(lever.id, part.end, partner);
    else replace(applied(entry.setting, part));
  };

  const add = (): void => {
    const minerals = sub.minerals ? [dataset.minerals[0]?.id ?? ""] : ("all" as const);
    edit.replaceInstances(lever.id, [...settings, { ...fresh, value: entry.setting.value, minerals }]);
    pick(settings.length);
  };
  /** The setting ends where a further one takes over for the same minerals, at once: a rise would begin anew from status quo. */
  const addStep = (): void => {
    if (later === null) return;
    const { end, ...first } = entry.setting;
    const rest = entry.at === null ? settings : settings.toSpliced(entry.at, 1);
    const at = entry.at ?? settings.length;
    const next: LeverSetting = { ...first, start: later, ramp: 1, ...(end === undefined ? {} : { end }) };
    edit.replaceInstances(lever.id, rest.toSpliced(at, 0, { ...first, end: later }, next));
    pick(at + 1);
  };
  const remove = (): void => {
    if (entry.at === null) return;
    edit.replaceInstances(lever.id, settings.toSpliced(entry.at, 1));
    pick(null);
  };

  return (
    <>
      {entries.length > 1 && (
        <div className="setting-list" role="group" aria-label={`Settings of ${lever.name}`} ref={list}>
          {entries.map(({ setting, at }) => (
            <button key={at ?? "row"} type="button" aria-pressed={at === entry.at} onClick={() => pick(at)}>
              <b>{whomText(dataset, setting)}</b>
              <span>{summaryText(lever, setting)}</span>
            </button>
          ))}
          <p className="muted">{addsUp(lever) ? "Where settings overlap, their amounts add up." : "Where settings overlap, the largest value counts."}</p>
        </div>
      )}
      <SettingForm key={picks} lever={lever} sub={sub} setting={entry.setting} onChange={change} />
      {words !== null && <LeverEffects lever={lever} words={words} />}
      <div className="setting-actions">
        {later !== null && (
          <Button size="small" variant="quiet" icon={TrendingUp} onPress={addStep}>
            Add a later step
          </Button>
        )}
        <Button size="small" variant="quiet" icon={Plus} onPress={add}>
          Add setting
        </Button>
        {entry.at !== null && entries.length > 1 && (
          <Button size="small" variant="quiet" icon={Trash2} onPress={remove}>
            Remove this setting
          </Button>
        )}
      </div>
    </>
  );
}

interface Entry {
  readonly setting: LeverSetting;
  readonly at: number | null;
}

const STEP_MONTHS = 60;

/** When a further step begins unless another month is chosen: five years on, or half way to an end that comes before. null = no month between. */
function stepMonth(dataset: Pick<Dataset, "start" | "months">, { start, end }: LeverSetting): YearMonth | null {
  const from = monthIndex(start, dataset.start);
  const until = end === undefined ? dataset.months : monthIndex(end, dataset.start);
  const at = Math.min(from + STEP_MONTHS, Math.floor((from + until) / 2));
  return at > from && at < until ? monthAt(at, dataset.start) : null;
}

/** `end: null` takes the end away; every other key replaces. */
function applied(setting: LeverSetting, part: SettingChange): LeverSetting {
  const { end, ...rest } = part;
  const { end: oldEnd, ...kept } = { ...setting, ...rest };
  const nextEnd = end === undefined ? oldEnd : end;
  return nextEnd === null || nextEnd === undefined ? kept : { ...kept, end: nextEnd };
}

const summaryText = (lever: Lever, { value, start, end }: LeverSetting): string =>
  `${leverValueText(lever, value)}, ${end === undefined ? `from ${monthText(start)}` : `${monthText(start)} until ${monthText(end)}`}`;
