/** A scenario's letter on its colour; a dash for status quo. */
import type { CSSProperties } from "react";
import type { ComparedItem } from "../../../shared/view/compare/compare-view-types.ts";
import "./badge.css";

export function Badge({ item }: { readonly item: Pick<ComparedItem, "letter" | "colour" | "textColour"> }) {
  const style = { "--badge": `var(${item.colour})`, "--badge-text": `var(${item.textColour})` } as CSSProperties;
  return (
    <span className="scenario-badge" style={style}>
      {item.letter === "" ? "–" : item.letter}
    </span>
  );
}
