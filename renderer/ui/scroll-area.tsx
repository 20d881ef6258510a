/** A part that scrolls and need not hold anything to focus: it takes the focus itself, so that keys can scroll it. */
import type { ReactNode } from "react";

export interface ScrollAreaProps {
  readonly label: string;
  readonly className?: string;
  /** Screen readers are told when what it shows changes. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
}

export const ScrollArea = ({ label, className = "", isLive = false, children }: ScrollAreaProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable by keyboard
  <div className={`scroll ${className}`} role="region" aria-label={label} aria-live={isLive ? "polite" : undefined} tabIndex={0}>
    {children}
  </div>
);
