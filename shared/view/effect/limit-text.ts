/** Limits of a lever as sentences, minerals with the same limit together. Every number is the model's; names come from the dataset. */
import type { Dataset } from "../../dataset/dataset.ts";
import { OTHER_SUPPLIERS } from "../../dataset/engine-keys.ts";
import { numberText } from "../../format/number.ts";
import { valueText } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import { capitalised, inSentence, listText, shortName } from "../../format/words.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import type { LeverSetting } from "../../scenario/scenario.ts";
import { coversMineral } from "./lever-cover.ts";
import type { LeverLimit } from "./lever-limit.ts";

export type Named = Pick<Dataset, "minerals" | "stages" | "suppliers" | "currency" | "home">;
type Of<K extends LeverLimit["kind"]> = Extract<LeverLimit, { readonly kind: K }>;

/** Sentences in the order of the limits; minerals that share a kind of limit share a sentence. */
export function limitTexts(dataset: Named, limits: readonly LeverLimit[]): readonly string[] {
  const kinds = [...new Set(limits.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const all = limits.filter((limit) => limit.kind === kind);
    return TEXTS[kind](dataset, all as never);
  });
}

/** Limits that leave a lever nothing to do, in a few words: "reached anyway". */
const STOPS: Readonly<Partial<Record<LeverLimit["kind"], string>>> = {
  "no-stage": "no such stage",
  "reached-anyway": "reached anyway",
  "price-above-floor": "price above floor",
  "runs-anyway": "plants run anyway",
  "no-supplier": "no supplier",
  "no-grant": "no grant to share",
  "no-need": "no need here",
};

/** The first limit that leaves the lever nothing to do somewhere, as a sentence and in a few words; null without one. */
export function stopText(dataset: Named, limits: readonly LeverLimit[]): { readonly sentence: string; readonly brief: string } | null {
  const kind = limits.find((limit) => limit.kind in STOPS)?.kind;
  const brief = kind && STOPS[kind];
  const [sentence] = limitTexts(
    dataset,
    limits.filter((limit) => limit.kind === kind),
  );
  return brief === undefined || sentence === undefined ? null : { sentence, brief };
}

/** "$281 m", "$2.3 bn" over several years. */
export const moneyText = (dataset: Pick<Dataset, "currency">, million: number): string =>
  valueText(million, scaleFor({ id: "public_cost_musd", unit: "musd" }, million, dataset.currency.symbol)).replace("/yr", "");

const massText = (t: number): string => valueText(t, scaleFor({ id: "t", unit: "t" }, t, ""));
const paceText = (tPerYear: number): string => valueText(tPerYear, scaleFor({ id: "t", unit: "t_per_yr" }, tPerYear, ""));
const percent = (share: number): string => `${numberText(share * 100, 0)}%`;
const ofMineral = ({ minerals }: Named, id: string): string => inSentence(shortName(minerals.find((mineral) => mineral.id === id)?.name ?? id));
const namesOf = (dataset: Named, ids: readonly string[]): string => listText(ids.map((id) => ofMineral(dataset, id)));
const ofStage = ({ stages }: Named, id: string): string => inSentence(stages.find((stage) => stage.id === id)?.label ?? id);
const country = ({ suppliers }: Named, iso3: string): string =>
  iso3 === OTHER_SUPPLIERS ? "other countries" : (suppliers.find((supplier) => supplier.iso3 === iso3)?.country ?? iso3);
const years = (first: number, last: number): string => (first === last ? `in ${first}` : `in ${first} to ${last}`);

type Texts = { readonly [K in LeverLimit["kind"]]: (dataset: Named, limits: readonly Of<K>[]) => readonly string[] };

const TEXTS: Texts = {
  idle: (dataset, limits) => limits.toSorted((a, b) => b.idle - a.idle).map((limit) => idleText(dataset, limit)),
  "no-stage": (dataset, [limit]) => (limit ? [`No effect for ${namesOf(dataset, limit.minerals)}: no such stage in the chain.`] : []),
  "no-scrap": (dataset, limits) => {
    const each = limits.map(
      ({ mineral, possible, used }) => `${ofMineral(dataset, mineral)} ${massText(used)} for plants that could take ${massText(possible)}`,
    );
    return [`Plants wait for scrap. In ${limits[0]!.year}: ${listText(each)}.`];
  },
  "no-plants-for-scrap": (dataset, limits) => [
    `Scrap waits for plants. Of the extra scrap they recycle: ${listText(limits.map(({ mineral, processed }) => `${ofMineral(dataset, mineral)} ${percent(processed)}`))}.`,
  ],
  "reached-anyway": (dataset, limits) =>
    limits.map(({ mineral, target, rate }) => `No effect for ${ofMineral(dataset, mineral)}: ${percent(rate)} is collected anyway, target ${percent(target)}.`),
  "above-ceiling": (dataset, limits) => [
    `Target not reached: collection ends at ${listText(limits.map(({ mineral, ceiling }) => `${percent(ceiling)} for ${ofMineral(dataset, mineral)}`))}.`,
  ],
  "collection-full": (dataset, limits) =>
    limits.map(
      ({ mineral, idle, ceiling }) =>
        `${capitalised(ofMineral(dataset, mineral))}: ${moneyText(dataset, idle)} a year collects nothing more; collection ends near ${percent(ceiling)}.`,
    ),
  "price-above-floor": (dataset, limits) =>
    limits.map(
      ({ mineral, price, floor }) =>
        `No effect for ${ofMineral(dataset, mineral)}: the price never falls below ${percent(price)} of the base year, floor ${percent(floor)}.`,
    ),
  "runs-anyway": (dataset, limits) =>
    limits.map(
      ({ mineral, use, guarantee }) =>
        `No effect for ${ofMineral(dataset, mineral)}: plants run at ${percent(use)} or more anyway, guarantee ${percent(guarantee)}.`,
    ),
  "no-plants": (dataset, [limit]) => (limit ? [`Hardly anything to support for ${namesOf(dataset, limit.minerals)}: next to no output at home.`] : []),
  "below-hurdle": hurdleTexts,
  "no-supplier": (dataset, [limit]) => (limit ? [`No effect for ${namesOf(dataset, limit.minerals)}: no supplier that it could act on.`] : []),
  "not-listed": (dataset, limits) =>
    limits.map(
      ({ partner, minerals, money }) =>
        `${moneyText(dataset, money)} a year builds nothing: ${country(dataset, partner)} is not a listed supplier of ${namesOf(dataset, minerals)} at this stage.`,
    ),
  "no-buyer": (dataset, limits) =>
    limits.map(
      ({ partner, mineral, stage, year, possible, used }) =>
        `${capitalised(ofMineral(dataset, mineral))} from ${country(dataset, partner)}, ${ofStage(dataset, stage)}: ${massText(possible)} could be sent in ${year}, ${massText(used)} finds a buyer at home.`,
    ),
  "not-ally": (dataset, limits) => [
    `${listText(limits.map(({ partner }) => country(dataset, partner)))} ${limits.length === 1 ? "is not flagged as an ally" : "are not flagged as allies"}: dependence on suppliers that are no allies does not fall.`,
  ],
  "no-grant": () => ["No effect: no grant is paid that it could share."],
  "no-need": (dataset, [limit]) => (limit ? [`No effect for ${namesOf(dataset, limit.minerals)}: nothing is needed at this stage.`] : []),
};

function idleText(dataset: Named, limit: Of<"idle">): string {
  const { mineral, stage, partner, idle, first, last, year, capacity, ceiling, useful, pipe } = limit;
  const where = pipe === "recycling" ? "recycling" : partner === null ? ofStage(dataset, stage) : `${ofStage(dataset, stage)} in ${country(dataset, partner)}`;
  const what = `${capitalised(ofMineral(dataset, mineral))}, ${where}: ${moneyText(dataset, idle)} ${years(first, last)} builds nothing`;
  switch (limit.reason) {
    case "need":
      return `${what}. In ${year}, ${standing(capacity, ceiling, "that home need supports")}.`;
    case "no-need":
      return `${what}: no plant at home takes the material.`;
    case "deposit":
      return `${what}. In ${year}, ${standing(capacity, ceiling, "that the ceiling allows")}.`;
    case "no-deposit":
      return `${what}: no deposit.`;
    case "pace":
      return `${what}. Beyond ${moneyText(dataset, useful)} a year hardly more is begun.`;
    case "collectable":
      return `${what}. In ${year}, ${paceText(capacity)} stand or are under way; ${paceText(ceiling)} is all that can be collected.`;
  }
}

/** Money begins nothing above the ceiling, and also where next to nothing is free below it: "32 t/yr of the 33 t/yr that home need supports stand or are under way". */
const standing = (capacity: number, ceiling: number, what: string): string =>
  capacity > ceiling
    ? `${paceText(capacity)} stand or are under way, more than the ${paceText(ceiling)} ${what}`
    : `${paceText(capacity)} of the ${paceText(ceiling)} ${what} stand or are under way`;

function hurdleTexts(dataset: Named, limits: readonly Of<"below-hurdle">[]): readonly string[] {
  const byStage = Map.groupBy(limits, ({ stage }) => stage);
  return [...byStage].map(([stage, of]) => {
    const highest = Math.max(...of.map(({ margin }) => margin));
    const names = namesOf(
      dataset,
      of.map(({ mineral }) => mineral),
    );
    const needed = percent(of[0]!.hurdle);
    const margins =
      percent(highest) === needed ? `margins stay just below the ${needed} needed` : `margins stay at ${percent(highest)} or less, ${needed} is needed`;
    return `Begins no new plants for ${names} in ${ofStage(dataset, stage)}: ${margins}. Plants that stand run more.`;
  });
}

/** "Collected in 2035: rare earths 21% of 40%, …": rate reached against target, for minerals that have one. null without a target. */
export function collectedText(dataset: Named, reader: ResultReader, settings: readonly LeverSetting[], year: number): string | null {
  const at = reader.years.indexOf(year);
  const each = dataset.minerals.flatMap(({ id }) => {
    const targets = settings.filter((setting) => setting.lever === "recycling_rate" && coversMineral(setting, id)).map(({ value }) => value);
    const rate = reader.mineral(id, "collection_rate")[at];
    const target = Math.max(0, ...targets);
    return target > 0 && typeof rate === "number" ? [`${ofMineral(dataset, id)} ${percent(rate)} of ${numberText(target, 0)}%`] : [];
  });
  return each.length === 0 ? null : `Collected in ${year}, of the target: ${listText(each)}.`;
}
