/** A button that opens a small form beside it. Esc closes it and focus returns to the button. */
import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
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
      <Popover className="menu-popover popover-form" offset={6}>
        <Dialog className="popover-form-body">
          {({ close }) => (
            <>
              <Heading slot="title" className="popover-form-title">
                {title}
              </Heading>
              {children(close)}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
