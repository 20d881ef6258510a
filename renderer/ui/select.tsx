/** One choice out of a list, in a pop-up. */
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, Header, ListBox, ListBoxItem, ListBoxSection, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import "./menu.css";
import "./select.css";

export interface SelectOption {
  readonly id: string;
  readonly label: string;
  /** Shown before the label, e.g. a mineral's tile. */
  readonly mark?: ReactNode;
}

export interface SelectSection {
  readonly title: string;
  readonly options: readonly SelectOption[];
}

export interface SelectProps {
  /** Accessible name. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Plain options, or options under headings. */
  readonly options: readonly SelectOption[] | readonly SelectSection[];
  readonly mark?: ReactNode;
}

export function Select({ label, value, onChange, options, mark }: SelectProps) {
  return (
    <AriaSelect aria-label={label} value={value} onChange={(key) => key !== null && onChange(String(key))}>
      <AriaButton className="select">
        {mark}
        <SelectValue className="select-value" />
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="menu-popover" offset={4}>
        <ListBox className="select-list">
          {options.map((entry) =>
            "options" in entry ? (
              <ListBoxSection key={entry.title} id={entry.title}>
                <Header className="select-header">{entry.title}</Header>
                {entry.options.map(renderOption)}
              </ListBoxSection>
            ) : (
              renderOption(entry)
            ),
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

const renderOption = (option: SelectOption) => (
  <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="select-item">
    {({ isSelected }) => (
      <>
        {option.mark}
        <span className="spacer">{option.label}</span>
        {isSelected && <Check size={14} aria-hidden />}
      </>
    )}
  </ListBoxItem>
);
