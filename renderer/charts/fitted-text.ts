/** Text that has to stand in a given room. */

/** Shortened with an ellipsis to `room` pixels. */
export function fitted(widthOf: (text: string) => number, text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let length = text.length - 1;
  while (length > 1 && widthOf(`${text.slice(0, length).trimEnd()}…`) > room) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
