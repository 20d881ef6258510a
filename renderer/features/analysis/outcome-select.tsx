/** Which indicator an analysis is about: import dependence, or any other of the catalogue. */
import { ChevronDown } from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton, DialogTrigger, Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import type { IndicatorChoice } from "../../../shared/view/explore/explore-types.ts";
import { choiceKey, indicatorGroups } from "../../../shared/view/explore/related-indicators.ts";
import { useDataset } from "../../state/planner.ts";
import { PopoverDialog } from "../../ui/popover-dialog.tsx";

const DEPENDENCE = { key: "dependence", label: "Import dependence" };

export function OutcomeSelect({ value, onChange }: { readonly value: IndicatorChoice | null; readonly onChange: (choice: IndicatorChoice | null) => void }) {
  const dataset = useDataset();
  const groups = useMemo(() => indicatorGroups(dataset, null), [dataset]);
  const options = groups.flatMap((group) => group.options);
  const shown = value === null ? DEPENDENCE : (options.find(({ key }) => key === choiceKey(value)) ?? DEPENDENCE);
  return (
    <DialogTrigger>
      <AriaButton className="select" aria-label={`Outcome, ${shown.label}`}>
        {shown.label}
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <PopoverDialog title="Outcome" hidesTitle className="outcome-select" placement="bottom end">
        {(close) => (
          <ListBox
            aria-label="Outcome"
            className="select-list"
            autoFocus
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[shown.key]}
            onSelectionChange={(keys) => {
              const key = keys === "all" ? undefined : [...keys][0];
              onChange(options.find((option) => option.key === key)?.choice ?? null);
              close();
            }}
          >
            <ListBoxItem id={DEPENDENCE.key} textValue={DEPENDENCE.label} className="select-item" onPress={close}>
              {DEPENDENCE.label}
            </ListBoxItem>
            {groups.map((group) => (
              <ListBoxSection key={group.label} id={group.label}>
                <Header className="select-header">{group.label}</Header>
                {group.options.map(({ key, label }) => (
                  <ListBoxItem key={key} id={key} textValue={label} className="select-item" onPress={close}>
                    {label}
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        )}
      </PopoverDialog>
    </DialogTrigger>
  );
}
