/** A tooltip with the name of what it stands at and its keys; never the only place of a piece of information. */
import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import { Keys } from "./keys.tsx";
import "./hint.css";

export function Hint({ text, keys, children }: { readonly text: string; readonly keys?: readonly string[]; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="hint" offset={6}>
        {text}
        {keys && <Keys names={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
