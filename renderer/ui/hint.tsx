/** A tooltip with the name of what it stands at and its keys; never the only place of a piece of information. */
import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import { Keys } from "./keys.tsx";
import "./hint.css";

export function Hint({ text, keys, children }: { readonly text: string; readonly keys?: readonly string[]; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="hint" offset={6} {...landmark()}>
        {text}
        {keys && <Keys names={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** Where a tooltip is put: inside the page's landmark, where all text has to stand. */
function landmark(): { readonly UNSTABLE_portalContainer?: Element } {
  const main = document.querySelector("main");
  return main ? { UNSTABLE_portalContainer: main } : {};
}
