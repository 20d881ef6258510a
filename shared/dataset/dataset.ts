/**
 * A checked dataset: one home country, its minerals, suppliers, parameters, levers, worlds and events.
 * Plain data (structured-clone safe). Every value keeps the unit, source, year, grade, low and high that its file has.
 * Nothing here computes; `check-dataset.ts` makes it from tables, `shared/model/compile-model.ts` reads it.
 */
import type { YearMonth } from "../time.ts";

export type Grade = "reported" | "estimated" | "withheld_estimate" | "derived" | "cited" | "definition" | "assumption";

/** What a stage does in the chain. Equations of the specification name roles (M, P, X, R there), never stage ids. */
export type StageRole = "mining" | "processing" | "fabrication" | "recycling";

export interface StageLabel {
  readonly id: string;
  readonly label: string;
  readonly role: StageRole;
}

export interface IdLabel {
  readonly id: string;
  readonly label: string;
}

export interface EndUse {
  readonly name: string;
  /** Id of one of `Dataset.classes`. */
  readonly priorityClass: string;
  readonly demandSharePct: number;
  readonly description: string;
  readonly grade: Grade;
}

export interface Mineral {
  readonly id: string;
  readonly name: string;
  /** Symbol on the mineral's tile, at most two characters. */
  readonly symbol: string;
  readonly contentUnit: string;
  /** Stage ids, upstream first. */
  readonly stages: readonly string[];
  readonly recyclingStage: string;
  readonly headlineStage: string;
  readonly publishedBasisStage: string;
  readonly publishedBasisKind: "stage" | "chain";
  readonly publishedCountsSecondary: number;
  readonly endUses: readonly EndUse[];
}

/** One figure of the base-year balance; the engine reads a few of them, the rest is the audit trail. */
export interface BaseYearValue {
  readonly mineral: string;
  readonly stage: string;
  readonly quantity: string;
  readonly value: number | null;
  readonly unit: string;
  readonly year: number;
  readonly grade: Grade;
  readonly source: string;
}

export interface Supplier {
  readonly mineral: string;
  readonly stage: string;
  readonly iso3: string;
  readonly country: string;
  readonly importSharePct: number;
  readonly period: string;
  readonly grade: Grade;
  readonly source: string;
  /** null = not known, never zero. */
  readonly worldSharePct: number | null;
  readonly worldShareSource: string;
  readonly riskWeight: number;
  readonly riskGrade: Grade;
  readonly isAlly: boolean;
  readonly allyRule: string;
}

/** `mineral` is an id or "all"; `stage` is an id or "". Lookup order: model specification, section 2. */
export interface Parameter {
  readonly mineral: string;
  readonly stage: string;
  readonly key: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly grade: Grade;
  readonly source: string;
  readonly note: string;
}

export interface LeverBand {
  readonly word: string;
  /** Values up to and including this one carry the word. */
  readonly upTo: number;
}

export interface Lever {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The status quo. */
  readonly default: number;
  readonly bands: readonly LeverBand[];
  readonly defaultStart: YearMonth;
  readonly defaultRampMonths: number;
  readonly represents: string;
  readonly policyPrecedent: string;
  readonly costRule: string;
  readonly equation: string;
  readonly subSettings: string;
}

/** Anchors of one index at baseYear, 2030, 2035 … 2050 (`Dataset.anchorYears`). */
export interface WorldSeries {
  readonly world: string;
  readonly mineral: string;
  readonly variable: "demand_index" | "price_index";
  readonly values: readonly number[];
  readonly grade: Grade;
  readonly source: string;
}

export type EventScope = "targeted" | "global" | "outage";

export interface EventPreset {
  readonly id: string;
  readonly name: string;
  /** "*" or ids joined by "|". */
  readonly minerals: string;
  readonly stages: string;
  readonly suppliers: string;
  readonly scope: EventScope;
  readonly severity: number;
  readonly durationMonths: number;
  readonly rampInMonths: number;
  readonly recoveryMonths: number;
  /** mineral → share of world supply lost; empty = default of the specification. */
  readonly worldShare: Readonly<Record<string, number>>;
  /** null = the parameter `leak` applies. */
  readonly leak: number | null;
  readonly source: string;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly mineral: string;
  readonly stage: string;
  readonly capacityTPerYr: number;
  readonly month: YearMonth;
  readonly enters: "ramp" | "construction" | "permitting";
  readonly realisation: number;
  readonly source: string;
}

/** A row of the table that compares published with computed net import reliance; text where the file has text. */
export interface BaseYearCheck {
  readonly mineral: string;
  readonly stage: string;
  readonly publishedNirPct: number | null;
  readonly publishedBound: string;
  readonly computedNirPct: number | null;
  readonly differencePoints: number | null;
  readonly computedFromTradePct: number | null;
  readonly modelNirxPct: number | null;
  readonly verdict: string;
}

/** Net import reliance of one year as a source published it, in percent. */
export interface PublishedReliance {
  readonly mineral: string;
  readonly year: number;
  /** As printed: "67", ">95", "E" (net exporter), "W" (withheld). */
  readonly published: string;
  /** The number printed, or the bound; null where there is none. */
  readonly valuePct: number | null;
  /** The source gives a bound in place of a value. */
  readonly bound: "above" | "below" | null;
  readonly grade: Grade;
  readonly source: string;
}

export interface Dataset {
  readonly id: string;
  readonly label: string;
  readonly home: { readonly iso3: string; readonly name: string; readonly adjective: string };
  readonly baseYear: number;
  readonly start: YearMonth;
  readonly months: number;
  readonly currency: { readonly code: string; readonly symbol: string; readonly real: number };
  readonly stages: readonly StageLabel[];
  /** Priority order: defence first. */
  readonly classes: readonly IdLabel[];
  /** The first is the default world. */
  readonly worlds: readonly IdLabel[];
  readonly anchorYears: readonly number[];
  readonly minerals: readonly Mineral[];
  readonly baseYearValues: readonly BaseYearValue[];
  readonly baseYearChecks: readonly BaseYearCheck[];
  /** Empty where the dataset brings none. */
  readonly publishedReliance: readonly PublishedReliance[];
  readonly suppliers: readonly Supplier[];
  readonly parameters: readonly Parameter[];
  readonly levers: readonly Lever[];
  readonly worldSeries: readonly WorldSeries[];
  readonly events: readonly EventPreset[];
  readonly projects: readonly Project[];
  /** Data vintage: label + first 8 characters of the content hash over the engine-read values: "label · 3fa4c01b". */
  readonly vintage: string;
}
