/** A button that opens a small form beside it. Esc closes it and focus returns to the button. */
import type { ReactNode } from "react";
import { Button, DialogTrigger } from "react-aria-components";
import { PopoverDialog } from "../../ui/popover-dialog.tsx";
import "../../ui/link-button.css";
import "./popover-form.css";

export interface PopoverFormProps {
  readonly trigger: ReactNode;
  /** Accessible name where the trigger's own text is too short. */
  readonly label?: string;
  readonly title: string;
  /** Class of the button: "link-button", or that of a chip or card. */
  readonly className: string;
  readonly children: (close: () => void) => ReactNode;
}

export function PopoverForm({ trigger, label, title, className, children }: PopoverFormProps) {
  return (
    <DialogTrigger>
      <Button className={className} {...(label === undefined ? {} : { "aria-label": label })}>
        {trigger}
      </Button>
      <PopoverDialog title={title} className="popover-form" offset={6}>
        {children}
      </PopoverDialog>
    </DialogTrigger>
  );
}
