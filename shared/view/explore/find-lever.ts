/** Finding a lever by what people call it, and by the countries of the suppliers that it acts on. */
import { OTHER_SUPPLIERS } from "../../dataset/engine-keys.ts";
import type { Dataset, Lever, Supplier } from "../../dataset/dataset.ts";
import { foldText } from "../../format/fold-text.ts";
import { leverRow, type LeverRow } from "../../lever/lever-catalogue.ts";

type Described = Pick<Lever, "id" | "name" | "group" | "represents" | "policyPrecedent">;

const REACH: Readonly<Record<NonNullable<LeverRow["suppliers"]>, (supplier: Supplier) => boolean>> = {
  all: () => true,
  allied: ({ isAlly }) => isAlly,
  "not allied": ({ isAlly }) => !isAlly,
};

/** Shorter beginnings of a country's name say too little: "in", "us". */
const LEAST_LETTERS = 3;

/**
 * Tells whether every word that was typed stands in a lever's name, group, description, precedent or in what else it is called, or begins a word
 * of a supplier's name or code that the lever acts on; a plural finds its singular.
 */
export function leverFinder({ suppliers }: Pick<Dataset, "suppliers">): (lever: Described, typed: string) => boolean {
  const named = suppliers.filter(({ iso3 }) => iso3 !== OTHER_SUPPLIERS);
  const wordsOf = (among: readonly Supplier[]): readonly string[] => [
    ...new Set(among.flatMap(({ iso3, country }) => foldText(`${iso3} ${country}`).split(/[^\p{L}\p{N}]+/u))),
  ];
  const countries = new Map((["all", "allied", "not allied"] as const).map((reach) => [reach, wordsOf(named.filter(REACH[reach]))]));
  return ({ id, name, group, represents, policyPrecedent }, typed) => {
    const row = leverRow(id);
    const words = foldText(`${name} ${group} ${represents} ${policyPrecedent} ${row?.also ?? ""}`);
    const reached = (row?.suppliers && countries.get(row.suppliers)) ?? [];
    return foldText(typed)
      .split(/\s+/)
      .every(
        (word) =>
          words.includes(word) ||
          (word.length > 3 && words.includes(word.replace(/s$/, ""))) ||
          (word.length >= LEAST_LETTERS && reached.some((country) => country.startsWith(word))),
      );
  };
}
