/** The form of one lever setting: value, dates, and what else the lever has. Every control writes at once; undo takes it back. */
import { chainStages } from "../../../../shared/dataset/chain-stages.ts";
import type { Dataset, Lever } from "../../../../shared/dataset/dataset.ts";
import { shortName } from "../../../../shared/format/words.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { useDataset } from "../../../state/planner.ts";
import { Select } from "../../../ui/select.tsx";
import { Tile } from "../../../ui/tile.tsx";
import { allyPartners, supplierName } from "./ally-partners.ts";
import { SettingLine } from "./setting-line.tsx";
import { EligibleLine, EndLine, RampLine, StartLine, ValueLine } from "./setting-lines.tsx";
import type { SettingChange } from "./setting-lines.tsx";
import type { SubSettings } from "./sub-settings.ts";
import { ToggleList } from "./toggle-list.tsx";
import "./setting-form.css";

export interface SettingFormProps {
  readonly lever: Lever;
  readonly sub: SubSettings;
  readonly setting: LeverSetting;
  readonly onChange: (change: SettingChange) => void;
}

export function SettingForm({ lever, sub, setting, onChange }: SettingFormProps) {
  const dataset = useDataset();
  return (
    <>
      <ValueLine lever={lever} setting={setting} onChange={onChange} />
      <StartLine dataset={dataset} lever={lever} setting={setting} onChange={onChange} />
      <RampLine lever={lever} setting={setting} onChange={onChange} />
      <EndLine dataset={dataset} lever={lever} setting={setting} onChange={onChange} />
      {sub.partner && (
        <SettingLine
          name="Partner"
          control={
            <Select
              label="Partner"
              value={setting.partner ?? ""}
              onChange={(partner) => onChange({ partner })}
              options={partnerOptions(dataset, setting.partner)}
            />
          }
        />
      )}
      {sub.minerals && (
        <ToggleList
          name="Minerals"
          allLabel="All minerals"
          options={dataset.minerals.map(({ id, name }) => ({ id, label: shortName(name), mark: <Tile mineral={id} size="compact" /> }))}
          chosen={setting.minerals === "all" ? null : setting.minerals}
          onChange={(minerals) => onChange({ minerals: minerals ?? "all" })}
        />
      )}
      {sub.stages && (
        <ToggleList
          name="Stages"
          allLabel={defaultStagesText(dataset, sub)}
          options={chainStages(dataset.stages).map(({ id, label }) => ({ id, label }))}
          chosen={setting.stages ?? null}
          onChange={(stages) => onChange(stages === null ? { stages: sub.defaultStages ?? chainStages(dataset.stages).map(({ id }) => id) } : { stages })}
        />
      )}
      {sub.countries && (
        <ToggleList
          name="Countries"
          allLabel="All that are no allies"
          options={tariffCountries(dataset)}
          chosen={setting.countries === undefined || setting.countries === "non_ally" ? null : setting.countries}
          onChange={(countries) => onChange({ countries: countries ?? "non_ally" })}
        />
      )}
      {sub.eligible && <EligibleLine setting={setting} onChange={onChange} />}
      {sub.phaseOut && (
        <SettingLine
          name="Phase out"
          control={
            <label className="setting-check">
              <input type="checkbox" checked={setting.phase_out === true} onChange={(event) => onChange({ phase_out: event.target.checked })} />
              75%, 50%, 25% in 2031 to 2033, then none
            </label>
          }
        />
      )}
    </>
  );
}

function partnerOptions(dataset: Dataset, current: string | undefined): readonly { readonly id: string; readonly label: string }[] {
  const allies = allyPartners(dataset).map(({ iso3, name }) => ({ id: iso3, label: name }));
  return current === undefined || allies.some(({ id }) => id === current) ? allies : [{ id: current, label: supplierName(dataset, current) }, ...allies];
}

/** Named suppliers that are no allies: the model never puts a duty on others. */
function tariffCountries(dataset: Dataset): readonly { readonly id: string; readonly label: string }[] {
  const named = new Map(dataset.suppliers.filter(({ isAlly, iso3 }) => !isAlly && iso3 !== "OTH").map(({ iso3, country }) => [iso3, country]));
  return [...named].map(([id, label]) => ({ id, label })).toSorted((a, b) => a.label.localeCompare(b.label, "en"));
}

function defaultStagesText(dataset: Dataset, sub: SubSettings): string {
  if (sub.defaultStages === null) return "All stages";
  return `Usual: ${sub.defaultStages.map((id) => dataset.stages.find((stage) => stage.id === id)?.label ?? id).join(", ")}`;
}
