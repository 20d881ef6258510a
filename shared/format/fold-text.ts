/** Text folded for search and order: no case, no accents, so that "zeolite" finds "Zéolite". */
export const foldText = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
