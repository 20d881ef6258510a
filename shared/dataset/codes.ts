/** How ids and country codes are written, in datasets and in scenarios. */

/** Id of a dataset, stage, world, event or project. Minerals have narrower ids (`check-minerals.ts`). */
export const ID = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Country code of ISO 3166-1 (three letters), and the currency codes of ISO 4217, which look the same. */
export const ISO3 = /^[A-Z]{3}$/;
