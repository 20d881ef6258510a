/** A small "i" that opens what a figure means: definition, formula, source. One click away from every headline. */
import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { DialogTrigger } from "react-aria-components";
import { IconButton } from "./button.tsx";
import { PopoverDialog } from "./popover-dialog.tsx";
import "./definition.css";

export function Definition({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <DialogTrigger>
      <IconButton icon={Info} label={`What ${title} means`} size={14} />
      <PopoverDialog title={title} className="definition">
        {children}
      </PopoverDialog>
    </DialogTrigger>
  );
}
