/** Finding a lever by what people call it, and by the countries of the suppliers that it acts on. */
import { OTHER_SUPPLIERS } from "../../dataset/engine-keys.ts";
import type { Dataset, Lever, Supplier } from "../../dataset/dataset.ts";
import { foldText } from "../../format/fold-text.ts";
import { leverRow, type LeverRow } from "../../lever/lever-catalogue.ts";

type Searched = Pick<Dataset, "suppliers"> & { readonly levers: readonly Described[] };
type Described = Pick<Lever, "id" | "name" | "group" | "represents" | "policyPrecedent">;

const REACH: Readonly<Record<NonNullable<LeverRow["suppliers"]>, (supplier: Supplier) => boolean>> = {
  all: () => true,
  allied: ({ isAlly }) => isAlly,
  "not allied": ({ isAlly }) => !isAlly,
};

const NO_LETTERS = /[^\p{L}\p{N}]+/u;

/** Shorter beginnings of a country's name say too little: "in", "us". */
const LEAST_LETTERS = 3;

export interface FoundLevers {
  readonly ids: ReadonlySet<string>;
  /** Nothing has the words as typed; these have words spelled almost like them. */
  readonly isGuess: boolean;
}

/**
 * Finds the levers that have every typed word in name, group, description, precedent or in what else they are called, or at the beginning of a word
 * of a supplier's name or code that they act on; a plural finds its singular. Where there is none, those that have a word but for a slip of the keys.
 */
export function leverFinder({ levers, suppliers }: Searched): (typed: string) => FoundLevers {
  const named = suppliers.filter(({ iso3 }) => iso3 !== OTHER_SUPPLIERS);
  const wordsOf = (among: readonly Supplier[]): readonly string[] => [
    ...new Set(among.flatMap(({ iso3, country }) => foldText(`${iso3} ${country}`).split(NO_LETTERS))),
  ];
  const countries = new Map((["all", "allied", "not allied"] as const).map((reach) => [reach, wordsOf(named.filter(REACH[reach]))]));
  const known = levers.map(({ id, name, group, represents, policyPrecedent }) => {
    const row = leverRow(id);
    const text = foldText(`${name} ${group} ${represents} ${policyPrecedent} ${row?.also ?? ""}`);
    const reached = (row?.suppliers && countries.get(row.suppliers)) ?? [];
    return { id, text, reached, words: [...new Set(text.split(NO_LETTERS))] };
  });
  return (typed) => {
    const asked = foldText(typed)
      .split(/\s+/)
      .filter((word) => word !== "");
    const where = (holds: (word: string, lever: (typeof known)[number]) => boolean): ReadonlySet<string> =>
      new Set(known.filter((lever) => asked.every((word) => holds(word, lever))).map(({ id }) => id));
    const isThere = (word: string, { text, reached }: (typeof known)[number]): boolean =>
      text.includes(word) ||
      (word.length > 3 && text.includes(word.replace(/s$/, ""))) ||
      (word.length >= LEAST_LETTERS && reached.some((country) => country.startsWith(word)));
    const ids = where(isThere);
    if (ids.size > 0) return { ids, isGuess: false };
    const near = where(
      (word, lever) => isThere(word, lever) || lever.words.some((each) => isSlip(word, each)) || lever.reached.some((each) => isSlip(word, each)),
    );
    return { ids: near, isGuess: near.size > 0 };
  };
}

/** Shorter words differ too little from each other to be guessed. */
const GUESSED_LENGTH = 4;
const LONG_WORD = 6;

/** Whether a word is another one but for one slip (two in a long word): a letter too many, too few, another one, or two in the wrong order. */
function isSlip(typed: string, word: string): boolean {
  const slips = typed.length >= LONG_WORD ? 2 : 1;
  return typed.length >= GUESSED_LENGTH && typed[0] === word[0] && Math.abs(typed.length - word.length) <= slips && slipsBetween(typed, word) <= slips;
}

/** Optimal string alignment distance (Damerau 1964). */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swap));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
