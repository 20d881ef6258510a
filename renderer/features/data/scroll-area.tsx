/** A part that scrolls and holds nothing to focus: it takes the focus itself, so that keys can scroll it. */
import type { ReactNode } from "react";

export const ScrollArea = ({ label, className, children }: { readonly label: string; readonly className: string; readonly children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling part must be reachable by keyboard
  <div className={`scroll ${className}`} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
