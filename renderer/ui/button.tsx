/** Buttons: one primary, the rest secondary, quiet or danger. An icon button always has a name, shown as a tooltip together with its keys. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { ButtonProps as AriaButtonProps } from "react-aria-components";
import { Hint } from "./hint.tsx";
import "./button.css";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  readonly variant?: "primary" | "secondary" | "quiet" | "danger";
  readonly size?: "normal" | "small";
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

export function Button({ variant = "secondary", size = "normal", icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${variant} button-${size}`}>
      {Icon && <Icon size={size === "small" ? 14 : 15} aria-hidden />}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children" | "aria-label"> {
  readonly icon: LucideIcon;
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly keys?: readonly string[];
  readonly size?: number;
}

export function IconButton({ icon: Icon, label, keys, size = 16, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} {...(keys ? { keys } : {})}>
      <AriaButton {...rest} aria-label={label} className="button button-quiet button-icon">
        <Icon size={size} aria-hidden />
      </AriaButton>
    </Hint>
  );
}
