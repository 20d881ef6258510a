/** A button that opens a list of actions. */
import { ChevronDown } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Button, type ButtonProps, IconButton } from "./button.tsx";
import { Keys } from "./keys.tsx";
import "./menu.css";

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly keys?: readonly string[];
  readonly disabled?: boolean;
  readonly danger?: boolean;
}

export interface MenuProps {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly showChevron?: boolean;
  readonly variant?: ButtonProps["variant"];
  /** The icon alone; the label is its name and tooltip. */
  readonly iconOnly?: boolean;
  /** "-" draws a line between groups. */
  readonly items: readonly (MenuAction | "-")[];
  readonly onAction: (id: string) => void;
}

export function Menu({ label, icon, showChevron = false, variant = "quiet", iconOnly = false, items, onAction }: MenuProps) {
  const disabledKeys = items.flatMap((item) => (item !== "-" && item.disabled === true ? [item.id] : []));
  return (
    <MenuTrigger>
      {iconOnly && icon ? (
        <IconButton icon={icon} label={label} />
      ) : (
        <Button variant={variant} size="small" {...(icon ? { icon } : {})}>
          {label}
          {showChevron && <ChevronDown size={14} aria-hidden />}
        </Button>
      )}
      <Popover className="menu-popover" placement={iconOnly ? "bottom end" : "bottom start"} offset={4}>
        <AriaMenu aria-label={label} className="menu" disabledKeys={disabledKeys} onAction={(key) => onAction(String(key))}>
          {items.map((item, index) =>
            item === "-" ? (
              <Separator key={`line-${String(index)}`} className="menu-line" />
            ) : (
              <MenuItem key={item.id} id={item.id} textValue={item.label} className={item.danger === true ? "menu-item menu-danger" : "menu-item"}>
                <span className="spacer">{item.label}</span>
                <Keys names={item.keys ?? []} />
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
