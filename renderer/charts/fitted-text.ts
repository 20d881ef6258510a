/** Text that has to stand in a given room. */

/** Shortened with an ellipsis to `room` pixels. */
export function fitted(widthOf: (text: string) => number, text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let length = text.length - 1;
  while (length > 1 && widthOf(`${text.slice(0, length).trimEnd()}…`) > room) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}

/** Letters at the end of a name that stay where the end tells it from another one. */
const END = 5;

/** Names that stand side by side, each in its own room: where two would come out alike, they are shortened before their ends instead. */
export function fittedApart(widthOf: (text: string) => number, names: readonly string[], rooms: readonly number[]): readonly string[] {
  const shown = names.map((name, index) => fitted(widthOf, name, rooms[index]!));
  return shown.map((text, index) => {
    const name = names[index]!;
    if (text === name || shown.indexOf(text) === shown.lastIndexOf(text)) return text;
    const end = name.slice(-END);
    return fitted(widthOf, name.slice(0, -END), rooms[index]! - widthOf(end)) + end;
  });
}
