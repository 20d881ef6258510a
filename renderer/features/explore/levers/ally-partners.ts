/** Countries that a partnership lever can finance: suppliers of the dataset flagged as allies, the one with most places first. */
import type { Dataset } from "../../../../shared/dataset/dataset.ts";

export interface Partner {
  readonly iso3: string;
  readonly name: string;
  /** Mineral × stage pairs in which the country is listed as a supplier. */
  readonly places: number;
}

export function allyPartners(dataset: Pick<Dataset, "suppliers">): readonly Partner[] {
  const partners = new Map<string, Partner>();
  for (const { iso3, country, isAlly } of dataset.suppliers) {
    if (isAlly) partners.set(iso3, { iso3, name: country, places: (partners.get(iso3)?.places ?? 0) + 1 });
  }
  // By code unit, not by the rules of a language: a start would load those for this one list.
  return [...partners.values()].toSorted((a, b) => b.places - a.places || (a.name < b.name ? -1 : 1));
}

/** Name of a supplier, also of one that is no ally; its code when the dataset does not know it. */
export const supplierName = (dataset: Pick<Dataset, "suppliers">, iso3: string): string =>
  dataset.suppliers.find((supplier) => supplier.iso3 === iso3)?.country ?? iso3;
