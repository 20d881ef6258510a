/** What a button opens beside itself. The popover is itself the dialog: the hidden buttons that it adds for screen readers stand inside. */
import { type ReactNode, useContext, useId } from "react";
import { OverlayTriggerStateContext, Popover, type PopoverProps } from "react-aria-components";
import "./menu.css";
import "./popover-dialog.css";

export interface PopoverDialogProps extends Pick<PopoverProps, "placement"> {
  readonly title: string;
  /** The title is its name only. */
  readonly hidesTitle?: boolean;
  /** Class of what stands in it. */
  readonly className: string;
  readonly offset?: number;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** The second child of a `DialogTrigger`. */
export function PopoverDialog({ title, hidesTitle = false, className, offset = 4, children, ...place }: PopoverDialogProps) {
  const titleId = useId();
  const trigger = useContext(OverlayTriggerStateContext);
  return (
    <Popover className="menu-popover popover-dialog" offset={offset} aria-labelledby={titleId} {...place}>
      <div className={className}>
        <h2 id={titleId} className={hidesTitle ? "visually-hidden" : "section-head"}>
          {title}
        </h2>
        {typeof children === "function" ? children(() => trigger?.close()) : children}
      </div>
    </Popover>
  );
}
