/** The keys of a section that are its own, and the one that copies what it shows. */
import type { KeyboardEvent } from "react";
import { isTextField } from "../ui/text-field.ts";

/** Ctrl+C pressed in one of `event.currentTarget`'s own parts while no text is selected, which is copied as text. */
export function isCopyKey(event: KeyboardEvent<HTMLElement>): boolean {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  return isOwnKey(event) && isCommand && event.key.toLowerCase() === "c" && getSelection()?.isCollapsed !== false;
}

/** A list opened from here is a child in React's eyes, so its keys come by as well. */
export const isOwnKey = (event: KeyboardEvent<HTMLElement>): boolean => event.currentTarget.contains(event.target as Node) && !isTextField(event.target);
