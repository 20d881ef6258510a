/** A difference from status quo: arrow, size, and teal or orange for better or worse. Direction and words carry it without colour. */
import type { DifferenceView } from "../../../../shared/view/explore/explore-types.ts";

export const toneClass = ({ tone }: Pick<DifferenceView, "tone">): string => (tone === "neutral" ? "" : tone);

export function Difference({ difference }: { readonly difference: DifferenceView }) {
  if (difference.kind !== "change") return <b>{difference.text}</b>;
  return (
    <b className={toneClass(difference)}>
      <span aria-hidden>{difference.direction === "down" ? "▼" : "▲"}</span> <span className="visually-hidden">{difference.direction} </span>
      {difference.magnitude}
    </b>
  );
}
