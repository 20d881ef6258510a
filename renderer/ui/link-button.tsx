/** A word inside text or a table that leads somewhere. */
import type { ReactNode } from "react";
import "./link-button.css";

export interface LinkButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
}

export const LinkButton = ({ children, onPress }: LinkButtonProps) => (
  <button type="button" className="link-button" onClick={onPress}>
    {children}
  </button>
);
