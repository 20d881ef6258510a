/** What the screen of a search shows. */
import type { PlainTick } from "../../chart/plain-ticks.ts";
import type { NamedTable, TextTable } from "../../format/table-text.ts";

export interface PackageCard {
  readonly number: number;
  /** What it leans on, against the others. */
  readonly name: string;
  readonly value: string;
  readonly cost: string;
  /** "Processing investment support $1,200 m/yr", "… from 2028" where that is not its usual start. */
  readonly levers: readonly string[];
  /** All of them, where there are more than fit. */
  readonly more: string;
  readonly allLevers: string;
  /** Days of cover; worst world and loss in the disruption, where asked for. */
  readonly notes: string;
  /** "As a scenario in Stated policies: 48%", where the card's figures are the worst of several worlds; else "". */
  readonly home: string;
  /** What it reaches in each world, where there are several; else "". */
  readonly eachWorld: string;
}

export interface LeverRole {
  readonly key: string;
  readonly name: string;
  /** "$600 to $1,200 m/yr" */
  readonly range: string;
  /** By package. */
  readonly used: readonly boolean[];
  /** "in all": so far, while nobody has searched without it; null where there is one package only. */
  readonly role: "must-do" | "in all" | "interchangeable" | null;
  /** "without it at most $4.2 bn/yr, with more price floor", "no package without it was found"; "" where it was not asked. */
  readonly without: string;
}

export interface FrontierPointView {
  readonly cost: number;
  readonly value: number;
}

export interface FrontierView {
  readonly title: string;
  /** What is drawn, and what the title's figure starts from. */
  readonly subtitle: string;
  readonly points: readonly FrontierPointView[];
  /** The best with one billion more; null where the figure does not reach it. */
  readonly more: FrontierPointView | null;
  readonly cloud: readonly FrontierPointView[];
  readonly packages: readonly (FrontierPointView & { readonly number: number })[];
  readonly statusQuo: FrontierPointView;
  readonly budget: { readonly value: number; readonly label: string } | null;
  readonly target: { readonly value: number; readonly label: string };
  readonly x: readonly PlainTick[];
  readonly y: readonly PlainTick[];
  readonly table: TextTable;
}

export interface FindView {
  readonly title: string;
  readonly subtitle: string;
  /** What binds; that there are fewer packages than wanted. */
  readonly notes: readonly string[];
  /** Budget that would do, million; null where more money is not what is missing. */
  readonly budgetThatDoes: { readonly value: number; readonly text: string } | null;
  readonly isMet: boolean;
  readonly frontier: FrontierView;
  readonly rolesTitle: string;
  readonly rolesSubtitle: string;
  readonly roles: readonly LeverRole[];
  /** Levers in no package. */
  readonly unused: readonly string[];
  readonly cards: readonly PackageCard[];
  /** Packages and roles as they leave the window. */
  readonly packageTable: NamedTable;
  readonly roleTable: NamedTable;
  /** What else decides the numbers: seed, how many were tried, worlds, disruption, budget. */
  readonly how: string;
}
