/** The chevron on a chart: what it shows, in a list with headings. Typing a letter goes to the next entry that begins with it. */
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { DialogTrigger, Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import { IconButton } from "../../../ui/button.tsx";
import { PopoverDialog } from "../../../ui/popover-dialog.tsx";
import "./chart-chooser.css";

export interface ChooserGroup {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
}

export interface ChartChooserProps {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly ChooserGroup[];
  readonly onChange: (key: string) => void;
  /** Stands over the list, e.g. the choice of a stage. */
  readonly children?: ReactNode;
}

export function ChartChooser({ label, value, groups, onChange, children }: ChartChooserProps) {
  return (
    <DialogTrigger>
      <IconButton icon={ChevronDown} label={label} size={15} />
      <PopoverDialog title={label} hidesTitle className="chart-chooser" placement="bottom end">
        {(close) => (
          <>
            {children}
            <ListBox
              aria-label={label}
              className="select-list"
              autoFocus
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[value]}
              onSelectionChange={(keys) => {
                const key = keys === "all" ? undefined : [...keys][0];
                if (key !== undefined) onChange(withoutGroup(String(key)));
                close();
              }}
            >
              {groups.map((group, i) => (
                <ListBoxSection key={group.label} id={group.label}>
                  <Header className="select-header">{group.label}</Header>
                  {group.options.map((option) => (
                    <ListBoxItem
                      key={option.key}
                      id={i === firstGroupWith(groups, option.key) ? option.key : `${i}|${option.key}`}
                      textValue={option.label}
                      className="select-item"
                      // What is shown already is a choice, too.
                      onPress={close}
                    >
                      {({ isSelected }) => (
                        <>
                          <span className="spacer">{option.label}</span>
                          {isSelected && <Check size={14} aria-hidden />}
                        </>
                      )}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </>
        )}
      </PopoverDialog>
    </DialogTrigger>
  );
}

/** An entry may stand in two groups (related ones first), but ids of a list are unique: repeats carry the number of their group. */
const firstGroupWith = (groups: readonly ChooserGroup[], key: string): number =>
  groups.findIndex(({ options }) => options.some((option) => option.key === key));
const withoutGroup = (id: string): string => id.replace(/^\d+\|/, "");
