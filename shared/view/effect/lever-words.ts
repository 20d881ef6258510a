/**
 * What a lever's effect is called: one or two sentences for its row, all of them for its details, and its dates in short. Made from a study of the
 * scenario (lever-study.ts) for the selection on screen; nothing here runs the model.
 */
import type { Dataset } from "../../dataset/dataset.ts";
import { leversWith } from "../../lever/lever-catalogue.ts";
import { findIndicator } from "../../indicator/catalogue.ts";
import { capitalised, inSentence, listText, shortName } from "../../format/words.ts";
import { monthAt, yearOf } from "../../time.ts";
import type { YearMonth } from "../../time.ts";
import type { Weighting } from "../explore/explore-types.ts";
import { leadTimes } from "../explore/lever-lead-time.ts";
import { metricName } from "../finding.ts";
import type { EffectDates } from "./effect-dates.ts";
import type { DependenceEffect, LeverEffect, ShownEffect } from "./lever-study.ts";
import type { PlantMoney } from "./lever-limit.ts";
import { limitTexts, moneyText, stopText } from "./limit-text.ts";
import type { Named } from "./limit-text.ts";

export interface LeverWords {
  /** For the lever in hand; null = it acts without delay and without limit. */
  readonly row: string | null;
  /** The same in a few words, for the lever's line in the list: "2029: permits, building"; null as `row`, or where idle money says enough. */
  readonly brief: string | null;
  /** Where no effect is visible on what is shown: why, or where it shows instead, for lists with room ("shows in imports from financed partner plants"). */
  readonly instead: string | null;
  /** "idle $4.4 bn"; null = none that matters. */
  readonly idle: string | null;
  /** In the detail panel; never empty. */
  readonly details: readonly string[];
}

export interface EffectPlace {
  /** null = all minerals. */
  readonly mineral: string | null;
  readonly weighting: Weighting;
}

export interface WordsInput {
  readonly dataset: Named & Pick<Dataset, "parameters"> & { readonly start: YearMonth };
  readonly years: readonly number[];
  readonly place: EffectPlace;
}

/** A delay up to this many years after the start is no surprise. */
const PROMPT_YEARS = 1;
/** What fits beside every band word and date of a lever's line in the narrowest window, in characters. */
const MOST_BRIEF = 23;
/** Idle money from this share on stands in the row. */
const MUCH_IDLE = 0.1;

export const effectAt = ({ dependence }: LeverEffect, { mineral, weighting }: EffectPlace): DependenceEffect | null =>
  dependence.find((effect) => effect.mineral === mineral && (mineral !== null || effect.weighting === weighting)) ?? null;

export function leverWords(effect: LeverEffect, input: WordsInput): LeverWords {
  const limits = limitTexts(input.dataset, effect.limits);
  const at = effectAt(effect, input.place);
  const [chain, idle] = [chainWords(effect, at, input), idleWords(effect, input)];
  if (!at?.dates) {
    const stop = stopText(input.dataset, effect.limits);
    const nowhere = stop !== null && effect.changesNothing ? null : nowhereWords(effect, input);
    const why = stop ?? nowhere;
    return {
      row: joined([why?.sentence ?? null, idle?.short ?? null]),
      brief: idle === null ? ((why && ifShort(why.brief)) ?? nowhere?.short ?? null) : effect.changesNothing ? "no effect" : null,
      instead: why?.brief ?? null,
      idle: idle?.brief ?? null,
      details: present([nowhere?.sentence ?? null, idle?.sentence ?? null, ...limits]),
    };
  }
  const late = isLate(effect, at.dates) ? delayWords(effect, at, at.dates, input) : null;
  const missed = missedWords(effect, input);
  const rises = at.dates.largest.difference > 0;
  const first = late?.whole ?? `First visible effect on ${dependenceName(input)} in ${at.dates.first}.`;
  return {
    row: joined([
      late?.sentence ?? null,
      rises ? `${capitalised(dependenceName(input))} rises.` : null,
      missed?.sentence ?? null,
      chain?.sentence ?? null,
      idle?.short ?? null,
    ]),
    brief: idle === null ? ((late ?? missed ?? chain)?.brief ?? (rises ? "raises dependence" : null)) : late && String(at.dates.first),
    instead: null,
    idle: idle?.brief ?? null,
    details: present([
      `${first} ${rises ? `${capitalised(dependenceName(input))} rises. ` : ""}${courseSentence(at.dates, input)}`,
      chain?.sentence ?? null,
      idle?.sentence ?? null,
      ...limits,
    ]),
  };
}

/** The same fact for the lever in hand, and for its line in the list. */
interface Words {
  readonly sentence: string;
  readonly brief: string;
}

const present = (texts: readonly (string | null)[]): readonly string[] => texts.filter((text) => text !== null);
const joined = (texts: readonly (string | null)[]): string | null => (present(texts).length === 0 ? null : present(texts).join(" "));

const isLate = ({ start }: LeverEffect, { first }: EffectDates): boolean => first - yearOf(start) > PROMPT_YEARS;

/** "first effect 2029, full effect 2034"; "" where none is visible. For lists. */
export function datesText(dates: EffectDates | null): string {
  if (dates === null) return "";
  return dates.full === null ? `first ${dates.first}, still growing` : `first ${dates.first}, full ${dates.full}`;
}

const dependenceName = ({ dataset, place }: WordsInput): string => {
  return place.mineral === null ? "import dependence" : `import dependence for ${nameOf(dataset, place.mineral)}`;
};

/** What comes after the first visible year: "Full effect in 2041." */
function courseSentence({ largest, full, half, fades }: EffectDates, { years }: WordsInput): string {
  const last = years.at(-1) ?? largest.year;
  if (full === null) return `Half of its effect by ${half}; it still grows in ${last}.`;
  return fades ? `Largest in ${largest.year}, less than half of that left in ${last}.` : `Full effect in ${full}.`;
}

/** Levers that work through what is collected: its rate follows slowly, plants are not what it waits for. */
const COLLECTS: ReadonlySet<string> = new Set(leversWith(({ collects }) => collects === true));

/** Plants that stood this long before anything is visible, or that came this long after the first could stand, are not what it waited for: what there was, was too little. */
const RAMP_YEARS = 3;

/** "No visible effect before 2033: permits run until 2031, construction until 2033."; `whole` names the ramp-up after them too. */
function delayWords(
  { lever, start }: LeverEffect,
  { steps }: DependenceEffect,
  { first }: EffectDates,
  { dataset }: WordsInput,
): Words & { readonly whole: string } {
  const none = `No visible effect before ${first}`;
  const same = (sentence: string, brief: string) => ({ sentence, brief, whole: sentence });
  if (COLLECTS.has(lever)) return same(`${none}: collection rises slowly.`, `${first}: slow collection`);
  if (steps === null) {
    // A delay of its own, not that of plants: what it builds or fills comes about over time.
    const [delay, ...more] = leadTimes(dataset, lever);
    const name = delay && more.length === 0 ? inSentence(delay.name) : null;
    return name === null ? same(`${none}.`, `first effect ${first}`) : same(`${none}: ${name} is ${delay!.text}.`, `${first}: slow build-up`);
  }
  const year = (month: number): number => yearOf(monthAt(month, dataset.start));
  const built = year(steps.builtAt);
  const longest = Math.max(0, ...leadTimes(dataset, lever).map(({ months }) => months.most));
  const firstCould = yearOf(start) + Math.ceil(longest / 12);
  if (first - built > RAMP_YEARS || (longest > 0 && first - firstCould > RAMP_YEARS))
    return same(`${none}: less than 0.1 points until then.`, `first effect ${first}`);
  const until = `${none}: permits run until ${year(steps.permittedAt)}, construction until ${built}`;
  return { sentence: `${until}.`, brief: `${first}: permits, building`, whole: built < first ? `${until}, then ramp-up.` : `${until}.` };
}

function missedWords({ limits, minerals }: LeverEffect, { dataset }: WordsInput): Words | null {
  const missed = limits.filter(({ kind }) => kind === "above-ceiling").length;
  const all = minerals?.length ?? dataset.minerals.length;
  const whom = missed === all && all > 1 ? `any of the ${all} minerals` : missed === 1 ? "1 mineral" : `${missed} minerals`;
  return missed === 0 ? null : { sentence: `Target not reached for ${whom}.`, brief: "target not reached" };
}

/** No visible effect on the dependence that is shown: why not, or where it shows instead. */
function nowhereWords(effect: LeverEffect, input: WordsInput): Words & { readonly short: string } {
  const { dataset, place } = input;
  if (place.mineral !== null && effect.minerals !== null && !effect.minerals.includes(place.mineral)) {
    const names = effect.minerals.map((id) => nameOf(dataset, id));
    return {
      sentence: `Set for ${listText(names)} only: no visible effect on ${dependenceName(input)}.`,
      brief: `only for ${names.length > 2 ? `${names.length} minerals` : listText(names)}`,
      short: `only for ${names.length === 1 ? "1 mineral" : `${names.length} minerals`}`,
    };
  }
  if (effect.changesNothing) return { sentence: "No effect on any figure but cost.", brief: "no effect but cost", short: "no effect but cost" };
  const none = `No visible effect on ${dependenceName(input)}`;
  const shown = firstShown(effect.shows, place);
  const [first] = shown;
  if (!first) return { sentence: `${none} up to ${input.years.at(-1) ?? ""}.`, brief: "no visible effect", short: "no visible effect" };
  const minerals = [...new Set(shown.flatMap(({ mineral }) => mineral ?? []))];
  const few = minerals.length > 3 ? `${minerals.length} minerals` : listText(minerals.map((id) => nameOf(dataset, id)));
  const whose = place.mineral !== null || minerals.length === 0 ? "" : ` of ${few}`;
  const from = Math.min(...shown.map(({ dates }) => dates.first));
  return {
    sentence: `${none}; it shows in ${indicatorName(first)}${whose} from ${from}.`,
    brief: `shows in ${plainName(first)}`,
    short: "shows elsewhere",
  };
}

/** Support for mines shows first in where the ore comes from, years before it shows in import dependence. */
function chainWords(effect: LeverEffect, at: DependenceEffect | null, { place }: WordsInput): Words | null {
  const shown = firstShown(effect.shows, place);
  const [first] = shown;
  if (!at?.dates || first?.choice.id !== "chain_origin_dependence") return null;
  const from = Math.min(...shown.map(({ dates }) => dates.first));
  if (from >= at.dates.first) return null;
  return { sentence: `It shows in ${indicatorName(first)} from ${from}.`, brief: `${from}: chain origin` };
}

const indicatorName = ({ choice }: ShownEffect): string => inSentence(metricName(findIndicator(choice.level, choice.id).label));
/** Without what stands in brackets: "days of cover". */
const plainName = (effect: ShownEffect): string => indicatorName(effect).replace(/ \(.*\)$/, "");
const ifShort = (brief: string): string | null => (brief.length <= MOST_BRIEF ? brief : null);
const nameOf = ({ minerals }: WordsInput["dataset"], id: string): string => inSentence(shortName(minerals.find((mineral) => mineral.id === id)?.name ?? id));

/** The first related indicator with a visible effect for the selection, at all its places. */
function firstShown(shows: readonly ShownEffect[], { mineral }: EffectPlace): readonly ShownEffect[] {
  const here = mineral === null ? shows : shows.filter((effect) => effect.mineral === mineral);
  const first = here[0]?.choice;
  return here.filter(({ choice }) => choice.level === first?.level && choice.id === first.id);
}

const isMuchIdle = (money: LeverEffect["money"]): money is PlantMoney => money !== null && money.spent > 0 && money.idle >= MUCH_IDLE * money.spent;

/** "Idle: $3.1 bn of $9.0 bn builds nothing, most for lithium."; `short` leaves out for what. */
function idleWords({ money, limits }: LeverEffect, { dataset }: WordsInput): (Words & { readonly short: string }) | null {
  if (!isMuchIdle(money)) return null;
  const idle = limits.filter((limit) => limit.kind === "idle").toSorted((a, b) => b.idle - a.idle);
  const where = idle[0] && idle.length > 1 ? `, most for ${nameOf(dataset, idle[0].mineral)}` : "";
  const amount = `${moneyText(dataset, money.idle)} of ${moneyText(dataset, money.spent)}`;
  return { sentence: `Idle: ${amount} builds nothing${where}.`, short: `Idle: ${amount}.`, brief: `idle ${moneyText(dataset, money.idle)}` };
}
