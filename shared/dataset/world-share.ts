/** The share of world supply that an event takes away, as text: "gallium:0.40|germanium:0.23". One reader for presets and users' own events. */
import { err, ok, type Result } from "../result.ts";
import { parseNumber } from "./row-reader.ts";

/** mineral → share from 0 to 1; "" gives none. `minerals`: null where they are not known. The error is the part that does not fit. */
export function parseWorldShare(text: string, minerals: readonly string[] | null): Result<Readonly<Record<string, number>>, string> {
  const shares: Record<string, number> = {};
  if (text.trim() === "") return ok(shares);
  for (const part of text.split("|")) {
    const [mineral = "", number = "", ...rest] = part.split(":").map((piece) => piece.trim());
    const share = parseNumber(number);
    if (
      rest.length > 0 ||
      mineral === "" ||
      minerals?.includes(mineral) === false ||
      Object.hasOwn(shares, mineral) ||
      share === null ||
      share < 0 ||
      share > 1
    )
      return err(part);
    shares[mineral] = share;
  }
  return ok(shares);
}
