/**
 * Sentences that keep a reader from a wrong conclusion about a lever: it has not acted yet by the outcome year, or it cannot act as it is set.
 * Only what the results and the inputs prove; silence otherwise.
 */
import type { Dataset, Lever } from "../dataset/dataset.ts";
import { numberText } from "../format/number.ts";
import { inSentence, listText, shortName } from "../format/words.ts";
import type { ResultReader } from "../indicator/result-reader.ts";
import type { LeverSetting, ScenarioDocument } from "../scenario/scenario.ts";
import { yearOf } from "../time.ts";

export interface LeverNotesInput {
  readonly dataset: Pick<Dataset, "levers" | "minerals" | "stages">;
  readonly document: ScenarioDocument;
  readonly current: ResultReader;
  readonly statusQuoInWorld: ResultReader;
  readonly outcomeYear: number;
}

/** Lever id → sentence. Levers at status quo have none. */
export function leverNotes(input: LeverNotesInput): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const lever of input.dataset.levers) {
    const settings = input.document.inputs.levers.filter((setting) => setting.lever === lever.id && setting.value !== lever.default);
    const note = settings.length === 0 ? null : noteOf(lever, settings, input);
    if (note !== null) notes.set(lever.id, note);
  }
  return notes;
}

/** Grants to plants and what is built with them. */
const PLANTS: Readonly<Record<string, { readonly role: "mining" | "processing" | "fabrication"; readonly what: string }>> = {
  mining_invest: { role: "mining", what: "new mines" },
  processing_invest: { role: "processing", what: "new plants" },
  magnet_invest: { role: "fabrication", what: "new plants" },
};
const GRANTS: ReadonlySet<string> = new Set([...Object.keys(PLANTS), "recycling_plants"]);
const PERCENT = 100;
const MONTHS = 12;

function noteOf(lever: Lever, settings: readonly LeverSetting[], input: LeverNotesInput): string | null {
  if (PLANTS[lever.id]) return leadTimeNote(lever.id, settings, input);
  if (lever.id === "ppp_public_share") return input.document.inputs.levers.some(isPaidGrant) ? null : "No effect: no grant is paid that it could share.";
  if (lever.id === "recycling_rate") return collectionNote(settings, input);
  return null;
}

const isPaidGrant = ({ lever, value }: LeverSetting): boolean => GRANTS.has(lever) && value > 0;

/** While the outcome year comes before the first plant that takes the mean lead time. */
function leadTimeNote(leverId: string, settings: readonly LeverSetting[], { dataset, current, outcomeYear }: LeverNotesInput): string | null {
  const { role, what } = PLANTS[leverId]!;
  const stages = new Set(dataset.stages.filter((stage) => stage.role === role).map(({ id }) => id));
  let earliest: { readonly year: number; readonly months: number; readonly start: number } | null = null;
  for (const setting of settings) {
    const start = yearOf(setting.start);
    const at = Math.max(0, current.years.indexOf(start));
    for (const { id, stages: chain } of dataset.minerals) {
      if (setting.minerals !== "all" && !setting.minerals.includes(id)) continue;
      for (const stage of chain) {
        const months = stages.has(stage) ? current.stage(id, stage, "lead_time_months")[at] : null;
        if (months === null || months === undefined) continue;
        const year = start + Math.floor(months / MONTHS);
        if (earliest === null || year < earliest.year) earliest = { year, months, start };
      }
    }
  }
  if (earliest === null || outcomeYear >= earliest.year) return null;
  return `Little effect before ${earliest.year}: permits, construction and ramp-up of ${what} take ${numberText(earliest.months / MONTHS, 0)} years on average.`;
}

/** A target that some minerals reach anyway does nothing there. */
function collectionNote(settings: readonly LeverSetting[], { dataset, statusQuoInWorld, outcomeYear }: LeverNotesInput): string | null {
  const at = statusQuoInWorld.years.indexOf(outcomeYear);
  if (at < 0) return null;
  const reached = dataset.minerals.filter(({ id }) => {
    const target = Math.max(0, ...settings.filter(({ minerals }) => minerals === "all" || minerals.includes(id)).map(({ value }) => value));
    const rate = statusQuoInWorld.mineral(id, "collection_rate")[at];
    return target > 0 && typeof rate === "number" && rate * PERCENT >= target;
  });
  if (reached.length === 0) return null;
  const covered = dataset.minerals.filter(({ id }) => settings.some(({ minerals }) => minerals === "all" || minerals.includes(id)));
  if (reached.length === covered.length) return "No effect: collection reaches this target anyway.";
  return `No effect for ${listText(reached.map(({ name }) => inSentence(shortName(name))))}: collected at this rate anyway.`;
}
