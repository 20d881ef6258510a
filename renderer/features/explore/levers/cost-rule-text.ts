/** The cost rules C0–C13 (shared/SPEC.md, section C) in plain words, for the page that explains a lever. */

const texts: Readonly<Record<string, string>> = {
  C0: "No cost of its own; it changes how many plants a grant buys.",
  C1: "Purchases at the price of the month plus a trade margin, sales credited less the margin, and a yearly holding cost on the stock. A lower target stops buying; nothing is sold.",
  C2: "The amount set, every year, also where nothing more can be built with it.",
  C3: "A yearly administrative cost in proportion to the setting.",
  C4: "The gap between floor and market price on the covered output. A floor at or above the base-year price returns part of the gain when prices stand above it.",
  C5: "The loss of plants that run only because of the guarantee.",
  C6: "The credited share of unit cost on all output of mining and processing.",
  C7: "The credited share of unit cost on output made with clean practice.",
  C8: "No cost; the duty is revenue and is shown on its own line. Partner offtake is exempt.",
  C9: "No public cost; buyers pay a premium on the part of their purchases that moves.",
  C10: "A yearly administrative cost; importers pay a premium that grows with supplier risk.",
  C11: "The subsidy share of the loans.",
  C12: "A share of the value of collected scrap.",
  C13: "The collection effort that spending and circular-economy measures do not already supply, only where the target binds.",
};

/** The rule in words, or its code where the code is new. */
export const costRuleText = (code: string): string => texts[code] ?? code;
