/** A modal dialog: traps focus, Esc and a click outside mean Cancel, focus returns to where it was. */
import { useLayoutEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import "./dialog.css";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** alertdialog for questions that need an answer. */
  readonly role?: "dialog" | "alertdialog";
  readonly width?: "narrow" | "wide" | "large";
  readonly children: ReactNode;
  /** Buttons, the one that does it last. */
  readonly footer?: ReactNode;
}

export function Dialog({ title, onClose, role = "dialog", width = "narrow", children, footer }: DialogProps) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="dialog-scrim">
      <Modal className={`dialog-frame dialog-${width}`}>
        <AriaDialog role={role} className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <Body>{children}</Body>
          {footer !== undefined && <div className="dialog-footer">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Takes the focus while it is longer than its room, so that the keyboard can scroll it too. */
function Body({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = body.current ?? {};
    setScrolls(scrollHeight > clientHeight);
  }, [children]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable by keyboard; one that does not is no stop
    <div ref={body} className="dialog-body scroll" tabIndex={scrolls ? 0 : undefined}>
      {children}
    </div>
  );
}
