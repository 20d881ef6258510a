/** A small "i" that opens what a figure means: definition, formula, source. One click away from every headline. */
import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { IconButton } from "./button.tsx";
import "./definition.css";

export function Definition({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <DialogTrigger>
      <IconButton icon={Info} label={`What ${title} means`} size={14} />
      <Popover className="menu-popover definition" offset={4}>
        <Dialog className="definition-body">
          <Heading slot="title" className="section-head">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
