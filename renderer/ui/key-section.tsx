/** A section that hears the keys pressed in its parts, such as Esc or T; it takes no focus itself. */
import type { ComponentProps } from "react";

type SectionProps = ComponentProps<"section">;

export interface KeySectionProps extends SectionProps {
  /** Name for F6 and tests: "left-chart". */
  readonly "data-region": string;
  readonly onKeyDown: NonNullable<SectionProps["onKeyDown"]>;
}

export const KeySection = ({ onKeyDown, ...section }: KeySectionProps) => (
  // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the focused part bubble here, nothing is pressed on the section
  <section {...section} onKeyDown={onKeyDown} />
);
